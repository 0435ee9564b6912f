"""The tab where the index is looked after: what it knows, and, where allowed, adding articles and rebuilding."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gradio as gr

from qa.archive.archive import Archive
from qa.articles.formats.known import accepted_endings, accepted_formats
from qa.build.uploads import Upload, save_uploads
from qa.page.events import QUIET, ClientEvent, html, on_client_event
from qa.page.language import STATIC_WORDS, chosen
from qa.page.rendering.escaping import Html
from qa.page.rendering.status import added, ahead, note, report, status
from qa.page.views import rendered
from qa.page.words.words import Words

_CHANGES: dict[str, Any] = {"concurrency_id": "changes", "concurrency_limit": 1}
"""One change at a time, apart from questions."""
_LOOKING: dict[str, Any] = {"concurrency_id": "looking", "concurrency_limit": 1}
"""One look at the folder at a time, apart from questions."""
_CHANGED = "() => archivePage.changed('{}')"
"""A button pressed at the edge of the window leaves no room below it."""
_CHOOSING = Html("""<section><h2>{heading}</h2><p class="note">{about}</p>
<label class="drop" data-takes="{accepted}" data-largest="{largest}">
<input type="file" multiple accept="{accepted}" data-hands>{drop}</label>
<div class="handed" data-handed></div></section>""")


@dataclass(frozen=True, slots=True)
class ManagingPart:
    """What changes the archive."""

    add_words: gr.HTML
    files: gr.File
    """Not shown: the page's script chooses, lists and uploads them."""
    add: gr.Button
    added: gr.HTML
    rebuild_words: gr.HTML
    rebuild: gr.Button
    rebuilt: gr.HTML


@dataclass(frozen=True, slots=True)
class IndexTab:
    """What stands on the tab."""

    status: gr.HTML
    ahead: gr.HTML
    """Whether the folder is ahead: found out after the rest is shown."""
    managing: ManagingPart | None

    @property
    def shown(self) -> tuple[gr.HTML, ...]:
        """Return the parts that show what an address asks for."""
        return (self.status, *((self.managing.add_words, self.managing.rebuild_words) if self.managing else ()))

    def labels(self, words: Words) -> dict[Any, Any]:
        """Return the words of Gradio's own components."""
        if (managing := self.managing) is None:
            return {}
        return {
            managing.add: gr.update(value=words.index.add),
            managing.rebuild: gr.update(value=words.index.rebuild),
        }


def index_tab(*, manage: bool) -> IndexTab:
    """Lay out the tab."""
    with gr.Column(elem_id="index"):
        folder, shown = html("ahead"), html("status")
        if not manage:
            return IndexTab(shown, folder, None)
        add_words = html("add-words")
        files = gr.File(file_count="multiple", file_types=list(accepted_endings()), visible=False)
        add, added_now = gr.Button(STATIC_WORDS("add"), elem_id="add"), html("added")
        rebuild_words = html("rebuild-words")
        rebuild, rebuilt_now = gr.Button(STATIC_WORDS("rebuild"), elem_id="rebuild"), html("rebuilt")
        managing = ManagingPart(add_words, files, add, added_now, rebuild_words, rebuild, rebuilt_now)
        return IndexTab(shown, folder, managing)


class ProgressBar:
    """A Progress that moves a bar on the page."""

    def __init__(self, bar: gr.Progress, text: str) -> None:
        self._bar, self._text = bar, text
        self._articles, self._done = 0, 0

    def start(self, articles: int) -> None:
        """Begin the bar."""
        self._articles, self._done = articles, 0
        self._bar((0, articles), desc=self._text)

    def advance(self, articles: int, encoded: int) -> None:  # noqa: ARG002  not shown
        """Move the bar."""
        self._done += articles
        self._bar((self._done, self._articles), desc=self._text)


def index_shown(archive: Archive, tab: IndexTab, words: Words) -> dict[gr.HTML, Html]:
    """Return the parts of the tab as they are now."""
    texts, shown = words.index, {tab.status: status_view(archive, words)}
    if (managing := tab.managing) is None:
        shown[tab.status] += note(texts.not_here)
    else:
        part = Html('<section><h2>{}</h2><p class="note">{}</p></section>')
        kinds = dict.fromkeys(texts.kinds[it] for it in accepted_formats())
        shown[managing.add_words] = _CHOOSING.format(
            heading=texts.add,
            about=texts.add_words.format(", ".join(kinds)),
            accepted=",".join(accepted_endings()),
            largest=archive.settings.largest_file_bytes,
            drop=texts.drop,
        )
        shown[managing.rebuild_words] = part.format(texts.rebuild, texts.rebuild_words)
    return shown


def status_view(archive: Archive, words: Words) -> Html:
    """Return what is known of the index as HTML."""
    return rendered(lambda: status(archive.status(), words), words)


def ahead_view(archive: Archive, words: Words) -> Html:
    """Return whether the folder of articles is ahead of the index, as HTML."""
    return rendered(lambda: ahead(archive.folder_status(), words), words)


def wire_looking(archive: Archive, tab: IndexTab, bridge: gr.HTML) -> None:
    """Look whether the folder is ahead, beside all else: it may take long."""

    def look(_: ClientEvent, words: Words) -> str:
        return ahead_view(archive, words)

    on_client_event(bridge, "focus", look, tab.ahead, how=QUIET | _LOOKING)


def wire_index(archive: Archive, tab: IndexTab) -> None:
    """Wire the adding of articles and the rebuilding of the index, where that part of the tab is there.

    What was done is shown under the button that was pressed, and only there.
    """
    if (managing := tab.managing) is None:
        return
    added_now, rebuilt_now = managing.added, managing.rebuilt

    def look_again(request: gr.Request) -> str:
        return ahead_view(archive, chosen(request.headers))

    def add(
        files: Sequence[str] | None,
        request: gr.Request,
        bar: gr.Progress = gr.Progress(),  # noqa: B008  Gradio knows a bar by its default
    ) -> dict[Any, Any]:
        words = chosen(request.headers)
        shown = rendered(lambda: _added(archive, files or (), bar, words), words)
        return {added_now: shown, rebuilt_now: "", tab.status: status_view(archive, words)}

    def rebuild(request: gr.Request, bar: gr.Progress = gr.Progress()) -> dict[Any, Any]:  # noqa: B008
        words = chosen(request.headers)
        progress = ProgressBar(bar, words.index.rebuilding)
        shown = rendered(lambda: report(archive.rebuild(progress=progress), words), words)
        return {rebuilt_now: shown, added_now: "", tab.status: status_view(archive, words)}

    quiet = {"api_visibility": "private", **_CHANGES}
    shown = [added_now, rebuilt_now, tab.status]
    handed = "() => archivePage.uploads()"
    adding = managing.add.click(add, managing.files, shown, js=handed, **quiet, show_progress_on=added_now)
    rebuilding = managing.rebuild.click(rebuild, None, shown, **quiet, show_progress_on=rebuilt_now)
    for done, part in ((adding, added_now), (rebuilding, rebuilt_now)):
        done.then(None, js=_CHANGED.format(part.elem_id), **QUIET)
        done.then(look_again, None, tab.ahead, **QUIET, **_LOOKING)


def _added(archive: Archive, files: Sequence[str], bar: gr.Progress, words: Words) -> Html:
    uploads = [Upload(Path(file).name, Path(file)) for file in files]
    saved = save_uploads(uploads, archive.folder, archive.settings)
    there = [*saved.written, *saved.already_there]
    if there:
        archive.update(there, progress=ProgressBar(bar, words.index.rebuilding))
    return added(saved, words)
