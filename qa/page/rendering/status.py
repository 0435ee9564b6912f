"""Render what is known of the index."""

from collections.abc import Sequence

from qa.articles.files import UnreadFile
from qa.build.folder_diff import kinds_of, lacking_formats
from qa.build.report import BuildReport
from qa.build.status import FolderStatus, IndexStatus
from qa.build.uploads import SavedUploads
from qa.errors import ArticleUnreadable
from qa.page.rendering.dating import dating
from qa.page.rendering.escaping import Html
from qa.page.words.words import Words

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400
_NAMED = 3
"""How many articles with earlier versions, and lines of furniture, are named."""
_LONGEST_LINE = 60


def status(found: IndexStatus, words: Words) -> Html:
    """Return what the index holds, how old it is, and which files could not be read, as HTML."""
    texts, locale = words.index, words.locale
    searched = texts.search_kinds[found.index_kind]
    if found.recall is not None:
        searched += f" ({texts.recall.format(locale.tenths(10 * found.recall))})"
    for count, counted in ((found.newer_passages, texts.newer), (found.gone_passages, texts.gone)):
        if count:
            searched += f"; {locale.counted(count, counted)}"
    without_file = f"; {texts.without_file.format(locale.number(found.added))}" if found.added else ""
    holds = [
        (words.tabs["archive"], ", ".join(counts(found, words)) + without_file),
        (texts.dates, dating(found, words)),
        (texts.built, ago(found.age_seconds, words)),
        *([(texts.languages, languages(found, words))] if found.languages else []),
        *([(texts.furniture, furniture(found, words))] if found.furniture else []),
        *([(words.versions.heading, versions(found, words))] if found.versions else []),
        *([(texts.folder, found.folder)] if found.folder else []),
    ]
    made = [
        (texts.revision, locale.number(found.revision)),
        (texts.encoder, found.encoder),
        (texts.search, searched),
        (texts.size, words.script.megabytes.format(locale.tenths(found.index_bytes / 1e6))),
    ]
    return Html("""<section class="status"><h2>{}</h2>{}
<details class="made"><summary>{}</summary>{}</details></section>
{}""").format(texts.heading, _listed(holds), texts.details, _listed(made), _skipped(found, words))


def languages(found: IndexStatus, words: Words) -> str:
    """Return which languages the articles are in, how many each, and what is made of it."""
    texts, locale = words.index, words.locale
    return "; ".join(
        f"{locale.language(it.language)} {locale.number(it.articles)}"
        f" ({', '.join([*([] if it.read is None else [texts.read[it.read]]), texts.known_by[it.words]])})"
        for it in found.languages
    )


def furniture(found: IndexStatus, words: Words) -> str:
    """Return how many lines are left out as an outlet's, and the first few of them."""
    lines = list(dict.fromkeys(line for it in found.furniture for line in it.lines))
    named = [words.locale.quotes.format(_shortened(line)) for line in lines[:_NAMED]]
    more = ["…"] if len(lines) > _NAMED else []
    return f"{words.locale.counted(len(lines), words.index.furniture_lines)}: {', '.join([*named, *more])}"


def _shortened(line: str) -> str:
    return line if len(line) <= _LONGEST_LINE else f"{line[:_LONGEST_LINE].rstrip()}…"


def versions(found: IndexStatus, words: Words) -> str:
    """Return how many articles have earlier versions, and the first few by their files."""
    named = [f"{it.newest} ← {', '.join(it.earlier)}" for it in found.versions[:_NAMED]]
    more = ["…"] if len(found.versions) > _NAMED else []
    return f"{words.locale.counted(len(found.versions), words.versions.articles)}: {'; '.join([*named, *more])}"


def _listed(rows: Sequence[tuple[str, str]]) -> Html:
    items = Html("\n").join(Html("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in rows)
    return Html("<dl>\n{}\n</dl>").format(items)


def ahead(folder: FolderStatus, words: Words) -> Html:
    """Return how the folder of articles differs from the index, or why it cannot be compared, as HTML."""
    if folder.diff is None:
        return Html('<p class="ahead" dir="auto">{}</p>').format(folder.problem or "")
    differing, text = folder.diff, words.index.not_ahead
    if folder.ahead:
        text = words.index.ahead.format(
            _changes(len(differing.added), len(differing.changed), len(differing.removed), words)
        )
    return Html('<p class="ahead">{}</p>{}').format(text, _other_kinds(differing.unread, words))


def _other_kinds(unread: Sequence[UnreadFile], words: Words) -> Html:
    """Return how many files of which endings are not read, and what would read some of them, as HTML."""
    if not unread:
        return Html()
    named = ", ".join(f"{words.locale.number(count)} {ending or '–'}" for ending, count in kinds_of(unread))
    lacking = lacking_formats(unread)
    texts = [words.index.other_kinds.format(named)]
    texts += [words.index.installable.format(", ".join(lacking))] if lacking else []
    return Html('<p class="note" dir="auto">{}</p>').format(" ".join(texts))


def _changes(added: int, changed: int, removed: int, words: Words) -> str:
    """Return what changed, without what did not."""
    counted = zip((added, changed, removed), ("added", "changed", "removed"), strict=True)
    return ", ".join(words.index.changes[name].format(words.locale.number(count)) for count, name in counted if count)


def note(text: str) -> Html:
    """Return a remark as HTML."""
    return Html('<p class="note">{}</p>').format(text)


def ago(seconds: int, words: Words) -> str:
    """Return how long ago something was, in the greatest whole unit."""
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= unit:
            return words.locale.counted(seconds // unit, words.index.ago[name])
    return words.index.just_now


def report(done: BuildReport, words: Words) -> Html:
    """Return what a rebuild changed, as HTML."""
    changes = _changes(done.added, done.changed, done.removed, words)
    return Html("<p>{}</p>").format(f"{changes[:1].upper()}{changes[1:]}." if changes else words.index.unchanged)


def added(saved: SavedUploads, words: Words) -> Html:
    """Return what became of uploads, as HTML: what was added, what was there already, what was refused and why."""
    already_there, refused = Html.escape(words.index.already_there), Html.escape(words.index.refused)
    written = words.index.added.format(words.locale.number(len(saved.written)))
    lines = [
        *([written] if saved.written else []),
        *(already_there.format(_file(path.name)) for path in saved.already_there),
        *(refused.format(_file(it.file), reason(it, words)) for it in saved.refused),
    ]
    return Html().join(Html("<p>{}</p>").format(line) for line in lines)


def reason(unread: ArticleUnreadable, words: Words) -> str:
    """Return why a file is no article, as a clause; what is to be done about it is for whoever builds the folder."""
    clause = unread.reason.partition(";")[0]
    known = next((it for it in words.index.faults if clause.startswith(it)), "")
    return words.index.faults[known].format(clause)


def _file(name: str) -> Html:
    return Html('<span class="file" dir="auto">{}</span>').format(name)


def counts(found: IndexStatus, words: Words) -> list[str]:
    """Return how many articles and passages the index has."""
    return [words.locale.counted(found.articles, words.articles), words.locale.counted(found.passages, words.passages)]


def _skipped(found: IndexStatus, words: Words) -> Html:
    if not found.skipped:
        return Html()
    items = Html("\n").join(
        Html('<li>{}: <span dir="auto">{}</span></li>').format(_file(it.file), reason(it, words))
        for it in found.skipped
    )
    return Html('<section class="skipped"><h2>{} ({})</h2><ul>\n{}\n</ul></section>').format(
        words.index.skipped, words.locale.number(len(found.skipped)), items
    )
