"""A map of what an archive is about: a sample of its passages on a plane, in topics.

Vectors are projected by t-SNE, grouped by k-means, and labelled by class-based TF-IDF.
"""
