"""Hold what answers: the truth in SQLite, FAISS and Tantivy derived from it, one snapshot a revision."""
