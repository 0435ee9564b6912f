"""Write a receipt as a file that a person can read and `read_receipt` reads back."""

import json
import os
from dataclasses import asdict
from pathlib import Path

from qa.errors import FileUnwritable
from qa.exports.answer_json import one_line
from qa.exports.receipts.receipt import Receipt
from qa.index.files import write_new

FORMAT = 1
"""Raise this when older versions could not read what is written."""


def receipt_text(receipt: Receipt) -> str:
    """Spell a receipt as indented JSON, always in the same order."""
    form = {"format": FORMAT} | asdict(receipt) | {"made": receipt.made.isoformat(timespec="seconds")}
    return one_line(json.dumps(form, ensure_ascii=False, indent=2, allow_nan=False)) + "\n"


def check_new(path: Path) -> None:
    """Refuse a name that something has, or whose folder is missing, before anybody waits for an answer.

    Raises:
        FileUnwritable: it is such a name.
    """
    if not path.parent.is_dir():
        raise FileUnwritable(f"{path} cannot be written, for there is no folder {path.parent}: name another")
    if os.path.lexists(path):
        raise FileUnwritable(f"{path} is there already, and a receipt is never written over a file: name another")


def write_receipt(path: Path, receipt: Receipt) -> None:
    """Keep a receipt in a new file, whole or not at all.

    Raises:
        FileUnwritable: there is a file of that name, or it cannot be made.
    """
    check_new(path)
    try:
        write_new(path, receipt_text(receipt).encode())
    except OSError as error:
        check_new(path)  # somebody else may have made one meanwhile
        raise FileUnwritable(
            f"the receipt {path} cannot be written ({error.strerror or error}): name another file"
        ) from error
