"""Measure how good the answers of an archive are, on judged questions.

`judgements/` keeps the thumbs that visitors give.
"""
