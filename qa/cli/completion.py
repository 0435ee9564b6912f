"""Complete what is typed in bash, zsh and fish, where Typer's scripts ask for it.

Typer finds what may follow. How it quotes that for a shell is not enough for names that come from articles: zsh
evaluates what it gets, and bash parts it at spaces. So it is quoted here, by the rules of each shell.
"""

import os
import re
import shlex
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stdout, suppress
from dataclasses import dataclass
from io import StringIO

from typer.completion import get_completion_script, install  # type: ignore[attr-defined]

from qa.errors import InvalidCommand

ASKED = "_QA_COMPLETE"
"""The variable by which a script says for which shell it asks."""
_SPECIAL_IN_BASH = re.compile(r"([^\w@%+,./-])")
_SPECIAL_IN_DOUBLE_QUOTES = re.compile(r'([\\"$`])')
_SPECIAL_IN_ZSH = re.compile(r"[\x00-\x1f!-*;<>?\[-^`{-\x7f]")
_OPTION = re.compile(r"^--[a-z-]+=")
_UNBOUNDED = "1000000"
_LONGEST_PLACE = 10
_SCRIPTS = ("--show-completion", "--install-completion")
_CLOSING = ("", '"', "'", "\\")


@dataclass(frozen=True, slots=True)
class Typed:
    """The words of a command line up to the cursor; the last one is the one to be completed."""

    words: Sequence[str]
    raw: str = ""
    """The last one as it stands there, an opening quotation mark included."""

    @property
    def option(self) -> str:
        """The option and the sign that begin the last word of a shell that does not part them."""
        return "".join(_OPTION.findall(self.words[-1]))


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the last word may be, and what that means, where it is known."""

    word: str
    meaning: str


def complete(shell: str, environment: Mapping[str, str], typer_answer: Callable[[], object]) -> int:
    """Print what the script of a shell reads, and return the exit code that it expects.

    `typer_answer` makes Typer print its proposals; Typer reads its own words for fish, which are the plainest.
    """
    typed = _typed_in_bash(environment) if shell == "bash" else _typed(environment.get("_TYPER_COMPLETE_ARGS", ""))
    line = shlex.join(typed.words[:-1]) + " " + (shlex.quote(typed.words[-1]) if typed.words[-1] else "")
    os.environ |= {ASKED: "complete_fish", "_TYPER_COMPLETE_FISH_ACTION": "get-args", "_TYPER_COMPLETE_ARGS": line}
    os.environ["COLUMNS"] = _UNBOUNDED  # Typer would wrap what words mean, and a line is a word
    printed = StringIO()
    with redirect_stdout(printed), suppress(SystemExit):
        typer_answer()
    lines = (line.partition("\t") for line in printed.getvalue().splitlines())
    found = [Proposal(word, meaning.strip()) for word, _, meaning in lines if word]
    if environment.get("_TYPER_COMPLETE_FISH_ACTION") == "is-args":
        return 0 if found else 1
    print(SHELLS[shell](found, typed))  # noqa: T201
    return 0


def script_of_named_shell(words: Sequence[str]) -> str | None:
    """Return what is printed where words name a shell whose script is to be shown or installed; None for other words.

    Typer takes the shell that it runs in, and does not look at what is named.

    Raises:
        InvalidCommand: there is no script for what is named.
    """
    if len(words) < 2 or words[0] not in _SCRIPTS:
        return None
    option, shell, *more = words
    if shell not in SHELLS or more:
        raise InvalidCommand(f"{option} takes one of {', '.join(SHELLS)}, or nothing for the shell that you are in")
    if option == "--show-completion":
        return get_completion_script(prog_name="qa", complete_var=ASKED, shell=shell)
    _, written = install(shell, "qa", ASKED)
    return f"completion for {shell} is written to {written}: open a new terminal"


def _typed(line: str) -> Typed:
    """Read a line whose last word may lack its closing quotation mark."""
    for closing in _CLOSING:
        with suppress(ValueError):
            words = shlex.split(line + closing)
            new = not closing and line[-1:].isspace() and not line.endswith("\\ ")
            return Typed([*words, ""] if new or not words else words)
    return Typed([""])


def _typed_in_bash(environment: Mapping[str, str]) -> Typed:
    """Read the words that bash found: it parts `--outlet=TASS` at the sign, and leaves all quotation marks."""
    words, place = environment.get("COMP_WORDS", "").split("\n"), environment.get("COMP_CWORD", "")
    raw = words[: int(place) + 1] if place.isascii() and place.isdigit() and len(place) < _LONGEST_PLACE else words
    last = "" if raw[-1] == "=" else raw[-1]
    whole = [word for place, word in enumerate(raw[:-1]) if word != "=" or not raw[place - 1].startswith("--")]
    return Typed([*(" ".join(_typed(word).words).strip() for word in whole), _typed(last).words[-1]], last)


def _for_bash(found: Sequence[Proposal], typed: Typed) -> str:
    return "\n".join(_quoted_in_bash(it.word, typed.raw[:1]) for it in found)


def _quoted_in_bash(word: str, opened: str) -> str:
    if opened == '"':
        return _SPECIAL_IN_DOUBLE_QUOTES.sub(r"\\\1", word)
    return word.replace("'", r"'\''") if opened == "'" else _SPECIAL_IN_BASH.sub(r"\\\1", word)


def _for_zsh(found: Sequence[Proposal], typed: Typed) -> str:
    """Return a command for zsh, which splits it at spaces and then evaluates it."""
    if not found:
        return "_files"
    words = " ".join(_encoded(typed.option + it.word) for it in found)
    lines = " ".join(_encoded(f"{it.word}  -- {it.meaning}" if it.meaning else it.word) for it in found)
    return f"local -a qa_words qa_lines; qa_words=({words}); qa_lines=({lines}); compadd -l -d qa_lines -a qa_words"


def _for_fish(found: Sequence[Proposal], typed: Typed) -> str:
    return "\n".join(f"{typed.option}{it.word}\t{it.meaning}".rstrip("\t") for it in found)


def _encoded(word: str) -> str:
    return "$'" + _SPECIAL_IN_ZSH.sub(lambda found: f"\\x{ord(found[0]):02x}", word) + "'"


SHELLS = {"bash": _for_bash, "zsh": _for_zsh, "fish": _for_fish}
"""What writes proposals for each shell; others get what Typer prints."""
