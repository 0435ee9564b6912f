"""Compare the parts of an index of up to a million passages: what finds vectors, what finds words."""
