"""Ask the archive for what an address wants shown, and render it as HTML."""

from collections.abc import Callable

from qa.archive.archive import Archive
from qa.errors import NotInArchive, QaError, QuestionError
from qa.evaluation.judgements import Judgements
from qa.page.address import Address
from qa.page.highlighting import QuestionWords, question_words
from qa.page.rendering.article import Opened, article_pane, unopened_article
from qa.page.rendering.escaping import Html
from qa.page.rendering.explanations import fault
from qa.page.rendering.filters import filters, uncounted
from qa.page.rendering.results import notice, results
from qa.page.serving.failures import log_failure
from qa.page.words.words import Words
from qa.records import SearchRequest

_MATCHING = 20
"""How many of an article's passages are looked at for what else matches."""


def answer_view(
    archive: Archive, search: SearchRequest | None, words: Words, judgements: Judgements | None = None
) -> Html:
    """Return the answer to a search as HTML, a message where there can be none; nothing where nothing is asked."""
    if search is None:
        return Html()

    def answered() -> Html:
        given = () if judgements is None else judgements.thumbs_on(search.question)
        return results(archive.answer(search), search, words, given)

    return rendered(answered, words)


def busy(words: Words) -> Html:
    """Return what is shown where too many wait for an answer."""
    return notice(words.messages.archive, words.messages.busy)


def unopened(words: Words) -> Html:
    """Return what is shown in the place of an article where too many wait."""
    return unopened_article(words.messages.archive, words.messages.busy, words)


def filters_view(archive: Archive, search: SearchRequest | None, words: Words) -> Html:
    """Return the filters of a search with their counts; those in force alone where it cannot be made."""
    if search is None:
        return Html()
    in_force = filters(uncounted(search), search, words) if search.filtered else Html()
    return rendered(lambda: filters(archive.survey_of(search), search, words), words, lambda *_: in_force)


def article_view(archive: Archive, address: Address, words: Words) -> Html:
    """Return the article that an address opens as HTML, a message, or nothing where it opens none."""

    def message(headline: str, text: str) -> Html:
        return unopened_article(headline, text, words, address.article)

    return rendered(lambda: _opened(archive, address, words), words, message)


def rendered(render: Callable[[], Html], words: Words, message: Callable[[str, str], Html] = notice) -> Html:
    """Return what is rendered; where that fails, a message: a traceback helps no visitor."""
    texts = words.messages
    try:
        return render()
    except QuestionError as error:
        return message(texts.question, fault(error, words))
    except NotInArchive as error:
        return message(texts.missing, fault(error, words))
    except QaError as error:
        return message(texts.archive, fault(error, words))
    except Exception as error:  # noqa: BLE001  the page's outermost edge: nothing above could show the visitor anything
        log_failure("the page", error)
        return message(texts.ours, texts.ours_more)


def _opened(archive: Archive, address: Address, words: Words) -> Html:
    if address.passage is not None:
        opened = archive.passage(address.passage)
        article, at, sentence = opened.article, opened.passage, address.sentence
    elif address.article is not None:
        article, at, sentence = archive.article(address.article), None, None
    else:
        return Html()
    newest, led_from = archive.versions(article.file)[0], None
    if at is not None and newest.file != article.file and not (address.search and address.search.as_of):
        replacement, led_from = archive.replacement(at.id), article.file
        article, at, sentence = newest, None if replacement is None else replacement.passage, None
    matching, question = _matching(archive, address.search, article.file)
    passages = archive.passages(article.file)
    return article_pane(Opened(article, passages, at, sentence, matching, question, newest, led_from), words)


def _matching(archive: Archive, search: SearchRequest | None, file: str) -> tuple[frozenset[str], QuestionWords]:
    """Return which passages of an article match the question, none where there is none that can be asked."""
    if search is None:
        return frozenset(), QuestionWords()
    try:
        answer = archive.ask(search.question, _MATCHING, articles=[file], kind=search.kind, any_time=search.any_time)
    except QuestionError:
        return frozenset(), QuestionWords()
    return frozenset(it.passage.id for it in answer.evidence if it.relevant), question_words(answer)
