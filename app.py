"""Serve the articles in `seeds/` as a web page: `python app.py`, from any directory."""

from pathlib import Path

from qa.archive import Archive

from qa.errors import QaError
from qa.page.app import serve_archive

HERE = Path(__file__).resolve().parent
EXAMPLES = (
    "How long is the border between Kazakhstan and Russia?",
    "When will Tokayev make a state visit to Russia?",
    "Why does Lavrov want to trade without dollars and euros?",
)

if __name__ == "__main__":
    try:
        serve_archive(Archive.build(HERE / "seeds", HERE / "index"), examples=EXAMPLES)
    except QaError as error:
        raise SystemExit(str(error)) from error
