"""What a reader said of one question, in order, and what follows from all of it.

What follows is what `qa evaluate` reads: `answerable`, `answer`, `gold_quotes`, `not_gold`. What stood there before the
first thumb is kept, so that the last one taken back restores it.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

FOLLOWS = ("answerable", "answer", "gold_quotes", "not_gold")


@dataclass(frozen=True, slots=True)
class VerdictThumb:
    """What a thumb on the verdict says of the archive: that it answers the question, or not."""

    answerable: bool


@dataclass(frozen=True, slots=True)
class PassageThumb:
    """What a thumb on a passage says of it: that it answers, or not."""

    passage: str
    sentence: str
    """The one that was marked in it."""
    answers: bool


Thumb = VerdictThumb | PassageThumb


@dataclass(frozen=True, slots=True)
class Thumbs:
    """What stood in a row, and the thumbs given since, the last one last."""

    before: Mapping[str, Any]
    given: tuple[Thumb, ...] = ()

    def with_verdict(self, answerable: bool | None) -> "Thumbs":
        """Say anew whether the question is answered, or take back what was said."""
        kept = tuple(it for it in self.given if not isinstance(it, VerdictThumb))
        return replace(self, given=kept if answerable is None else (*kept, VerdictThumb(answerable)))

    def with_passage(self, passage: str, sentence: str, answers: bool | None) -> "Thumbs":
        """Say anew whether a passage answers, or take back what was said."""
        kept = tuple(it for it in self.given if not isinstance(it, PassageThumb) or it.passage != passage)
        return replace(self, given=kept if answers is None else (*kept, PassageThumb(passage, sentence, answers)))

    def follows(self) -> dict[str, Any]:
        """Give what follows for `qa evaluate`: the last word counts, and the first sentence that answers is the answer.

        An empty `gold_quotes` says that the answer is not known; `answerable` is None where nobody has said it.
        """
        if not self.given:
            return dict(self.before)
        answerable, answer = self.before.get("answerable"), self.before.get("answer")
        gold, not_gold = list(_texts(self.before, "gold_quotes")), list(_texts(self.before, "not_gold"))
        for thumb in self.given:
            if isinstance(thumb, VerdictThumb):
                answerable = thumb.answerable
                continue
            gold, not_gold = ([it for it in some if it != thumb.passage] for some in (gold, not_gold))
            if thumb.answers:
                answerable, answer = True, answer or thumb.sentence
            (gold if thumb.answers else not_gold).append(thumb.passage)
        stated = {"answer": answer} if answer else {}
        return {"answerable": answerable, **stated, "gold_quotes": gold, "not_gold": not_gold}


def thumbs_form(thumbs: Thumbs) -> dict[str, Any]:
    """Spell thumbs as JSON."""
    return {"before": dict(thumbs.before), "given": [_form(it) for it in thumbs.given]}


def thumbs_of(row: Mapping[str, Any]) -> Thumbs:
    """Read the thumbs of a row; where its judgements do not follow from them, somebody has written it since.

    Raises:
        ValueError: what it says of its question cannot be joined with what a reader says.
    """
    stands = {name: row[name] for name in FOLLOWS if name in row}
    for name in ("gold_quotes", "not_gold"):
        _texts(stands, name)
    kept = _read(row.get("thumbs"))
    return kept if kept is not None and kept.follows() == stands else Thumbs(stands)


def _form(thumb: Thumb) -> dict[str, Any]:
    if isinstance(thumb, VerdictThumb):
        return {"answerable": thumb.answerable}
    return {"passage": thumb.passage, "sentence": thumb.sentence, "answers": thumb.answers}


def _read(form: object) -> Thumbs | None:
    """Read thumbs, or None where these are not what was written."""
    match form:
        case {"before": dict(before), "given": list(given)}:
            try:
                return Thumbs(before, tuple(_each(given)))
            except ValueError:
                return None
    return None


def _each(given: Sequence[object]) -> Iterator[Thumb]:
    for it in given:
        match it:
            case {"answerable": bool(answerable)}:
                yield VerdictThumb(answerable)
            case {"passage": str(passage), "sentence": str(sentence), "answers": bool(answers)}:
                yield PassageThumb(passage, sentence, answers)
            case _:
                raise ValueError("no thumb")


def _texts(row: Mapping[str, Any], name: str) -> Sequence[str]:
    given = row.get(name) or ()
    if not isinstance(given, list | tuple) or not all(isinstance(it, str) for it in given):
        raise ValueError(f"{name} is no list of texts")
    return given
