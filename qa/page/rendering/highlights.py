"""Marks in text that stays verbatim: around the answer sentence, and around the question's words."""

from collections.abc import Sequence
from dataclasses import dataclass

from qa.articles.plain_copy import PlainCopy
from qa.page.rendering.escaping import Html
from qa.records import Span


@dataclass(frozen=True, slots=True)
class QuoteParts:
    """A text as HTML in the parts that the answer sentence cuts it into; they join up to the text."""

    before: Html
    sentence: Html
    after: Html


def quote_parts(text: str, sentence: Span, terms: Sequence[Span] = ()) -> QuoteParts:
    """Return the text around and in the answer sentence, the terms marked inside each part.

    No entity is cut in two, and no letter from its accent: it would not be shown as it stands.
    """
    whole = PlainCopy.of(text).whole(sentence)
    parts = [(0, whole.start), (whole.start, whole.end), (whole.end, len(text))]
    return QuoteParts(*(_part(text, start, end, terms) for start, end in parts))


def with_sentence_marked(text: str, sentence: Span | None, terms: Sequence[Span] = (), element: str = "mark") -> Html:
    """Return the text as HTML, the sentence inside an element and the terms inside it and around it."""
    if sentence is None or not text[sentence.start : sentence.end]:
        return with_terms_marked(text, terms)
    parts = quote_parts(text, sentence, terms)
    return Html('{0}<{1} class="sentence">{2}</{1}>{3}').format(parts.before, element, parts.sentence, parts.after)


def with_terms_marked(text: str, terms: Sequence[Span], style: str = "term") -> Html:
    """Return the text as HTML, each of some spans that do not overlap inside an element."""
    shown, done = list[str](), 0
    for term in terms:
        word = Html('<b class="{}">{}</b>').format(style, text[term.start : term.end])
        shown += [text[done : term.start], word]
        done = term.end
    return Html().join([*shown, text[done:]])


def _part(text: str, start: int, end: int, terms: Sequence[Span]) -> Html:
    """Mark the terms that lie in a part; one that reaches out of it stays unmarked."""
    inside = [Span(it.start - start, it.end - start) for it in terms if start <= it.start and it.end <= end]
    return with_terms_marked(text[start:end], inside)
