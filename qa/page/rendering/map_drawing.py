"""Render what stands around the map: what it shows, and how far the drawing of it is."""

from collections.abc import Mapping
from types import MappingProxyType

from qa.archive.topic_map.topic_map import MAP_STEPS, MapProgress, MapStep
from qa.page.rendering.escaping import Html
from qa.page.words.words import Words

_SHARES: Mapping[MapStep, int] = MappingProxyType(
    {"reading": 5, "preparing": 25, "placing": 60, "grouping": 5, "naming": 5}
)
"""How much of the time each step takes, in hundredths, the first time on an idle machine."""


def about(revision: int, words: Words, *, drawn: bool) -> Html:
    """Return the heading of the map as HTML, and a button that draws it where it is not drawn yet."""
    texts = words.archive
    button = Html('<div class="undrawn"><button type="button" data-draws>{}</button></div>').format(texts.show_map)
    return Html(
        '<section class="about" data-map="{}" data-is-drawn="{}"><h2>{}</h2><p class="note">{}</p>{}</section>'
    ).format(revision, "yes" if drawn else "no", texts.map, texts.map_words, "" if drawn else button)


def drawing(progress: MapProgress | None, seconds: int, words: Words) -> Html:
    """Return the steps of drawing a map as HTML, how far they are, and for how many seconds they have been done."""
    texts, now = words.archive, progress or MapProgress(MAP_STEPS[0])
    at = MAP_STEPS.index(now.step)
    styles = ["done"] * at + ["now"] + ["ahead"] * (len(MAP_STEPS) - at - 1)
    steps = Html().join(
        Html('<li class="{}">{}</li>').format(style, texts.map_steps[step])
        for style, step in zip(styles, MAP_STEPS, strict=True)
    )
    done = sum(_SHARES[step] for step in MAP_STEPS[:at]) + _SHARES[now.step] * now.share
    return Html("""<div class="drawing" role="progressbar" aria-label="{}" aria-valuenow="{:.0f}" aria-valuetext="{}">
<p>{} <span class="seconds">{}</span></p><p class="progress"><span style="width:{:.0f}%"></span></p>
<ol>{}</ol></div>""").format(
        texts.drawing,
        done,
        texts.map_step.format(at + 1, len(MAP_STEPS), texts.map_steps[now.step]),
        texts.drawing,
        texts.seconds.format(words.locale.number(seconds)),
        done,
        steps,
    )
