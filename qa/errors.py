"""Every error that a caller may catch; its message says what went wrong and what to do.

QaError
├── ArticleUnreadable     a file or a text cannot be read as an article; a build goes on without it
├── FolderError           the folder of articles
│   ├── FolderMissing         it is not there, or is not a folder
│   ├── FolderEmpty           nothing in it could be read
│   ├── FolderMismatch        the index follows another folder
│   ├── FolderShrunk          more than half of its articles are gone
│   └── ArticleInFolder       only its file changes an article of the folder
├── QuestionError         what was asked
│   ├── InvalidQuestion       it cannot be searched for
│   │   ├── EmptyQuestion         nothing is asked
│   │   ├── LongQuestion          longer than is read
│   │   ├── WordlessQuestion      without a letter or digit
│   │   └── ExcludingQuestion     it says only what to leave out
│   ├── InvalidLimit          `limit` or `offset` out of range
│   ├── InvalidFilter         no article can satisfy it, such as a name that is not text
│   │   ├── InvalidDate           not a date, or one that does not exist
│   │   └── ReversedDates         `after` later than `before`
│   ├── InvalidExport         a format that nothing is written in, or a file that is no notebook
│   ├── InvalidReceipt        a file that is not a receipt of a search
│   └── InvalidJudgements     a file of judged questions that cannot be used
├── InvalidCommand        words typed in the shell that are no command or option
├── ArchiveIndexError     the index on disk
│   ├── IndexMissing          there is none
│   ├── IndexDamaged          a byte is not what was written
│   │   └── DerivedDamaged        of a file that can be rebuilt from the database
│   ├── IndexIncompatible     written by another version
│   ├── IndexUnwritable       no permission, a full disk
│   ├── IndexBusy             another build is writing it
│   └── ArchiveClosed         the archive was closed
├── EncoderError          the model
│   ├── EncoderUnavailable    not installed, not found, or damaged
│   └── EncoderMismatch       not the one that made the index
├── ReaderUnavailable     the reader's weights: missing or damaged
├── RerankerUnavailable   the cross-encoder: not found, damaged, or of another kind
├── FileUnwritable        a receipt or a judgement cannot be written: no permission, a full disk, a file of that name
├── NotInArchive          what was asked for by name
│   ├── PassageNotInArchive   a passage, by its id
│   └── ArticleNotInArchive   an article, by its file
└── PageError             the web page cannot be served (address in use, or nothing decides who may come in)
"""

import reprlib

_LONGEST_QUOTED = 80
_QUOTED = reprlib.Repr()
_QUOTED.maxstring = _QUOTED.maxother = _LONGEST_QUOTED


def quoted(value: object) -> str:
    """Return what somebody gave as a message repeats it: it may be as long as a request."""
    shown = _QUOTED.repr(value)
    return shown if len(shown) <= _LONGEST_QUOTED else f"{shown[:_LONGEST_QUOTED]}…"


class QaError(Exception):
    """Every error of this package; its message is one line that holds the remedy."""

    def __reduce__(self) -> tuple[object, ...]:
        return type(self).__new__, (type(self), *self.args), self.__dict__  # constructors take no message


class ArticleUnreadable(QaError):
    """A file, or a text that is handed in, cannot be read as an article."""

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


class ArticleInFolder(FolderError):
    """An article of the folder cannot be replaced or removed by its name: only its file changes it."""


class QuestionError(QaError):
    """What was asked cannot be answered as asked."""


class InvalidQuestion(QuestionError):
    """The question cannot be searched for."""


class EmptyQuestion(InvalidQuestion):
    """Nothing is asked."""

    def __init__(self) -> None:
        super().__init__("the question is empty: ask something, such as “Who visited Astana?”")


class LongQuestion(InvalidQuestion):
    """The question is longer than is read."""

    def __init__(self, characters: int, most: int) -> None:
        super().__init__(f"the question has {characters:,} characters, and the limit is {most:,}: shorten it")
        self.characters = characters
        self.most = most


class WordlessQuestion(InvalidQuestion):
    """The question holds neither letter nor digit."""

    def __init__(self) -> None:
        super().__init__("the question contains no word: use letters or digits")


class ExcludingQuestion(InvalidQuestion):
    """The question says only what to leave out."""

    def __init__(self) -> None:
        super().__init__("the question only leaves words out: ask for something too, such as “visits -Astana”")


class InvalidLimit(QuestionError):
    """`limit` or `offset` is out of range."""


class InvalidFilter(QuestionError):
    """A filter cannot be met by any article: an impossible date, an empty range, a name that is not text."""


class InvalidDate(InvalidFilter):
    """The value of a date filter is not a date, or one that does not exist."""

    def __init__(self, name: str, value: object) -> None:
        super().__init__(
            f"{name} is {quoted(value)}, which is not a date: write one such as 2022-12-31, 2022-12 or 2022"
        )
        self.value = value


class ReversedDates(InvalidFilter):
    """The first date that is asked for is later than the last."""

    def __init__(self, after: object, before: object) -> None:
        super().__init__(f"after ({after}) is later than before ({before}), so no article can match: swap them")
        self.after = after
        self.before = before


class InvalidExport(QuestionError):
    """Nothing is written in such a format, or a file is no notebook."""


class InvalidReceipt(QuestionError):
    """A file is not a receipt of a search, or was changed since."""


class InvalidJudgements(QuestionError):
    """A file of judged questions, or of an earlier evaluation, cannot be used."""


class InvalidCommand(QaError):
    """What was typed in the shell is no command or option."""


class ArchiveIndexError(QaError):
    """The index on disk cannot be used."""


class IndexMissing(ArchiveIndexError):
    """There is no index in the folder."""


class IndexDamaged(ArchiveIndexError):
    """The index holds something that was not written to it."""


class DerivedDamaged(IndexDamaged):
    """A file that is derived from the database holds something that was not written to it; it can be rebuilt."""


class IndexIncompatible(ArchiveIndexError):
    """The index was written by a version with another format."""


class IndexUnwritable(ArchiveIndexError):
    """The index folder cannot be written."""


class IndexBusy(ArchiveIndexError):
    """Another build is writing the index."""


class ArchiveClosed(ArchiveIndexError):
    """The archive was closed."""

    def __init__(self, folder: object) -> None:
        super().__init__(f"the archive {folder} was closed: open it again with `Archive.open`")


class EncoderError(QaError):
    """The encoder cannot be used."""


class EncoderUnavailable(EncoderError):
    """The encoder is not installed, not found, or its files are damaged."""


class EncoderMismatch(EncoderError):
    """The encoder is not the one that the index was made with."""


class ReaderUnavailable(QaError):
    """The reader's weights are missing or damaged."""


class RerankerUnavailable(QaError):
    """The reranker is not found, its files are damaged, or it does not return one score for a question and a text."""


class FileUnwritable(QaError):
    """A receipt or a judgement cannot be written."""


class NotInArchive(QaError):
    """The archive holds no such article or passage."""


class PassageNotInArchive(NotInArchive):
    """The archive holds no passage of that id."""

    def __init__(self) -> None:
        super().__init__("that passage is not in the archive: its article was changed or removed")


class ArticleNotInArchive(NotInArchive):
    """The archive holds no article of that file."""

    def __init__(self, file: str) -> None:
        remedy = "it was removed, or name it by its path below the folder of articles"
        super().__init__(f"the archive has no article {quoted(file)}: {remedy}")
        self.file = file


class PageError(QaError):
    """The page cannot be served."""
