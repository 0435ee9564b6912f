"""Measure how good the answers are, how fast, and beside what: nothing in `qa` imports this."""
