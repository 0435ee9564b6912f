"""The database: articles, passages, sentences and their vectors in one SQLite file, `archive.sqlite`.

Every row has a checksum, compared when it is read. A write is one transaction, a read sees one revision.
"""
