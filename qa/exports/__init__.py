"""Write what leaves the archive.

Answers as JSON, quotes in `citations/`, kept passages in `notebook/`, searches that can be repeated in `receipts/`.
"""
