"""Start of the `qa` shell: Ctrl-C and every error are answered with one line, never a traceback."""

import logging
import sys

from qa.articles.plain_text import plain
from qa.cli.interruption import interruptible
from qa.cli.streams import little_memory, print_every_letter, unprinted
from qa.errors import QaError

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
    print_every_letter()
    logging.basicConfig(format="qa: %(message)s", level=logging.WARNING, stream=sys.stderr)
    if (warning := little_memory()) is not None:
        logging.getLogger(__name__).warning("%s", warning)
    line = _STOPPED_LINES.get(" ".join(sys.argv[1:2]), "stopped")
    try:
        with interruptible(f"qa: {line}"):
            from qa.cli.app import run

            code = run()
            if sys.stdout is not None:
                sys.stdout.flush()
    except QaError as error:
        print(f"qa: {plain(str(error))}", file=sys.stderr)  # noqa: T201
        code = _FAILED
    except MemoryError:
        print("qa: there is not enough memory: end other programs, or ask on a larger machine", file=sys.stderr)  # noqa: T201
        code = _FAILED
    except OSError as error:
        code = unprinted(error)
    sys.exit(code)


if __name__ == "__main__":
    main()
