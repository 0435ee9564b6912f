"""A visitor's feedback: a thumb on the verdict or on a passage becomes a judged question."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import get_args

import gradio as gr

from qa.archive.archive import Archive
from qa.evaluation.judgements import Judgements
from qa.page.client_actions import ClientAction, answer_with_action
from qa.page.events import ClientEvent
from qa.page.rendering.thumbs import pressed
from qa.page.words.words import Words
from qa.records import Span, Verdict

_SAYS: Mapping[str, bool | None] = MappingProxyType({"yes": True, "no": False, "nothing": None})
"""What a thumb says; pressed again, nothing."""


def wire_feedback(archive: Archive, judgements: Judgements, bridge: gr.HTML, box: gr.Textbox) -> None:
    """Wire the thumbs by which answers are judged."""
    answer_with_action(bridge, "like", box, lambda event, words: _judged(archive, judgements, event, words))


def _judged(archive: Archive, judgements: Judgements, event: ClientEvent, words: Words) -> ClientAction:
    search, says, passage = event.address.search, event.text("says"), event.text("passage")
    if search is None or says not in _SAYS:
        return ClientAction()
    verdict = next((it for it in get_args(Verdict) if it == event.text("verdict")), None)
    if passage:
        found, sentence = archive.passage(passage).passage, event.sentence or Span(0, 0)
        judgements.judge_passage(search.question, found.text, found.text[sentence.start : sentence.end], _SAYS[says])
    elif verdict is None or search.filtered:  # some of the articles do not tell whether the archive answers
        return ClientAction()
    else:
        judgements.judge_verdict(search.question, verdict, _SAYS[says])
    message = words.answer.unjudged if says == "nothing" else words.answer.judged
    stands = pressed(judgements.thumbs_on(search.question), verdict or "none").verdict
    return ClientAction(message, judges=passage, says=says, verdict=stands)
