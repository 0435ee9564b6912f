"""Measure how good the answers of an archive are, on judged questions.

`judgements/` keeps the thumbs that visitors give.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.evaluation.comparison import compare
    from qa.evaluation.evaluation import Evaluation, evaluate
    from qa.evaluation.judged import JudgedQuestion, read_questions

__all__ = ["Evaluation", "JudgedQuestion", "compare", "evaluate", "read_questions"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "Evaluation": "evaluation",
            "JudgedQuestion": "judged",
            "compare": "comparison",
            "evaluate": "evaluation",
            "read_questions": "judged",
        },
    )
