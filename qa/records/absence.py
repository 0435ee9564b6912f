"""What is missing where nothing answers, so that somebody can check that it is."""

from dataclasses import dataclass

from qa.records.article import Sentence


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage that is nearest to something missing."""

    words: tuple[str, ...]
    """What is missing, as the question has it."""
    held: bool
    """Whether the passage, its headline or its heading holds each of the words; if not, no passage searched does, and
    this one is nearest in meaning to the whole question."""
    passage_id: str
    paragraph: int
    file: str
    headline: str
    """What its article is called."""
    language: str | None
    """That of the passage."""
    sentence: Sentence
    """The one with such a word, if any, that is nearest in meaning to the question."""


@dataclass(frozen=True, slots=True)
class Control:
    """How an archive fares on questions whose answers it is known to hold: a positive control.

    They are made of sentences of its own, chosen by chance in each revision. All words of a question but those that ask
    stand in its sentence, so that it is easier than what people ask: where few come first, no "no" is to be relied on;
    that all do says that what is put in its own words is found.
    """

    asked: int
    """How many questions; at most twenty, 0 where no sentence can be turned into one."""
    first: int
    """To how many of them the first passage was that of the sentence, a copy of it, or one that holds the answer."""


@dataclass(frozen=True, slots=True)
class Absence:
    """What is missing of a question that nothing answers.

    Words are those of the question that mean something, misspelt ones as they were corrected. A passage holds a word
    that stands in it, in its headline or in its heading, in any form with the same stem. Filters and excluded words
    narrow what is searched, quoted words do not. Where the best passages are in another language than the question, no
    word is called missing.
    """

    nowhere: tuple[str, ...]
    """Words that no passage searched holds."""
    apart: tuple[str, ...]
    """Words that passages searched hold, but those of no single article all of them: the rarest such pair, else as few
    words as can be; of words in many passages that is not looked up."""
    nearest: tuple[Nearest, ...]
    """The nearest passage for the words that stand nowhere, for each that stands apart, and for the rarest of those
    that none of the best five holds."""
    searched: int
    """How many passages the question was put to."""
    read: int
    """How many of them, those that match best, a reader read with the question."""
    control: Control | None = None
    """None as long as `Archive.control` has not worked it out, and where no sentence can be turned into a question."""
