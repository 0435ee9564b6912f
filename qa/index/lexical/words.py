"""The words that are indexed of texts and looked up of questions."""

import tantivy
from tantivy import Filter, TextAnalyzerBuilder, Tokenizer

from qa.articles.plain_text import plain

_LONGEST_WORD = 40
"""Bytes, this one not included."""

Run = tuple[str | None, ...]
"""Terms that follow each other in a text; None stands for one that is too long to be indexed."""


def _analyser(*last: Filter) -> tantivy.TextAnalyzer:
    builder = TextAnalyzerBuilder(Tokenizer.simple())
    for step in (Filter.remove_long(_LONGEST_WORD), Filter.lowercase(), *last, Filter.ascii_fold()):
        builder = builder.filter(step)
    return builder.filter(Filter.stemmer("english")).build()


ALL_WORDS = _analyser()
_UNCHANGED = TextAnalyzerBuilder(Tokenizer.simple()).build()
_WITHOUT_STOPWORDS = _analyser(Filter.stopword("english"))


def terms(text: str) -> list[str]:
    """Split a text into stemmed words, small and unaccented, as they are indexed."""
    return list(ALL_WORDS.analyze(plain(text)))


def question_terms(question: str) -> list[str]:
    """Return the terms of a question once each, without stopwords unless there is nothing else."""
    return list(dict.fromkeys(_WITHOUT_STOPWORDS.analyze(plain(question)) or terms(question)))


def term_run(text: str) -> Run:
    """Split a plain text into terms, each in its place."""
    return tuple(next(iter(ALL_WORDS.analyze(word)), None) for word in _UNCHANGED.analyze(text))
