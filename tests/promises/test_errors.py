import inspect
import re

import pytest

from qa import errors
from qa.errors import ArticleUnreadable, QaError

CLASSES = {name: it for name, it in vars(errors).items() if inspect.isclass(it)}


def drawn() -> dict[str, str | None]:
    """Each class of the tree in the docstring, with the one it hangs from."""
    path: list[str] = []
    parents: dict[str, str | None] = {}
    for line in (inspect.getdoc(errors) or "").splitlines()[2:]:
        match = re.fullmatch(r"([│├└─ ]*)(\w+)(?: {2,}.+)?", line)
        assert match is not None, line
        depth = len(match[1]) // 4
        parents[match[2]] = path[depth - 1] if depth else None
        path[depth:] = [match[2]]
    return parents


def test_the_tree_in_the_docstring_is_the_tree_of_classes() -> None:
    assert drawn() == {
        name: None if it is QaError else it.__base__.__name__ for name, it in CLASSES.items() if it.__base__
    }


@pytest.mark.parametrize("name", CLASSES)
def test_every_error_can_be_caught_as_one_and_says_what_it_is(name: str) -> None:
    assert issubclass(CLASSES[name], QaError)
    assert CLASSES[name].__doc__


def test_an_unreadable_article_names_the_file_and_the_reason() -> None:
    error = ArticleUnreadable("a.txt", "it is empty")
    assert (str(error), error.file, error.reason) == ("a.txt: it is empty", "a.txt", "it is empty")
