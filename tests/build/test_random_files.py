"""Of damaged and misnamed files of every format none is lost without a word, and none ends a build."""

import os
import random
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.articles.folder import list_files
from qa.build.verify import verify_index
from tests.articles.formats.gold import FILES
from tests.support.hand_encoder import HandEncoder

_FILES = 500 if os.environ.get("HYPOTHESIS_PROFILE") == "soak" else 100


def damaged(data: bytes, chance: random.Random) -> bytes:
    """Return bytes cut off, changed, or with others put in, as a broken disk or a broken program leaves them."""
    at = chance.randrange(len(data) + 1)
    match chance.randrange(6):
        case 0:
            return data[:at]
        case 1:
            return data[at:]
        case 2:
            changed = bytearray(data)
            for _ in range(chance.randrange(1, 40)):
                changed[chance.randrange(len(changed))] = chance.randrange(256)
            return bytes(changed)
        case 3:
            return data[:at] + chance.randbytes(chance.randrange(200)) + data[at:]
        case 4:
            return data + data
        case _:
            return data


@pytest.mark.parametrize("seed", [1, 2])
def test_what_is_seen_is_indexed_skipped_or_not_read(tmp_path: Path, seed: int) -> None:
    chance, folder = random.Random(seed), tmp_path / "files"
    folder.mkdir()
    for number in range(_FILES // 2):
        file, named = chance.choice(FILES), chance.choice(FILES)
        name = named.name if chance.random() < 0.2 else file.name
        (folder / f"{number:03}-{Path(name).name}").write_bytes(damaged(file.data, chance))
    archive = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(200))
    assert archive.report is not None
    held = {it.file.partition("#")[0] for it in archive.contents(limit=1_000).articles}
    skipped = {it.file.partition("#")[0] for it in archive.report.skipped}
    unread = {it.file for it in archive.report.unread}
    assert set(list_files(folder).files) == held | skipped | unread
    assert not held & unread
    assert archive.contents(limit=1).total == archive.report.added
    assert all(it.reason and "Error" not in it.reason for it in archive.report.skipped)
    assert verify_index(tmp_path / "index").problems == ()
    again = Archive.build(folder, tmp_path / "index", encoder=HandEncoder(200)).report
    assert again is not None
    assert (again.added, again.changed, again.removed, again.encoded) == (0, 0, 0, 0)
