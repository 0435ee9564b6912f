"""Tests of what compares with the peers."""
