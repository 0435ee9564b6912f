"""Lexical indexes, written from all passages, or as a copy of the last with some removed and some added.

Tantivy never changes a file once written, except for the lists of its files, which it replaces by rename. A folder of
links to another's files can thus be changed while the other goes on answering.

Whatever Tantivy opens, a thread of its own loads again a moment later, and puts a lock there. It is therefore given
paths that end with the work: a folder that is renamed once written, and links to files that are only read.
"""

import logging
import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import gettempdir, mkdtemp

import tantivy

from qa.errors import IndexUnwritable
from qa.index.files import remove_folder, synchronise
from qa.index.lexical.documents import LexicalDocument, know_words, schema, tantivy_document
from qa.index.steps import reached

_WRITER_BYTES = 64_000_000
_log = logging.getLogger(__name__)
REPLACED = frozenset({"meta.json", ".managed.json"})
"""The lists of files: all others are never changed."""


def write_folder(folder: Path, documents: Iterable[LexicalDocument]) -> None:
    """Write a new folder, flushed to the disk."""
    with _unnamed(folder) as made:
        _change(know_words(tantivy.Index(schema(), path=str(made))), (), documents)


def write_changed(folder: Path, before: Path, gone: Sequence[int], documents: Iterable[LexicalDocument]) -> None:
    """Write a new folder that differs from another by the articles in some rows, which are gone, and new documents."""
    with _unnamed(folder) as made:
        for part in parts(before):
            _link(part, made / part.name)
        reached("lexical files linked")
        _change(know_words(tantivy.Index.open(str(made))), gone, documents)


@contextmanager
def linked(folder: Path) -> Iterator[Path]:
    """Yield a temporary folder of links to the files of an index, so that no lock is put beside them.

    It is needed only until the index is opened: what is mapped outlives its name. Where it cannot be made, the folder
    itself is yielded, if Tantivy can put its lock there.

    Raises:
        IndexUnwritable: it cannot.
        OSError: the folder cannot be read.
    """
    files = parts(folder)
    with ExitStack() as stack:
        try:
            links = Path(mkdtemp(prefix="qa-lexical-"))
            stack.callback(_clear, links)
            for part in files:
                (links / part.name).symlink_to(part.absolute())
        except OSError as error:
            if not os.access(folder, os.W_OK):
                raise IndexUnwritable(
                    f"no temporary files can be written in {gettempdir()} ({error.strerror}): make room there, or name "
                    "another folder in $TMPDIR"
                ) from error
            links = folder
        yield links


def in_memory(documents: Iterable[LexicalDocument]) -> tantivy.Index:
    """Build an index without a folder."""
    index = know_words(tantivy.Index(schema()))
    _change(index, (), documents)
    index.reload()
    return index


def parts(folder: Path) -> list[Path]:
    """List the files of a lexical index, without Tantivy's locks."""
    return sorted(part for part in folder.iterdir() if not part.name.startswith(".tantivy-"))


def _change(index: tantivy.Index, gone: Sequence[int], documents: Iterable[LexicalDocument]) -> None:
    writer = index.writer(heap_size=_WRITER_BYTES, num_threads=1)
    try:
        for article_row in gone:
            writer.delete_documents_by_term("article", article_row)
        for document in documents:
            writer.add_document(tantivy_document(document))
        writer.commit()
        reached("lexical words committed")
    finally:  # whatever happened, nothing writes into the folder any more
        writer.wait_merging_threads()


@contextmanager
def _unnamed(folder: Path) -> Iterator[Path]:
    """Yield a new folder that gets its name at the end, flushed to the disk."""
    made = folder.with_name(f"{folder.name}-writing")
    if made.exists():  # of one that died
        remove_folder(made)
    made.mkdir()
    reached("lexical folder made")
    yield made
    reached("lexical files written")
    for part in made.iterdir():
        synchronise(part)
    synchronise(made)
    made.rename(folder)
    reached("lexical files on disk")


def _clear(links: Path) -> None:
    """Remove a temporary folder of links; one that cannot be removed is no reason not to read what was opened."""
    try:
        remove_folder(links)
    except OSError as error:
        _log.warning("%s is no longer used but cannot be deleted (%s)", links, error.strerror)


def _link(part: Path, to: Path) -> None:
    try:
        os.link(part, to)
    except OSError:  # a file system without links
        shutil.copyfile(part, to)
