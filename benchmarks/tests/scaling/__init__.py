"""Tests of what measures growth."""
