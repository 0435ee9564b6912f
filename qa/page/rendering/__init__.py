"""Make HTML of what the archive says: pure functions, every word of a file escaped."""
