"""Render what is missing where nothing answers: in one quiet block on the page, in lines elsewhere."""

from qa.articles.plain_text import in_one_line
from qa.page.address import Address
from qa.page.rendering.escaping import Html, in_language
from qa.page.rendering.explanations import listed
from qa.page.rendering.links import anchor
from qa.page.rendering.unfolding import unfold
from qa.page.words.words import Words
from qa.records import Absence, Nearest, SearchRequest, Span


def absence_block(absence: Absence, search: SearchRequest, words: Words) -> Html:
    """Return what is missing, a link to what is nearest to it, and how far was looked, as HTML: folded to its start."""
    missing = Html().join(Html("<p>{}</p>\n").format(it) for it in missing_lines(absence, words))
    nearest = Html().join(Html("<li>{}</li>\n").format(_linked(it, search, words)) for it in absence.nearest)
    return Html("""<section class="absence folded" aria-label="{}"><div class="checked">
{}{}<p class="note">{}</p></div>
{}</section>""").format(
        words.absence.checked,
        missing,
        Html("<ul>\n{}</ul>\n").format(nearest) if nearest else Html(),
        " ".join(effort_lines(absence, words)),
        unfold(words),
    )


def missing_lines(absence: Absence, words: Words) -> list[str]:
    """Return which words stand nowhere, and which nowhere together."""
    texts = ((words.absence.nowhere, absence.nowhere), (words.absence.apart, absence.apart))
    return [text.format(listed(some, words)) for text, some in texts if some]


def nearest_line(nearest: Nearest, words: Words) -> str:
    """Return what a passage is nearest to."""
    texts = words.absence
    return texts.nearest.format(listed(nearest.words, words)) if nearest.held else texts.nearest_in_meaning


def effort_lines(absence: Absence, words: Words) -> list[str]:
    """Return how much was searched and read, and how the archive fares on questions that it is known to answer."""
    texts, locale = words.absence, words.locale
    lines = [texts.searched.format(locale.counted(absence.searched, words.passages))]
    if absence.read:
        lines.append(texts.read.format(locale.number(absence.read)))
    if (control := absence.control) is not None:
        own = locale.counted(control.asked, texts.own_questions)
        lines.append(texts.control.format(locale.number(control.first), own))
    return lines


def _linked(nearest: Nearest, search: SearchRequest, words: Words) -> Html:
    sentence = nearest.sentence
    there = Address(search, nearest.passage_id, Span(sentence.start, sentence.end))
    quote = Html('<span dir="auto"{}>{}</span>').format(in_language(nearest.language), in_one_line(sentence.text))
    source = Html('<span class="source" dir="auto">{}</span>').format(nearest.headline)
    return Html("{} {} {}").format(nearest_line(nearest, words), anchor(there, quote, opens="article"), source)
