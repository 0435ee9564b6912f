"""Encode texts in a hundred languages, with the weights of multilingual-e5-small (Wang et al. 2024) from a package."""
