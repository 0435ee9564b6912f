"""Read files for another process: `python -m qa.build.reading_process FD`.

It gets a `Wanted` first and then one name of a file after another, and sends for each what `read_whole` returns. It
ends when that process closes the socket, and when that process ends, however it does.
"""

import sys
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path

from qa.build.file_contents import read_whole
from qa.settings import Settings


@dataclass(frozen=True, slots=True)
class Wanted:
    """From where files are read, and how."""

    folder: Path
    settings: Settings


def main(descriptor: str) -> None:
    """Read the files whose names come through a socket until it is closed."""
    connection = Connection(int(descriptor))
    try:
        wanted: Wanted = connection.recv()
        while True:
            connection.send(read_whole(wanted.folder, connection.recv(), wanted.settings))
    except (EOFError, ConnectionError):
        return


if __name__ == "__main__":
    main(sys.argv[1])
