"""Measure qa/verdict.py as it stands: `python benchmarks/quality/check_verdict.py QUESTIONS --index DIR`.

The questions are put to the archive as they are and with what answers them taken out; nothing is fitted.
"""

from fit_verdict import read_examples
from rows import of_evidence, of_questions, over_questions, print_worth

from qa.evaluation.figures import Marks, Numbers, balanced_accuracy
from qa.verdict import ANSWERED, WEAK


def main() -> None:
    """Put every question to the archive and print."""
    made = read_examples(__doc__)
    rows = of_questions(made)
    print("\nconfidence")
    print_worth(rows.said, rows)
    for name, some in (("as asked", rows.asked), ("pairs", rows.pairs)):
        if not rows.true[some].all():
            print(f"  {f'balanced accuracy, {name}':32}{over_questions(_balanced, rows.said, rows, some)}")
    unanswered = rows.asked & ~rows.true
    for name, some in (("answered", rows.true), ("not answered", unanswered), ("taken out", ~rows.asked)):
        if some.any():
            print(f"  {f'called none, {name}':32}{over_questions(_none, rows.said, rows, some)}")
    print("\nprobability of an evidence")
    print_worth(of_evidence(made).said, of_evidence(made))


def _balanced(likely: Numbers, true: Marks) -> float:
    return balanced_accuracy(likely >= ANSWERED, true)


def _none(likely: Numbers, _true: Marks) -> float:
    return float((likely < WEAK).mean())


if __name__ == "__main__":
    main()
