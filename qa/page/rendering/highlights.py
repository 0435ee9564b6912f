"""Put marks into text that stays verbatim: around the sentence that answers, and around the question's words."""

from collections.abc import Sequence

from qa.page.rendering.escaping import escaped
from qa.records import Span


def with_sentence_marked(text: str, sentence: Span | None, terms: Sequence[Span] = (), element: str = "mark") -> str:
    """Return the text as HTML, the sentence inside an element and the terms inside it and around it."""
    if sentence is None or not text[sentence.start : sentence.end]:
        return with_terms_marked(text, terms)
    parts = [(0, sentence.start), (sentence.start, sentence.end), (sentence.end, len(text))]
    before, answering, after = (_part(text, start, end, terms) for start, end in parts)
    return f'{before}<{element} class="sentence">{answering}</{element}>{after}'


def with_terms_marked(text: str, terms: Sequence[Span], manner: str = "term") -> str:
    """Return the text as HTML, each of some stretches that do not overlap inside an element."""
    shown, done = [], 0
    for term in terms:
        word = f'<b class="{manner}">{escaped(text[term.start : term.end])}</b>'
        shown += [escaped(text[done : term.start]), word]
        done = term.end
    return "".join([*shown, escaped(text[done:])])


def _part(text: str, start: int, end: int, terms: Sequence[Span]) -> str:
    """Mark the terms that lie in a part; one that reaches out of it stays unmarked."""
    inside = [Span(it.start - start, it.end - start) for it in terms if start <= it.start and it.end <= end]
    return with_terms_marked(text[start:end], inside)
