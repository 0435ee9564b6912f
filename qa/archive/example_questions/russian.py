"""Turn Russian sentences into Russian questions, with no word inflected otherwise.

Who speaks, and what a sentence begins with before its verb, stand in the nominative already.
"""

import re
from collections.abc import Iterator, Sequence

from qa.archive.example_questions.candidate import Candidate, Statement
from qa.archive.example_questions.names import NAME, Names

_WORD = r"[\w«»„“”-]*[\w»”]"
_SUBJECT = rf"(?P<subject>{_WORD}(?: {_WORD}){{0,7}}?)"
_MONTH = "(?:января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря)"
_WHEN = re.compile(
    rf"{_SUBJECT} (?P<verb>состоится|состоятся|состоял(?:ся|ась|ось|ись)|пройд(?:[её]т|ут)|прош(?:[её]л|л[аои])"
    r"|начн(?:[её]тся|утся)|начал(?:ся|ась|ось|ись)|откро(?:ется|ются)|открыл(?:ся|ась|ось|ись)|заверш(?:ится|атся)"
    rf"|вступ(?:ит|ят) в силу)(?: {_WORD}){{0,3}}? (?P<answer>\d{{1,2}} {_MONTH})\b"
)
_HOW_MUCH = re.compile(
    rf"{_SUBJECT} (?P<verb>вырос(?:л[аои])?|упал[аои]?|подорожал[аои]?|подешевел[аои]?"
    r"|(?:увеличил|снизил|сократил)(?:ся|ась|ось|ись)) (?:почти |примерно |более чем )?"
    r"на (?P<answer>\d[\d,.]* ?(?:%|процент))"
)
_SPOKEN = re.compile(
    r"\b(?P<verb>(?:заявил|сообщил|рассказал|отметил|подчеркнул|объяснил)а?)"
    rf"(?: (?!в |на |о |об |по |с |для |от )[а-яё-]+){{0,4}} (?P<speaker>{NAME})(?=[.,;]|$| [вна]{{1,2}} )"
)
_GENITIVE = re.compile(r"(?:ой|ого|его|ии|ых|их)\b")
_OPENERS = """
а в во все всё его ее её если же за и из их или к как когда кроме который на не но о об однако он она оно они от по
под поэтому при с сам сейчас со так также такой там тем то того тогда тоже том тот у что это этот эта эти этого этой
этом
"""
"""No subject that can be asked about begins with these."""
_NO_OPENING = frozenset(_OPENERS.split())


def russian(statements: Sequence[Statement], names: Names) -> Iterator[Candidate]:
    """Yield Russian questions that the statements answer."""
    for statement in statements:
        for asked, pattern in (("Когда", _WHEN), ("На сколько процентов", _HOW_MUCH)):
            found = pattern.match(statement.text)
            if found and _NO_OPENING.isdisjoint(found["subject"].casefold().split()[:1]):
                subject = names.within(found["subject"])
                question = f"{asked} {found['verb']} {subject}?"
                yield Candidate(asked, question, found["answer"], statement, names.best_known(subject))
        spoken = _SPOKEN.search(statement.text)
        speaker = " ".join(spoken["speaker"].split()[-2:]) if spoken else ""
        if spoken and " " in speaker and not _GENITIVE.search(speaker):
            question = f"Что {spoken['verb']} {speaker}?"
            yield Candidate("Что", question, statement.text, statement, names.articles(speaker))
