"""Measure how good the answers are, and hold that to floors."""
