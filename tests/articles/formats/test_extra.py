"""What the extra for other formats brings may be used by everybody, and is pinned."""

import re
import tomllib
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from qa.articles.formats import parser_versions
from qa.articles.formats.versions import READ_BY

ROOT = Path(__file__).parents[3]
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_FREE = ("MIT", "BSD", "Apache", "PSF", "MPL", "Python Software Foundation", "ISC", "HPND")


def stated(text: str) -> set[str]:
    return {named[0].lower().replace("_", "-") for line in text.splitlines() if (named := _NAME.match(line))}


def extra() -> list[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    return list(project["optional-dependencies"]["formats"])


def everything(names: list[str]) -> set[str]:
    """Return the names of packages with all that they need."""
    found: set[str] = set()
    waiting = list(names)
    while waiting:
        name = _NAME.match(waiting.pop())
        if name is None or (key := name[0].lower().replace("_", "-")) in found:
            continue
        try:
            needs = distribution(key).requires or []
        except PackageNotFoundError:  # for another system or an older Python
            continue
        found.add(key)
        waiting += [it for it in needs if "extra ==" not in it]
    return found


def licence(name: str) -> str:
    known = distribution(name).metadata
    classes = [it for it in known.get_all("Classifier") or [] if it.startswith("License")]
    stated_ones = [*(known.get_all("License-Expression") or []), *(known.get_all("License") or [])]
    return " ".join([*(it[:100] for it in stated_ones), *classes])


def test_nothing_of_it_is_under_the_gpl_alone() -> None:
    for name in everything(extra()):
        shown = licence(name)
        assert any(it in shown for it in _FREE), (name, shown)


def test_all_of_it_is_pinned() -> None:
    pinned = stated((ROOT / "constraints.txt").read_text())
    assert everything(extra()) <= pinned


def test_every_parser_is_in_the_fingerprint() -> None:
    assert {it.partition("==")[0] for it in parser_versions().split()} == set(READ_BY)
    assert {it.lower() for it in READ_BY} | {"lxml-html-clean"} == stated("\n".join(extra()))
