"""Question a folder of news articles: the paragraphs that answer, word for word, with their sources.

The names below are loaded when first used: importing `qa` imports neither torch nor gradio.
"""

from collections.abc import Callable, Mapping
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


def lazy_exports(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return a package's `__getattr__`, which imports a name from its module when it is first used (PEP 562).

    `homes` has the module of each name, below the package; a module's own name exports the module itself.
    """

    def load(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        module = import_module(f"{package}.{homes[name]}")
        return module if homes[name] == name else getattr(module, name)

    return load


if not TYPE_CHECKING:  # so that mypy finds a name that is not exported
    __getattr__ = lazy_exports(
        __name__,
        dict.fromkeys(("Answer", "Article", "Copy", "Evidence", "Passage", "Sentence"), "records")
        | {"Archive": "archive.archive", "retrieve": "archive.retrieve"}
        | {"QaError": "errors", "errors": "errors"},
    )


def __dir__() -> list[str]:
    return __all__
