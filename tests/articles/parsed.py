"""What tests ask of a parsed article."""

from qa.records import ParsedArticle


def paragraphs(parsed: ParsedArticle) -> list[str]:
    """Return the words of each paragraph."""
    return [parsed.article.text[it.start : it.end] for it in parsed.paragraphs]
