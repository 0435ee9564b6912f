"""Tell what kind of answer a question asks for, a number or a name, and whether a sentence holds one."""

import re

from qa.lexical.words import terms

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
_NUMBER = re.compile(
    r"\d|\b(one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred|thousand|million|half|third|quarter)\b",
    re.IGNORECASE,
)
_FIRST_WORD = re.compile(r"\W*(\w+)")
_CAPITAL = re.compile(r"\b[^\W\d_][\w’'-]+")


def holds_kind(question: str, sentence: str) -> bool:
    """Say whether a sentence holds a number where one is asked for, or a name that the question does not hold."""
    if _ASKS_NUMBER.search(question) and _NUMBER.search(sentence):
        return True
    if not _ASKS_NAME.search(question):
        return False
    asked = set(terms(question))
    return any(not asked.issuperset(terms(name)) for name in _names(sentence))


def _names(sentence: str) -> list[str]:
    """Give the words with a capital; the first word counts only where another with a capital follows it."""
    words = _CAPITAL.findall(sentence)
    first = _FIRST_WORD.match(sentence)
    opens = bool(words) and first is not None and words[0].startswith(first[1])
    capitals = [word for word in (words[1:] if opens else words) if word[0].isupper()]
    follows = len(words) > 1 and words[0][0].isupper() and words[1][0].isupper()
    return [words[0], *capitals] if opens and follows else capitals
