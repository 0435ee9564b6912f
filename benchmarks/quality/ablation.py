"""Say what each part of the score is worth: `python benchmarks/quality/ablation.py EVALUATION NEWS`.

The candidates that `make quality` weighs are put in order anew without one part, or by one alone; what the searches
found stays the same. Its indexes must be there. Prints a table.
"""

import argparse
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from examples import holds
from judged_collections import Collection, given_collections
from out_of_fold import OutOfFoldReader
from taken_out import rank

from qa.archive.archive import Archive
from qa.evaluation.judged import read_questions
from qa.evaluation.metrics import discounted_gain, mean
from qa.index.index import Index
from qa.models.encoder.choice import find_encoder
from qa.models.reader.trained_reader import find_reader
from qa.retrieval.ranking import Models
from qa.settings import Settings

_DEPTH = 10
_LEVEL = {"phrases", "kind", "length", "reader"}
"""Parts of which many candidates have as much: alone they put nothing in order."""

Parts = Mapping[str, float]
Score = Callable[[Parts], float]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The candidates for a question that has an answer."""

    parts: tuple[Parts, ...]
    answers: tuple[bool, ...]
    to_find: int


def main() -> None:
    """Rank every collection in every way and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("evaluation", type=Path, metavar="EVALUATION", help="the folder of judged questions")
    parser.add_argument("news", type=Path, metavar="NEWS", help="the folder of news articles that they are about")
    given = parser.parse_args()
    collections, encoder = given_collections(given.evaluation, given.news), find_encoder()
    reader = find_reader(encoder.name)
    found = {
        it.name: list(_candidates(it, Models(encoder, OutOfFoldReader() if it.fitted else reader)))
        for it in collections
    }
    names = list(found["seeds"][0].parts[0])
    ways: dict[str, Score] = {"all parts, as shipped": lambda parts: sum(parts.values())}
    ways |= {f"without {name}": _without(name) for name in names}
    ways |= {f"{name} only": _only(name) for name in names if name not in _LEVEL}
    print("| hit@1 / nDCG@10 | " + " | ".join(found) + " |\n|---|" + "---|" * len(found))
    for title, score in ways.items():
        print(f"| {title} | " + " | ".join(_worth(candidates, score) for candidates in found.values()) + " |")


def _candidates(collection: Collection, models: Models) -> Iterator[Candidates]:
    index, settings = Index(collection.index), Settings()
    questions = read_questions(collection.questions, Archive(index, models, settings))
    with index.view() as view:
        for judged in (it for it in questions if it.answerable):
            groups = rank(view, models, settings, judged.question).groups
            yield Candidates(
                tuple(group[0].parts for group in groups),
                tuple(any(holds(judged, it) for it in group) for group in groups),
                judged.to_find,
            )


def _without(name: str) -> Score:
    return lambda parts: sum(part for other, part in parts.items() if other != name)


def _only(name: str) -> Score:
    return lambda parts: parts.get(name, 0.0)


def _worth(candidates: Sequence[Candidates], score: Score) -> str:
    first, gains = [], []
    for it in candidates:
        order = sorted(range(len(it.parts)), key=lambda at: -score(it.parts[at]))
        answers = [it.answers[at] for at in order[:_DEPTH]]
        answers += [False] * (_DEPTH - len(answers))
        first.append(float(answers[0]))
        gains.append(discounted_gain(answers, max(it.to_find - sum(answers), 0)))
    return f"{mean(first).value:.3f} / {mean(gains).value:.3f}"


if __name__ == "__main__":
    main()
