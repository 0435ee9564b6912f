"""Encode texts as vectors, with the default model or any other Sentence Transformers model."""
