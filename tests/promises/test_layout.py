"""The folder tree is what it is said to be: few names at the top, small files, and packages that export their names."""

import ast
import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

import qa
from tests.conftest import ROOT

PACKAGES = sorted(it.name for it in pkgutil.iter_modules(qa.__path__) if it.ispkg)
SOURCES = sorted((ROOT / "qa").rglob("*.py"))
MOST_LINES = 260
MOST_NAMES = 14
UNPLAIN = {"Give", "Say", "Tell", "Let", "Take", "Put"}
UNPLAIN_WORDS = re.compile(r"\b(the truth|so many|anew)\b", re.IGNORECASE)


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_the_top_of_the_package_has_few_names() -> None:
    assert len(list(pkgutil.iter_modules(qa.__path__))) + 1 <= MOST_NAMES  # with __init__ itself


def test_no_file_is_long() -> None:
    lengths = {str(it.relative_to(ROOT)): it.read_text(encoding="utf-8").count("\n") for it in SOURCES}
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


@pytest.fixture(scope="module")
def public() -> list[tuple[str, str]]:
    """Each public name with its package, once every module is known to be importable."""
    named = [("qa", name) for name in qa.__all__]
    for package in PACKAGES:
        module = importlib.import_module(f"qa.{package}")
        named += [(module.__name__, name) for name in getattr(module, "__all__", ())]
    return named


def test_every_public_name_is_still_there_when_all_modules_were_imported(public: list[tuple[str, str]]) -> None:
    modules = [it.name for it in pkgutil.walk_packages(qa.__path__, "qa.") if not it.name.endswith(".__main__")]
    code = (
        "import importlib, sys, types\n"
        f"for name in {modules!r}:\n    importlib.import_module(name)\n"
        f"for package, name in {public!r}:\n"
        "    found = getattr(sys.modules[package], name)\n"
        "    if isinstance(found, types.ModuleType) and (package, name) != ('qa', 'errors'):\n"
        "        print(package, name, 'is a module')\n"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (0, ""), ran.stderr


def test_no_package_exports_a_name_that_one_of_its_modules_has(public: list[tuple[str, str]]) -> None:
    for package, name in public:
        modules = {it.name for it in pkgutil.iter_modules(importlib.import_module(package).__path__)}
        assert name not in modules or (package, name) == ("qa", "errors"), (package, name)


def imported() -> Iterator[tuple[str, str]]:
    """Every package that is imported from elsewhere, with the file that does."""
    for path in SOURCES:
        for node in ast.walk(parsed(path)):
            names = [it.name for it in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [node.module]
            for name in {it.partition(".")[0] for it in names} - sys.stdlib_module_names - {"qa"}:
                yield name, str(path.relative_to(ROOT))


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    declared = {_plain(re.split(r"[<>=; ]", it)[0]) for it in project["dependencies"]}
    distributions = importlib.metadata.packages_distributions()
    undeclared = {
        (name, file)
        for name, file in imported()
        if not declared & {_plain(it) for it in distributions.get(name, [name])}
    }
    assert undeclared == set()


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def unplain() -> Iterator[str]:
    for path in SOURCES:
        for node in ast.walk(parsed(path)):
            if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef | ast.Module):
                continue
            said = ast.get_docstring(node) or ""
            first = said.split(maxsplit=1)[0] if said else ""
            if first in UNPLAIN or UNPLAIN_WORDS.search(said):
                yield f"{path.relative_to(ROOT)}: {getattr(node, 'name', 'module')}: {said.splitlines()[0]}"


def test_docstrings_begin_with_a_plain_verb_and_use_plain_words() -> None:
    assert list(unplain()) == []
