"""Make one measurement: start the process, read what it prints, judge what it found."""

import json
import shutil
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from benchmarks.peers.contenders import (
    MADE,
    OFFLINE,
    SCRIPTS,
    Contender,
    Given,
    Pythons,
    build_command,
    cold_command,
    serve_command,
)
from benchmarks.peers.order import MACHINE
from benchmarks.peers.processes import Bounds, Failed, Usage, run
from benchmarks.peers.quality import judge
from benchmarks.peers.rows import Row, Run, Step

ROOT = Path(__file__).resolve().parents[2]
ASKERS = (1, 4, 16)


@dataclass(frozen=True, slots=True)
class Source:
    """What is measured with."""

    articles: Path
    questions: Path
    sizes: Path
    """The folder where each size is kept."""

    def given(self, size: str) -> Given:
        """Return what every contender gets at a size."""
        return Given(self.sizes / size)


@dataclass(frozen=True, slots=True)
class Bench:
    """All that a measurement needs to know beside which one it is."""

    contenders: Mapping[str, Contender]
    """By name."""
    source: Source
    pythons: Pythons
    bounds: Bounds
    asking_seconds: float
    """How long one process may put questions one by one."""

    def measure(self, step: Step, before: Run) -> Row:
        """Make a measurement after those before; one that fails is a result too."""
        if step.kind == "contents":
            contents = self._prepare(step.size)
            return Row(step, int(contents["paragraphs"]), contents)
        paragraphs = before.paragraphs(step.size)
        given = self.source.given(step.size)
        if not given.paragraphs.exists():
            self._prepare(step.size)  # what was prepared before a stop is gone
        try:
            return Row(step, paragraphs, self._figures(step, given, before))
        except Failed as failure:
            return Row(step, paragraphs, failed=str(failure))

    def _figures(self, step: Step, given: Given, before: Run) -> Mapping[str, float]:
        if step.contender == MACHINE:
            return self._printed("ceiling.py")
        contender = self.contenders[step.contender]
        if step.kind == "build":
            return self._build(contender, given)
        index = contender.folder(given.indexes)
        if not index.exists():
            builder = self.contenders[contender.index or contender.name]
            if failure := before.failure(Step(step.size, step.round, builder.name, "build")):
                raise Failed(f"not built: {failure}")
            self._build(builder, given)  # what was built before a stop is gone
        if step.kind == "serve":
            return self._serve(contender, given)
        if step.kind == "scan":
            return self._printed("scan.py", str(index))
        return self._cold(contender, given, step.round)

    def _prepare(self, size: str) -> Mapping[str, float]:
        """Write what everybody is given at a size.

        Raises:
            Failed: the articles or questions cannot be used.
        """
        module = "benchmarks.peers.ready_made" if size.startswith(MADE) else "benchmarks.peers.workload"
        source = self.source
        words = [str(it) for it in (source.articles, source.questions, size, source.given(size).folder)]
        return _read(run([str(self.pythons.ours), "-m", module, *words], _environment(), self.bounds))

    def _build(self, contender: Contender, given: Given) -> Mapping[str, float]:
        folder = contender.folder(given.indexes)
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(exist_ok=True)
        try:
            usage = run(build_command(contender, self.pythons, given), _environment(contender), self.bounds)
        except Failed:
            shutil.rmtree(folder, ignore_errors=True)
            raise
        size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        return _usage(usage) | {"disk_megabytes": size / 1e6}

    def _cold(self, contender: Contender, given: Given, turn: int) -> Mapping[str, float]:
        questions = _questions(given)
        command = cold_command(contender, self.pythons, given, questions[turn % len(questions)])
        usage = run(command, _environment(contender), self.bounds)
        if not usage.said.strip():
            raise Failed("printed no answer")
        return _usage(usage)

    def _serve(self, contender: Contender, given: Given) -> Mapping[str, float]:
        command = serve_command(contender, self.pythons, given, self.asking_seconds, ASKERS)
        usage = run(command, _environment(contender), self.bounds, stays=True)
        said = _read(usage)
        milliseconds: Sequence[float] = said["milliseconds"]
        questions = _questions(given)
        every = len(milliseconds) == len(questions)  # fewer would be others than those that the quicker are judged by
        return {
            "median_milliseconds": float(np.median(milliseconds)),
            "percentile_95_milliseconds": float(np.percentile(milliseconds, 95)),
            "asked": len(milliseconds),
            **{f"a_second_{askers}": said["a_second"][str(askers)] for askers in ASKERS},
            "resident_megabytes": usage.resident_megabytes,
            **(judge(given, dict(zip(questions, said["found"], strict=True))) if every else {}),
        }

    def _printed(self, script: str, *words: str) -> Mapping[str, float]:
        """Return the figures that one of our own scripts prints."""
        return _read(run([str(self.pythons.ours), str(SCRIPTS / script), *words], _environment(), self.bounds))


def _questions(given: Given) -> Sequence[str]:
    return [json.loads(line)["question"] for line in given.questions.read_text(encoding="utf-8").splitlines()]


def _usage(usage: Usage) -> dict[str, float]:
    return {"seconds": usage.seconds, "cpu_seconds": usage.cpu_seconds, "peak_megabytes": usage.peak_megabytes}


def _read(usage: Usage) -> dict[str, Any]:
    try:
        said: dict[str, Any] = json.loads(usage.said)
    except ValueError as error:
        raise Failed("did not say what it measured") from error
    return said


def _environment(contender: Contender | None = None) -> dict[str, str]:
    """Return what a process finds in its environment; ours imports this very tree."""
    ours = contender is None or contender.ours
    return {
        **OFFLINE,
        "PYTHONPATH": str(ROOT) if ours else "",
        **(contender.environment if contender else {}),
    }
