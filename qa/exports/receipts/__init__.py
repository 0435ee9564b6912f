"""Write down searches with their outcome.

A receipt is a file. Replaying it asks the same again, and compares what is found with what was found then.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.exports.receipts.reading import read_receipt
    from qa.exports.receipts.receipt import Receipt, receipt_of, receipt_text, write_receipt
    from qa.exports.receipts.replay import Replay, replay_receipt

__all__ = ["Receipt", "Replay", "read_receipt", "receipt_of", "receipt_text", "replay_receipt", "write_receipt"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(
        __name__,
        dict.fromkeys(("Receipt", "receipt_of", "receipt_text", "write_receipt"), "receipt")
        | {"read_receipt": "reading", "Replay": "replay", "replay_receipt": "replay"},
    )
