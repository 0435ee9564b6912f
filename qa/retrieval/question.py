"""Check a question and parse it: "quoted words" must occur as they are written, and -word must not occur."""

import re
from dataclasses import dataclass, replace

from qa.articles.plain_text import in_one_line
from qa.errors import EmptyQuestion, ExcludingQuestion, LongQuestion, WordlessQuestion
from qa.records import Kind, SearchRequest, Vague
from qa.retrieval.asked_time import TimeWords, read_time
from qa.retrieval.kind import kind_of, topic_of, vague
from qa.retrieval.request import check_choices
from qa.settings import Settings

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
class Question:
    """A question in its parts; each part once, in the order of the question."""

    text: str
    """As it was asked, its space tidied."""
    words: str
    """What is searched for: the question without what it excludes, and without quotation marks around words."""
    required: tuple[str, ...] = ()
    """Quoted words, to be held as they are written."""
    excluded: tuple[str, ...] = ()
    """Words behind a minus, not to be held in any form."""
    excluded_quotes: tuple[str, ...] = ()
    """Quoted words behind a minus, not to be held as they are written."""
    kind: Kind = "question"
    vague: Vague | None = None
    as_written: bool = False
    """Whether misspelt words are searched for as they are."""
    time: TimeWords | None = None
    """What of it points at now, or at the days of reports; if at days, the words leave it out."""


def read_question(request: SearchRequest, settings: Settings) -> Question:
    """Check the question of a request, parse it, and decide what it is taken for.

    Raises:
        InvalidQuestion: empty, too long, without a letter or digit, or it says only what to leave out.
        InvalidFilter: there is no such kind.
        TypeError: it is no text.
    """
    text = request.question
    if not isinstance(text, str):
        raise TypeError(f"the question must be text (str), not {type(text).__name__}")
    check_choices(request)
    if not text.strip():
        raise EmptyQuestion
    if len(text) > settings.longest_question_characters:
        raise LongQuestion(len(text), settings.longest_question_characters)
    question = parse(in_one_line(text))
    if not _has_word(question.text):
        raise WordlessQuestion
    if not _has_word(question.words):
        raise ExcludingQuestion
    question = replace(question if request.any_time else _in_time(question), as_written=request.as_written)
    if (request.kind or kind_of(question.words)) == "topic":
        return replace(question, words=topic_of(question.words), kind="topic")
    return replace(question, vague=vague(question.words))


def _in_time(question: Question) -> Question:
    """Return a question with the time that it points at, unless it says nothing else; what is quoted never does."""
    time = read_time(_OPERATOR.sub(lambda it: "¤" * len(it[0]), question.text))
    if time is None or time.period is None:
        return replace(question, time=time)
    text = question.text
    before, after = text[: time.start].rstrip(" ,"), text[time.end :].lstrip()
    without = parse(f"{before}{'' if after[:1] in _STOPS else ' '}{after}".lstrip(_STOPS))
    return replace(without, text=text, time=time) if _has_word(without.words) else question


def parse(text: str) -> Question:
    """Parse a tidied question; one without operators is its words, character by character.

    A quotation mark without its like is an ordinary character, and so is a minus inside a word, before a digit or
    between spaces.
    """
    required, excluded, excluded_quotes = list[str](), list[str](), list[str]()

    def left(operator: re.Match[str]) -> str:
        """Record what an operator asks for, and return what it leaves in the question."""
        if (word := operator["word"]) is not None:
            if not word[0].isalpha():  # ½ is a number as 5 is
                return operator[0]
            excluded.append(word.rstrip(_STOPS))
            return ""
        quoted = next(operator[name] for name in _QUOTES if operator[name] is not None)
        if _has_word(quoted):
            (excluded_quotes if operator["minus"] else required).append(quoted.strip(_STOPS))
        return "" if operator["minus"] else _apart(operator, quoted)

    words = _OPERATOR.sub(left, text)
    if words != text:
        words = " ".join(words.split())
    return Question(text, words, _once(required), _once(excluded), _once(excluded_quotes))


def _has_word(text: str) -> bool:
    return any(character.isalnum() for character in text)


def _apart(operator: re.Match[str], quoted: str) -> str:
    """Return quoted words, kept apart from what stands against their quotation marks."""
    before = operator.string[: operator.start()][-1:].isalnum()
    after = operator.string[operator.end() :][:1].isalnum()
    return f"{' ' * before}{quoted}{' ' * after}"


def _once(parts: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(parts))
