"""Keep visitors' thumbs.

They are appended to a file of judged questions, which `qa evaluate` measures with.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.evaluation.judgements.judgements import Judgements, judgements_beside
    from qa.evaluation.judgements.thumbs import Thumb

__all__ = ["Judgements", "Thumb", "judgements_beside"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__, {"Judgements": "judgements", "Thumb": "thumbs", "judgements_beside": "judgements"}
    )
