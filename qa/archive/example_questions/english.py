"""Turn English sentences into English questions: the words stay as they are, but for the one that is asked for.

Sentences that would need another one to be understood make none: the patterns are narrow, for a question that reads
oddly is worse than none.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from qa.archive.example_questions.candidate import Candidate, Statement
from qa.archive.example_questions.names import CAPITAL, NAME, UPPER, Names, bare
from qa.articles.dates import MONTHS

_WORD = r"[\w’'&.-]*[\w’'&]"
_MONTH = f"(?:{'|'.join(MONTHS)})"
_YEAR = r"(?:1[89]|20)\d\d"
_DATE = rf"(?P<answer>\d{{1,2}} {_MONTH}(?: {_YEAR})?|{_MONTH} \d{{1,2}}(?:, {_YEAR})?|{_MONTH}(?: {_YEAR})?|{_YEAR})\b"
_END = r"(?=[.,;]|$| (?:and|at|in|after|with|when) )"
_BEFORE = r"(?:[“\"]?(?:In|On|At|During|After|Under|Last|Earlier)\b[^,.;]{2,60}, )?"
_SUBJECT = rf"{_BEFORE}(?P<subject>{_WORD}(?: {_WORD}){{0,6}}?)"
_SOME = rf"(?: {_WORD}){{0,6}}?"
_DONE = r"(?:\w+ed|born|held|sold|built|made|found|shot|won|sent|cut|begun|written|taken|given|paid|chosen|put|set)"
_BESIDE = rf"(?: (?:from|by|at|as|for|to|with|into|in|off|out|up)(?: {_WORD}){{1,4}}?)?"
_HELPER = "(?P<helper>is|are|was|were|will)"

_WHEN = re.compile(
    rf"{_SUBJECT} {_HELPER}(?P<rest> (?:due|scheduled|expected|set|planned) (?:to|for){_SOME}"
    rf"|(?<=will) {_WORD}{_SOME}|(?:(?<=was)|(?<=were)) {_DONE}{_BESIDE}) (?:on|in) {_DATE}{_END}"
)
_WHERE = re.compile(
    rf"{_SUBJECT} {_HELPER}(?P<rest>(?: be)? (?:held|born|based|launched|staged|played|filmed|signed|opened|buried"
    rf"|built|shown|take place)) (?:in|at) (?P<answer>(?:the )?{NAME}){_END}"
)
_GREW: Mapping[str, str] = MappingProxyType(
    {"rose": "rise", "grew": "grow", "jumped": "jump", "climbed": "climb", "increased": "increase", "soared": "soar",
     "surged": "surge", "fell": "fall", "dropped": "drop", "declined": "decline", "slumped": "slump",
     "plunged": "plunge", "shrank": "shrink", "slipped": "slip"}
)  # fmt: skip
_HOW_MUCH = re.compile(
    rf"{_SUBJECT} (?P<verb>{'|'.join(_GREW)}) (?:by )?(?:about |nearly |almost |around |some |more than |over |just )?"
    r"(?P<answer>\d[\d.,]*(?:%| per cent| percent))"
)
_DID: Mapping[str, str] = MappingProxyType(
    {"announced": "announce", "proposed": "propose", "unveiled": "unveil", "launched": "launch", "bought": "buy",
     "rejected": "reject", "criticised": "criticise", "praised": "praise", "demanded": "demand", "denied": "deny",
     "promised": "promise", "pledged": "pledge", "called for": "call for", "warned of": "warn of",
     "published": "publish", "released": "release", "banned": "ban", "acquired": "acquire"}
)  # fmt: skip
_ACTED = re.compile(rf"{_SUBJECT} (?:has |have )?(?P<verb>{'|'.join(_DID)}) (?P<answer>.*)")
_POST = (
    r"(?:[Pp]rime [Mm]inister|[Ff]oreign [Mm]inister|[Ff]inance [Mm]inister|[Ff]oreign [Ss]ecretary|[Pp]resident"
    rf"|[Cc]hancellor|[Aa]mbassador to {CAPITAL}|chief executive|chairman|chairwoman|head coach|coach|captain|manager"
    r"|boss|leader|founder|spokesman|spokeswoman|spokesperson)"
)
_WHO = re.compile(
    rf"(?<![Ff]ormer )(?<![Ff]ormer the )(?<!ex-)(?<![\w-])(?P<of>{NAME}) (?P<post>{_POST})"
    rf" (?P<answer>{CAPITAL}(?: {CAPITAL}){{1,2}})"
)
_SPOKEN = re.compile(
    rf"(?<![\w’'-])(?P<the>[Tt]he )?(?P<speaker>{NAME})"
    rf" (?:has )?(?:said|insisted|warned|argued|stressed|noted|added|told {NAME})\b(?P<rest>.*)"
)
_ABOUT = re.compile(
    rf"(?<=[ “\"])(?<!\d )(?<!\bin )(?<!\bin the )(?<!\bat )(?<!\bat the )(?<!\bto )(?<!\bto the )(?P<the>the )?"
    rf"(?P<name>{NAME})(?=[.,;”\"]|$|(?<=[’']s) |(?: (?:is|was|has|had|would|will|could|should|must|in|on|that|for|if"
    rf"|because|over|by|and (?:the )?[{UPPER}])\b))"
)
_HONORIFICS = frozenset(("Mr", "Mrs", "Ms", "Dr", "Sir", "Lord", "Lady"))
_TITLES = _HONORIFICS | {"Minister", "Secretary", "President", "Chancellor", "Chairman", "Leader", "Captain", "Judge"}
_OPENERS = """
a about after all also although an and another any as at be been before both but by can could despite during each
earlier even following for former from had has have he her here his how however i if in is it its last later many may
meanwhile more most my nearly next no not of on once one only other others our over said says several she should since
so some such that their them then there these they this those though two under until was we were what when where which
while who will with would yesterday yet you your
"""
"""No subject that can be asked about begins with these."""
_POINTERS = """
he her him his however i it its our she that their them these they this those us we which who whom you your also has
have had is are was were not said says showed shows then there
"""
"""They point to another sentence, or belong to another clause."""
_NO_OPENING, _POINTING = frozenset(_OPENERS.split()), frozenset(_POINTERS.split())
_KNOWN = 3
"""The fewest articles in which that stands which somebody spoke about."""
_AGREED = 2 / 3
_BEGINNING = 20_000
"""The characters of an article within which somebody's full name stands once."""


def english(statements: Sequence[Statement], names: Names) -> Iterator[Candidate]:
    """Yield English questions that the statements answer."""
    for statement in statements:
        yield from _events(statement, names)
        yield from _actions(statement, names)
        yield from _quotations(statement, names)
    yield from _posts(statements, names)


def _events(statement: Statement, names: Names) -> Iterator[Candidate]:
    """Ask "When was … held?" where "… was held on 3 May" stands."""
    for asked, pattern in (("When", _WHEN), ("Where", _WHERE)):
        found = pattern.match(statement.text)
        if found and _is_clear_alone(found["subject"], names) and not _points_elsewhere(found["rest"]):
            subject = names.within(found["subject"])
            question = f"{asked} {found['helper']} {subject}{found['rest']}?"
            yield Candidate(asked, question, found["answer"], statement, names.best_known(subject))


def _actions(statement: Statement, names: Names) -> Iterator[Candidate]:
    """Ask "What did … announce?" and "By how much did … rise?"."""
    for asked, pattern, verbs in (("What", _ACTED, _DID), ("By how much", _HOW_MUCH, _GREW)):
        found = pattern.match(statement.text)
        if found and _is_clear_alone(found["subject"], names):
            subject = names.within(found["subject"])
            question = f"{asked} did {subject} {verbs[found['verb']]}?"
            yield Candidate(asked, question, found["answer"], statement, names.best_known(subject))


def _quotations(statement: Statement, names: Names) -> Iterator[Candidate]:
    spoken = _SPOKEN.search(statement.text)
    speaker = _full_name(spoken["speaker"], statement, names) if spoken and not spoken["the"] else None
    for found in _ABOUT.finditer(spoken["rest"]) if spoken and speaker else ():
        about = bare(found["name"])
        if speaker and names.articles(about) >= _KNOWN and about not in speaker:
            question = f"What did {speaker} say about {found['the'] or ''}{about}?"
            known = min(names.articles(speaker), names.articles(about))
            yield Candidate("What about", question, statement.text, statement, known)


def _posts(statements: Sequence[Statement], names: Names) -> Iterator[Candidate]:
    """Ask who holds a post, where those who say so agree."""
    holders = defaultdict[str, list[tuple[str, Statement]]](list)
    for statement in statements:
        for found in _WHO.finditer(statement.text):
            of = found["of"]
            if names.articles(bare(of)) > 1 and of.casefold() not in _NO_OPENING:
                post = f"{of} {found['post']}" if bare(of) != of else f"the {of} {found['post']}"
                holders[post].append((bare(found["answer"]), statement))
    for post, named in holders.items():
        person, times = Counter(holder for holder, _statement in named).most_common(1)[0]
        if times >= _AGREED * len(named):
            first = next(statement for holder, statement in named if holder == person)
            articles = {statement.article.file for holder, statement in named if holder == person}
            yield Candidate("Who", f"Who is {post}?", person, first, len(articles))


def _is_clear_alone(subject: str, names: Names) -> bool:
    """Return whether a subject needs no other sentence to be understood, and holds a name."""
    return (
        subject.casefold().split()[0] not in _NO_OPENING
        and bare(subject) == subject
        and not _points_elsewhere(subject)
        and names.best_known(names.within(subject)) > 0
    )


def _points_elsewhere(text: str) -> bool:
    return not _POINTING.isdisjoint(re.findall(r"\w+", text.casefold()))


def _full_name(speaker: str, statement: Statement, names: Names) -> str | None:
    """Return the first and last name that the article has for a speaker; "Mr Straw" will do where it has none."""
    *first, last = speaker.split()
    if len(first) == 1 and first[0] not in _TITLES:
        return speaker
    found = re.findall(rf"(?<![\w’'-])({CAPITAL} {re.escape(last)})(?!\w)", statement.article.text[:_BEGINNING])
    full = Counter[str](name for name in found if name.split()[0] not in _TITLES and names.articles(name) > 1)
    if full:
        return full.most_common(1)[0][0]
    return speaker if len(first) == 1 and first[0] in _HONORIFICS else None
