"""Numbers, sums of money and quantities, however they are written: £4.5m is 4.5 million pounds, and 1 450 is 1,450."""

import re
from collections.abc import Mapping
from itertools import product
from types import MappingProxyType

APOSTROPHES = "'’‘ʼʻ‛´`′＇"
GLUE = "\x00"
"""A space inside a number or a name; no plain text holds it otherwise."""
_SPACES = f"{GLUE} \u00a0\u2007\u2008\u2009\u202f"
_ALNUM = r"[^\W_]"

_CURRENCIES: Mapping[str, str] = MappingProxyType(
    {"$": "dollar", "£": "pound", "€": "euro", "¥": "yen", "₽": "ruble", "₸": "tenge", "₹": "rupee", "₺": "lira",
     "₴": "hryvnia", "₪": "shekel", "₩": "won"}
)  # fmt: skip
_ENDINGS = ("", *"а ы у и е я ь ю ов ей ам ям ом ем ами ями ах ях".split())  # noqa: SIM905
_STEMS: Mapping[str, str] = MappingProxyType(
    {"миллион": "million", "млн": "million", "миллиард": "billion", "млрд": "billion", "триллион": "trillion",
     "трлн": "trillion", "тысяч": "thousand", "тыс": "thousand", "доллар": "dollar", "долл": "dollar", "рубл": "ruble",
     "руб": "ruble", "процент": "percent"}
)  # fmt: skip
SAME: Mapping[str, str] = MappingProxyType(
    {stem + ending: word for (stem, word), ending in product(_STEMS.items(), _ENDINGS)}
    | {"bn": "billion", "bln": "billion", "mln": "million", "tn": "trillion", "trn": "trillion", "pct": "percent",
       "usd": "dollar", "eur": "euro", "евро": "euro", "gbp": "pound", "jpy": "yen", "rouble": "ruble",
       "roubles": "ruble", "kzt": "tenge", "тенге": "tenge", "теңге": "tenge", "пайыз": "percent",
       "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "км": "km",
       "kilogram": "kg", "kilograms": "kg", "kilogramme": "kg", "kilogrammes": "kg", "кг": "kg"}
)  # fmt: skip
"""Folded words that are written for another beside a number."""
_TIMES: Mapping[str, str] = MappingProxyType(
    {"k": "thousand", "m": "million", "b": "billion", "t": "trillion", "mn": "million"}
    | {word: word for word in ("thousand", "million", "billion", "trillion")}
    | {form: word for form, word in SAME.items() if word in {"thousand", "million", "billion", "trillion"}}
)
"""What multiplies a sum of money; behind another number, m may be metres."""
_UNITS = (
    *("bn", "bln", "mln", "mn", "tn", "trn", "m", "km", "cm", "mm", "kg", "mg", "lb", "lbs", "oz", "ft", "yd", "yds"),
    *("ha", "kw", "mw", "gw", "kwh", "mwh", "gwh", "kb", "mb", "gb", "tb", "bit", "hz", "khz", "mhz", "ghz", "mph"),
    *("kph", "kmh", "bhp", "hp", "rpm", "db", "nm", "am", "pm", "hr", "hrs", "min", "mins", "sec", "secs", "yr", "yrs"),
    *("км", "см", "мм", "м", "кг", "га", "мин", "млн", "млрд", "трлн"),
)
"""What may stand against a number and is a word of its own; "3g" is one."""


def _any(written: tuple[str, ...]) -> str:
    return f"(?i:{'|'.join(sorted(written, key=len, reverse=True))})(?!{_ALNUM})"


UNIT = rf"(?:{_any(_UNITS)}|(?i:[ap]\.m)(?!{_ALNUM}))"
_LONG_TIMES = _any(tuple(form for form in _TIMES if len(form) > 1))
_THOUSAND = _any(tuple(form for form, word in _TIMES.items() if word == "thousand" and form != "k"))
_SIGN_OF_CURRENCY = "".join(_CURRENCIES)
_GROUPED = "|".join(rf"(?:{parting}\d{{3}})+" for parting in (f"[{APOSTROPHES}]", f"[{_SPACES}]", "٬"))
THOUSANDS_APART = rf"(?<!\d[.,])[1-9]\d{{0,2}}(?:(?:,\d{{3}})+|{_GROUPED})(?!\d)"
_NUMBER = (
    r"(?:(?<!\d[.,])[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?(?![.,]?\d)"  # 1,450
    rf"|(?<!\d[.,])[1-9]\d{{0,2}}(?:{_GROUPED})(?:[.٫]\d+|,\d{{1,2}})?(?![.,]?\d)"  # 1 450
    r"|(?<!\d[.,])[1-9]\d{0,2}(?:(?:\.\d{3}){2,}(?:,\d+)?|\.\d{3},\d{1,2})(?![.,]?\d)"  # 1.450.000
    r"|(?<!\d[.,-])\d+(?:[.٫]\d+|,\d{1,2})(?![.,]?\d)"  # 4.5; 4,5 parts no thousands
    r"|(?<!\d:)\d{1,2}:\d{2}(?![\d:])"  # 5:30 is 5.30
    r"|\d+)"
)
_SUM = (
    rf"(?:(?:US|us|S|A|C|HK|NZ|CA|AU)?\$|[{_SIGN_OF_CURRENCY[1:]}])[{_SPACES}]?{_NUMBER}"
    rf"(?:[KkMmBbTt](?!{_ALNUM})|[-{_SPACES}]?{_LONG_TIMES})?"
)
_THOUSANDS = rf"{_NUMBER}(?:[Kk](?!{_ALNUM})|[-{_SPACES}]{_THOUSAND})"
_PLAIN = rf"{_NUMBER}(?:(?!{_ALNUM})|(?=-?{UNIT}))"
LETTERED = rf"{THOUSANDS_APART}(?![Kk](?!{_ALNUM})|{UNIT}|(?i:pc|pct)(?!{_ALNUM}))[^\W\d_]+(?!{_ALNUM})"
"""A number with letters against it that are no unit: 2,000th."""
AMOUNT = rf"{_SUM}|{_THOUSANDS}|{_NUMBER}(?i:pc|pct)(?!{_ALNUM})|{_PLAIN}"
SIGN = rf"(?<![^\W\d_])[{_SIGN_OF_CURRENCY}]|(?:(?<=\d)|(?<=\d[{_SPACES}]))(?:%|°[CF]?(?!{_ALNUM}))"
"""A sign that is read as a word: that of a currency, or of percent or degrees behind a number."""
PER_CENT = rf"[Pp]er[-{GLUE}][Cc]ent(?!{_ALNUM})"
INSIDE_AMOUNT = (
    rf"(?<=\d.)(?=\d{{3}}(?!\d)|[%°]|{_any(tuple(_TIMES))})|(?<=[{_SIGN_OF_CURRENCY}].)(?=\d)"
    rf"|(?<=[Pp]er.)(?=[Cc]ent(?!{_ALNUM}))"
)
"""What stands around a space inside of these; it matches behind the space."""

_PARTS = re.compile(rf"^(\D*)({_NUMBER})[-{_SPACES}]?(\D*)$")
_SIGNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {sign: (word,) for sign, word in _CURRENCIES.items()}
    | {"%": ("percent",), "°": ("degree",), "°C": ("degree", "celsius"), "°F": ("degree", "fahrenheit")}
)
MEASURES = frozenset((*_CURRENCIES.values(), "percent", "degree"))
"""The words of signs."""
_MILLION, _BILLION, _DECIMALS = 6, 9, 3


def read_amount(written: str) -> tuple[str, ...]:
    """Return the words of what `AMOUNT` matches, folded, as they would be spelt out: 22, billion, dollar."""
    sign, number, behind = (part for match in _PARTS.finditer(written) for part in match.groups())
    number, behind, sign = _digits(number), behind.lower(), sign.strip(_SPACES)[-1:]
    times = _TIMES.get(behind, "percent" if behind else "")
    words = _thousand_times(number) if times == "thousand" else (number, times)
    if not times:
        words = _in_millions(number)
    return tuple(word for word in (*words, _CURRENCIES.get(sign, "")) if word)


def without_partings(lettered: str) -> str:
    """Return a word that begins with a number as it is written where nothing parts its thousands."""
    return re.sub(rf"(?<=\d)[,٬{APOSTROPHES}{_SPACES}](?=\d{{3}}(?!\d))", "", lettered)


def read_sign(written: str) -> tuple[str, ...]:
    """Return the words of what `SIGN` matches."""
    return _SIGNS[written]


def _digits(number: str) -> str:
    """Return a number without what parts its thousands, and its decimals behind a point."""
    if ":" in number:
        return number.replace(":", ".").removeprefix("0") if number[1] != ":" else number.replace(":", ".")
    whole = re.sub(rf"[{APOSTROPHES}{_SPACES}٬]|,(?=\d{{3}}(?!\d))", "", number)
    if whole.count(".") > 1 or ("." in whole and "," in whole):
        whole = whole.replace(".", "")
    return re.sub("[,٫]", ".", whole)


def _thousand_times(number: str) -> tuple[str, ...]:
    whole, _, decimals = number.partition(".")
    beyond = decimals[3:]
    return _in_millions(f"{whole}{decimals[:3]:0<3}".lstrip("0") + (f".{beyond}" if beyond else ""))


def _in_millions(number: str) -> tuple[str, ...]:
    """Return a round number of seven digits or more as reports mostly have it: 1.5 million."""
    for zeros, word in ((_BILLION, "billion"), (_MILLION, "million")):
        whole, decimals = number[:-zeros], number[-zeros:].rstrip("0")
        if whole and number.isdecimal() and len(decimals) <= _DECIMALS and number[0] != "0":
            return (f"{whole}.{decimals}" if decimals else whole, word)
    return (number,)
