"""Cut what a byline states into names, each with what it is: a person, an outlet, or what goes with a person."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from qa.articles.names import is_address, is_agency, is_capitalised, is_person, is_publisher, is_section

NameKind = Literal["person", "outlet", "aside", "unknown"]
BETWEEN_NAMES = (
    r"\s*,?\s+(?:and|AND|with|WITH|и|И|та|і|және|пен|мен|бен|und|mit|et|avec)\s+|\s*,?\s*&\s*|\s*[;|/•·‧]\s*|"
    r"\s+[-–—]+\s+"
)
"""What parts the names of a list, besides commas."""
_CONNECTOR = re.compile(
    r"(?P<to>\s*,?\s+(?:special(?:ly)? (?:to|for)|on behalf of|for|(?:специально )?для)(?: the)?\s+)|"
    r"(?P<within>\s*,?\s+(?:in|at|from|в|из|на)\s+)|"
    rf"{BETWEEN_NAMES}|\s*,\s*"
)
_CONTACT = re.compile(r"\s*[(\[<]?\s*(?:@\w+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|(?:https?://|www\.)[^\s>]+)\s*[)\]>]?")
_PICTURES = re.compile(
    r"\s*[.,;|/(]*\s*\b(?:photo(?:s|graph(?:s|y|er)?)?|pictures?|video|images?|illustrations?|фото|фотограф|видео|сурет)"
    r"\b\s*(?::|by\b|—|автора\b|(?<=о\s)(?=(?-i:[А-ЯЁӘҒҚҢӨҰҮІ][\w.]*\s[А-ЯЁӘҒҚҢӨҰҮІ]))).*",
    re.IGNORECASE,
)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]+)[)\]]")
_DEGREE = re.compile(
    r"(?:Ph\.?\s?D|M\.?D|M\.?A|M\.?Sc|B\.?A|MBA|LL\.?[MBD]|D\.?Phil|Esq|[QK]\.?C|MP|CBE|OBE|RN)\.?|"
    r"(?:к|д)\.\s?\w{1,6}\.\s?н\.|PhD докторы"
)
_ENDING = re.compile(r"(?:Jr|Sr|мл|ст)\.?|I{2,3}|IV")
_ROLE_NOUN = (
    r"reporters?|correspondents?|editors?|writers?|journalists?|columnists?|analysts?|producers?|contributors?|"
    r"commentators?|critics?|photographers?|"
    r"agencies|wires|wire (?:reports|services)|admin(?:istrator)?|webmaster|админ(?:истратор)?|"
    r"staff|desk|bureau|newsroom|team|fellow|professor|lecturer|researcher|"
    r"корр|корреспондент\w*|собкор\w*|спецкор\w*|журналист\w*|редактор\w*|обозревател\w*|колумнист\w*|аналитик\w*|"
    r"эксперт\w*|политолог\w*|экономист\w*|фотокорреспондент\w*|редакци\w*|пресс-служб\w*|тілші\w*|шолушы\w*|сарапшы\w*|"
    r"redaktion|redacción|redac?ção|rédaction|redazione|redactie|redakcja|редакція"
)
_ROLE = re.compile(rf"(?<!\w)(?:{_ROLE_NOUN})(?!\w)\.?", re.IGNORECASE)
_MOST_ROLE_WORDS = 6
_OF_OFFICE = frozenset(
    """
    chief senior junior deputy assistant associate managing executive lead special staff foreign national international
    global regional local royal home white middle far latin capitol contributing acting former economics political
    religious religion diplomatic investigative investigations environmental technical legal medical main
    """.split()  # noqa: SIM905
)
"""With a capital, they begin what somebody is, and no name: "Chief Foreign Correspondent"."""
_QUOTED = re.compile(r"[«\"“„](.{2,60})[»\"”“]")


@dataclass(frozen=True, slots=True)
class NamePart:
    """A part of a byline; `joined` is what stands before it: ", ", " and "."""

    kind: NameKind
    name: str
    joined: str
    capitalised: bool
    """Whether each of its words begins with a capital, as a name's."""


def cut_names(stated: str) -> Iterator[NamePart]:
    """Cut what follows "By" into its parts; contacts and picture credits are left out."""
    stated = _BRACKETS.sub(r", \1", _CONTACT.sub("", _PICTURES.sub("", stated))).strip(" ,;|")
    start, joined, behind = 0, "", None
    before: NamePart | None = None
    for connector in [*_CONNECTOR.finditer(stated), None]:
        end = connector.start() if connector else len(stated)
        if name := stated[start:end].strip():
            for part in _parts(name, joined, _whom(behind, joined, before)):
                before = part
                yield part
        if connector:
            start, joined, behind = connector.end(), connector[0], connector.lastgroup


def _whom(behind: str | None, joined: str, before: NamePart | None) -> str | None:
    """Return what "for" says: behind an office that is none of the press, "MP for Velden", no outlet but a place."""
    if behind != "to" or joined.split()[0] not in {"for", "для"} or before is None:
        return behind
    office = before.kind == "aside" or (before.kind == "unknown" and before.capitalised)
    return "within" if office and not _ROLE.search(before.name) else behind


def goes_with_name(stated: str) -> bool:
    """Return whether what stands behind a name and a comma belongs to it: "Jr.", "PhD", "political editor"."""
    if _ENDING.fullmatch(stated) or _DEGREE.fullmatch(stated):
        return True
    return _ROLE.search(stated) is not None and stated[:1].islower()


def is_role(stated: str) -> bool:
    """Return whether a line ends in what somebody is: "Business reporter"."""
    role = _ROLE.search(stated)
    return role is not None and role.end() == len(stated) and len(stated.split()) <= _MOST_ROLE_WORDS


def _parts(name: str, joined: str, behind: str | None) -> Iterator[NamePart]:
    """Sort one name by its words and by the preposition before it; a role or an outlet beside it is parted from it."""
    capitalised = is_capitalised(name)
    quoted = _QUOTED.fullmatch(name)
    role = _ROLE.search(name)
    bare = name.rstrip(".")
    if quoted:
        yield NamePart("outlet", quoted[1], joined, capitalised=True)
    elif is_agency(bare) or (behind == "to" and capitalised):
        yield NamePart("outlet", bare, joined, capitalised=True)
    elif _ENDING.fullmatch(name) and joined:
        yield NamePart("person", name, joined, capitalised=True)
    elif _DEGREE.fullmatch(name) or is_address(name) or (behind == "within" and capitalised):
        yield NamePart("aside", name, joined, capitalised=True)
    elif first := _person_first(name):
        yield NamePart("person", first.person, joined, capitalised=True)
        yield NamePart(first.kind, first.rest, joined, capitalised=True)
    elif role and len(name.split()) <= _MOST_ROLE_WORDS:
        yield from _beside_role(name, role, joined)
    elif is_publisher(bare):
        yield NamePart("outlet", bare, joined, capitalised=True)
    elif is_person(name) or is_person(bare):
        initial = bare[-2:-1] in {" ", "."}
        yield NamePart("person", name if initial or is_person(name) else bare, joined, capitalised=True)
    else:
        yield NamePart("unknown", bare, joined, capitalised=capitalised)


@dataclass(frozen=True, slots=True)
class _PersonFirst:
    person: str
    kind: NameKind
    rest: str


def _person_first(name: str) -> _PersonFirst | None:
    """Part "Jane Doe political editor", "Jane Doe of The Times", "Jane Doe Associated Press", "Jane Doe MP"."""
    words = name.split()
    for length in range(2, min(5, len(words))):
        person, rest = " ".join(words[:length]), " ".join(words[length:])
        if not is_person(person) or _ROLE.search(person) or is_agency(words[0]) or _is_office_word(words[0]):
            continue
        of = rest.removeprefix("of ").removeprefix("the ")
        if is_agency(rest) or (of != rest and is_capitalised(of)):
            return _PersonFirst(person, "outlet", of)
        role = _ROLE.search(rest)
        if _DEGREE.fullmatch(rest) or (
            role and role.end() == len(rest) and not is_publisher(rest[: role.start()].strip())
        ):
            return _PersonFirst(person, "aside", rest)
    return None


def _is_office_word(word: str) -> bool:
    return word.lower() in _OF_OFFICE or is_section(word)


def _beside_role(name: str, role: re.Match[str], joined: str) -> Iterator[NamePart]:
    """Part "BBC political editor Jane Doe", "Корр. ТАСС Иван Петров", "AP writer"; the person stands last."""
    before, words = name[: role.start()].split(), name[role.end() :].split()
    people = [place for place in range(len(words) - 1) if is_person(" ".join(words[place:]))]
    chosen = max((place for place in people if place == 0 or is_agency(" ".join(words[:place]))), default=None)
    after = words if chosen is None else words[:chosen]
    stated = (" ".join(after), *(" ".join(before[:end]) for end in range(len(before), 0, -1)))
    outlet = next((it for it in stated if is_publisher(it)), None)
    if outlet:
        yield NamePart("outlet", outlet, joined, capitalised=True)
    if chosen is not None:
        yield NamePart("person", " ".join(words[chosen:]), joined, capitalised=True)
    elif not outlet:
        yield NamePart("aside", name, joined, capitalised=True)
