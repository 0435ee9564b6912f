"""Decide whether the full stop of an abbreviation ends its sentence, where the sentence model does not know."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

_BEFORE_NAMES = """
т.е т.к т.н им ул пр просп пр-т пер пл наб бул б-р ш мкр мкрн д г с п пос дер корп стр кв оф ст р оз о рис табл гл разд
см ср т тел гр гр-н г-н г-жа тов св акад проф доц канд ген полк подполк кап лейт серж инж зам нач зав дир пред ред сост
худ реж архит изд напр стат мыс көш даң ықш қ ауд вул буд просп ім
"""
"""What they are short for is followed by a name or a number: имени, улица, дом, город, профессор."""
_AFTER_NUMBERS = """
в вв ж жж ғ коп тг тнг грн чел экз шт кг км см мм га м т л ч мин сек сут нед мес янв фев февр апр авг
сен сент окт нояб дек
"""
_ALONE = "гг кв.м долл руб тыс млн млрд трлн"
"""Dates, centuries, sums and measures: a sentence may end with them, or go on with a name."""
_LAST = "т.д т.п др т.б т.с.с ж.б обл р-н респ н.э б.з.д б.з.б"
"""And so on, region, district: a sentence may end with them."""
_CURRENCIES = frozenset(("долл", "руб", "тыс", "млн", "млрд", "трлн"))


def _pattern(names: str) -> str:
    spellings = sorted({re.escape(name).replace(r"\.", r"\.\s?") for name in names.split()}, key=len, reverse=True)
    return "|".join(spellings)


_CYRILLIC = re.compile(
    rf"(?<![\w.-])(?:(?P<last>{_pattern(_LAST)}|(?<=и\s)пр)|"
    rf"(?P<unit>(?:(?<=[\dIVX]\s)|(?<=\d))(?:{_pattern(_AFTER_NUMBERS)})|(?:(?<=\d{{4}}\s)|(?<=\d{{4}}))г|"
    rf"{_pattern(_ALONE)})|"
    rf"(?P<name>{_pattern(_BEFORE_NAMES)}))\.(?P<space>\s*)(?=[«“„\"(]?(?P<next>\w[\w-]*)(?P<initial>\.)?)",
    re.IGNORECASE,
)
_INITIALS = re.compile(
    r"(?<!\w)[^\W\d_]{3,}\s(?:[А-ЯЁӘҒҚҢӨҰҮІ]\.\s?){1,2}(?P<space>\s|(?<=\s))(?=(?P<next>[А-ЯЁӘҒҚҢӨҰҮІ]\w*)(?![\w.]))"
)
"""A surname with the initials behind it, and a word that begins a sentence."""
_LATIN = re.compile(
    r"(?<![\w.])(?:(?P<clock>[ap]\.\s?m)|(?!e\.g|i\.e)(?:[A-Za-z]\.)+[A-Za-z]|Inc|Corp|Ltd|Co|Bros|Jr|Sr|etc)"
    r"\.[\"”’)]?(?P<space>\s+)(?=[“‘\"(]?(?P<next>[A-Z][\w’']*)(?![\w.-]|\s[Tt]ime\b))"
)
_RANK = re.compile(
    r"(?<![\w.])(?:Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Pvt|Brig|Adm|Cmdr|Cdr|Gov|Sens?|Reps?|Rev|Hon|Prof|Drs?|Mr|Mrs|Ms|Messrs|"
    r"Supt|Insp|Det|Pres|Amb|Atty|Asst|Msgr)\.(?P<space>\s+)(?=(?P<next>[A-Z][\w’']*))"
)
"""What a name, or another rank, follows: "Lt. Col. Ray"."""
_ZONE = re.compile(
    r"(?:\d|[ap]\.\s?m\.|\b[ap]m)\s(?:[A-Z]{1,2}[SD]T|[A-Z]T|GMT|UTC|CES?T|EES?T|MSK)\.[\"”’)]?(?P<space>\s+)"
    r"(?=[“‘\"(]?[A-Z])"
)
_PER_CENT = re.compile(r"\bper\s?cent\.[\"”’)]?(?P<space>\s+)(?=[“‘\"(]?[A-Z\d$£€¥])")
"""A zone behind a time of day, and a word that the model takes for shortened: their stops end a sentence."""
_OPENERS = frozenset(
    """
    he she it they we you i his her its their our my this that these those there here the nobody everybody somebody
    someone everyone nothing many most some several few but and or so yet then when while after before although
    though if because as at by for from in on since to under until with without however meanwhile later now also
    instead what who why how where neither both each another
    он она оно они мы вы я его её ее их им ему ей это этот эта эти тот та те там тут здесь так такой такие затем потом
    после до но а и или однако поэтому также тогда теперь сейчас когда пока если хотя чтобы что кто как где почему
    в во на по с со к ко о об от из у за для при без под над через между среди кроме вместо ранее позже ещё еще уже все
    всё всего никто ничего каждый многие некоторые другие сам сама
    ол олар оның оны оған олардың бұл бұлар осы сол мұнда сонда содан кейін бірақ алайда ал және егер қазір біз мен сіз
    сонымен сондықтан ешкім барлығы көп
    """.split()  # noqa: SIM905
)
"""Little words: with a capital, they begin a sentence."""
_AFTER_A_TIME = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december mon tue wed thu fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec
    gmt utc bst est edt et pst pdt pt cst cdt ct mst mt cet cest eet msk ist jst eastern pacific central mountain
    greenwich moscow
    """.split()  # noqa: SIM905
)
_FRONTED = re.compile(
    r"\W*(?:(?:at|by|on|in|from|since|until|before|after|around|about|between|в|во|с|со|к|ко|до|по|на|после|около|"
    r"за|от|из|у|при|для)\s|\d)",
    re.IGNORECASE,
)
_DONE = re.compile(r"(?:\b|^\W*[А-ЯЁ])[а-яё]{2,}(?:(?:[аея]н|ён|ят|ыт|ут)[аоы]?|л(?:ся|ась|ось|ись)|[еия]тся|ются)\b")
"""A verb after which it may be said by whom: "основана", "открывался"."""
_BY_WHOM = re.compile(
    r"(?!(?:\w+[еи]се|андре|серге|алексе|матве|тимофе|музе|лице|юбиле)й|(?:макс|вад|еф|р)им|крым)\w+"
    r"(?:ом|[её]м|[ыи]м|[оеё][йю]|ью|ми)",
    re.IGNORECASE,
)
"""A word in the instrumental case, by its ending; names such as Сергей and Максим end so as they are."""
_CLAUSE = re.compile(r"[^.,;:!?]*")
_VERB = re.compile(r"\b[а-яё]{2,}(?:л(?:а|о|и|ся|ась|ось|ись)?|[еиуюая]т(?:ся)?|[аея]н[аоы]?|ён)\b|[—–]")
_YEARS_KAZAKH = frozenset(("ж", "жж", "ғ"))
_MOST_FRONTED_WORDS = 6
_LOOKED_AT = 100


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """The stop of an abbreviation before a word that could begin a sentence."""

    following: int
    """Where what follows begins."""
    ends: bool
    """Whether it ends its sentence."""


def abbreviations(text: str, starts: Iterable[int]) -> Iterator[Abbreviation]:
    """Yield the abbreviations that are decided here, given where sentences seem to start."""
    known = sorted(starts)
    for match in _CYRILLIC.finditer(text):
        ends, place = _ends_cyrillic(match, _so_far(text, known, match)), bisect_left(known, match.end())
        if not ends and known[place : place + 1] == [match.end()]:
            del known[place]
        yield Abbreviation(match.end(), ends)
    for match in _INITIALS.finditer(text):
        if match["next"].lower() in _OPENERS:
            yield Abbreviation(match.end(), ends=True)
    for match in _LATIN.finditer(text):
        following = match["next"].lower()
        clock = match["clock"] and following not in _AFTER_A_TIME and not _is_fronted(_so_far(text, known, match))
        if clock or following in _OPENERS:
            yield Abbreviation(match.end(), ends=True)
    for pattern in (_ZONE, _PER_CENT):
        yield from (Abbreviation(match.end(), ends=True) for match in pattern.finditer(text))
    for match in _RANK.finditer(text):
        if match["next"].lower() not in _OPENERS:
            yield Abbreviation(match.end(), ends=False)


def _ends_cyrillic(match: re.Match[str], so_far: str) -> bool:
    following = match["next"]
    if not match["space"] or not following[:1].isupper():
        return False
    if following.lower() in _OPENERS and not (match["initial"] and len(following) == 1):
        return True
    if match["name"] or (match["unit"] or "").lower() in _YEARS_KAZAKH or match.string[match.end()] == "(":
        return False  # in Kazakh the verb stands last, and a year is none
    if _says_by_whom(match, so_far):
        return False
    acronym = len(following) > 1 and following.isupper()
    return not (acronym and match["unit"] and match["unit"].lower() in _CURRENCIES) and not _is_fronted(so_far)


def _says_by_whom(match: re.Match[str], so_far: str) -> bool:
    """Return whether what was done is followed by who did it, and not by a sentence: "основана в 1998 г. Иваном"."""
    if _BY_WHOM.fullmatch(match["next"]) is None or _DONE.search(so_far) is None:
        return False
    clause = _CLAUSE.match(match.string, match.end())
    return clause is not None and _VERB.search(clause[0]) is None


def _so_far(text: str, starts: Sequence[int], match: re.Match[str]) -> str:
    """Return the sentence up to an abbreviation, as far as it matters."""
    behind = bisect_right(starts, match.start())
    start = max(starts[behind - 1] if behind else 0, match.start() - _LOOKED_AT)
    return text[start : match.start("space")]


def _is_fronted(so_far: str) -> bool:
    """Return whether a sentence has not said anything yet but when: "В 2025 г.", "On Monday at 5 p.m."."""
    return _FRONTED.match(so_far) is not None and "," not in so_far and len(so_far.split()) <= _MOST_FRONTED_WORDS
