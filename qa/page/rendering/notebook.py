"""Render the notebook: the passages that a visitor has kept, and what has become of each since."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from qa.exports.notebook import DOCUMENTS, Kept, Standing
from qa.page.address import Address, parse
from qa.page.rendering.escaping import Html
from qa.page.rendering.highlights import with_sentence_marked, with_terms_marked
from qa.page.rendering.links import anchor, read_link
from qa.page.rendering.source_line import SEPARATOR, source_line
from qa.page.words.words import Words
from qa.records import Article, Span
from qa.retrieval.near_duplicates import replacements

LONGEST_NOTE = 5_000
MOST_KEPT = 500
_LONGEST_COMPARED = 10_000
"""In characters: passages have a tenth of that, and to compare words takes the square of their number."""


@dataclass(frozen=True, slots=True)
class KeptNow:
    """A kept passage, and what has become of it; None where the archive cannot be asked."""

    kept: Kept
    standing: Standing | None


def notebook(entries: Sequence[KeptNow], words: Words, *, word: bool) -> Html:
    """Return the notebook as HTML, without the notes, which the script fills in; `word` where that is written."""
    texts = words.notebook
    listed = Html("\n").join(_entry(it, words) for it in entries)
    body = Html('<ol class="entries">\n{}\n</ol>').format(listed) if entries else _note(texts.empty)
    return Html("""<section class="notebook"><h2>{}</h2>
<p class="note">{}</p>
<div class="notebook-tools">{}<button type="button" class="action" data-saves-notebook>{}</button>
<button type="button" class="action" data-loads-notebook>{}</button></div>
{}</section>""").format(
        words.tabs["notebook"],
        texts.about,
        _menu(words, word=word) if entries else "",
        texts.save,
        texts.open,
        body,
    )


def _menu(words: Words, *, word: bool) -> Html:
    texts = words.notebook
    names = {"markdown": "Markdown", "html": f"{texts.html} (HTML)", "docx": f"{texts.docx} (DOCX)"}
    written = [name for name in DOCUMENTS if word or name != "docx"]
    buttons = Html("\n").join(
        Html('<button type="button" data-exports="{}">{}</button>').format(name, names[name]) for name in written
    )
    lacking = Html() if word else _note(texts.no_docx.format("qa-news-archive[docx]"))
    return Html("""<details class="export pulldown"><summary>{0}</summary>
<div class="menu" role="group" aria-label="{0}">
{1}{2}</div></details>
""").format(words.exporting.export, buttons, lacking)


def _entry(it: KeptNow, words: Words) -> Html:
    kept, texts = it.kept, words.notebook
    citation, article = kept.citation, _article(kept)
    there, gone = _address(it), it.standing is not None and it.standing.state == "gone"
    beside = replace(there, search=None, tab="notebook")
    asked = texts.asked.format(words.locale.date(citation.retrieved.isoformat()))
    return Html("""<li><article class="entry" aria-labelledby="kept-{id}" data-entry="{id}">
<div class="asked"><h3 class="asked-for" id="kept-{id}" dir="auto">{question}</h3> <p class="when">{asked}</p></div>
<blockquote class="quote" dir="auto">{passage}</blockquote>
<p class="source"><span class="headline" dir="auto">{name}</span>{dot}{source}{dot}<span>{number}</span></p>
{state}<textarea class="kept-note" rows="1" maxlength="{longest}" aria-label="{note}: {name}"
 placeholder="{note}" data-notes="{id}" dir="auto"></textarea>
<p class="actions">{read}{up}{down}
<button type="button" class="action" data-removes="{id}">{remove}<span class="unseen">: {name}</span></button></p>
</article></li>""").format(
        id=citation.passage_id,
        question=citation.question if there.search is None else anchor(there, citation.question),
        passage=with_sentence_marked(citation.passage, kept.sentence),
        name=article.name,
        dot=SEPARATOR,
        source=source_line(article, words),
        number=texts.paragraph.format(words.locale.number(citation.paragraph)),
        asked=asked,
        state=_state(it, words),
        longest=LONGEST_NOTE,
        note=texts.note,
        read="" if gone else Html("{} ").format(read_link(beside, article.name, words.card.read)),
        up=_mover(-1, "↑", texts.up, article.name),
        down=_mover(1, "↓", texts.down, article.name),
        remove=texts.remove,
    )


def _mover(step: int, sign: str, text: str, name: str) -> Html:
    return Html(
        '<button type="button" class="action move" data-moves="{0}" aria-label="{1}: {2}" title="{1}">{3}</button>'
    ).format(step, text, name, sign)


def _address(it: KeptNow) -> Address:
    """Return where the page shows a passage: under its id of now. Whatever the notebook's file says, it is a page's."""
    kept, standing = it.kept, it.standing
    there = replace(parse(kept.address), passage=kept.citation.passage_id, article=None, tab="ask")
    if standing is not None and standing.passage is not None:
        there = replace(there, passage=standing.passage.id)
    if standing is not None and standing.state == "changed":
        return replace(there, sentence=None)
    return Address(there.search) if standing is not None and standing.state == "gone" else there


def _state(it: KeptNow, words: Words) -> Html:
    """Return that a passage has changed, with its words now, or has gone; nothing where neither is so."""
    texts, standing = words.notebook, it.standing
    if standing is None or standing.state == "there":
        return Html()
    if standing.passage is None:
        return Html('<p class="state gone">{}</p>\n').format(texts.gone)
    kept, now = it.kept.citation.passage, standing.passage.text
    compared = replacements(kept, now) if len(kept) <= _LONGEST_COMPARED else ()
    differing = [Span(at.other_start, at.other_end) for at in compared]
    return Html(
        '<p class="state changed">{}</p>\n<details class="now"><summary>{}</summary>'
        '<blockquote class="quote" dir="auto">{}</blockquote></details>\n'
    ).format(texts.changed, texts.now, with_terms_marked(now, [at for at in differing if at.start < at.end], "differs"))


def _article(kept: Kept) -> Article:
    it = kept.citation
    name = it.headline or it.file
    return Article(it.file, "", name, it.headline, it.outlet, it.date, it.author, it.place, it.section, it.url)


def _note(text: str) -> Html:
    return Html('<p class="note empty">{}</p>').format(text)
