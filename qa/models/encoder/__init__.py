"""Encode texts as vectors.

The default model and other Sentence Transformers models are one `Encoder`; `scale` makes their cosines comparable.
"""
