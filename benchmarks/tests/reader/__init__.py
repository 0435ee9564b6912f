"""Tests of what the reader is trained on."""
