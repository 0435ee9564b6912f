"""Read the lines that say who wrote an article, and perhaps for whom."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.articles.byline_parts import NamePart, cut_names, is_role
from qa.articles.names import is_place
from qa.articles.person_or_place import sort_name
from qa.articles.plain_text import LONGEST_LINE
from qa.articles.scripts import is_caseless

_OF_WHAT = (
    r"(?:(?: (?:статьи|текста|материала|публикации|заметки|репортажа|интервью|колонки|обзора)(?: и (?:фото|видео))?)?)"
)
_BY = (
    r"(?:(?:written|reported|words|story|text|report|article|interview(?:ed)?|compiled|analysis)"
    r"(?: and (?:photographed|photos|pictures|images|filmed|illustrated))? )?by|"
    rf"автор(?:ы)?{_OF_WHAT}"
)
_PICTURED = (
    r"(?: ?(?:and|&|и|және|мен|пен) (?:photos?|photographs?|pictures?|images?|video|фото|видео|снимки|сурет(?:тер)?))?"
)
_TITLED = (
    rf"byline|authors?|(?:article|story|report|text) authors?|author of (?:the|this) (?:article|story|report|text)|"
    r"(?:news |staff )?reporters?|writers?|journalists?|correspondents?|"
    rf"(?:text|words|story|текст|мәтін(?:і)?){_PICTURED}|(?:фото и текст|фото және мәтін)|"
    r"(?:корреспондент|журналист|репорт[её]р)(?:ы)?|тілші(?:лер)?(?:і)?|"
    r"(?:мақала|мәтін|материал)(?:ның)? авторы|авторлар(?:ы)?"
)
_VERBS = (
    r"(?:беседовал|написал|записал|составил|интервьюировал|(?:материал |текст |интервью )?подготовил|"
    r"(?:интервью|беседу) (?:в[её]л|взял|пров[её]л))[аи]?(?: (?:материал|текст|интервью|беседу))?|"
    r"(?:(?:материал|мақала|сұхбат|мәтін)[дтн][ыі] )?дайындаған|дайындады|жазған|жазып алған|сұхбаттасқан|әңгімелескен"
)
_SPOKEN = rf"{_VERBS}|von|par|por|di|door|av|af|from"
"""These may begin a headline too, so they count only beside a date."""
_WORDS = r"(?:text|words|текст|мәтін)\s+(?=(?-i:[^\W\d_a-zа-яё])\w*[.\s])"
_BEHIND = r"(?:\s*[:—–]\s*|\s+(?:-\s+)?)"
_LABEL = re.compile(rf"(?:{_BY}){_BEHIND}|(?:{_TITLED})\s*(?:[:—–]|-\s)\s*", re.IGNORECASE)
_ANY_LABEL = re.compile(rf"{_LABEL.pattern}|(?:{_SPOKEN}){_BEHIND}|{_WORDS}", re.IGNORECASE)
_VERB_LABEL = re.compile(rf"{_LABEL.pattern}|(?:{_VERBS}){_BEHIND}", re.IGNORECASE)
_CREDITED = re.compile(
    r"(?:[^\W\d_]+(?: [^\W\d_]+){0,2}\s?:|(?:перев[её]л|отредактировал|сфотографировал|снял|смонтировал)[аи]?|"
    r"аударған|түсірген)\s(?P<name>[^:,]{5,60})",
    re.IGNORECASE,
)
"""Who did something else for the article: "Graphic: Ann Lee", "Перевела Анна Ли"."""
_FROM = re.compile(r"from\s", re.IGNORECASE)
_ANYTHING_BY = re.compile(r"[^\W\d_]+(?: (?:and|&) [^\W\d_]+)? by\s+", re.IGNORECASE)
_CASELESS = re.compile(
    r"(?:(?:作者|记者|記者|文)\s?[:/]\s?|[记記]者 |作者 )(?P<chinese>[\u4e00-\u9fff]{2,4})|"
    r"(?:بقلم:? |كتبت?\s?[:-]\s?)(?P<arabic>[\u0621-\u064a]{2,}(?: [\u0621-\u064a]{2,}){1,2})|"
    r"(?P<korean>[가-힣]{2,4}) 기자"
)
"""Where no letter is a capital, only these words tell who wrote it."""
_SINGLE = re.compile(r"[^\W\d_a-zа-яё][^\W\d_]+")
_MOST_ACRONYM_LETTERS = 6
_MOST_PLACE_WORDS = 4
_ENDING = re.compile(
    r"\(?(?:additional )?(?:reporting|writing|compiled|editing|edited|translat(?:ed|ion))(?: and \w+)? by "
    r"(?P<names>[^;().]{3,120})(?:[;.].{0,120})?\)?\.?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Byline:
    """A line that says who wrote the article, and perhaps for whom."""

    author: str | None
    outlet: str | None = None


def read_byline(line: str) -> Byline | None:
    """Read "By Jane Doe and John Roe, Reuters", "Автор: Иван Иванов", "(Reporting by Jane Doe; Editing by …)"."""
    if len(line) > LONGEST_LINE:
        return None
    if ending := _ENDING.fullmatch(line):
        return _read_ending(line, ending["names"].strip())
    label = _LABEL.match(line)
    if label is None:
        return None
    parts = list(cut_names(line[label.end() :]))
    if not parts or parts[0].kind in {"aside", "unknown"} or not all(part.capitalised for part in parts):
        return None
    return _byline(parts)


def read_signature(line: str) -> Byline | None:
    """Read a line beside a date, where names are bylines without "By" too: "Jane Doe, BBC News", "Von Hans Müller"."""
    if len(line) > LONGEST_LINE:
        return None
    if labelled := _CASELESS.fullmatch(line):
        return Byline(labelled[labelled.lastgroup or 0])
    label = _ANY_LABEL.match(line)
    if label is None and (credited := _CREDITED.fullmatch(line)) and sort_name(credited["name"]) == "person":
        return Byline(None)
    start = label or _ANYTHING_BY.match(line)
    parts = list(cut_names(line[start.end() if start else 0 :]))
    if is_caseless(line) and not any(part.kind == "outlet" for part in parts):
        return None
    if label and _FROM.match(label[0]) and not _is_from_person(parts):
        return Byline(None) if len(line.split()) <= _MOST_PLACE_WORDS else None
    if label and len(parts) == 1 and parts[0].kind != "aside" and _SINGLE.fullmatch(parts[0].name):
        acronym = parts[0].name.isupper() and len(parts[0].name) <= _MOST_ACRONYM_LETTERS
        return Byline(None, parts[0].name) if acronym or parts[0].kind == "outlet" else Byline(parts[0].name)
    if label is None and any(part.kind == "unknown" and not _is_office(parts, part) for part in parts):
        return None
    named = any(part.kind == "person" for part in parts)
    besides = len(parts) > 1 or is_role(line)
    return _byline(parts) if named or label or besides else None


def read_beside_date(name: str) -> Byline | None:
    """Read a name in one line with a date: labelled as the author's, or with an outlet's."""
    byline = read_byline(name)
    signature = None if byline else read_signature(name)
    if signature is None:
        return byline
    labelled = _ANY_LABEL.match(name) is not None or is_caseless(name)
    whole = signature.author is not None and (" " in signature.author or is_caseless(name))
    return signature if (labelled and (whole or signature.outlet)) or (whole and signature.outlet) else None


def _is_from_person(parts: Sequence[NamePart]) -> bool:
    """Return whether "From" stands before a person, "From Ann Lee in Velden", and not before a place."""
    first, *others = parts or [NamePart("unknown", "", "", capitalised=False)]
    if first.kind != "person" or (sort := sort_name(first.name)) == "place":
        return False
    return sort == "person" or bool(others)


def _is_office(parts: Sequence[NamePart], part: NamePart) -> bool:
    """Return whether a name behind an outlet's is the place of its office: "BBC News, Astana"."""
    return part is parts[-1] and parts[0].kind == "outlet" and is_place(part.name, in_capitals=False)


def is_labelled(line: str) -> bool:
    """Return whether a line begins as a byline does, or with a verb that says the same: "Подготовила", "Жазған"."""
    return len(line) <= LONGEST_LINE and _VERB_LABEL.match(line) is not None


def begins_as_byline(line: str) -> bool:
    """Return whether a line begins as a byline does: "By", "Автор:"."""
    return len(line) <= LONGEST_LINE and _LABEL.match(line) is not None


def _byline(parts: Sequence[NamePart]) -> Byline:
    """Join the people as the line does, what stands between them left out; outlets apart."""
    people = [number for number, part in enumerate(parts) if part.kind == "person"]
    author = "".join(_joined(parts, number) if number != people[0] else parts[number].name for number in people)
    outlets = dict.fromkeys(part.name for part in parts if part.kind == "outlet")
    return Byline(author or None, ", ".join(outlets) or None)


def _joined(parts: Sequence[NamePart], number: int) -> str:
    """Return a person with what joins it to the one before; a comma that closed what is left out goes with that."""
    part = parts[number]
    joined = part.joined
    if parts[number - 1].kind != "person" and joined.strip() not in {",", ""}:
        joined = f" {joined.lstrip(', ')}"
    return f"{joined}{part.name}"


def _read_ending(line: str, names: str) -> Byline | None:
    parts = list(cut_names(names))
    if not any(part.kind == "person" for part in parts) or any(part.kind == "unknown" for part in parts):
        return Byline(None) if ";" in line else None
    reported = not re.match(r"\(?(?:edit|additional|translat)", line, re.IGNORECASE)
    return Byline(_byline(parts).author if reported else None)
