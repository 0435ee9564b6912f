"""Tests of what measures quality: on three articles, without a model."""
