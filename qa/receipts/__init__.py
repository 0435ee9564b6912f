"""What was asked and what came of it, kept so that it can be asked again and compared."""

from qa.receipts.reading import read_receipt
from qa.receipts.receipt import Found, Receipt, receipt_of
from qa.receipts.replay import Replay, Traced, replay
from qa.receipts.writing import receipt_text, write_receipt

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
