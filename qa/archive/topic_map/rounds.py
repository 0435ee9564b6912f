"""Count the rounds of t-SNE while it goes on.

scikit-learn calls nothing of ours meanwhile: the calls of its own function for one round are counted, in this thread.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_ONE_ROUND = "_kl_divergence_bh"
"""If it is called otherwise one day, no rounds are counted and the map is the same."""


@contextmanager
def counted_rounds(rounds: int, report: Callable[[float], None]) -> Iterator[None]:
    """Report after each round which share of all rounds is done."""
    done = 0

    def look(frame: FrameType, event: str, _: object) -> None:
        nonlocal done
        if event == "return" and frame.f_code.co_name == _ONE_ROUND:
            done += 1
            report(min(done / rounds, 1.0))

    before = sys.getprofile()
    sys.setprofile(look)
    try:
        yield
    finally:
        sys.setprofile(before)
