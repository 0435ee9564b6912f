"""A small run with figures that people can compute with."""

from benchmarks.peers.rows import Circumstances, Kind, Row, Run, Step
from benchmarks.peers.suites import MACHINE

CIRCUMSTANCES = Circumstances(
    suite="bench",
    machine="2 cores of a processor, 24 GB, Linux 6.1",
    versions={
        "Python (ours)": "3.11.7",
        "torch (ours)": "2.13.0",
        "Python (peers)": "3.11.7",
        "txtai (peers)": "9.14.0",
    },
    code="c0de",
    articles="a211",
    date="2026-11-22",
)


def row(size: str, contender: str, kind: Kind, turn: int = 0, failed: str = "", **figures: float) -> Row:
    paragraphs = {"300": 302, "1500": 1_504}[size]
    return Row(Step(size, turn, contender, kind), paragraphs, figures, failed)


def served(size: str, contender: str, milliseconds: float, gain: float) -> Row:
    figures = {"hit@1": gain, "hit@5": gain, "nDCG@10": gain, "judged": 40.0, "asked": 170.0}
    rates = {"a_second_1": 1000 / milliseconds, "a_second_4": 1200 / milliseconds, "a_second_16": 1100 / milliseconds}
    times = {"median_milliseconds": milliseconds, "percentile_95_milliseconds": milliseconds * 2}
    step = Step(size, 0, contender, "serve")
    return Row(
        step, row(size, contender, "serve").paragraphs, {**times, **rates, "resident_megabytes": 500.0, **figures}
    )


RUN = Run(
    CIRCUMSTANCES,
    (
        row("300", MACHINE, "contents"),
        row("300", "qa", "build", 0, seconds=2.0, peak_megabytes=350.0, disk_megabytes=3.0),
        row("300", "qa", "build", 1, seconds=4.0, peak_megabytes=350.0, disk_megabytes=3.0),
        row("300", "bare encode", "build", seconds=9.0, peak_megabytes=700.0, disk_megabytes=0.5),
        row("300", "txtai", "build", seconds=12.0, peak_megabytes=500.0, disk_megabytes=1.0),
        row("300", "LangChain", "build", seconds=10.0, peak_megabytes=800.0, disk_megabytes=1.0),
        row("300", "qa, AVX2", "build", seconds=10.0, peak_megabytes=350.0, disk_megabytes=3.0),
        row("300", "bare encode, AVX2", "build", seconds=11.0, peak_megabytes=700.0, disk_megabytes=0.5),
        served("300", "qa", 40.0, 0.9),
        served("300", "qa --fast", 5.0, 0.8),
        served("300", "txtai", 10.0, 0.7),
        served("300", "txtai, hybrid", 20.0, 0.75),
        row("300", "LangChain, hybrid", "serve", failed="took over 600 s"),
        row("300", "qa", "cold", seconds=1.0, peak_megabytes=300.0),
        row("300", "txtai", "cold", seconds=4.5, peak_megabytes=500.0),
        row("1500", "qa", "build", seconds=15.0, peak_megabytes=350.0, disk_megabytes=9.0),
        row("1500", "bare encode", "build", seconds=40.0, peak_megabytes=700.0, disk_megabytes=2.5),
        served("1500", "qa", 44.0, 0.85),
    ),
)
