"""Render what an archive says to a question: the verdict first, then the evidence."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from qa.evaluation.judgements import Thumb
from qa.page.address import MOST_SHOWN, SHOWN, Address, changed, link
from qa.page.highlighting import question_words
from qa.page.rendering.absence import absence_block
from qa.page.rendering.cards import CardContext, card
from qa.page.rendering.escaping import Html, escaped_address
from qa.page.rendering.explanations import about_filters, as_written, corrected, explanation, heading, time_meant
from qa.page.rendering.grouping import Report, by_report
from qa.page.rendering.links import anchor
from qa.page.rendering.thumbs import Pressed, pressed, thumbs
from qa.page.words.words import EXPORT_FORMATS, Words
from qa.records import ORDERS, Answer, Kind, SearchRequest


def results(answer: Answer, search: SearchRequest, words: Words, given: Sequence[Thumb] = ()) -> Html:
    """Return the verdict, what can be done with the evidence, and the evidence as HTML."""
    filtered = search.filtered or answer.filtered
    if filtered and not answer.evidence:
        return _left_nothing(answer, search, words)
    near_misses = answer.verdict == "none"
    judged = pressed(given, answer.verdict or "none")
    shown = CardContext(search, question_words(answer), words, 4 if near_misses else 3, judged)
    relevant, others = (by_report([it for it in answer.evidence if it.relevant == which]) for which in (True, False))
    if not relevant and answer.topic is None:
        relevant, others = others, relevant  # nothing to be less relevant than
    at = places(answer, [*relevant, *others])
    links = _further_down(answer, at, search, words) + _switch(answer, search, words)
    verdict = Html("""{}<section class="verdict {}" data-announce {}>
<h2>{}</h2><p>{}</p></section>""").format(
        _correction(answer, search, words),
        answer.verdict or "topic",
        _about(answer, search),
        heading(answer, words),
        Html("{}{}").format(explanation(answer, at, words), links),
    )
    # Filters leave out articles that may hold the answer: no thumbs on a verdict then.
    verdict_thumbs = Html() if filtered or answer.verdict is None else _verdict_thumbs(judged, words)
    verdict += Html("\n") + absence_block(answer.absence, search, words) if answer.absence else Html()
    if not answer.evidence:
        return Html('{}\n<p class="nothing">{}</p>\n{}').format(verdict, words.answer.nothing, verdict_thumbs)
    lead = Html('<h3 class="closest">{}</h3>\n').format(words.answer.closest) if near_misses else Html()
    cards = _cards(relevant, "evidence quieter" if near_misses else "evidence", shown) if relevant else Html()
    if others:
        quieter = _cards(others, "evidence quieter", replace(shown, heading=4))
        title = words.answer.near_topic if answer.topic else words.answer.less_relevant
        cards += Html('\n<h3 class="beyond">{}</h3>\n{}').format(title, quieter)
    if len(answer.evidence) >= search.limit:
        more: str = anchor(Address(replace(search, limit=search.limit + SHOWN)), words.answer.more, "more")
    else:
        more = words.answer.no_more_at_all if others else words.answer.no_more
    rest = Html('<p class="no-more">{}</p>').format(more)
    chips = _chips(answer, search, words)
    return Html('<div class="answer">{}</div>').format(
        # The tools come after the evidence for those who go through the page by keyboard; their place is above it.
        Html("\n").join([verdict, chips + lead + cards, rest, _tools(search, verdict_thumbs, words)])
    )


def _correction(answer: Answer, search: SearchRequest, words: Words) -> Html:
    """Return what was searched for instead of misspelt words, with a link that searches for those."""
    if not answer.corrections:
        return Html()
    kept = anchor(Address(changed(search, as_written=True)), as_written(answer, words), "as-written")
    return Html('<p class="corrected" data-announce>{} {}</p>\n').format(corrected(answer, words), kept)


def _switch(answer: Answer, search: SearchRequest, words: Words) -> Html:
    """Return a link to the same search, taken for the other kind, where it was not clear that it is meant so."""
    if search.kind is None and answer.topic is None:
        return Html()
    other: Kind = "question" if answer.topic else "topic"
    return Html(" {}").format(anchor(Address(changed(search, kind=other)), words.answer.switch[answer.kind], "switch"))


def _further_down(answer: Answer, at: Mapping[int, int], search: SearchRequest, words: Words) -> Html:
    """Return a link that shows the passage which carries the verdict, where no card on the page does.

    By relevance it is among the first.
    """
    if answer.verdict is None or answer.best is None or answer.best in at:
        return Html()
    wanted = -(-answer.best // SHOWN) * SHOWN
    there = replace(search, limit=wanted) if wanted <= MOST_SHOWN else changed(search, order=ORDERS[0])
    return Html(" {}").format(anchor(Address(there), words.carrier.show, "switch"))


def places(answer: Answer, reports: Sequence[Report]) -> Mapping[int, int]:
    """Return the place of the card, from 1, that shows an evidence, by the rank of that; of those that are shown."""
    ranks = {it.passage.id: rank for rank, it in enumerate(answer.evidence, start=answer.request.offset + 1)}
    shown = ((ranks[it.passage.id], place) for place, of in enumerate(reports, start=1) for it in (of.best, *of.others))
    return dict(shown)


def _cards(reports: Sequence[Report], style: str, shown: CardContext) -> Html:
    cards = Html("\n").join(card(it.best, it.others, shown) for it in reports)
    return Html('<ol class="{}">\n{}\n</ol>').format(style, cards)


def _left_nothing(answer: Answer, search: SearchRequest, words: Words) -> Html:
    """Return what is shown where the filters leave nothing that a verdict could be about."""
    why = Html().join(Html("<p>{}</p>").format(it) for it in about_filters(answer, words))
    return Html("""<section class="verdict none" data-announce {}>
<h2>{}</h2>{}</section>
{}""").format(_about(answer, search), words.answer.nothing_filtered, why, _chips(answer, search, words))


def _about(answer: Answer, search: SearchRequest) -> Html:
    """Return what the page's script knows an answer by."""
    address = escaped_address(link(Address(search)))
    return Html('data-verdict="{}" data-asked="{}"').format(answer.verdict or "", address)


def notice(headline: str, message: str) -> Html:
    """Return a message to the visitor where an answer would stand."""
    return Html('<section class="notice" data-announce><h2>{}</h2><p dir="auto">{}</p></section>').format(
        headline, message
    )


def _verdict_thumbs(judged: Pressed, words: Words) -> Html:
    """Return the thumbs on the verdict, with what they are about."""
    right, wrong = words.answer.right, words.answer.wrong
    return Html('<p class="of-verdict"><span>{}</span>{}</p>').format(
        words.answer.right_or_wrong, thumbs("", right, wrong, judged.verdict)
    )


def before_asking(words: Words) -> Html:
    """Return what stands above the question before one is asked."""
    texts = words.asking
    return Html('<section class="before"><h2>{}</h2><p>{}</p></section>').format(texts.invitation, texts.what_to_do)


def _tools(search: SearchRequest, verdict_thumbs: Html, words: Words) -> Html:
    """Return how the evidence is ordered, ways to export it, and thumbs on the verdict."""
    exporting = words.exporting
    formats = {**EXPORT_FORMATS, "receipt": exporting.receipt}.items()
    return Html("""<div class="tools"><p class="orders"><span class="label">{order}</span> {orders}</p>
{thumbs}<details class="export pulldown"><summary>{export}</summary>
<div class="menu" role="group" aria-label="{export}">
<p class="note" data-chosen="{selected}">{all_shown}</p>
{formats}
<button type="button" data-links="{linked}">{link}</button></div></details></div>""").format(
        order=words.answer.order,
        thumbs=verdict_thumbs,
        orders=Html(" ").join(_order(order, search, words) for order in ORDERS),
        export=exporting.export,
        selected=exporting.selected,
        all_shown=exporting.all_shown,
        formats=Html("\n").join(
            Html('<button type="button" data-saves="{}">{}</button>').format(*it) for it in formats
        ),
        linked=exporting.linked,
        link=exporting.link,
    )


def _chips(answer: Answer, search: SearchRequest, words: Words) -> Html:
    """Return each filter in force as a link that clears it, and the time that was read from the question."""
    texts, locale = words.filters, words.locale
    narrowed = [(outlet, changed(search, outlets=_without(search.outlets, outlet))) for outlet in search.outlets]
    narrowed += [(place, changed(search, places=_without(search.places, place))) for place in search.places]
    narrowed += [
        (locale.language(it), changed(search, languages=_without(search.languages, it))) for it in search.languages
    ]
    if search.before:
        narrowed.insert(0, (f"{texts.before} {locale.date(search.before)}", changed(search, before=None)))
    if search.after:
        narrowed.insert(0, (f"{texts.after} {locale.date(search.after)}", changed(search, after=None)))
    if answer.time is not None and answer.time.applied:
        narrowed.insert(0, (time_meant(answer.time, words), changed(search, any_time=True)))
    links = Html().join(anchor(Address(there), _chip(name, words), "chip") for name, there in narrowed)
    return Html('<p class="chips">{}</p>\n').format(links) if links else Html()


def _chip(name: str, words: Words) -> Html:
    return Html('<span class="unseen">{}: </span><bdi>{}</bdi> <span aria-hidden="true">×</span>').format(
        words.filters.clear, name
    )


def _without(some: tuple[str, ...], one: str) -> tuple[str, ...]:
    return tuple(it for it in some if it != one)


def _order(order: str, search: SearchRequest, words: Words) -> Html:
    text = words.answer.orders[order]
    if order == search.order:
        return Html('<span class="order" aria-current="true">{}</span>').format(text)
    return anchor(Address(changed(search, order=order)), text, "order")
