"""Load the libraries that read other formats when the first such file comes, and not before."""

import functools
import importlib
import importlib.util
from types import ModuleType

from qa.errors import ArticleUnreadable

INSTALL = "pip install 'qa-news-archive[formats]'"


@functools.cache
def is_installed(module: str) -> bool:
    """Return whether a library is there, without importing it."""
    try:
        return importlib.util.find_spec(module) is not None
    except (ImportError, ValueError):
        return False


def load(file: str, module: str) -> ModuleType:
    """Import the library that reads a file.

    Raises:
        ArticleUnreadable: the library is not installed, or does not start.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        package = module.partition(".")[0]
        raise ArticleUnreadable(file, f"reading it needs {package}: {INSTALL}") from error
