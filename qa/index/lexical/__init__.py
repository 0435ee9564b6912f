"""The search by words: Tantivy (BM25) over the passages with their headlines and headings.

Its files hold no text. A change writes a new folder of links to the files that stay.
"""
