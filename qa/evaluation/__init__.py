"""Measure how good the answers of an archive are, on questions whose answers are known."""
