"""Type checkers see `qa` from outside the checkout too, as `make setup` installs it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.conftest import ROOT

_BUILD = "import sys, setuptools.build_meta as it; it.build_editable(sys.argv[1])"
_USE = """from qa.errors import ArticleUnreadable
from qa.records import Article

reveal_type(ArticleUnreadable("a.txt", "is empty").reason)
reveal_type(Article("a.txt", "text", "name").published)
"""


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """The Python of an environment with nothing but an editable install of this project."""
    checkout, environment = tmp_path / "checkout", tmp_path / "environment"
    checkout.mkdir()
    for name in ("qa", "pyproject.toml", "README.md", "LICENSE"):
        (checkout / name).symlink_to(ROOT / name)
    run(sys.executable, "-c", _BUILD, str(tmp_path), cwd=checkout)
    run(sys.executable, "-m", "venv", "--without-pip", str(environment), cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    (site,) = environment.glob("lib/python*/site-packages")
    with zipfile.ZipFile(wheel) as held:
        held.extractall(site)
    return environment / "bin" / "python"


def run(*command: str, cwd: Path) -> str:
    env = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "MYPYPATH")}
    ran = subprocess.run(command, cwd=cwd, env=env, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout + ran.stderr
    return ran.stdout


def test_an_editable_install_is_a_plain_path_that_type_checkers_follow(installed: Path, tmp_path: Path) -> None:
    (tmp_path / "program").mkdir()
    (tmp_path / "program" / "use.py").write_text(_USE, encoding="utf-8")
    mypy = [sys.executable, "-m", "mypy", "--strict", "--python-executable", str(installed), "use.py"]
    seen = run(*mypy, cwd=tmp_path / "program")
    assert 'Revealed type is "str"' in seen
    assert 'Revealed type is "datetime.date | None"' in seen
