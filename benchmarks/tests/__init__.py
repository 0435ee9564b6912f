"""Tests of what measures: run by `make bench-check`."""
