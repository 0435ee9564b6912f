"""Question a folder of news articles: the paragraphs that answer, word for word, with their sources.

The names below are loaded when first used (PEP 562): importing `qa` imports neither torch nor gradio.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from qa import errors
    from qa.archive.archive import Archive
    from qa.archive.retrieve import retrieve
    from qa.errors import QaError
    from qa.records import Answer, Article, Copy, Evidence, Passage, Sentence

__version__ = "0.1.0"

__all__ = [
    "Answer",
    "Archive",
    "Article",
    "Copy",
    "Evidence",
    "Passage",
    "QaError",
    "Sentence",
    "__version__",
    "errors",
    "retrieve",
]

_HOME = {
    "Archive": "qa.archive.archive",
    "retrieve": "qa.archive.retrieve",
    "QaError": "qa.errors",
    "Answer": "qa.records",
    "Article": "qa.records",
    "Copy": "qa.records",
    "Evidence": "qa.records",
    "Passage": "qa.records",
    "Sentence": "qa.records",
}


def __getattr__(name: str) -> Any:
    if name == "errors":
        return import_module("qa.errors")
    if name not in _HOME:
        raise AttributeError(f"module 'qa' has no attribute {name!r}")
    return getattr(import_module(_HOME[name]), name)


def __dir__() -> list[str]:
    return __all__
