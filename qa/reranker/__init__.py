"""Read a question and a passage together, where words and vectors compare them apart."""
