"""Render what an archive says to a question: the verdict first, then the evidence."""

from collections.abc import Sequence
from dataclasses import replace
from html import escape

from qa.evaluation.judgements import Thumb
from qa.page.address import SHOWN, Address, changed, link
from qa.page.highlighting import question_words
from qa.page.rendering.cards import CardContext, card
from qa.page.rendering.escaping import escaped
from qa.page.rendering.explanations import about_filters, explanation
from qa.page.rendering.grouping import Report, by_report
from qa.page.rendering.links import anchor
from qa.page.rendering.thumbs import Pressed, pressed, thumbs
from qa.page.words.words import EXPORT_FORMATS, Words
from qa.records import Answer
from qa.retrieval.ranking import RELEVANCE_FLOOR
from qa.retrieval.request import ORDERS, SearchRequest


def results(answer: Answer, search: SearchRequest, words: Words, given: Sequence[Thumb] = ()) -> str:
    """Return the verdict, what can be done with the evidence, and the evidence as HTML."""
    if search.filtered and not answer.evidence:
        return _left_nothing(answer, search, words)
    near_misses = answer.verdict == "none"
    judged = pressed(given, answer.verdict)
    shown = CardContext(search, question_words(answer), words, 4 if near_misses else 3, judged)
    verdict = f"""<section class="verdict {answer.verdict}" data-announce {_about(answer, search)}>
<h2>{words.answer.verdicts[answer.verdict]}</h2><p>{explanation(answer, search, shown.asked, words)}</p>
{_judged(search, words, judged)}</section>"""
    if not answer.evidence:
        return f'{verdict}\n<p class="nothing">{words.answer.nothing}</p>'
    lead = f'<h3 class="closest">{words.answer.closest}</h3>\n' if near_misses else ""
    return f"""{verdict}
{_tools(search, words)}
{_chips(search, words)}{lead}{_evidence(answer, search, shown)}
{_more(answer, search, words)}"""


def _evidence(answer: Answer, search: SearchRequest, shown: CardContext) -> str:
    """Return the cards; what comes after the last that bears on the question stands apart."""
    reports = by_report(answer.evidence)
    apart = _bearing(reports, search)
    near = _cards(reports[:apart], "evidence quieter" if answer.verdict == "none" else "evidence", shown)
    if apart == len(reports):
        return near
    return f"""{near}
<h3 class="beyond">{shown.words.answer.less_relevant}</h3>
{_cards(reports[apart:], "evidence quieter", replace(shown, heading=4))}"""


def _bearing(reports: Sequence[Report], search: SearchRequest) -> int:
    """Count the reports up to the last that bears on the question; all where none does."""
    if search.by_date:  # all that is put in the order of dates bears on it
        return len(reports)
    bearing = [place for place, it in enumerate(reports, start=1) if it.best.probability >= RELEVANCE_FLOOR]
    return max(bearing, default=len(reports))


def _cards(reports: Sequence[Report], manner: str, shown: CardContext) -> str:
    cards = "\n".join(card(it.best, it.others, shown) for it in reports)
    return f'<ol class="{manner}">\n{cards}\n</ol>'


def _left_nothing(answer: Answer, search: SearchRequest, words: Words) -> str:
    """Return what is said where the filters leave nothing that a verdict could be about."""
    why = "".join(f"<p>{it}</p>" for it in about_filters(answer, search, words))
    return f"""<section class="verdict none" data-announce {_about(answer, search)}>
<h2>{words.answer.nothing_filtered}</h2>{why}</section>
{_chips(search, words)}"""


def _about(answer: Answer, search: SearchRequest) -> str:
    """Return what the page's script knows an answer by."""
    return f'data-verdict="{answer.verdict}" data-asked="{escape(link(Address(search)), quote=True)}"'


def _judged(search: SearchRequest, words: Words, judged: Pressed) -> str:
    """Return the thumbs on a verdict: whether the archive answers cannot be told from some of its articles."""
    return "" if search.filtered else thumbs("", words.answer.right, words.answer.wrong, judged.verdict)


def notice(headline: str, message: str) -> str:
    """Return a message to the reader where an answer would stand."""
    return (
        f'<section class="notice" data-announce><h2>{escaped(headline)}</h2>'
        f'<p dir="auto">{escaped(message)}</p></section>'
    )


def before_asking(words: Words) -> str:
    """Return what stands on the page before a question is asked."""
    return f'<section class="before"><p>{words.asking.what_to_do}</p><p class="note">{words.asking.hint}</p></section>'


def _tools(search: SearchRequest, words: Words) -> str:
    """Return how the evidence is ordered, and ways to take it along."""
    orders = " ".join(_order(order, search, words) for order in ORDERS)
    formats = "\n".join(
        f'<button type="button" data-saves="{name}">{escaped(text)}</button>' for name, text in EXPORT_FORMATS.items()
    )
    return f"""<div class="tools"><p class="orders"><span class="label">{words.answer.order}</span> {orders}</p>
<details class="export"><summary>{words.exporting.export}</summary>
<div class="menu" role="group" aria-label="{words.exporting.export}">
<p class="note" data-chosen="{words.exporting.selected}">{words.exporting.all_shown}</p>
{formats}
<button type="button" data-saves="receipt">{words.exporting.receipt}</button>
<button type="button" data-links="{words.exporting.linked}">{words.exporting.link}</button></div></details></div>"""


def _chips(search: SearchRequest, words: Words) -> str:
    """Return each filter in force as a link that clears it."""
    said, locale = words.filters, words.locale
    narrowed = [(outlet, changed(search, outlets=_without(search.outlets, outlet))) for outlet in search.outlets]
    narrowed += [(place, changed(search, places=_without(search.places, place))) for place in search.places]
    if search.before:
        narrowed.insert(0, (f"{said.before} {locale.date(search.before)}", changed(search, before=None)))
    if search.after:
        narrowed.insert(0, (f"{said.after} {locale.date(search.after)}", changed(search, after=None)))
    links = "".join(anchor(Address(there), _chip(name, words), "chip") for name, there in narrowed)
    return f'<p class="chips">{links}</p>\n' if links else ""


def _chip(name: str, words: Words) -> str:
    clear = f'<span class="unseen">{words.filters.clear}: </span>'
    return f'{clear}<bdi>{escaped(name)}</bdi> <span aria-hidden="true">×</span>'


def _without(some: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(it for it in some if it != one)


def _order(order: str, search: SearchRequest, words: Words) -> str:
    text = words.answer.orders[order]
    if order == search.order:
        return f'<span class="order" aria-current="true">{text}</span>'
    return anchor(Address(changed(search, order=order)), text, "order")


def _more(answer: Answer, search: SearchRequest, words: Words) -> str:
    if len(answer.evidence) < search.limit:
        reports = by_report(answer.evidence)
        close = _bearing(reports, search) == len(reports)
        return f'<p class="no-more">{words.answer.no_more if close else words.answer.no_more_at_all}</p>'
    further = anchor(Address(replace(search, limit=search.limit + SHOWN)), words.answer.more, "more")
    return f'<p class="no-more">{further}</p>'
