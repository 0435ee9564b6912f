"""Recognise what stands beside a date: times, zones, weekdays, counts of views, and the labels that say which date."""

import re
from dataclasses import dataclass
from typing import Literal

from qa.articles.calendar_names import WEEKDAY

Labelled = Literal["published", "updated"]
Lone = Literal["time", "count"]
_LABELS: dict[str | None, Labelled] = {"published": "published", "updated": "updated"}
_ZONE = (
    r"\(?(?:UTC|GMT)(?:\s?[+-]\s?\d{1,2}(?::?\d{2})?)?\)?|[+-]\d{2}:?\d{2}(?!\d)|\b(?:MSK|CET|CEST|BST|EST|EDT|ET|PST|"
    r"PDT|PT|CST|CDT|MST|MDT|AKST|HST|AEST|AEDT|ACST|AWST|NZST|NZDT|SGT|HKT|JST|KST|EET|EEST|SAST|IST|PKT|UZT|KGT|ALMT|"
    r"мск|қр|(?:local|moscow|astana|eastern) time)\b|"
    r"по (?:местному|московскому|астанинскому) времени|(?:астана|алматы|мәскеу) уақыты(?:мен)?"
)
TIME = (
    r"T?\d{1,2}[:.]\d{2}(?::\d{2}(?:[.,]\d{1,6})?)?(?:Z\b|\s*[ap]\.?\s?m\b\.?)?|\d{1,2}\s*[ap]\.?m\b\.?|"
    r"\bT\d{4}(?:\d\d)?(?:Z\b)?|\b\d{1,2}\s?h\s?\d{2}\b|"
    r"\b\d{1,2} час(?:ов|а)?(?: \d{1,2} минут[аы]?)?\b|\b[0-2]\d[0-5]\d\s*(?:GMT|UTC|MSK|hrs|hours)\b"
)
_COUNTED = (
    r"views?|reads?|shares?|comments?|likes?|просмотр\w*|прочтени\w*|комментари\w*|қаралым\w*|қаралды|пікір\w*|оқылды"
)
_AMOUNT = r"\d[\d., ]{0,12}(?:k|m|тыс\.?|млн\.?|мың)?"
_COUNT = (
    rf"{_AMOUNT}\s?(?:рет )?(?:{_COUNTED})\b|\b(?:{_COUNTED})\s*[:(]?\s*{_AMOUNT}\)?|"
    r"\b(?:reading time|time to read|read time|время чтения|оқу уақыты)\s*:?\s*\d+"
    r"(?: ?(?:min(?:ute)?s?|мин(?:ут\w*)?)\b\.?)?|"
    r"\d+[ -]min(?:ute)?s?\.? read\b|\d+ мин(?:ут\w*|\.)? (?:чтения|на чтение)|"
    r"(?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?|years?) ago\b|"
    r"\d+ (?:мин|час|сут|дн|день|дня|недел|месяц|год|лет)\w*\.? назад|\d+ (?:минут|сағат|күн|апта|ай|жыл) бұрын"
)
_PUBLISHED = (
    r"published(?: online)?|posted(?: online)?|created|added|issued|released|dated?(?: of publication)?|"
    r"publication date|(?:дата )?(?:публикаци[ия]|размещени[ея]|создания)|опубликован[оаы]?|размещен[оаы]?|"
    r"создан[оаы]?|добавлен[оаы]?|дата|жарияланған(?: күні)?|жарияланды|жариялау күні|жарық көрді|күні|опубліковано|"
    r"veröffentlicht|publié|publicado|pubblicato|发布时间"
)
_UPDATED = (
    r"updated?|modified|edited|revised|amended|(?:последне[ея] )?(?:обновлени[ея]|изменени[ея])|"
    r"дата (?:обновления|изменения)|(?:обновл[её]н|измен[её]н|исправлен|отредактирован)[оаы]?|"
    r"(?:соңғы )?жаңарт\w+(?: күні)?|өзгертілген(?: күні)?|өзгертілді|оновлено|"
    r"aktualisiert|mise? à jour|actualizado|aggiornato|更新时间"
)
_RELATIVE = "today|yesterday|сегодня|вчера|бүгін|кеше"
"""Where they stand alone: "USA Today" and "Казахстан сегодня" are names."""
_FILLER = (
    r"(?:this |the )?(?:article|story|report|page) (?:was|is)|close|time|first|last|latest|originally|on|at|the|from|"
    r"section|category|filed under|в рубрике|рубрика|в разделе|раздел|категория|бөлім|айдар|"
    r"впервые|последн[ие]й раз|алғаш(?:қы)?|соңғы рет|время|уақыты?|сағат|в|от|года?|г\.|le|am|um|el|il"
)
_MARKS = r"(?:[\s,|•·‧●/–—:;.()\[\]-]|@(?=\s))+"
_TOKEN = re.compile(
    rf"(?P<count>(?<![\w]){_COUNT})|(?P<time>(?<![\d.:]){TIME})|(?P<zone>{_ZONE})|(?P<weekday>{WEEKDAY})|"
    rf"\b(?P<published>{_PUBLISHED})\b|\b(?P<updated>{_UPDATED})\b|\b(?:{_FILLER})(?!\w)|{_MARKS}",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Beside:
    """What is left of a stretch beside a date once all that goes with dates is stripped off both its ends."""

    name: str
    """What is left: nothing, or perhaps a name."""
    labels: tuple[Labelled, ...]
    """The labels that were stripped, in order."""
    timed: bool
    """A time of day was stripped."""


def strip(stretch: str) -> Beside:
    """Strip times, zones, weekdays, counts, labels and marks off both ends of what stands beside a date."""
    before = _from_start(stretch)
    start, end = before[-1].end() if before else 0, len(stretch)
    behind: list[re.Match[str]] = []
    for match in reversed(list(_TOKEN.finditer(stretch, start))):
        if match.end() != end:
            break
        behind.insert(0, match)
        end = match.start()
    kinds = [match.lastgroup for match in (*before, *behind)]
    labels = tuple(_LABELS[kind] for kind in kinds if kind in _LABELS)
    return Beside(stretch[start:end].strip(), labels, "time" in kinds)


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


def _from_start(stretch: str) -> list[re.Match[str]]:
    tokens: list[re.Match[str]] = []
    start = 0
    while (match := _TOKEN.match(stretch, start)) and match.end() > start:
        tokens.append(match)
        start = match.end()
    return tokens
