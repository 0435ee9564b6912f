"""Offer what the tests of the benchmarks share with those of the package."""

from tests.conftest import encoder, folder, seeds_index

__all__ = ["encoder", "folder", "seeds_index"]
