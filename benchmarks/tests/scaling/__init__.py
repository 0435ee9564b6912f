"""Tests of what measures growth and stages."""
