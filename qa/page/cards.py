"""Render one piece of evidence as a card."""

from html import escape

from qa.page.address import Address, Span, link
from qa.page.display import escaped
from qa.page.marking import with_sentence_marked
from qa.page.source_line import source_line
from qa.page.wording import elsewhere
from qa.probabilities import percent
from qa.records import Copy, Evidence

SLIGHT = 0.1
"""Below this probability a card's mark is quieter, so that the eye finds the answer."""


def card(evidence: Evidence, rank: int, question: str, heading: int = 3) -> str:
    """Return the card as HTML; `heading` is the level of its headline among the page's headings."""
    sentence = evidence.sentence
    passage = with_sentence_marked(evidence.passage.text, sentence.start, sentence.end)
    address = Address(question, evidence.passage.id, Span(sentence.start, sentence.end))
    manner = "card slight" if evidence.probability < SLIGHT else "card"
    return f"""<li><article class="{manner}" aria-labelledby="headline-{rank}">
{_section(evidence)}{_headline(evidence, rank, heading)}
<p class="source">{source_line(evidence.article, evidence.passage)}</p>
<blockquote class="quote" dir="auto">{passage}</blockquote>
<div class="foot">
<p class="judgement">{_judgement(evidence)}</p>
{_read_link(address, evidence.article.name)}
</div>
{_copies(evidence, question)}</article></li>"""


def _headline(evidence: Evidence, rank: int, heading: int) -> str:
    name = escaped(evidence.article.name)
    return f'<h{heading} class="headline" id="headline-{rank}" dir="auto">{name}</h{heading}>'


def _section(evidence: Evidence) -> str:
    section = evidence.article.section
    return "" if section is None else f'<p class="section" dir="auto">{escaped(section)}</p>\n'


def _judgement(evidence: Evidence) -> str:
    width = round(min(max(evidence.probability, 0.0), 1.0) * 100)
    return (
        f'<span class="gauge" aria-hidden="true"><span style="width:{width}%"></span></span>'
        f'<span class="likely">{percent(evidence.probability)} likely to answer</span> '
        f'<span class="score">score {evidence.score:.2f}</span>'
    )


def _read_link(address: Address, name: str, text: str = "Read in the article") -> str:
    return (
        f'<a class="read" data-opens="reader" data-passage="{escaped(address.passage or "")}" '
        f'href="{escape(link(address), quote=True)}">{text}<span class="unseen">: {escaped(name)}</span></a>'
    )


def _copies(evidence: Evidence, question: str) -> str:
    if not evidence.copies:
        return ""
    items = "\n".join(_copy(copy, question) for copy in evidence.copies)
    files = {copy.article.file for copy in evidence.copies}
    summary = elsewhere(len(files - {evidence.article.file}), evidence.article.file in files)
    return f'<details class="copies"><summary>{summary}</summary>\n<ul>\n{items}\n</ul></details>\n'


def _copy(copy: Copy, question: str) -> str:
    return f"""<li><p class="source">{source_line(copy.article, copy.passage)}</p>
<p class="copied" dir="auto">{escaped(copy.article.name)}</p>
<blockquote class="quote" dir="auto">{escaped(copy.passage.text)}</blockquote>
{_read_link(Address(question, copy.passage.id), copy.article.name)}</li>"""
