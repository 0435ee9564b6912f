"""Read files for another process as `qa.build.reading_process` does, and end over some as a crashing library would."""

import os
import sys
from pathlib import Path
from unittest.mock import patch

from qa.build.file_contents import ReadFile, read_whole
from qa.build.reading_process import main
from qa.settings import Settings


def _crashing(folder: Path, file: str, settings: Settings) -> ReadFile | None:
    path = folder / file
    if b"ends whatever reads it" in path.read_bytes():
        os._exit(11)
    first_time = folder.parent / f"{path.stem}-was-read"
    if b"ends the first process" in path.read_bytes() and not first_time.exists():
        first_time.touch()
        os._exit(11)
    return read_whole(folder, file, settings)


if __name__ == "__main__":
    with patch("qa.build.reading_process.read_whole", _crashing):
        main(sys.argv[1])
