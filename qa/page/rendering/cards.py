"""Render one piece of evidence as a card."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from qa.page.address import Address
from qa.page.highlighting import QuestionWords
from qa.page.rendering.copies import copies
from qa.page.rendering.escaping import escaped
from qa.page.rendering.highlights import with_sentence_marked
from qa.page.rendering.links import read_link
from qa.page.rendering.source_line import paragraph, source_line
from qa.page.rendering.thumbs import Pressed, thumbs
from qa.page.words.words import Words
from qa.records import Evidence, Passage, Span
from qa.retrieval.request import SearchRequest

SLIGHT = 0.1
"""Below this probability a card's mark is quieter, so that the eye finds the answer."""


@dataclass(frozen=True, slots=True)
class CardContext:
    """What every card of an answer is shown with."""

    search: SearchRequest
    asked: QuestionWords
    words: Words
    heading: int
    """The level of a card's headline among the page's headings."""
    pressed: Pressed = field(default_factory=Pressed)
    manner: str = "card"
    """The card's class: one of the "own" article shows no headline again."""

    def deeper(self) -> "CardContext":
        """Show what stands under another headline."""
        return replace(self, heading=self.heading + 1)


def card(evidence: Evidence, others: Sequence[Evidence], shown: CardContext) -> str:
    """Return the card of a passage as HTML, other passages of its report folded under it."""
    words, passage, sentence = shown.words, evidence.passage, evidence.sentence
    identity, name = escaped(passage.id), escaped(evidence.article.name)
    manner = f"{shown.manner} slight" if evidence.probability < SLIGHT else shown.manner
    marked = with_sentence_marked(
        passage.text, Span(sentence.start, sentence.end), list(shown.asked.spans(passage.text))
    )
    where = paragraph(passage.number, evidence.paragraphs, passage.heading, words)
    address = Address(shown.search, passage.id, Span(sentence.start, sentence.end))
    read = read_link(address, evidence.article.name, words.card.read)
    stretch = f"{sentence.start}-{sentence.end}"
    about = f'aria-labelledby="headline-{identity}" data-card="{identity}" data-sentence="{stretch}"'
    return f"""<li><article class="{manner}" {about}>
<input class="pick" type="checkbox" data-picks="{identity}" aria-label="{words.card.select}: {name}">
{_section(evidence)}<h{shown.heading} class="headline" id="headline-{identity}" dir="auto">{name}</h{shown.heading}>
<p class="source">{source_line(evidence.article, words, where)}</p>
{_neighbour("previous", words.card.previous, identity)}<blockquote class="quote" dir="auto">{marked}</blockquote>
{_neighbour("following", words.card.following, identity)}<div class="foot">
<p class="judgement">{_gauge(evidence, words)}{_judged(passage, shown)}</p>
<p class="actions">{_button("copies", words.card.copy_quote, identity)} {read}</p>
</div>
{_why(evidence, words)}{copies(evidence, shown.search, words)}{_more_here(evidence, others, shown)}</article></li>"""


def _section(evidence: Evidence) -> str:
    section = evidence.article.section
    return "" if section is None else f'<p class="section" dir="auto">{escaped(section)}</p>\n'


def _judged(passage: Passage, shown: CardContext) -> str:
    said, says = shown.words.card, shown.pressed.passages.get(passage.text, "")
    return thumbs(passage.id, said.answers, said.answers_not, says)


def _gauge(evidence: Evidence, words: Words) -> str:
    width = round(min(max(evidence.probability, 0.0), 1.0) * 100)
    return (
        f'<span class="gauge" aria-hidden="true"><span style="width:{width}%"></span></span>'
        f'<span class="likely">{words.card.likely.format(words.locale.percent(evidence.probability))}</span>'
    )


def _button(action: str, text: str, identity: str) -> str:
    return f'<button type="button" class="action" data-{action}="{identity}">{text}</button>'


def _neighbour(which: str, text: str, identity: str) -> str:
    """Return where the paragraph before or after is shown on demand."""
    return (
        f'<div class="neighbour {which}" data-place="{which}"><button type="button" class="action" '
        f'data-fetches="{which}" data-of="{identity}">{text}</button></div>\n'
    )


def _why(evidence: Evidence, words: Words) -> str:
    """Return what the score is made of, the greatest part first."""
    parts = sorted(evidence.parts.items(), key=lambda it: -it[1])
    rows = "\n".join(
        f'<tr><th scope="row">{escaped(words.card.parts.get(name, name))}</th><td>{value:.3f}</td></tr>'
        for name, value in parts
    )
    return (
        f'<details class="why"><summary>{words.card.why}</summary><table>\n{rows}\n'
        f'<tr class="sum"><th scope="row">{words.card.score}</th><td>{evidence.score:.3f}</td></tr></table></details>\n'
    )


def _more_here(evidence: Evidence, others: Sequence[Evidence], shown: CardContext) -> str:
    """Return the folded passages; the headline stands over those of another article, for its source may differ."""
    if not others:
        return ""
    own, another = replace(shown.deeper(), manner="card own"), shown.deeper()
    items = "\n".join(card(it, (), own if it.article.file == evidence.article.file else another) for it in others)
    summary = shown.words.locale.counted(len(others), shown.words.card.more_here)
    return f'<details class="more-here"><summary>{summary}</summary>\n<ol>\n{items}\n</ol></details>\n'


STEPS = {"previous": -1, "following": 1}


def neighbour(passages: Sequence[Passage], of: str, which: str, words: Words) -> str:
    """Return the next passage in a direction as HTML, with the id to go on from where there are more."""
    at = next((place for place, it in enumerate(passages) if it.id == of), None)
    step = STEPS[which]
    if at is None or not 0 <= at + step < len(passages):
        end = words.card.no_previous if step < 0 else words.card.no_following
        return f'<div class="fetched"><p class="note">{end}</p></div>'
    found = passages[at + step]
    further = f' data-of="{escaped(found.id)}"' if 0 <= at + 2 * step < len(passages) else ""
    count = max(it.number for it in passages)
    where = paragraph(found.number, count, found.heading, words)
    return (
        f'<div class="fetched"{further}><p class="source">{where}</p>'
        f'<p class="beside" dir="auto">{escaped(found.text)}</p></div>'
    )
