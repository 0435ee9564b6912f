"""Run the networks.

An encoder turns texts into vectors. A reader and a reranker read a question together with passages.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.models.encoder.choice import find_encoder
    from qa.models.encoder.protocol import Encoder
    from qa.models.reader.choice import find_reader
    from qa.models.reader.protocol import Reader
    from qa.models.reranker import Reranker, find_reranker

__all__ = ["Encoder", "Reader", "Reranker", "find_encoder", "find_reader", "find_reranker"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        {
            "Encoder": "encoder.protocol",
            "Reader": "reader.protocol",
            "Reranker": "reranker",
            "find_encoder": "encoder.choice",
            "find_reader": "reader.choice",
            "find_reranker": "reranker",
        },
    )
