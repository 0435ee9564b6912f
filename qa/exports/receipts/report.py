"""A replay as words for a terminal, and as JSON for programs."""

from collections.abc import Iterator
from dataclasses import asdict, fields
from typing import Any

from qa.articles.dates import as_stated
from qa.articles.plain_text import in_one_line
from qa.exports.json_line import json_line
from qa.exports.receipts.receipt import Receipt, ReceiptResult
from qa.exports.receipts.replay import Fate, Replay, ReplayedResult
from qa.records import Answer, Verdict
from qa.retrieval.logits import percent

_VERDICTS: dict[Verdict, str] = {
    "answered": "answered",
    "weak": "possibly answered",
    "none": "probably not answered",
}
_FATES: dict[Fate, str] = {
    "same": "the same",
    "moved": "moved to {now}",
    "rescored": "score {then_score:.3f}, now {now_score:.3f}",
    "copy": "now a copy of {now}",
    "left out": "still in the archive, no longer among the results",
    "gone": "no longer in the archive: its article was changed or removed",
    "altered": "the receipt has other words than the archive",
    "new": "new",
}


def replay_text(replay: Replay) -> str:
    """Write what was asked when, whether all is the same, and what has become of every result."""
    return "\n".join(_lines(replay))


def replay_line(replay: Replay) -> str:
    """Write what has changed since a receipt as one line of JSON."""
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
        "results": [_form(it) for it in replay.results],
    }
    return json_line(form)


def _verdict_words(found: Receipt | Answer) -> str:
    if found.verdict is None or found.confidence is None:
        return "no verdict"
    return f"{_VERDICTS[found.verdict]}, {percent(found.confidence)} likely"


def _lines(replay: Replay) -> Iterator[str]:
    then, now = replay.receipt, replay.answer
    asked = as_stated(then.made.date().isoformat())
    yield f"{in_one_line(then.search.question)}"
    yield f"asked on {asked} of revision {then.revision}, and again of revision {now.revision}"
    yield "The same." if replay.same else "Something has changed."
    if then.version != replay.version:
        yield f"version {in_one_line(then.version)}, now {replay.version}"
    for field in fields(then.models):
        before, after = getattr(then.models, field.name), getattr(replay.models, field.name)
        if before != after:
            yield f"{field.name} {_model(before)}, now {_model(after)}"
    before, after = _verdict_words(then), _verdict_words(now)
    yield before if before == after else f"{before}; now {after}"
    for it in replay.results:
        place = it.then if it.then is not None else it.now
        yield f"{place:>3}. {_source(it.found)}: {_fate(it)}"


def _source(found: ReceiptResult) -> str:
    return f"{in_one_line(found.headline or found.file)} · paragraph {found.paragraph} · {in_one_line(found.file)}"


def _fate(it: ReplayedResult) -> str:
    return _FATES[it.fate].format(now=it.now, then_score=it.found.score, now_score=it.score_now)


def _model(name: object) -> str:
    return in_one_line(str(name))[:60] if isinstance(name, str) else "none" if name in (None, False) else "used"


def _form(it: ReplayedResult) -> dict[str, Any]:
    return {
        "passage_id": it.found.passage_id,
        "file": it.found.file,
        "fate": it.fate,
        "place": {"then": it.then, "now": it.now},
        "score": {"then": None if it.then is None else it.found.score, "now": it.score_now},
    }
