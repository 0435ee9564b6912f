"""Turn texts into vectors: what an encoder is, the default one, and any other Sentence Transformers model."""
