"""Fit what ships: the verdict and the floor of relevance."""
