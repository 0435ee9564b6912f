"""Start of the `qa` shell: Ctrl-C and every error are answered with one line, never a traceback."""

import logging
import sys

from qa.articles.plain_text import plain
from qa.cli.interruption import interruptible
from qa.cli.streams import end_now, little_memory, print_every_letter, replace_closed_streams, unprinted
from qa.errors import QaError
from qa.models.memory import short_of_memory

_FAILED = 2
_GO_ON = "stopped; nothing is lost, run the same command to go on"
_STOPPED_LINES = {
    "build": _GO_ON,
    "compact": _GO_ON,
    "watch": _GO_ON,
    "serve": "stopped before the page was ready",
}
"""What Ctrl-C is answered with, by command; "stopped" for all others."""


def main() -> None:
    """Run the command that the arguments name; exit code 2 for an error, 130 after Ctrl-C."""
    replace_closed_streams()
    print_every_letter()
    logging.basicConfig(format="qa: %(message)s", level=logging.WARNING, stream=sys.stderr)
    if (warning := little_memory()) is not None:
        logging.getLogger(__name__).warning("%s", warning)
    line = _STOPPED_LINES.get(" ".join(sys.argv[1:2]), "stopped")
    try:
        with interruptible(f"qa: {line}"):
            from qa.cli.app import run

            code = run()
            sys.stdout.flush()
    except Exception as error:  # noqa: BLE001  what nobody foresaw is raised again
        code = _answered(error, allowed_little=warning is not None)
    sys.exit(code)


def _answered(error: Exception, *, allowed_little: bool) -> int:
    """Print what became of a command that failed, and return its exit code; raise again what nobody foresaw."""
    loading = isinstance(error, ImportError | RuntimeError | SystemError)  # what has failed half way may not say why
    if short_of_memory(error) or (allowed_little and loading):
        print("qa: there is not enough memory: end other programs, or ask on a larger machine", file=sys.stderr)  # noqa: T201
        if allowed_little:
            end_now(_FAILED)
    elif isinstance(error, QaError):
        print(f"qa: {plain(str(error))}", file=sys.stderr)  # noqa: T201
    elif isinstance(error, OSError):
        return unprinted(error)
    else:
        raise error
    return _FAILED


if __name__ == "__main__":
    main()
