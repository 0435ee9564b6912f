"""Read a question and a passage together, where words and vectors only compare them."""
