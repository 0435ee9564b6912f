"""Hold the truth: articles, passages, sentences and their vectors in one SQLite database, `archive.sqlite`."""
