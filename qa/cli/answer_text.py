"""Write an answer for a terminal: the verdict, and each passage with its source."""

from collections.abc import Mapping

from rich.console import Console
from rich.text import Text

from qa.articles.dates import as_stated
from qa.articles.plain_text import in_one_line, plain
from qa.cli.terminal import indented
from qa.page.rendering.absence import effort_lines, missing_lines, nearest_line
from qa.page.rendering.explanations import (
    about_differing,
    as_written,
    corrected,
    heading,
    remarks,
    time_meant,
    warnings,
)
from qa.page.rendering.versions import earlier_lines
from qa.page.words.english import ENGLISH
from qa.records import Absence, Answer, Article, Evidence, SearchRequest, Verdict
from qa.retrieval.logits import percent

_STYLES: Mapping[Verdict | None, str] = {
    "answered": "bold green",
    "weak": "bold yellow",
    "none": "bold red",
    None: "bold",
}


def print_answer(console: Console, answer: Answer, search: SearchRequest) -> None:
    """Print the verdict and the evidence, best first, the answering sentence marked in each passage."""
    texts, filtered = ENGLISH.answer, search.filtered or answer.filtered
    if answer.time is not None and answer.time.applied:
        console.print(Text(plain(f"{time_meant(answer.time, ENGLISH)} (not with --any-time)")))
    if answer.corrections:
        console.print(Text(f"{corrected(answer, ENGLISH)} {as_written(answer, ENGLISH)}: --as-written"))
    if answer.evidence or search.offset or not filtered:
        console.print(
            Text.assemble((heading(answer, ENGLISH), _STYLES[answer.verdict]), "  ", (_carried(answer), "dim"))
        )
    ranks = {it.rank: it.rank for it in answer.differing}
    lines = [*about_differing(answer, ranks, ENGLISH), *remarks(answer, ENGLISH)]
    if answer.vague:
        lines.insert(0, texts.vague[answer.vague])
    if answer.carrier is not None:
        lines = warnings(answer, answer.carrier, ENGLISH) + lines
    for line in lines:
        console.print(Text(plain(line)))
    if answer.absence is not None:
        _print_absence(console, answer.absence)
    if not answer.evidence:
        nothing = texts.nothing_filtered if filtered else texts.nothing
        console.print(Text(texts.no_more_at_all if search.offset else nothing))
    elif answer.verdict == "none":
        console.print(Text("The closest passages:"))
    beyond = next((it for it in answer.evidence if not it.relevant), None) if answer.relevant else None
    for place, evidence in enumerate(answer.evidence, start=search.offset + 1):
        console.print()
        if evidence is beyond:
            console.print(Text(f"{texts.near_topic if answer.topic else texts.less_relevant}:"))
        _print_evidence(console, place, evidence)


def _print_absence(console: Console, absence: Absence) -> None:
    """Print what is missing, what is nearest to it, and how far was looked."""
    for line in missing_lines(absence, ENGLISH):
        console.print(Text(plain(line)))
    for it in absence.nearest:
        source = f"{plain(it.headline)} · paragraph {it.paragraph} · {plain(it.file)}"
        console.print(
            Text.assemble(f"{plain(nearest_line(it, ENGLISH))} {in_one_line(it.sentence.text)} ", (source, "dim"))
        )
    console.print(Text(" ".join(effort_lines(absence, ENGLISH)), style="dim"))


def _carried(answer: Answer) -> str:
    """Return how likely an answer is, and which passage carries it."""
    if answer.confidence is None:
        return "--kind question asks it as a question" if answer.topic else ""
    best = "" if answer.best is None else f", best no. {answer.best}"
    return f"{percent(answer.confidence)} likely to be answered here{best}"


def _print_evidence(console: Console, place: int, evidence: Evidence) -> None:
    marks = ("", "") if console.is_terminal and not console.no_color else ("▶", "◀")
    text, sentence = evidence.passage.text, evidence.sentence
    console.print(Text.assemble(f"{place:>2}. ", (plain(evidence.article.name), "bold")), soft_wrap=True)
    source = f"{source_words(evidence.article)} · paragraph {evidence.passage.number} of {evidence.paragraphs}"
    likely = "" if evidence.probability is None else f" · {percent(evidence.probability)} likely"
    indented(console, Text(source + likely, style="dim"))
    indented(
        console,
        Text.assemble(
            plain(text[: sentence.start]),
            (marks[0] + plain(sentence.text) + marks[1], "bold underline"),
            plain(text[sentence.end :]),
        ),
    )
    for line in (*evidence.notes, *earlier_lines(evidence, ENGLISH)):
        indented(console, Text(in_one_line(line)))
    indented(console, Text(plain(evidence.article.file), style="dim"))
    for copy in evidence.copies:
        also = f"also: {plain(copy.article.name)} · {source_words(copy.article)} · {plain(copy.article.file)}"
        indented(console, Text(also, style="dim"))


def source_words(article: Article) -> str:
    """Name an article's outlet, date as stated and place, as far as stated."""
    stated = (article.outlet or ENGLISH.card.outlet_unstated, as_stated(article.date), article.place)
    return " · ".join(plain(part) for part in stated if part)
