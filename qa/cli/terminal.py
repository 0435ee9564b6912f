"""Write reports for a terminal: what the shell prints where no machine reads it."""

from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from qa.articles.files import UnreadFile
from qa.articles.plain_text import plain
from qa.build.folder_diff import unread_words
from qa.build.report import BuildReport
from qa.build.status import FolderStatus, IndexStatus, UnreadLanguages
from qa.build.verify import Verification
from qa.index.calibration import Calibration
from qa.page.rendering.dating import dating
from qa.page.rendering.status import ago, furniture, languages, versions
from qa.page.words.english import ENGLISH
from qa.records import Dropped, Paragraph, ParsedArticle

_UNBOUNDED = 1_000_000


def output() -> Console:
    """Return standard output: on a terminal lines are wrapped, in a file or a pipe they are not."""
    console = Console(soft_wrap=False, highlight=False)
    if not console.is_terminal:
        console.width = _UNBOUNDED
    return console


def print_report(console: Console, report: BuildReport) -> None:
    """Print what a build changed and what it could not read."""
    console.print(Text(str(report)))
    print_skipped(console, report.skipped)
    print_not_read(console, report.unread)
    if report.furniture:
        remedy = "`qa status` shows them, --keep-furniture keeps them"
        lines = _count(report.furniture, "line")
        console.print(Text(f"{lines} around the articles of an outlet left out: {remedy}"), soft_wrap=True)


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
        indented(console, Text(plain(str(unreadable))))


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
        *([("versions", versions(status, ENGLISH))] if status.versions else []),
        *([("furniture", furniture(status, ENGLISH))] if status.furniture else []),
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
    held += f" ({', '.join(status.selection)})" if status.selection else ""
    return held + (f"; {status.added:,} of them without a file" if status.added else "")


def _waiting_words(status: IndexStatus) -> str:
    newer, gone = status.newer_passages, status.gone_passages
    added = f"; {newer:,} added since the vector file was written" if newer else ""
    return added + (f"; {gone:,} deleted and not yet cleared away" if gone else "")


def indented(console: Console, text: Text) -> None:
    """Print a text below what it belongs to."""
    for line in [text] if console.is_terminal else text.split():
        console.print(Padding(line, (0, 0, 0, 4), expand=False))


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
