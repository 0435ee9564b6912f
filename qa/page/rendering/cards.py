"""Render one piece of evidence as a card."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qa.page.address import Address
from qa.page.highlighting import QuestionWords
from qa.page.rendering.copies import copies
from qa.page.rendering.escaping import Html
from qa.page.rendering.highlights import with_sentence_marked
from qa.page.rendering.links import read_link
from qa.page.rendering.source_line import paragraph, section, source_line
from qa.page.rendering.thumbs import Pressed, thumbs
from qa.page.words.words import Words
from qa.records import Evidence, Passage, SearchRequest, Span

SLIGHT = 0.1
"""Below this probability a card's mark is quieter, so that the eye finds the answer."""
STEPS = {"previous": -1, "following": 1}


@dataclass(frozen=True, slots=True)
class CardContext:
    """What every card of an answer is shown with."""

    search: SearchRequest
    asked: QuestionWords
    words: Words
    heading: int
    """The level of a card's headline among the page's headings."""
    pressed: Pressed = field(default_factory=Pressed)
    style: str = "card"
    """The card's class: one of the "own" article shows no headline again."""


def card(evidence: Evidence, others: Sequence[Evidence], shown: CardContext) -> Html:
    """Return the card of a passage as HTML, other passages of its report folded under it."""
    words, passage, sentence = shown.words, evidence.passage, evidence.sentence
    span = Span(sentence.start, sentence.end)
    where = paragraph(passage.number, evidence.paragraphs, passage.heading, words)
    pressed = shown.pressed.passages.get(passage.text, "")
    onwards = passage.number < evidence.paragraphs
    return Html("""<li><article class="{style}" aria-labelledby="headline-{id}" data-card="{id}" data-sentence="{at}">
<input class="pick" type="checkbox" data-picks="{id}" aria-label="{select}: {name}">
{section}<h{level} class="headline" id="headline-{id}" dir="auto">{name}</h{level}>
<p class="source">{source}</p>
{previous}<blockquote class="quote" dir="auto">{text}</blockquote>
{following}<div class="foot">
{judgement}<p class="actions"><button type="button" class="action" data-copies="{id}">{copy}</button> {read}</p>
</div>
{why}{copies}{more}</article></li>""").format(
        style=f"{shown.style} slight" if (evidence.probability or 1.0) < SLIGHT else shown.style,
        id=passage.id,
        at=f"{span.start}-{span.end}",
        select=words.card.select,
        name=evidence.article.name,
        section=section(evidence.article),
        level=shown.heading,
        source=source_line(evidence.article, words, where),
        previous=_neighbour_place("previous", words.card.previous, passage.id) if passage.number > 1 else "",
        text=with_sentence_marked(passage.text, span, list(shown.asked.spans(passage.text))),
        following=_neighbour_place("following", words.card.following, passage.id) if onwards else "",
        judgement=_judgement(evidence, words, pressed),
        copy=words.card.copy_quote,
        read=read_link(Address(shown.search, passage.id, span), evidence.article.name, words.card.read),
        why=_why(evidence, words),
        copies=copies(evidence, shown.search, words),
        more=_more_here(evidence, others, shown),
    )


def _judgement(evidence: Evidence, words: Words, pressed: str) -> Html:
    """Return how likely a passage is to answer, and the thumbs on that; nothing for a topic."""
    if evidence.probability is None:
        return Html()
    width = round(min(max(evidence.probability, 0.0), 1.0) * 100)
    return Html(
        '<p class="judgement"><span class="gauge" aria-hidden="true"><span style="width:{}%"></span></span>'
        '<span class="likely">{}</span>{}</p>\n'
    ).format(
        width,
        words.card.likely.format(words.locale.percent(evidence.probability)),
        thumbs(evidence.passage.id, words.card.answers, words.card.answers_not, pressed),
    )


def _neighbour_place(which: str, text: str, identity: str) -> Html:
    """Return where the paragraph before or after is shown on demand."""
    return Html(
        '<div class="neighbour {0}" data-place="{0}"><button type="button" class="action" '
        'data-fetches="{0}" data-of="{1}">{2}</button></div>\n'
    ).format(which, identity, text)


def _why(evidence: Evidence, words: Words) -> Html:
    """Return what the score is made of, the greatest part first."""
    parts = sorted(evidence.parts.items(), key=lambda it: -it[1])
    rows = Html("\n").join(
        Html('<tr><th scope="row">{}</th><td>{:.3f}</td></tr>').format(words.card.parts.get(name, name), value)
        for name, value in parts
    )
    return Html(
        '<details class="why"><summary>{}</summary><table>\n{}\n'
        '<tr class="sum"><th scope="row">{}</th><td>{:.3f}</td></tr></table></details>\n'
    ).format(words.card.why, rows, words.card.score, evidence.score)


def _more_here(evidence: Evidence, others: Sequence[Evidence], shown: CardContext) -> Html:
    """Return the folded passages; the headline stands over those of another article, for its source may differ."""
    if not others:
        return Html()
    another = replace(shown, heading=shown.heading + 1)
    own = replace(another, style="card own")
    items = Html("\n").join(card(it, (), own if it.article.file == evidence.article.file else another) for it in others)
    summary = shown.words.locale.counted(len(others), shown.words.card.more_here)
    return Html('<details class="more-here"><summary>{}</summary>\n<ol>\n{}\n</ol></details>\n').format(summary, items)


def neighbour(passages: Sequence[Passage], of: str, which: str, words: Words) -> Html:
    """Return the next passage in a direction as HTML, with the id to go on from where there are more."""
    at = next((place for place, it in enumerate(passages) if it.id == of), None)
    step = STEPS[which]
    if at is None or not 0 <= at + step < len(passages):
        return fetched(words.card.no_previous if step < 0 else words.card.no_following)
    found = passages[at + step]
    further = Html(' data-of="{}"').format(found.id) if 0 <= at + 2 * step < len(passages) else ""
    where = paragraph(found.number, max(it.number for it in passages), found.heading, words)
    return Html('<div class="fetched"{}><p class="source">{}</p><p class="beside" dir="auto">{}</p></div>').format(
        further, where, found.text
    )


def fetched(message: str) -> Html:
    """Return what stands in the place of a paragraph that was asked for and is not there."""
    return Html('<div class="fetched"><p class="note">{}</p></div>').format(message)
