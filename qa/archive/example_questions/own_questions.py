"""All questions that are made of a sample of an archive."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa.archive.example_questions.checking import ExampleQuestions
from qa.archive.example_questions.choosing import LANGUAGES, candidates
from qa.archive.example_questions.control import PositiveControl
from qa.archive.sample import Sample


@dataclass(frozen=True, slots=True)
class OwnQuestions:
    """Questions of one revision, made when they are first wanted."""

    examples: Mapping[str, ExampleQuestions]
    """By language."""
    control: PositiveControl

    @classmethod
    def of(cls, sample: Sample) -> "OwnQuestions":
        """Return the questions of a sample."""
        examples = {language: ExampleQuestions(candidates(sample, language)) for language in LANGUAGES}
        return cls(examples, PositiveControl(sample))
