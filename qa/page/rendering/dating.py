"""Render how many articles are dated, and from when to when where that describes the archive."""

from qa.build.status import IndexStatus
from qa.page.words.words import Words


def dating(held: IndexStatus, words: Words) -> str:
    """Return how many articles have a full date, with the days that these span only where at least half have one."""
    texts, locale = words.archive, words.locale
    dated = held.articles - held.undated
    days = locale.date_range(held.oldest_date, held.newest_date)
    if days is None:
        return texts.none_dated
    if not held.undated:
        return days
    counts = (locale.number(dated), locale.number(held.articles))
    return texts.dated.format(*counts) if dated < held.undated else texts.dated_within.format(*counts, days)
