"""Render the near-duplicates of a passage, folded, with the words marked in which each differs."""

from qa.index.filters import date_number
from qa.page.address import Address
from qa.page.rendering.escaping import Html
from qa.page.rendering.highlights import with_terms_marked
from qa.page.rendering.icons import icon
from qa.page.rendering.links import read_link
from qa.page.rendering.source_line import source_line
from qa.page.words.words import Words
from qa.records import Copy, Evidence, SearchRequest, Span
from qa.retrieval.near_duplicates import earliest, replacements


def copies(evidence: Evidence, search: SearchRequest, words: Words) -> Html:
    """Return where else a passage stands, as HTML; nothing where it stands nowhere else."""
    if not evidence.copies:
        return Html()
    items = Html("\n").join(copied(it, evidence, Address(search, it.passage.id), words) for it in evidence.copies)
    return Html(
        '<details class="copies"><summary class="action">{}<span>{}</span></summary>\n'
        '<p class="note">{}</p>\n<ul>\n{}\n</ul></details>\n'
    ).format(icon("copies"), _summary(evidence, words), words.card.differing, items)


def _summary(evidence: Evidence, words: Words) -> str:
    """Return in how many other articles it stands, whether again in its own, and when it first appeared."""
    files = {copy.article.file for copy in evidence.copies}
    others, again = len(files - {evidence.article.file}), evidence.article.file in files
    if not others:
        return words.card.again_here
    summary = words.locale.counted(others, words.card.elsewhere) + (words.card.and_again_here if again else "")
    elsewhere = (it.article for it in evidence.copies if it.article.file != evidence.article.file)
    first = earliest(evidence)
    if first is not None and any(date_number(it.date) is not None for it in elsewhere):
        summary += words.card.earliest.format(words.locale.date(first.date))
    return summary


def copied(copy: Copy, evidence: Evidence, address: Address, words: Words) -> Html:
    """Return another passage with its source and the way there, as HTML; words that the evidence lacks are marked."""
    differing = [Span(it.other_start, it.other_end) for it in replacements(evidence.passage.text, copy.passage.text)]
    text = with_terms_marked(copy.passage.text, [it for it in differing if it.start < it.end], "differs")
    link = read_link(address, copy.article.name, words.card.read)
    return Html("""<li><p class="source">{}</p>
<p class="copied" dir="auto">{}</p>
<blockquote class="quote" dir="auto">{}</blockquote>
{}</li>""").format(source_line(copy.article, words), copy.article.name, text, link)
