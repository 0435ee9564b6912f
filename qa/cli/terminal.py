"""Write answers and reports for a terminal: what the shell prints where no machine reads it."""

from collections.abc import Mapping, Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from qa.articles.dates import as_stated
from qa.articles.files import UnreadFile
from qa.articles.plain_text import in_one_line, plain
from qa.build.folder_diff import unread_words
from qa.build.report import BuildReport
from qa.build.status import FolderStatus, IndexStatus, UnreadLanguages
from qa.build.verify import Verification
from qa.index.calibration import Calibration
from qa.page.rendering.absence import effort_lines, missing_lines, nearest_line
from qa.page.rendering.dating import dating
from qa.page.rendering.explanations import (
    about_differing,
    as_written,
    corrected,
    heading,
    remarks,
    time_meant,
    warnings,
)
from qa.page.rendering.status import ago, languages
from qa.page.words.english import ENGLISH
from qa.records import Absence, Answer, Article, Dropped, Evidence, Paragraph, ParsedArticle, SearchRequest, Verdict
from qa.retrieval.logits import percent

_UNBOUNDED = 1_000_000
_STYLES: Mapping[Verdict | None, str] = {
    "answered": "bold green",
    "weak": "bold yellow",
    "none": "bold red",
    None: "bold",
}


def output() -> Console:
    """Return standard output: on a terminal lines are wrapped, in a file or a pipe they are not."""
    console = Console(soft_wrap=False, highlight=False)
    if not console.is_terminal:
        console.width = _UNBOUNDED
    return console


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
    _indented(console, Text(source + likely, style="dim"))
    _indented(
        console,
        Text.assemble(
            plain(text[: sentence.start]),
            (marks[0] + plain(sentence.text) + marks[1], "bold underline"),
            plain(text[sentence.end :]),
        ),
    )
    _indented(console, Text(plain(evidence.article.file), style="dim"))
    for copy in evidence.copies:
        also = f"also: {plain(copy.article.name)} · {source_words(copy.article)} · {plain(copy.article.file)}"
        _indented(console, Text(also, style="dim"))


def source_words(article: Article) -> str:
    """Name an article's outlet, date as stated and place, as far as stated."""
    stated = (article.outlet or ENGLISH.card.outlet_unstated, as_stated(article.date), article.place)
    return " · ".join(plain(part) for part in stated if part)


def print_report(console: Console, report: BuildReport) -> None:
    """Print what a build changed and what it could not read."""
    console.print(Text(str(report)))
    print_skipped(console, report.skipped)
    print_not_read(console, report.unread)


def print_not_read(console: Console, unread: Sequence[UnreadFile]) -> None:
    """Print how many files are of kinds that are not read."""
    if words := unread_words(unread):
        console.print(Text(plain(words)), soft_wrap=True)


def print_unread(console: Console, unread: UnreadLanguages) -> None:
    """Warn of languages that the encoder does not read, where many articles are in them."""
    noun = "article is" if unread.articles == 1 else "articles are"
    for it in unread.languages:
        line = (
            f"{it.articles:,} of {unread.articles:,} {noun} in {ENGLISH.locale.language(it.language)}, which "
            f"{unread.encoder} does not read: found by words alone. `qa build --encoder multilingual` reads it."
        )
        console.print(Text(line), soft_wrap=True)


def print_skipped(console: Console, skipped: tuple[Exception, ...]) -> None:
    """Name the files that could not be read, and why."""
    if skipped:
        console.print(Text(f"{_count(len(skipped), 'file')} skipped:"))
    for unreadable in skipped:
        _indented(console, Text(plain(str(unreadable))))


def print_status(console: Console, status: IndexStatus, folder: FolderStatus) -> None:
    """Print what an archive holds and how its folder differs."""
    table = Table.grid(padding=(0, 2))
    search = status.index_kind + (f", recall@10 {status.recall:.3f} when made" if status.recall is not None else "")
    for name, value in (
        ("revision", f"{status.revision}, built {ago(status.age_seconds, ENGLISH)} ({status.built_at})"),
        ("articles", _article_words(status)),
        ("passages", f"{status.passages:,}{_waiting_words(status)}"),
        ("dates", dating(status, ENGLISH)),
        *([("languages", languages(status, ENGLISH))] if status.languages else []),
        ("encoder", f"{status.encoder} ({status.fingerprint[:12]})"),
        ("search", search),
        *([("calibrated", _calibration_words(status))] if status.calibration else []),
        ("size", f"{status.index_bytes / 1e6:,.1f} MB"),
        ("folder", _folder_words(folder)),
    ):
        table.add_row(Text(name, style="bold"), Text(plain(value)))
    console.print(table)
    print_skipped(console, status.skipped)
    print_not_read(console, folder.diff.unread if folder.diff else ())


def calibration_words(found: Calibration) -> str:
    """Return what an index was calibrated to, by what, and what that is worth."""
    return (
        f"answered from {found.answered:.0%} on, by {_count(found.questions, 'question')} on {found.calibrated_on}; "
        f"of {found.called:,} called answered {found.wrong:,} {'is' if found.wrong == 1 else 'are'} wrong, at most "
        f"{found.bound:.0%} with 95% confidence; {found.coverage:.0%} of those with an answer are called answered"
    )


def _calibration_words(status: IndexStatus) -> str:
    """Return the same, and that it is not used where other models answer; nothing where it was not calibrated."""
    found = status.calibration
    if found is None:
        return ""
    unused = (
        "" if found.encoder_fingerprint == status.fingerprint else "; not used, for it was made with another encoder"
    )
    return f"{calibration_words(found)}{unused}"


def print_verification(console: Console, found: Verification) -> None:
    """Print what was checked, what could not be checked, and what is not as it was written."""
    held = f"{_count(found.articles, 'article')}, {_count(found.passages, 'passage')}, {_count(found.files, 'file')}"
    revision = "no revision can be read" if found.revision is None else f"revision {found.revision}"
    console.print(Text(f"{revision}: {held} checked"))
    for note in found.notes:
        console.print(Text(plain(note)), soft_wrap=True)
    for problem in found.problems:
        console.print(Text(plain(problem), style="bold red"), soft_wrap=True)
    if not found.problems:
        console.print(Text("no damage found"))


def print_reading(console: Console, reading: ParsedArticle) -> None:
    """Print an article part by part: its passages by number, and what was dropped with the reason."""
    parts: list[Paragraph | Dropped] = [*reading.paragraphs, *reading.dropped]
    number = 0
    for part in sorted(parts, key=lambda part: part.start):
        text = plain(reading.article.text[part.start : part.end])
        if isinstance(part, Dropped):
            console.print(Text.assemble("      ", (text, "strike dim"), (f"  [{part.reason}]", "yellow")))
        else:
            number += 1
            console.print(Text.assemble((f"{number:>4}  ", "bold"), text))


def _folder_words(folder: FolderStatus) -> str:
    if (diff := folder.diff) is None:
        return folder.problem or ""
    if not diff.differs:
        return "no change since the build"
    added, changed, removed = (f"{len(it):,}" for it in (diff.added, diff.changed, diff.removed))
    return f"changed since the build: {added} added, {changed} changed, {removed} removed; run `qa build`"


def _article_words(status: IndexStatus) -> str:
    held = f"{status.articles:,} in {status.folder}" if status.added < status.articles else f"{status.articles:,}"
    return held + (f"; {status.added:,} of them without a file" if status.added else "")


def _waiting_words(status: IndexStatus) -> str:
    newer, gone = status.newer_passages, status.gone_passages
    added = f"; {newer:,} added since the vector file was written" if newer else ""
    return added + (f"; {gone:,} deleted and not yet cleared away" if gone else "")


def _indented(console: Console, text: Text) -> None:
    for line in [text] if console.is_terminal else text.split():
        console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
