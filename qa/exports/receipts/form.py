"""Spell a replay as JSON."""

import json
from dataclasses import asdict
from typing import Any

from qa.exports.answer_json import one_line
from qa.exports.receipts.replay import Replay, Traced


def replay_line(replay: Replay) -> str:
    """Spell as one line of JSON what has changed since a receipt."""
    then, now = replay.receipt, replay.answer
    form = {
        "same": replay.same,
        "question": then.search.question,
        "made": then.made.isoformat(timespec="seconds"),
        "revision": {"then": then.revision, "now": now.revision},
        "version": {"then": then.version, "now": replay.version},
        "models": {"then": asdict(then.models), "now": asdict(replay.models)},
        "verdict": {"then": then.verdict, "now": now.verdict},
        "confidence": {"then": then.confidence, "now": now.confidence},
        "results": [_traced(it) for it in replay.results],
    }
    return one_line(json.dumps(form, ensure_ascii=False))


def _traced(it: Traced) -> dict[str, Any]:
    return {
        "passage_id": it.found.passage_id,
        "file": it.found.file,
        "fate": it.fate,
        "place": {"then": it.then, "now": it.now},
        "score": {"then": None if it.then is None else it.found.score, "now": it.score_now},
    }
