"""Recognise what stands beside a date: times, zones, weekdays, counts of views, and the labels that say which date."""

import re
from dataclasses import dataclass
from typing import Literal

from qa.articles.calendar_names import OTHER_CALENDARS, WEEKDAY, WEEKDAY_BESIDE
from qa.articles.date_words import (
    JOINING,
    LATEST,
    PUBLICATION,
    PUBLISHED,
    TIME,
    UPDATE,
    UPDATED,
    ZONE,
)

Labelled = Literal["published", "updated"]
Lone = Literal["time", "count"]
_LABELS: dict[str | None, Labelled] = {
    "published": "published",
    "publication": "published",
    "updated": "updated",
    "update": "updated",
}
_OF_NAMES = ("joining", "publication", "update")
"""With a capital, and nothing but space behind it, such a word begins a name: "El Salvador", "Data Science"."""
_COUNTED = (
    r"views?|reads?|shares?|comments?|likes?|просмотр\w*|прочтени\w*|прочит(?:ал[иао]?|ано)|комментари\w*|қаралым\w*|қаралды|пікір\w*|оқылды|"
    r"kommentare?|commentaires?|coment[aá]rios?|commenti|reacties|komentarz\w*|коментар\w*|перегляд\w*|yorum|"
    r"阅读量?|浏览量?|评论|조회수?|댓글"
)
_AMOUNT = r"\d[\d., ]{0,12}(?:k|m|тыс\.?|млн\.?|мың)?"
_READING = (
    r"reading time|time to read|read time|время чтения|оқу уақыты|lesezeit|lesedauer|temps de lecture|lecture|"
    r"tiempo de lectura|tempo de leitura|(?:tempo di )?lettura|leestijd|czas czytania|час читання|okuma süresi"
)
_MINUTES = r"(?:min(?:ut\w*|s)?|мин(?:ут\w*)?|хв(?:илин\w*)?|dk|dakika)\b\.?"
_COUNT = (
    rf"{_AMOUNT}\s?(?:рет )?(?:{_COUNTED})\b|"
    rf"\b(?:{_COUNTED})\s*[:(]?\s*{_AMOUNT}\)?(?:\s?(?:чел(?:овека?)?|раза?|адам|рет|people|times)\b)?|"
    rf"\b(?:{_READING})\s*:?\s*\d+(?: ?{_MINUTES})?|"
    r"\d+[ -]min(?:ute)?s?\.? read\b|\d+ мин(?:ут\w*|\.)? (?:чтения|на чтение)|"
    rf"\d+ {_MINUTES} (?:lesezeit|de lecture|de lectura|de leitura|di lettura|leestijd)\b|"
    r"(?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?) ago\b|"
    r"\d+ (?:мин|час|сут|дн|день|дня|недел|месяц|год|лет)\w*\.? назад|\d+ (?:минут|сағат|күн|апта|ай|жыл) бұрын"
)
_RELATIVE = "today|yesterday|сегодня|вчера|бүгін|кеше"
"""Where they stand alone: "USA Today" and "Казахстан сегодня" are names."""
_FILLER = (
    r"(?:this |the )?(?:article|story|report|page) (?:was|is)|close|time|first|last|latest|originally|"
    r"section|category|filed under|в рубрике|рубрика|в разделе|раздел|категория|бөлім|айдар|"
    r"впервые|последн[ие]й раз|алғаш(?:қы)?|соңғы рет|время|уақыты?|сағат|года?|г\.|(?-i:ж)\.|жылы?"
)
_MARKS = r"(?:[\s,|•·‧●*/–—:;.()\[\]-]|@(?=\s))+"
_TOKEN = re.compile(
    rf"(?<![A-Za-zÀ-ɏЀ-ӿ])(?:(?P<count>{_COUNT})|(?:{OTHER_CALENDARS})|(?P<time>(?<![\d.:]){TIME})|(?P<zone>{ZONE})|"
    rf"(?P<weekday>{WEEKDAY}|{WEEKDAY_BESIDE})|(?:{LATEST}\s?)?(?:(?P<published>(?:{PUBLISHED})\b)|"
    rf"(?P<updated>(?:{UPDATED})\b)|(?P<publication>(?:{PUBLICATION})\b)|(?P<update>(?:{UPDATE})\b))|"
    rf"(?:{_FILLER})(?!\w)|(?P<joining>(?:{JOINING})(?!\w)))|{_MARKS}",
    re.IGNORECASE,
)
"""No word begins behind a letter: a third of the time, for each is tried at every place."""


_INITIAL = re.compile(r"[\s.][^\W\d_]$")
"""The stop behind a last letter is its own: "Петров И.И.", "Washington, D.C."."""


@dataclass(frozen=True, slots=True)
class Beside:
    """What is left of a stretch beside a date once all that goes with dates is stripped off both its ends."""

    name: str
    """What is left: nothing, or perhaps a name."""
    labels: tuple[Labelled, ...]
    """The labels that were stripped, in order."""
    timed: bool
    """A time of day was stripped."""
    behind_time: bool = False
    """Nothing but space stands between a time of day and what is left, as before the word for hours."""
    before_comma: bool = False


def strip(stretch: str) -> Beside:
    """Strip times, zones, weekdays, counts, labels and marks off both ends of what stands beside a date."""
    before = _before_name(_from_start(stretch), len(stretch))
    start, end = before[-1].end() if before else 0, len(stretch)
    behind: list[re.Match[str]] = []
    for match in reversed(list(_TOKEN.finditer(stretch, start))):
        if match.end() != end:
            break
        behind.insert(0, match)
        end = match.start()
    if stretch[end : end + 1] == "." and _INITIAL.search(stretch, max(end - 2, start), end):
        end += 1
    kinds = [match.lastgroup for match in (*before, *behind)]
    labels = tuple(_LABELS[kind] for kind in kinds if kind in _LABELS)
    times = [match.end() for match in before if match.lastgroup == "time"]
    behind_time = bool(times) and stretch[times[-1] : start].isspace()
    before_comma = stretch[end:].lstrip().startswith(",")
    return Beside(stretch[start:end].strip(), labels, "time" in kinds, behind_time, before_comma)


def read_lone(line: str) -> Lone | None:
    """Read a line that is a time of day or a count, perhaps with a label, and nothing else."""
    tokens = _from_start(line)
    kinds = [match.lastgroup for match in tokens]
    if not tokens or tokens[-1].end() < len(line):
        return None
    return "count" if "count" in kinds else "time" if "time" in kinds else None


def is_day(line: str) -> bool:
    """Return whether a line names a day, such as Friday or yesterday, and nothing else."""
    return re.fullmatch(rf"{WEEKDAY}|{_RELATIVE}", line, re.IGNORECASE) is not None


def _before_name(tokens: list[re.Match[str]], end: int) -> list[re.Match[str]]:
    """Return the tokens without a last one that begins the name behind them, if one follows before the end."""
    while len(tokens) > 1 and tokens[-1].end() < end and tokens[-1][0].isspace():
        if tokens[-2].lastgroup not in _OF_NAMES or not tokens[-2][0][0].isupper():
            break
        tokens = tokens[:-2]
    return tokens


def _from_start(stretch: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    start = 0
    while (match := _TOKEN.match(stretch, start)) and match.end() > start:
        tokens.append(match)
        start = match.end()
    return tokens
