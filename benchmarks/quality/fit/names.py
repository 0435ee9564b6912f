"""Fit what tells names among the English encoder's words: `python -m benchmarks.quality.fit.names ARTICLES SQUAD`.

Writes qa/models/encoder/english_names.safetensors, and prints how right they are of words that they were not fitted on.
"""

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

import numpy as np
from safetensors import safe_open
from safetensors.numpy import save_file
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict

from qa.articles.plain_text import plain
from qa.evaluation.metrics import Marks, Numbers
from qa.models.encoder.english_words import NAME_WEIGHTS, WORD_VECTORS, places_of_words
from qa.models.encoder.model_folder import default_folder

_INSIDE = re.compile(r"(?<=[\w,;%&)’'-]\s)([A-Za-z]+)(?![\w’'-]*-)")
"""A word inside a sentence."""
_SENTENCE = 60
"""Characters: shorter lines may be headlines, where every word may have a capital."""
_ALWAYS, _MOSTLY = 0.95, 0.6
"""The least shares of capitals of what is fitted, and of what is called a name, as in qa/retrieval/names.py. Fitted to
the lesser share, “brown”, “king” and “hill” were names, of whom news is full.
"""
_OFTEN = 5
"""How often a word must stand in the articles to be judged by them."""
_LOOSENESS = 0.3 * 16


def main() -> None:
    """Count spellings, fit, print and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path, help="a folder of English news articles in .txt files")
    parser.add_argument("squad", type=Path, help="paragraphs of SQuAD, which are of more than news")
    given = parser.parse_args()
    capital, small = _spellings(_texts(given.articles, given.squad))
    places = {word: place for word, place in places_of_words().items() if capital[word] + small[word]}
    with safe_open(default_folder() / "model.safetensors", framework="numpy") as stored:
        vectors: Numbers = stored.get_tensor(WORD_VECTORS)[list(places.values())]
    seen = np.array([capital[word] + small[word] for word in places])
    share = np.array([capital[word] for word in places]) / seen
    named: Marks = share > _MOSTLY
    regression = LogisticRegression(C=_LOOSENESS, max_iter=5000)
    likely = cross_val_predict(regression, vectors, share > _ALWAYS, cv=10, method="predict_proba")[:, 1]
    often = seen >= _OFTEN
    print(
        f"{len(places)} words, {named.sum()} of them names; of the {often.sum()} that stand there often, out of fold:"
    )
    for least in (0.5, 0.7, 0.8, 0.9, 0.95):
        called = (likely > least) & often
        right, found = named[called].mean(), called[named & often].mean()
        print(f"over {least}: {called.sum()} called names, {right:.3f} of them rightly; {found:.3f} of the names found")
    regression.fit(vectors, share > _ALWAYS)
    weights = {"weights": regression.coef_[0], "constant": regression.intercept_}
    save_file({name: value.astype(np.float32) for name, value in weights.items()}, NAME_WEIGHTS)


def _spellings(texts: Iterable[str]) -> tuple[Counter[str], Counter[str]]:
    """Return how often words stand inside sentences with a capital, and how often without."""
    capital, small = Counter[str](), Counter[str]()
    for text in texts:
        for word in _INSIDE.findall(plain(text)) if len(text) >= _SENTENCE else ():
            (capital if word[0].isupper() else small)[word.lower()] += 1
    return capital, small


def _texts(articles: Path, paragraphs: Path) -> Iterator[str]:
    for path in sorted(articles.glob("*.txt")):
        yield from path.read_text("utf-8").splitlines()[1:]
    for article in json.loads(paragraphs.read_text("utf-8")):
        yield from (it["text"] for it in article["paragraphs"])


if __name__ == "__main__":
    main()
