"""Find the notes of correction in an article: paragraphs in which an outlet says what it had wrong."""

import re

from qa.records import Span

_STARTS = (
    r"(?:editor[’']?s[’']? note|corrections?|clarifications?|amendment|erratum|исправление|исправлено|уточнение|"
    r"поправка|опровержение|от редакции|түзету|түзетілді|нақтылау)"
    r"(?: (?:&|and|и|және) \w+)?(?:[ ,(]+(?:[\w.]+ ){0,3}[\w.]*\d[\w. ]{0,16}\)?)?\s?[:.—–|]"
)
_SAYS = (
    r"(?:this|the) (?:article|story|report|piece|post|page|headline)\b[^\n.]{0,40}\b"
    r"(?:amended|corrected|clarified|updated to correct)\b|"
    r"(?:an|a previous|the original|the previous|the first|in an) (?:earlier |previous )?version of th(?:is|e) "
    r"(?:article|story|report|piece|post|page)\b|"
    r"(?:в |ранее в )(?:предыдущей |первоначальной |прежней )(?:версии|редакции)\b|"
    r"(?:текст|материал|статья|новость) (?:был[аи]? )?(?:исправлен|уточнен|уточнён)\w*|"
    r"(?:мақаланың|мәтіннің|жаңалықтың) (?:бұрынғы|алдыңғы|бастапқы) нұсқасын"
)
_NOTE = re.compile(rf"^[^\w\n]{{0,4}}(?:{_STARTS}|[^\n.!?]{{0,80}}?(?:{_SAYS}))[^\n]*$", re.IGNORECASE | re.MULTILINE)
_LONGEST = 1_200
"""A longer line tells of somebody else's correction."""


def correction_notes(text: str) -> tuple[Span, ...]:
    """Return where the notes of correction stand in an article's text, in order."""
    found = (Span(it.start(), it.end()) for it in _NOTE.finditer(text))
    return tuple(it for it in found if it.end - it.start <= _LONGEST)
