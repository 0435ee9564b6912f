"""Render what the archive says as HTML: pure functions, every word of a file escaped."""
