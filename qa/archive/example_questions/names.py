"""The names in some statements: words that have a capital though they do not open a sentence."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable

from qa.archive.example_questions.candidate import Statement
from qa.articles.dates import MONTHS

UPPER = "A-ZÀ-ÖØ-ÞА-ЯЁӘҒҚҢӨҰҮҺІ"
CAPITAL = rf"[{UPPER}][\w’'&-]*"
NAME = rf"{CAPITAL}(?: {CAPITAL})*"
_INSIDE = re.compile(rf"(?<=[\w,;] )(?:{NAME}|[^\W\d_][\w’'-]*)")
_WEEK = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_NO_NAMES = frozenset((*MONTHS, *_WEEK, "I"))
"""English writes them with a capital."""
_ARTICLES = ("The", "A", "An")
_OWNER = re.compile(r"[’']s?$")


class Names:
    """How the words of an archive are written, and in how many articles each name stands."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self._capital, self._small = Counter[str](), Counter[str]()
        self._articles = defaultdict[str, set[str]](set)
        for statement in statements:
            for match in _INSIDE.finditer(statement.text):
                name = bare(match[0])
                if name[:1].isupper() and name not in _NO_NAMES:
                    self._capital.update(name.casefold().split())
                    for known in {name, " ".join(name.split()[-2:])}:
                        self._articles[known].add(statement.article.file)
                elif name not in _NO_NAMES:
                    self._small[name] += 1

    def articles(self, name: str) -> int:
        """Count the articles in which a name stands, by itself or behind a title: "Minister Sergey Lavrov"."""
        return len(self._articles.get(name, ()))

    def best_known(self, text: str) -> int:
        """Count the articles of the name, among those in a text, that stands in most; 0 where it holds none."""
        names = [name for run in re.findall(NAME, text) for name in (run, *run.split()) if self._is_name(name)]
        return max(map(self.articles, map(bare, names)), default=0)

    def within(self, text: str) -> str:
        """Write what opens a sentence as it would stand within one: small, but for a name or a title before one."""
        first, second = (*text.split(" "), "")[:2]
        title = second[:1].isupper() and first not in _ARTICLES and self._capital[first.casefold()] > 0
        return text if title or self._is_name(first) else text[:1].lower() + text[1:]

    def _is_name(self, name: str) -> bool:
        word = bare(name.split(" ", 1)[0]).casefold()
        return self._capital[word] > self._small[word]


def bare(name: str) -> str:
    """Return a name without the ending of an owner: "Oracle" for "Oracle's"."""
    return _OWNER.sub("", name)
