"""Encode texts in a hundred languages.

The weights are those of multilingual-e5-small (Wang et al. 2024), from the data file of a package.
"""
