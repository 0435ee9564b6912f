"""The folder tree is what it is said to be: few names at the top, small files, and packages that export their names."""

import ast
import importlib
import importlib.metadata
import pkgutil
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

import qa
from tests.conftest import ROOT

PACKAGES = sorted(it.name for it in pkgutil.iter_modules(qa.__path__) if it.ispkg)
SOURCES = sorted((ROOT / "qa").rglob("*.py"))
TESTS = sorted((ROOT / "tests").rglob("*.py"))
BENCHMARKS = sorted(set((ROOT / "benchmarks").rglob("*.py")) - set((ROOT / "benchmarks/peers/scripts").rglob("*.py")))
"""Without the scripts that import what is compared with, which has an environment of its own."""
OURS = {"qa", "tests", "benchmarks"}
MOST_LINES = 260
MOST_NAMES = 14
UNPLAIN = {"Give", "Say", "Tell", "Let", "Take", "Put"}
UNPLAIN_NAMES = re.compile(r"_(told|so_many|anew)(_|$)")
UNPLAIN_WORDS = re.compile(r"\b(the truth|so many|anew|told)\b", re.IGNORECASE)


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


def imported(files: Sequence[Path]) -> Iterator[tuple[str, str]]:
    """Every package that is imported from elsewhere, with the file that does."""
    for path in files:
        for node in ast.walk(parsed(path)):
            names = [it.name for it in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names = [node.module]
            for name in {it.partition(".")[0] for it in names} - sys.stdlib_module_names - OURS:
                yield name, str(path.relative_to(ROOT))


def test_what_is_imported_is_declared() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"]
    needed, tested = project["dependencies"], extras["test"]
    assert undeclared(SOURCES, [*needed, *extras["docx"]]) == set()
    assert undeclared([*TESTS, *BENCHMARKS], [*needed, *tested]) == set()


def undeclared(files: Sequence[Path], requirements: Sequence[str]) -> set[tuple[str, str]]:
    declared = {_plain(re.split(r"[<>=; ]", it)[0]) for it in requirements}
    distributions = {"docx": ["python-docx"], **importlib.metadata.packages_distributions()}  # it may not be installed
    return {
        (name, file)
        for name, file in imported(files)
        if not declared & {_plain(it) for it in distributions.get(name, [name])}
    }


def _plain(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def docstrings(path: Path) -> Iterator[str]:
    """Yield the docstrings of a file, and those below its assignments."""
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str):
            yield node.value.value


def unplain() -> Iterator[str]:
    for path in SOURCES:
        for said in docstrings(path):
            if said.split(maxsplit=1)[0] in UNPLAIN or UNPLAIN_WORDS.search(said):
                yield f"{path.relative_to(ROOT)}: {said.splitlines()[0]}"


def test_docstrings_begin_with_a_plain_verb_and_use_plain_words() -> None:
    assert list(unplain()) == []


def test_names_of_tests_use_plain_words() -> None:
    names = [
        (path, node.name) for path in TESTS for node in ast.walk(parsed(path)) if isinstance(node, ast.FunctionDef)
    ]
    assert not [f"{path.relative_to(ROOT)}: {name}" for path, name in names if UNPLAIN_NAMES.search(name)]
