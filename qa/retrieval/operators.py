"""Take out of a question what asks for words as such: "quoted words" that must occur, and -word for what must not."""

import re
from dataclasses import dataclass

_OPERATOR = re.compile(
    r"(?P<minus>(?<!\S)-)?"
    r'(?:(?<!\w)"(?P<straight>[^"]*)"'  # 5" is five inches
    r"|“(?P<curly>[^“”]*)”|„(?P<low>[^„“”]*)[“”]|«(?P<pointed>[^«»]*)»)"
    r"|(?<!\S)-(?P<word>[^\W\d_]\S*)"
)
_QUOTES = ("straight", "curly", "low", "pointed")
_STOPS = " .,;:!?…"
"""What a sentence puts beside its words, inside the quotation marks or outside."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """A question taken apart; each part once, in the order of the question."""

    words: str
    """What is searched for: the question without what it excludes, and without quotation marks around words."""
    required: tuple[str, ...] = ()
    """Quoted words, to be held as they are written."""
    excluded: tuple[str, ...] = ()
    """Words behind a minus, not to be held in any form."""
    excluded_quotes: tuple[str, ...] = ()
    """Quoted words behind a minus, not to be held as they are written."""


def parse(question: str) -> Parsed:
    """Take a tidied question apart; one without operators is its words, character by character.

    A quotation mark without its like is an ordinary character, and so is a minus inside a word, before a digit or
    between spaces.
    """
    required, excluded, excluded_quotes = list[str](), list[str](), list[str]()

    def left(operator: re.Match[str]) -> str:
        """Keep what an operator finds, and give what it leaves in the question."""
        if (word := operator["word"]) is not None:
            if not word[0].isalpha():  # ½ is a number as 5 is
                return operator[0]
            excluded.append(word.rstrip(_STOPS))
            return ""
        quoted = next(operator[name] for name in _QUOTES if operator[name] is not None)
        kept = excluded_quotes if operator["minus"] else required
        if _is_word(quoted):
            kept.append(quoted.strip(_STOPS))
        return "" if operator["minus"] else _apart(operator, quoted)

    words = _OPERATOR.sub(left, question)
    if words != question:
        words = " ".join(words.split())
    return Parsed(words, _once(required), _once(excluded), _once(excluded_quotes))


def _is_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _apart(operator: re.Match[str], quoted: str) -> str:
    """Keep quoted words apart from what stands against their quotation marks."""
    before = operator.string[: operator.start()][-1:].isalnum()
    after = operator.string[operator.end() :][:1].isalnum()
    return f"{' ' * before}{quoted}{' ' * after}"


def _once(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))
