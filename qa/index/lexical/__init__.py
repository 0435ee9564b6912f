"""Find the passages that share words with the question: BM25 in a Tantivy index."""
