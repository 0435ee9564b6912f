"""Read files on disk as articles: find them, decode them, and tell paragraphs from what merely stands around them."""
