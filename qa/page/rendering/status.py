"""Render what is known of the index."""

from qa.build.report import BuildReport
from qa.build.status import FolderStatus, IndexStatus
from qa.build.uploads import SavedUploads
from qa.page.rendering.dating import dating
from qa.page.rendering.escaping import Html
from qa.page.words.words import Words

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def status(found: IndexStatus, words: Words) -> Html:
    """Return what the index holds, how old it is, and which files could not be read, as HTML."""
    texts, locale = words.index, words.locale
    searched = texts.search_kinds[found.index_kind]
    if found.recall is not None:
        searched += f" ({texts.recall.format(f'{10 * found.recall:.1f}')})"
    for count, counted in ((found.newer_passages, texts.newer), (found.gone_passages, texts.gone)):
        if count:
            searched += f"; {locale.counted(count, counted)}"
    without_file = f"; {texts.without_file.format(locale.number(found.added))}" if found.added else ""
    rows = [
        (texts.revision, f"{locale.number(found.revision)} · {ago(found.age_seconds, words)}"),
        *([(texts.folder, found.folder)] if found.folder else []),
        (words.tabs["archive"], ", ".join(counts(found, words)) + without_file),
        (texts.dates, dating(found, words)),
        (texts.encoder, found.encoder),
        (texts.search, searched),
        (texts.size, f"{found.index_bytes / 1e6:,.1f} MB".replace(",", locale.thousands)),
    ]
    items = Html("\n").join(Html("<div><dt>{}</dt><dd>{}</dd></div>").format(*row) for row in rows)
    return Html('<section class="status"><h2>{}</h2><dl>\n{}\n</dl></section>\n{}').format(
        texts.heading, items, _skipped(found, words)
    )


def ahead(folder: FolderStatus, words: Words) -> Html:
    """Return how the folder of articles differs from the index, or why it cannot be compared, as HTML."""
    if folder.diff is None:
        return Html('<p class="ahead" dir="auto">{}</p>').format(folder.problem or "")
    if not folder.ahead:
        return note(words.index.not_ahead)
    counts = (len(it) for it in (folder.diff.added, folder.diff.changed, folder.diff.removed))
    return Html('<p class="ahead">{}</p>').format(words.index.ahead.format(*map(words.locale.number, counts)))


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
    counts = (done.revision, done.added, done.changed, done.removed, done.unchanged)
    return Html("<p>{}</p>").format(words.index.done.format(*map(words.locale.number, counts)))


def added(saved: SavedUploads, changed: BuildReport | None, words: Words) -> Html:
    """Return what became of uploads, as HTML: what was added, what was there already, what was refused and why."""
    already_there, refused = Html.escape(words.index.already_there), Html.escape(words.index.refused)
    lines = [
        words.index.added.format(words.locale.number(len(saved.written))),
        *(already_there.format(_file(path.name)) for path in saved.already_there),
        *(refused.format(_file(it.file), it.reason) for it in saved.refused),
    ]
    shown = Html().join(Html("<p>{}</p>").format(line) for line in lines)
    return Html('<div role="status">{}{}</div>').format(shown, report(changed, words) if changed else "")


def _file(name: str) -> Html:
    return Html('<span class="file" dir="auto">{}</span>').format(name)


def counts(found: IndexStatus, words: Words) -> list[str]:
    """Return how many articles and passages the index has."""
    return [words.locale.counted(found.articles, words.articles), words.locale.counted(found.passages, words.passages)]


def _skipped(found: IndexStatus, words: Words) -> Html:
    if not found.skipped:
        return note(words.index.none_skipped)
    items = Html("\n").join(
        Html('<li>{} <span dir="auto">{}</span></li>').format(_file(it.file), it.reason) for it in found.skipped
    )
    return Html('<section class="skipped"><h2>{} ({})</h2><ul>\n{}\n</ul></section>').format(
        words.index.skipped, words.locale.number(len(found.skipped)), items
    )
