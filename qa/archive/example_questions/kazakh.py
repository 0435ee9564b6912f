"""Turn Kazakh sentences into Kazakh questions: the words stay where they are, but for the one that is asked for."""

import re
from collections.abc import Iterator, Sequence

from qa.archive.example_questions.candidate import Candidate, Statement
from qa.archive.example_questions.names import NAME, Names

_WORD = r"[\w«»„“”-]*[\w»”]"
_SUBJECT = rf"(?P<subject>{_WORD}(?: {_WORD}){{0,7}}?)"
_MONTH = "(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)"
_WHEN = re.compile(
    rf"{_SUBJECT} (?P<answer>\d{{1,2}} {_MONTH})(?:да|де|та|те)(?: {_WORD}){{0,3}}?"
    r" (?P<verb>өтеді|өтті|басталады|басталды|ашылады|ашылды|аяқталады)\b"
)
_HOW_MUCH = re.compile(
    rf"{_SUBJECT} (?P<answer>\d[\d,.]*)(?: пайызға| процентке| ?%-ға| ?%-ке)"
    r" (?P<verb>өсті|артты|көбейді|төмендеді|азайды|қысқарды|арзандады|қымбаттады)\b"
)
_SPOKEN = re.compile(rf"[–—-] (?P<verb>деді|мәлімдеді)(?: [а-яёәғқңөұүһі-]+){{0,3}} (?P<speaker>{NAME})(?=[.,;]|$)")
_OPENERS = """
ал алайда бірақ бұл ендеше және мен менің мұндай мұнда ол олар оның онда осы осыған осындай сол сондай сонда сондықтан
сонымен соның біз біздің
"""
"""No subject that can be asked about begins with these."""
_NO_OPENING = frozenset(_OPENERS.split())


def kazakh(statements: Sequence[Statement], names: Names) -> Iterator[Candidate]:
    """Yield Kazakh questions that the statements answer."""
    for statement in statements:
        for asked, pattern in (("қашан", _WHEN), ("қанша пайызға", _HOW_MUCH)):
            found = pattern.match(statement.text)
            if found and _NO_OPENING.isdisjoint(found["subject"].casefold().split()[:1]):
                question = f"{found['subject']} {asked} {found['verb']}?"
                known = names.best_known(names.within(found["subject"]))
                yield Candidate(asked, question, found["answer"], statement, known)
        spoken = _SPOKEN.search(statement.text)
        if spoken and " " in spoken["speaker"]:
            question = f"{spoken['speaker']} не {spoken['verb']}?"
            yield Candidate("не", question, statement.text, statement, names.articles(spoken["speaker"]))
