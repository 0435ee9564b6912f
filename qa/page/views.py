"""Ask the archive for what an address wants shown, and turn whatever it says into HTML."""

import logging
import traceback
from collections.abc import Callable
from dataclasses import dataclass

from qa.errors import NotInArchive, QaError, QuestionError
from qa.page.address import Address
from qa.page.contract import ShownArchive
from qa.page.masthead import masthead
from qa.page.reader import reader, unreadable
from qa.page.results import before_asking, notice, results

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class View:
    """What the page shows: the question in its box, the answer to it, and the article opened beside."""

    question: str
    results: str
    reader: str


def masthead_view(archive: ShownArchive) -> str:
    """Return the top of the page as the archive stands now; without its counts where it cannot be read."""
    try:
        return masthead(archive.status())
    except QaError as error:
        log.warning("the archive cannot be counted: %s", error)
        return masthead(None)


def view(archive: ShownArchive, address: Address) -> View:
    """Return everything that an address asks for."""
    shown = before_asking() if address.question is None else answer_view(archive, address.question)
    return View(address.question or "", shown, reader_view(archive, address))


def answer_view(archive: ShownArchive, question: str) -> str:
    """Return the answer to a question as HTML, or a message that says why there is none."""
    return _rendered(lambda: results(archive.ask(question)), notice)


def reader_view(archive: ShownArchive, address: Address) -> str:
    """Return the article that an address opens as HTML, a message, or nothing where it opens none."""
    return _rendered(lambda: _opened(archive, address), unreadable)


def _opened(archive: ShownArchive, address: Address) -> str:
    if address.passage is None:
        return ""
    opened = archive.passage(address.passage)
    passages = archive.passages(opened.article.file)
    return reader(opened.article, passages, opened.passage, address.sentence)


def _rendered(render: Callable[[], str], message: Callable[[str, str], str]) -> str:
    """Return what is rendered; where that fails, a message: a traceback helps no reader."""
    try:
        return render()
    except QuestionError as error:
        return message("Please ask that another way", str(error))
    except NotInArchive as error:
        return message("Not in this archive", str(error))
    except QaError as error:
        return message("The archive cannot answer now", str(error))
    except Exception as error:  # noqa: BLE001  the page's outermost edge: nothing above could tell the reader
        _log_without_words(error)
        return message("Something went wrong on our side", "The page's log says what. Asking again may work.")


def _log_without_words(error: Exception) -> None:
    """Log where an error arose but not its message, which may hold the question or an article's text."""
    frames = "".join(traceback.format_tb(error.__traceback__))
    log.error("%s while making the page:\n%s", type(error).__name__, frames)
