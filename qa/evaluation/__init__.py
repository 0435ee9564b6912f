"""Measure how good the answers of an archive are, on judged questions.

`judgements/` stores the thumbs that visitors give.
"""
