"""Answer a question from a snapshot; nothing here writes.

Question -> candidates of both searches -> fused -> scored -> reranked and read -> evidence and verdict.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.retrieval.ranking import Models
    from qa.retrieval.survey import Survey

__all__ = ["Models", "Survey"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "Models": "ranking",
            "Survey": "survey",
        },
    )
