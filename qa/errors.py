"""Say what went wrong and what to do about it: every error a caller may catch.

QaError
├── ArticleUnreadable     one file cannot be read as an article; a build goes on without it
├── FolderError           the folder of articles
│   ├── FolderMissing         it is not there, or is not a folder
│   ├── FolderEmpty           nothing in it could be read
│   ├── FolderMismatch        the index follows another folder
│   └── FolderShrunk          more than half of its articles are gone
├── QuestionError         what was asked
│   ├── InvalidQuestion       empty, too long, or without a word
│   ├── InvalidLimit          `limit` or `offset` out of range
│   ├── InvalidFilter         an impossible date, `after` later than `before`, a name that is no text
│   ├── InvalidExport         a format that citations are not written in
│   ├── InvalidReceipt        a file that is no receipt of a search
│   └── InvalidJudgements     a file of judged questions that cannot be used
├── ArchiveIndexError     the index on disk
│   ├── IndexMissing          there is none
│   ├── IndexDamaged          a byte is not what was written
│   │   └── DerivedDamaged        of a file that can be made anew from the database
│   ├── IndexIncompatible     written by another version
│   ├── IndexUnwritable       no permission, a full disk
│   └── IndexBusy             another build is writing it
├── EncoderError          the model
│   ├── EncoderUnavailable    not installed, not found, or damaged
│   └── EncoderMismatch       not the one that made the index
├── ReaderUnavailable     the reader's weights: missing or damaged
├── RerankerUnavailable   the cross-encoder: not found, damaged, or of another kind
├── FileUnwritable        a receipt or a judgement cannot be kept: no permission, a full disk, a file of that name
├── NotInArchive          an article or passage that was asked for by name
└── PageError             the web page cannot be served (address in use, or it was not said who may come in)
"""


class QaError(Exception):
    """Every error of this package; its message is one line that holds the remedy."""


class ArticleUnreadable(QaError):
    """One file cannot be read as an article."""

    def __init__(self, file: str, reason: str) -> None:
        super().__init__(f"{file}: {reason}")
        self.file = file
        self.reason = reason


class FolderError(QaError):
    """The folder of articles cannot be used."""


class FolderMissing(FolderError):
    """The folder is not there, or is not a folder."""


class FolderEmpty(FolderError):
    """Nothing in the folder could be read as an article."""


class FolderMismatch(FolderError):
    """The index was built from another folder."""


class FolderShrunk(FolderError):
    """More than half of the articles in the index are gone from the folder."""


class QuestionError(QaError):
    """What was asked cannot be answered as asked."""


class InvalidQuestion(QuestionError):
    """The question is empty, too long, or holds no word."""


class InvalidLimit(QuestionError):
    """`limit` or `offset` is out of range."""


class InvalidFilter(QuestionError):
    """A filter cannot be met by any article: an impossible date, an empty range, a name that is no text."""


class InvalidExport(QuestionError):
    """Citations are not written in such a format."""


class InvalidReceipt(QuestionError):
    """A file is no receipt of a search, or was changed since."""


class InvalidJudgements(QuestionError):
    """A file of judged questions, or of an earlier evaluation, cannot be used."""


class ArchiveIndexError(QaError):
    """The index on disk cannot be used."""


class IndexMissing(ArchiveIndexError):
    """There is no index in the folder."""


class IndexDamaged(ArchiveIndexError):
    """The index holds something that was not written to it."""


class DerivedDamaged(IndexDamaged):
    """A file that is derived from the database holds something that was not written to it; it can be made anew."""


class IndexIncompatible(ArchiveIndexError):
    """The index was written by a version with another format."""


class IndexUnwritable(ArchiveIndexError):
    """The index folder cannot be written."""


class IndexBusy(ArchiveIndexError):
    """Another build is writing the index."""


class EncoderError(QaError):
    """The encoder cannot be used."""


class EncoderUnavailable(EncoderError):
    """The encoder is not installed, not found, or its files are damaged."""


class EncoderMismatch(EncoderError):
    """The encoder is not the one that the index was made with."""


class ReaderUnavailable(QaError):
    """The reader's weights are missing or damaged."""


class RerankerUnavailable(QaError):
    """The reranker is not found, its files are damaged, or it does not give one score for a question and a text."""


class FileUnwritable(QaError):
    """What a reader wants to keep cannot be written."""


class NotInArchive(QaError):
    """The archive holds no such article or passage."""


class PageError(QaError):
    """The page cannot be served."""
