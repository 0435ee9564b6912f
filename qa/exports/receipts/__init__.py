"""What was asked and what came of it, kept so that it can be asked again and compared."""

from qa.exports.receipts.reading import read_receipt
from qa.exports.receipts.receipt import Found, Receipt, receipt_of
from qa.exports.receipts.replay import Replay, Traced, replay
from qa.exports.receipts.writing import receipt_text, write_receipt

__all__ = [
    "Found",
    "Receipt",
    "Replay",
    "Traced",
    "read_receipt",
    "receipt_of",
    "receipt_text",
    "replay",
    "write_receipt",
]
