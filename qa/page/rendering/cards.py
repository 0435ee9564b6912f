"""Render one piece of evidence as a card."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from qa.page.address import Address
from qa.page.highlighting import QuestionWords
from qa.page.rendering.copies import copies
from qa.page.rendering.escaping import Html, in_language
from qa.page.rendering.highlights import quote_parts
from qa.page.rendering.icons import icon
from qa.page.rendering.links import read_link
from qa.page.rendering.source_line import further_source, paragraph, short_source, states_more
from qa.page.rendering.thumbs import Pressed, thumbs
from qa.page.rendering.unfolding import unfold
from qa.page.rendering.versions import earlier, notes
from qa.page.words.words import Likelihood, Words
from qa.records import Evidence, Passage, SearchRequest, Span
from qa.retrieval.verdict import SHIPPED, SURE

_DIGITS = 3
"""Behind the point of a part of a score."""
STEPS = {"previous": -1, "following": 1}
LIKELIHOODS: Mapping[Likelihood, float] = MappingProxyType({"high": SURE, "medium": SHIPPED.weak, "low": 0.05})
"""From which probability on a passage is called so: what the verdicts "answered" and "weak" need, so that card and
verdict agree. Below the last nothing is said."""


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
    likely = likelihood_of(evidence.probability)
    return Html("""<li><article class="{style}" aria-labelledby="headline-{id}" data-card="{id}" data-sentence="{at}">
<header class="over"><input class="pick" type="checkbox" data-picks="{id}" aria-label="{select}: {name}">
<h{level} class="headline" id="headline-{id}" dir="auto">{name}</h{level}>
<p class="source">{source}</p></header>
{text}{notes}<div class="controls">{read}
<button type="button" class="action" data-copies="{id}">{copy_icon}<span>{copy}</span></button>
<button type="button" class="action" data-keeps="{id}" aria-pressed="false">{keep_icon}<span>{keep}</span></button>
{why}{earlier}{copies}{more}{judgement}</div></article></li>""").format(
        style=shown.style if likely in {"high", "medium"} else f"{shown.style} slight",
        id=passage.id,
        at=f"{span.start}-{span.end}",
        select=words.card.select,
        name=evidence.article.name,
        level=shown.heading,
        source=short_source(evidence.article, words),
        text=_text(evidence, span, shown),
        read=read_link(Address(shown.search, passage.id, span), evidence.article.name, words.card.read),
        copy_icon=icon("copy"),
        copy=words.card.copy_quote,
        keep_icon=icon("keep"),
        keep=words.card.keep,
        why=_why(evidence, words),
        notes=notes(evidence),
        earlier=earlier(evidence, shown.search, words),
        copies=copies(evidence, shown.search, words),
        more=_more_here(evidence, others, shown),
        judgement=_judgement(evidence, likely, words, shown.pressed.passages.get(passage.text, "")),
    )


def likelihood_of(probability: float | None) -> Likelihood | None:
    """Return the word for a probability; None for a topic, and where it is too low to say anything."""
    if probability is None:
        return None
    return next((word for word, least in LIKELIHOODS.items() if probability >= least), None)


def _text(evidence: Evidence, span: Span, shown: CardContext) -> Html:
    """Return the passage: folded, its sentence leads and a line before and after it follow; else it is whole.

    Nothing unfolds where there is nothing more.

    In the document it stands word for word; only its style puts the sentence first.
    """
    words, passage = shown.words, evidence.passage
    parts = quote_parts(passage.text, span, list(shown.asked.spans(passage.text, passage.language)))
    first, last = passage.number <= 1, passage.number >= evidence.paragraphs
    around = parts.before.strip() or parts.after.strip() or passage.heading or states_more(evidence.article)
    whole = first and last and not around
    return Html("""<div class="text folded{whole}">
{previous}<blockquote class="quote" dir="auto"{language}>{before}{answering}{after}</blockquote>
{following}<p class="further">{further}</p>
{unfold}</div>
""").format(
        whole=" whole" if whole else "",
        previous=Html() if first else _neighbour_place("previous", words.card.previous, passage.id),
        language=in_language(passage.language),
        before=_around("earlier", parts.before),
        answering=Html('<span class="answering"><mark class="sentence">{}</mark></span>').format(parts.sentence),
        after=_around("later", parts.after),
        following=Html() if last else _neighbour_place("following", words.card.following, passage.id),
        further=further_source(
            evidence.article, words, paragraph(passage.number, evidence.paragraphs, passage.heading, words)
        ),
        unfold=Html() if whole else unfold(words),
    )


def _around(which: str, part: Html) -> Html:
    """Return what stands before or after the sentence; nothing where nothing does."""
    return Html('<span class="{}"><bdi>{}</bdi></span>').format(which, part) if part.strip() else part


def _judgement(evidence: Evidence, likely: Likelihood | None, words: Words, pressed: str) -> Html:
    """Return how likely a passage is to answer, in a word with its figure on demand, and the thumbs on that."""
    if evidence.probability is None:
        return Html()
    figure = words.card.likely.format(words.locale.percent(evidence.probability))
    said = (
        Html('<span class="likely {0}" title="{1}">{2}<span class="unseen">, {1}</span></span>').format(
            likely, figure, words.card.likelihoods[likely]
        )
        if likely
        else Html()
    )
    return Html('<p class="judgement">{}{}</p>').format(
        said, thumbs(evidence.passage.id, words.card.answers, words.card.answers_not, pressed)
    )


def _neighbour_place(which: str, text: str, identity: str) -> Html:
    """Return where the paragraph before or after is shown on demand."""
    return Html(
        '<div class="neighbour {0}" data-place="{0}"><button type="button" class="action" '
        'data-fetches="{0}" data-of="{1}">{2}</button></div>\n'
    ).format(which, identity, text)


def _why(evidence: Evidence, words: Words) -> Html:
    """Return what the score is made of, the greatest part first."""
    parts, locale = sorted(evidence.parts.items(), key=lambda it: -it[1]), words.locale
    likely = Html()
    if evidence.probability is not None and likelihood_of(evidence.probability):
        likely = Html("<caption>{}</caption>").format(words.card.likely.format(locale.percent(evidence.probability)))
    rows = Html("\n").join(
        Html('<tr><th scope="row">{}</th><td>{}</td></tr>').format(
            words.card.parts.get(name, name), locale.decimals(value, _DIGITS)
        )
        for name, value in parts
    )
    return Html(
        '<details class="why"><summary class="action">{}<span>{}</span></summary><table>{}\n{}\n'
        '<tr class="sum"><th scope="row">{}</th><td>{}</td></tr></table></details>\n'
    ).format(icon("why"), words.card.why, likely, rows, words.card.score, locale.decimals(evidence.score, _DIGITS))


def _more_here(evidence: Evidence, others: Sequence[Evidence], shown: CardContext) -> Html:
    """Return the folded passages; the headline stands over those of another article, for its source may differ."""
    if not others:
        return Html()
    another = replace(shown, heading=shown.heading + 1)
    own = replace(another, style="card own")
    items = Html("\n").join(card(it, (), own if it.article.file == evidence.article.file else another) for it in others)
    summary = shown.words.locale.counted(len(others), shown.words.card.more_here)
    return Html(
        '<details class="more-here"><summary class="action">{}<span>{}</span></summary>\n<ol>\n{}\n</ol></details>\n'
    ).format(icon("folded"), summary, items)


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
