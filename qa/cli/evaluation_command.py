"""The command that measures answers, and calibrates an index by that: `qa evaluate`."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from qa.cli.options import FastOption, IndexOption, RerankerOption, ask_settings
from qa.cli.values import path
from qa.errors import InvalidCommand
from qa.settings import Settings, default_index


def evaluate(
    questions: Annotated[
        Path | None, typer.Argument(metavar="FILE", parser=path, help="Judged questions, one JSON object a line.")
    ] = None,
    compare: Annotated[
        Path | None,
        typer.Option(metavar="OTHER", parser=path, help="Compare with what an earlier `qa evaluate --json` printed."),
    ] = None,
    misses: Annotated[
        bool, typer.Option("--misses", help="Also list the questions that were not answered first, or misjudged.")
    ] = False,
    json: Annotated[
        bool, typer.Option("--json", help="Print the result, and that of each question, as one line of JSON.")
    ] = False,
    calibrate: Annotated[
        bool,
        typer.Option("--calibrate", help="Set what is called answered by these questions; kept beside the index."),
    ] = False,
    uncalibrate: Annotated[bool, typer.Option("--uncalibrate", help="Undo that; no FILE is needed.")] = False,
    fast: FastOption = False,
    reranker: RerankerOption = None,
    index: IndexOption = None,
) -> None:
    """Measure how good the answers are, on questions whose answers are known.

    A line of FILE is {"id", "question", "answerable", "answer", "gold": [{"article", "paragraph"}]}: paragraphs are
    separated by blank lines, and the headline is number 0. "gold_quotes" may stand instead of "gold": a passage that
    holds any of them answers. Files of visitors' judgements are such files; a question whose "answerable" is null is
    counted and left out.

    With --calibrate, a question is called answered from the lowest confidence on at which at most one in ten is wrong,
    with 95% confidence. It takes 50 questions, ten of them without an answer.
    """
    where = index or default_index()
    if uncalibrate:
        if questions is not None or calibrate:
            raise InvalidCommand("--uncalibrate stands alone: see `qa evaluate --help`")
        _uncalibrate(where)
        return
    if questions is None:
        raise InvalidCommand("FILE is missing: see `qa evaluate --help`")
    if calibrate:
        if compare is not None or misses or json:
            raise InvalidCommand("--calibrate goes without --compare, --misses and --json: see `qa evaluate --help`")
        _calibrate(where, questions, reranker, ask_settings(fast=fast))
        return
    from qa.archive.archive import Archive
    from qa.evaluation.comparison import compare as compare_evaluations
    from qa.evaluation.evaluation import evaluate as evaluate_archive
    from qa.evaluation.judged import digest
    from qa.evaluation.report import evaluation_line, evaluation_text, read_evaluation

    before = None if compare is None else read_evaluation(compare)
    if before is not None:
        before.check_same(digest(questions))  # before all are asked
    archive = Archive.open(index, reranker=reranker, settings=ask_settings(fast=fast))
    evaluation = evaluate_archive(archive, questions)
    differences = () if before is None else compare_evaluations(evaluation, before)
    print(  # noqa: T201
        evaluation_line(evaluation, differences) if json else evaluation_text(evaluation, differences, misses=misses)
    )


def _calibrate(index: Path, questions: Path, reranker: str | None, settings: Settings) -> None:
    from qa.archive.archive import Archive
    from qa.cli.terminal import calibration_words
    from qa.evaluation.calibration import calibrate, calibrating
    from qa.index.calibration import write_calibration

    archive = Archive.open(index, reranker=reranker, settings=calibrating(settings))
    calibration = calibrate(archive, questions, date.today())
    write_calibration(index, calibration)
    print(f"calibrated: {calibration_words(calibration)}")  # noqa: T201


def _uncalibrate(index: Path) -> None:
    from qa.index.calibration import delete_calibration

    there = delete_calibration(index)
    print("the shipped thresholds hold again" if there else "it was not calibrated")  # noqa: T201
