"""Render what is known of the index."""

from qa.build.report import BuildReport
from qa.build.status import FolderStatus, IndexStatus
from qa.build.uploads import SavedUploads
from qa.page.rendering.escaping import escaped
from qa.page.words.words import Words

_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


def status(held: IndexStatus, words: Words) -> str:
    """Return what the index holds, how old it is, and which files could not be read, as HTML."""
    said, locale = words.index, words.locale
    searched = said.search_kinds[held.index_kind]
    if held.recall is not None:
        searched += f" ({said.recall.format(f'{10 * held.recall:.1f}')})"
    for count, counted in ((held.newer_passages, said.newer), (held.gone_passages, said.gone)):
        if count:
            searched += f"; {locale.counted(count, counted)}"
    rows = [
        (said.revision, f"{locale.number(held.revision)} · {ago(held.age_seconds, words)}"),
        (said.folder, escaped(held.folder)),
        (words.tabs["archive"], _held(held, words)),
        (said.dates, escaped(locale.date_range(held.oldest_date, held.newest_date) or locale.undated)),
        (said.encoder, escaped(held.encoder)),
        (said.search, searched),
        (said.size, f"{held.index_bytes / 1e6:,.1f} MB".replace(",", locale.thousands)),
    ]
    items = "\n".join(f"<div><dt>{name}</dt><dd>{value}</dd></div>" for name, value in rows)
    return f'<section class="status"><h2>{said.heading}</h2><dl>\n{items}\n</dl></section>\n{_skipped(held, words)}'


def ahead(folder: FolderStatus, words: Words) -> str:
    """Return how the folder of articles differs from the index, or why it cannot be compared, as HTML."""
    said, number = words.index, words.locale.number
    if folder.diff is None:
        return f'<p class="ahead" dir="auto">{escaped(folder.problem or "")}</p>'
    if not folder.ahead:
        return f'<p class="note">{said.not_ahead}</p>'
    counts = (len(it) for it in (folder.diff.added, folder.diff.changed, folder.diff.removed))
    return f'<p class="ahead">{said.ahead.format(*map(number, counts))}</p>'


def ago(seconds: int, words: Words) -> str:
    """Say how long ago something was, in the greatest whole unit."""
    for unit, name in ((_DAY, "day"), (_HOUR, "hour"), (_MINUTE, "minute")):
        if seconds >= unit:
            return words.locale.counted(seconds // unit, words.index.ago[name])
    return words.index.just_now


def report(done: BuildReport, words: Words) -> str:
    """Return what a rebuild changed, as HTML."""
    number = words.locale.number
    counts = (done.revision, done.added, done.changed, done.removed, done.unchanged)
    return f"<p>{words.index.done.format(*map(number, counts))}</p>"


def added(saved: SavedUploads, changed: BuildReport | None, words: Words) -> str:
    """Return what became of uploads, as HTML: what was added, what was there already, what was refused and why."""
    said, number = words.index, words.locale.number
    lines = [f"<p>{said.added.format(number(len(saved.written)))}</p>"]
    lines += [f"<p>{said.already_there.format(_file(path.name))}</p>" for path in saved.already_there]
    lines += [f"<p>{said.refused.format(_file(it.file), escaped(it.reason))}</p>" for it in saved.refused]
    lines += [] if changed is None else [report(changed, words)]
    return f'<div role="status">{"".join(lines)}</div>'


def _file(name: str) -> str:
    return f'<span class="file" dir="auto">{escaped(name)}</span>'


def _held(held: IndexStatus, words: Words) -> str:
    locale = words.locale
    return f"{locale.counted(held.articles, words.articles)}, {locale.counted(held.passages, words.passages)}"


def _skipped(held: IndexStatus, words: Words) -> str:
    said = words.index
    if not held.skipped:
        return f'<p class="note">{said.none_skipped}</p>'
    items = "\n".join(f'<li>{_file(it.file)} <span dir="auto">{escaped(it.reason)}</span></li>' for it in held.skipped)
    count = words.locale.number(len(held.skipped))
    return f'<section class="skipped"><h2>{said.skipped} ({count})</h2><ul>\n{items}\n</ul></section>'
