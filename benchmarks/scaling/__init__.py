"""Measure how speed and memory grow with an archive, and where the time of a question goes."""
