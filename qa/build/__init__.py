"""Bring the index up to date with a folder."""
