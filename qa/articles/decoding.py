"""Turn the bytes of a file into text, or say why they are not text."""

from qa.errors import ArticleUnreadable


def decode(file: str, data: bytes) -> str:
    """Decode one file."""
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    if not text.strip():
        raise ArticleUnreadable(file, "is empty; remove it or write the article into it")
    return text.replace("\r\n", "\n").replace("\r", "\n")
