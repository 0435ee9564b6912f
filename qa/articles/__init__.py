"""Read files as articles, paragraphs, passages and sentences."""
