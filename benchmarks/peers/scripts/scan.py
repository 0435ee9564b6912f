"""Time the search by meaning of an index alone: `scan.py INDEX`; prints one line of JSON.

Asked with the index's own vectors, each moved a little, so that nothing is encoded. The bytes are those of all vectors
as the search holds them, two a number; where the index searches approximately, it reads only a part of them.
"""

import json
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np

from qa.index.index import Index
from qa.index.store.passages import each_vectors
from qa.models.encoder.protocol import unit_length

_ASKED, _FOUND = 200, 200


def main() -> None:
    """Measure, and print."""
    with Index(Path(sys.argv[1])).view() as view:
        dense, state = view.snapshot.dense, view.snapshot.state
        some = np.concatenate([block.vectors for block in islice(each_vectors(view.connection), 1)])[:_ASKED]
        noise = np.random.default_rng(0).standard_normal(some.shape).astype(np.float32) * 0.03
        questions, milliseconds = unit_length(some + noise), []
        for question in questions:
            started = time.perf_counter()
            dense.search(question, _FOUND)
            milliseconds.append((time.perf_counter() - started) * 1000)
    print(json.dumps({
        "median_milliseconds": float(np.median(milliseconds)),
        "bytes": state.passages * some.shape[1] * 2,
        "approximate": float(bool(state.vectors_trained)),
    }))  # fmt: skip


if __name__ == "__main__":
    main()
