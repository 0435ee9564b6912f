"""The type of answer that a question asks for, a number, a time or a name, and whether a text holds one."""

import re
from dataclasses import dataclass

from qa.index.lexical.words import terms

_INTERROGATIVE = re.compile(r"\b(who|whom|whose|where|when|what|which|why|how)\b", re.IGNORECASE)
_ASKS_NUMBER = re.compile(
    r"\bhow (many|much|old|long|far|big|large|tall|high|often|common)\b|\bwhen\b"
    r"|\bwhat (year|date|percentage|proportion|price|age)\b"
    r"|\b(number|percentage|proportion|price|cost|amount|date|year|length) of\b",
    re.IGNORECASE,
)
_ASKS_NAME = re.compile(
    r"\b(who|whom|whose|where)\b"
    r"|\b(which|what) (country|city|company|player|team|club|man|woman|person|actor|actress|singer|band|film|state)\b",
    re.IGNORECASE,
)
_IN_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:dozen|hundred|thousand|[mb]illion|trillion)s?|double|twice"
    r"|(?<!first )(?<!second )half|zero|none|nobody|no one|(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?"
)
_NUMBER = re.compile(rf"\d|\b(?:one|third|quarter|{_IN_WORDS})\b", re.IGNORECASE)
_ASKS_TIME = re.compile(r"\bwhen\b|\b(what|which) (year|date|day|month|time|century|decade)\b", re.IGNORECASE)
_ASKS_FIGURE = re.compile(
    r"\bhow (many|much|old|long|far|big|large|tall|high|often|heavy|fast)\b"
    r"|\b(what|which) (percentage|proportion|price|age|share|number|amount|sum)\b"
    r"|\b(number|percentage|proportion|price|cost|amount|length|size|age) of\b",
    re.IGNORECASE,
)
_FIGURE = re.compile(rf"\d|[¼-¾⅐-⅞]|\b(?:{_IN_WORDS})\b", re.IGNORECASE)
_TIME = re.compile(
    r"\b(January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b"
    r"|\b(Jan|Feb|(?-i:Mar)|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?-i:Mon|Tues?|Weds?|Thurs?|Fri)\b|\b(1[0-9]|2[01])[0-9]{2}\b|\b(1[0-9]|20)?[0-9]0['’]?s\b|\b(AD|BC)\b"
    r"|\b(in|since|until|till|by|before|after) [1-9][0-9]{2}(?=[^\w\s%]|$)|\d{1,2}[:.h]\d{2}|\b1?\d ?[ap]\.?m\b"
    r"|\bthe \d{1,2}(st|nd|rd|th)\b|\bQ[1-4]\b|\b(noon|midday|midnight|dawn|dusk|sunrise|sunset)\b"
    r"|\b(tonight|overnight|ago)\b|\b(yesterday|today|tomorrow|morning|afternoon|evening|night|weekend|fortnight|minute|hour|day|week|month"
    r"|season|year|decade|century|summer|winter|spring|autumn)s?\b|\bcenturies\b"
    r"|\b(Christmas|Easter|Ramadan|Eid|Passover|Hanukkah|Diwali|Nauryz|Halloween|Thanksgiving|Lent)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\W*(\w+)")
_CAPITAL = re.compile(r"\b[^\W\d_][\w’'-]+")


@dataclass(frozen=True, slots=True)
class AnswerType:
    """What a question asks for; a question may ask for none of these."""

    number: bool
    """A number or a time, in digits or words."""
    name: bool
    time: bool
    figure: bool
    """A quantity, in digits or words."""
    words: frozenset[str]
    """The question's own words, which answer nothing."""
    language: str | None
    """The question's."""

    def held_by(self, sentence: str) -> bool:
        """Return whether a sentence holds a number where one is asked for, or a name that the question does not."""
        if self.number and _NUMBER.search(sentence):
            return True
        return self.name and any(not self.words.issuperset(terms(name, self.language)) for name in _names(sentence))

    def missing_in(self, text: str) -> bool:
        """Return whether a time or a figure is asked for, and a text holds none."""
        return (self.time and not _TIME.search(text)) or (self.figure and not _FIGURE.search(text))


def answer_type_of(question: str, language: str | None = None) -> AnswerType:
    """Return what a question asks for by its first interrogative, up to the next (English only: else nothing).

    "Who won when the river rose" asks for a name, not for a time.
    """
    first = _INTERROGATIVE.search(question)
    following = _INTERROGATIVE.search(question, first.end()) if first else None
    clause = question[first.start() if first else 0 : following.start() if following else None]
    return AnswerType(
        number=bool(_ASKS_NUMBER.search(clause)),
        name=bool(_ASKS_NAME.search(clause)),
        time=bool(_ASKS_TIME.search(clause)),
        figure=bool(_ASKS_FIGURE.search(clause)),
        words=frozenset(terms(question, language)),
        language=language,
    )


def _names(sentence: str) -> list[str]:
    """Return the words with a capital; the first word counts only where another with a capital follows it."""
    words = _CAPITAL.findall(sentence)
    first = _FIRST_WORD.match(sentence)
    opens = bool(words) and first is not None and words[0].startswith(first[1])
    capitals = [word for word in (words[1:] if opens else words) if word[0].isupper()]
    follows = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
    return [words[0], *capitals] if opens and follows else capitals
