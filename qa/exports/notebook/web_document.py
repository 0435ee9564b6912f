"""A notebook as one page of HTML, for print: it holds its own style, loads nothing and runs nothing."""

from collections.abc import Sequence

from markupsafe import Markup

from qa.exports.notebook.document import DocumentEntry, DocumentWords

_STYLE = Markup("""@page { margin: 20mm 18mm; }
body { max-width: 42em; margin: 2em auto; padding: 0 1em; color: #1c1b19; background: #fff;
  font: 11.5pt/1.5 "Source Serif 4", Charter, Georgia, serif; }
h1 { font-size: 1.7em; line-height: 1.2; }
article { margin-top: 2em; padding-top: 1em; border-top: 1px solid #999; }
h2 { margin: 0 0 0.7em; font-size: 1.05em; break-after: avoid; }
blockquote { margin: 0; padding-left: 0.9em; border-left: 3px solid #999; white-space: pre-line; }
mark { background: none; color: inherit; text-decoration: underline 1.5px; text-underline-offset: 3px; }
.source, .note { font-size: 0.9em; }
.note { white-space: pre-line; }
h2, blockquote, p { overflow-wrap: anywhere; }
a { color: inherit; }
@media print {
  body { max-width: none; margin: 0; padding: 0; }
  .link::after { content: " " attr(href); }
}""")


def web_document(entries: Sequence[DocumentEntry], words: DocumentWords) -> bytes:
    """Write each passage under its question, the quote in it underlined, then its source and the note."""
    page = Markup("""<!doctype html>
<html lang="{}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>{}</title><style>
{}
</style></head><body>
<h1>{}</h1>
{}
</body></html>
""").format(words.language, words.title, _STYLE, words.title, Markup("\n").join(_entry(it, words) for it in entries))
    return page.encode()


def _entry(it: DocumentEntry, words: DocumentWords) -> Markup:
    quote = Markup("<mark>{}</mark>").format(it.quote) if it.quote else ""
    link = Markup(' <a class="link" href="{}">{}</a>').format(it.permalink, words.link) if it.permalink else ""
    note = Markup('\n<p class="note" dir="auto"><b>{}:</b> {}</p>').format(words.note, it.note) if it.note else ""
    return Markup("""<article><h2 dir="auto">{}</h2>
<blockquote dir="auto">{}{}{}</blockquote>
<p class="source">— {} ({}){}</p>{}</article>""").format(
        it.question, it.before, quote, it.after, _source(it), it.retrieved, link, note
    )


def _source(it: DocumentEntry) -> Markup:
    name = it.headline or it.source or ""
    linked: str = Markup('<a href="{}">{}</a>').format(it.source, name) if it.source else name
    parts = (it.author, linked, Markup("<i>{}</i>").format(it.outlet) if it.outlet else "", it.date, it.paragraph)
    return Markup(", ").join(part for part in parts if part)
