"""State every text of the page, in each of its languages.

`words` says which texts there are, a module for each language has them, `locale` writes its numbers and dates.
"""
