"""Lexical indexes, written from all passages, or as a copy of the last with some removed and some added.

Tantivy never changes a file once written, except for the lists of its files, which it replaces by rename. A folder of
links to another's files can thus be changed while the other goes on answering.
"""

import os
import shutil
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir

import tantivy

from qa.errors import IndexUnwritable
from qa.index.files import synchronise
from qa.index.lexical.documents import LexicalDocument, know_words, schema, tantivy_document
from qa.index.steps import reached

_WRITER_BYTES = 64_000_000
REPLACED = frozenset({"meta.json", ".managed.json"})
"""The lists of files: all others are never changed."""


def write_folder(folder: Path, documents: Iterable[LexicalDocument]) -> None:
    """Write a new folder, flushed to the disk."""
    folder.mkdir()
    reached("lexical folder made")
    _change(know_words(tantivy.Index(schema(), path=str(folder))), (), documents)
    _synchronise(folder)


def write_changed(folder: Path, before: Path, gone: Sequence[int], documents: Iterable[LexicalDocument]) -> None:
    """Write a new folder that differs from another by the articles in some rows, which are gone, and new documents."""
    folder.mkdir()
    reached("lexical folder made")
    for part in parts(before):
        _link(part, folder / part.name)
    reached("lexical files linked")
    _change(know_words(tantivy.Index.open(str(folder))), gone, documents)
    _synchronise(folder)


@contextmanager
def writable(folder: Path, names: Iterable[str]) -> Iterator[Path]:
    """Yield the folder, or a temporary copy of its files where it cannot be written.

    Tantivy puts a lock there. The copy is needed only until the index is opened: what is mapped outlives its name.

    Raises:
        IndexUnwritable: there is no room for temporary files.
    """
    if os.access(folder, os.W_OK):
        yield folder
        return
    with ExitStack() as stack:
        try:
            copy = Path(stack.enter_context(TemporaryDirectory(prefix="qa-lexical-", ignore_cleanup_errors=True)))
            for name in names:
                shutil.copyfile(folder / name, copy / name)
        except OSError as error:
            raise IndexUnwritable(
                f"no temporary files can be written in {gettempdir()} ({error.strerror}): make room there, or name "
                "another folder in $TMPDIR"
            ) from error
        yield copy


def in_memory(documents: Iterable[LexicalDocument]) -> tantivy.Index:
    """Build an index without a folder."""
    index = know_words(tantivy.Index(schema()))
    _change(index, (), documents)
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


def _synchronise(folder: Path) -> None:
    reached("lexical files written")
    for part in folder.iterdir():
        synchronise(part)
    synchronise(folder)
    reached("lexical files on disk")


def _link(part: Path, to: Path) -> None:
    try:
        os.link(part, to)
    except OSError:  # a file system without links
        shutil.copyfile(part, to)
