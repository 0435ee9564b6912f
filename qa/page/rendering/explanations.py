"""Sentences about an answer and about errors, as text."""

from collections.abc import Sequence

from qa import errors
from qa.articles.plain_text import plain
from qa.articles.stated_names import as_given
from qa.errors import QaError
from qa.page.highlighting import QuestionWords
from qa.page.words.words import Words
from qa.records import Answer, Evidence, SearchRequest
from qa.retrieval.answer_type import answer_type_of


def explanation(answer: Answer, search: SearchRequest, asked: QuestionWords, words: Words) -> str:
    """Return the lines under the verdict: how likely an answer is, why, and what was read otherwise."""
    lines = [words.answer.likely[answer.verdict].format(words.locale.percent(answer.confidence))]
    if answer.evidence:
        by_relevance = search.order == "relevance"
        best = answer.evidence[0] if by_relevance else max(answer.evidence, key=lambda it: it.probability)
        if by_relevance or len(answer.evidence) < search.limit:  # else the best may be one that is not shown yet
            lines.append(why(answer.question, best, asked, words))
    return " ".join([*lines, *remarks(answer, search, words)])


def remarks(answer: Answer, search: SearchRequest, words: Words) -> list[str]:
    """Return which words were searched for otherwise than they were asked, and what the filters leave out."""
    lines = [words.answer.corrected.format(it.word, it.meant) for it in answer.corrections]
    if answer.unheld:
        unheld = words.answer.unheld if len(answer.unheld) == 1 else words.answer.unheld_together
        lines.append(unheld.format(_listed(answer.unheld, words)))
    return lines + about_filters(answer, search, words)


def about_filters(answer: Answer, search: SearchRequest, words: Words) -> list[str]:
    """Return how many articles a date filter leaves out for want of a date, and which names no article states."""
    lines = [words.locale.counted(answer.undated, words.answer.left_out)] if answer.undated else []
    for asked, unknown, text in (
        (search.outlets, answer.unknown.outlets, words.answer.unknown_outlets),
        (search.places, answer.unknown.places, words.answer.unknown_places),
    ):
        if named := as_given(asked, unknown):
            lines.append(text.format(_listed(named, words)))
    return lines


def why(question: str, best: Evidence, asked: QuestionWords, words: Words) -> str:
    """Return in one line what the best passage holds of what was asked."""
    text = " ".join(part for part in (best.article.title, best.passage.heading, best.passage.text) if part)
    held = asked.held_by(text)
    lacking = [word for word in asked.words if word not in held]
    kind = answer_type_of(question)
    if kind.missing_in(plain(best.passage.text)):
        return words.answer.no_time if kind.time else words.answer.no_figure
    if not lacking:
        return words.answer.holds_all
    if not held:
        return words.answer.holds_none
    return words.answer.holds_some.format(_listed(held, words), _listed(lacking, words))


def fault(error: QaError, words: Words) -> str:
    """Return what is wrong and what to do; what only whoever serves the archive can mend stays in English."""
    texts, locale = words.messages, words.locale
    match error:
        case errors.EmptyQuestion():
            return texts.empty
        case errors.LongQuestion():
            return texts.long.format(locale.counted(error.characters, texts.characters), locale.number(error.most))
        case errors.WordlessQuestion():
            return texts.wordless
        case errors.ExcludingQuestion():
            return texts.excluding
        case errors.InvalidDate():
            return texts.date.format(error.value)
        case errors.ReversedDates():
            return texts.dates.format(*(locale.date(str(it)) for it in (error.after, error.before)))
        case errors.PassageNotInArchive():
            return texts.passage
        case errors.ArticleNotInArchive():
            return texts.article.format(error.file)
    return _in_full(str(error))


def _in_full(message: str) -> str:
    """Return an error's message as a sentence: a capital first, a full stop last."""
    text = message.strip()
    return text[:1].upper() + text[1:] + ("" if text.endswith((".", "?", "!", "…")) else ".")


def _listed(some: Sequence[str], words: Words) -> str:
    return ", ".join(words.locale.quotes.format(word) for word in some)
