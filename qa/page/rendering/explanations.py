"""Sentences about an answer and about errors, as text."""

from collections.abc import Mapping, Sequence

from qa import errors
from qa.articles.plain_text import plain
from qa.errors import QaError
from qa.page.highlighting import question_words
from qa.page.words.carrier_words import Reason
from qa.page.words.words import Words
from qa.records import Answer, AskedTime, Evidence, Verdict
from qa.retrieval.answer_type import answer_type_of
from qa.retrieval.question import parse
from qa.retrieval.scoring import READER
from qa.retrieval.verdict import DENIED

_FOUND = 0.06
"""The reader's part of a score from which on it has found something: a quarter of the most that it can be."""


def heading(answer: Answer, words: Words) -> str:
    """Return what stands over the evidence in large letters: the verdict, or how much there is on a topic."""
    texts, locale = words.answer, words.locale
    if answer.topic is not None:
        if not answer.topic.passages:
            sought = _sought(answer) or [answer.topic.words]
            text = texts.no_topic if len(sought) == 1 else texts.no_topic_together
            return text.format(listed(sought, words))
        named = listed([answer.topic.words], words)
        counts = ((answer.topic.passages, words.passages), (answer.topic.articles, words.articles))
        return texts.topic.format(named, *(locale.counted(*it) for it in counts))
    if answer.readable and answer.language is not None:
        return texts.unread.format(locale.language(answer.language))
    if answer.verdict is None or (answer.verdict == "none" and (answer.confidence or 0.0) < DENIED):
        return texts.denied
    return texts.verdicts[answer.verdict]


def _sought(answer: Answer) -> list[str]:
    """Return the words of a topic that count, each by itself: only what was quoted, and is held so, is a quote."""
    quoted = [it for it in parse(answer.question).required if it not in answer.unheld]
    inside = {word.casefold() for it in quoted for word in it.split()}
    return [*quoted, *(it for it in question_words(answer).words if it.casefold() not in inside)]


def explanation(answer: Answer, places: Mapping[int, int], words: Words) -> str:
    """Return the line under the heading: how likely an answer is, which card carries it, why, and what to beware of.

    The places are those of the cards, from 1, by the rank of the evidence that they show.
    """
    texts = words.answer
    lines = [texts.vague[answer.vague]] if answer.vague else []
    if answer.verdict is not None and answer.confidence is not None:
        lines.append(texts.likely.format(words.locale.percent(answer.confidence)))
    lines += about_carrier(answer, places, words)
    lines += about_differing(answer, places, words)
    return " ".join([*lines, *remarks(answer, words)])


def about_carrier(answer: Answer, places: Mapping[int, int], words: Words) -> list[str]:
    """Return which card carries the verdict and why, or that none shown does, and what the best passages lack."""
    verdict, best, texts = answer.verdict, answer.carrier, words.carrier
    if verdict is None or answer.best is None:
        return []
    warned, place = warnings(answer, best, words), places.get(answer.best)
    if best is None or place is None:
        return [texts.further_down[verdict], *warned]
    reason = None if warned else _reason(verdict, best)
    why = "" if reason is None else f": {texts.reasons[reason]}"
    check = [words.answer.check] if verdict == "weak" else []
    return [f"{texts.carried[verdict].format(place)}{why}.", *warned, *check]


def _reason(verdict: Verdict, best: Evidence) -> Reason | None:
    """Return why a card carries the verdict.

    What is closest in meaning is said of a sentence where nothing answers, which may be that of another card.
    """
    found = best.parts.get(READER)
    if found is not None and found >= _FOUND:
        return "read"
    if verdict == "none":
        return None if found is None else "unlike"
    return "meant"


def warnings(answer: Answer, best: Evidence | None, words: Words) -> list[str]:
    """Return what the best passages lack of what was asked: a name, a number, a time or a figure.

    What stands in no passage at all is said apart, see `qa.page.rendering.absence`.
    """
    texts = words.answer
    nowhere = () if answer.absence is None else answer.absence.nowhere
    if lacking := [it for it in answer.lacking if it not in nowhere]:
        return [texts.lacking.format(listed(lacking, words))]
    kind = answer_type_of(answer.question)
    if best is not None and kind.missing_in(plain(best.passage.text)):
        return [texts.no_time if kind.time else texts.no_figure]
    return []


def remarks(answer: Answer, words: Words) -> list[str]:
    """Return what is to be known of languages, of the day asked about, of quotes, and of what the filters leave out."""
    lines = about_languages(answer, words)
    if answer.request.as_of:
        lines.append(words.versions.as_of.format(words.locale.date(answer.request.as_of)))
    if answer.unheld:
        unheld = words.answer.unheld if len(answer.unheld) == 1 else words.answer.unheld_together
        lines.append(unheld.format(listed(answer.unheld, words)))
    return lines + about_time(answer, words) + about_filters(answer, words)


def time_meant(time: AskedTime, words: Words) -> str:
    """Return words of a question that point at a time, with what they are read as."""
    if time.soft:
        return f"{time.words}: {words.filters.newest_first}"
    locale, texts = words.locale, words.filters
    days = locale.date_range(time.first, time.last)
    if days is None:
        ends = ((texts.after.lower(), time.first), (texts.before, time.last))
        days = " ".join(f"{text} {locale.date(day)}" for text, day in ends if day is not None)
    return f"{time.words}: {days}" if days else time.words


def about_differing(answer: Answer, places: Mapping[int, int], words: Words) -> list[str]:
    """Return the days whose articles give different answers, the newest first, and the cards that show them."""
    shown = [(it.date, places[it.rank]) for it in answer.differing if it.rank in places]
    if len(shown) < 2:
        return []
    days = ", ".join(words.answer.dated.format(words.locale.date(day), place) for day, place in shown)
    return [words.answer.differing.format(days)]


def about_time(answer: Answer, words: Words) -> list[str]:
    """Return that no passage is of the time that the question points at, where that is why all are searched."""
    time, stated = answer.time, answer.request.after or answer.request.before
    if time is None or time.soft or time.applied or stated:
        return []
    return [words.answer.time_unused.format(listed([time_meant(time, words)], words))]


def about_languages(answer: Answer, words: Words) -> list[str]:
    """Return which languages are read where that of the question is not, or that words say nothing here."""
    texts = words.answer
    if answer.readable:
        named = ", ".join(map(words.locale.language, answer.readable))
        return [texts.reads.format(named), *([texts.readable] if answer.readable == ("en",) else [])]
    return [texts.by_meaning] if answer.found_by_meaning and answer.topic is None else []


def corrected(answer: Answer, words: Words) -> str:
    """Return what was searched for instead of misspelt words; nothing where none was."""
    meant = [it.meant for it in answer.corrections]
    return words.answer.corrected.format(listed(meant, words)) if meant else ""


def as_written(answer: Answer, words: Words) -> str:
    """Return the offer to search for the misspelt words."""
    return words.answer.as_written.format(listed([it.word for it in answer.corrections], words))


def about_filters(answer: Answer, words: Words) -> list[str]:
    """Return how many articles a date filter leaves out for want of a date, and which names no article states."""
    lines = [words.locale.counted(answer.undated, words.answer.left_out)] if answer.undated else []
    for unknown, text in (
        (answer.unknown.outlets, words.answer.unknown_outlets),
        (answer.unknown.places, words.answer.unknown_places),
        (tuple(map(words.locale.language, answer.unknown.languages)), words.answer.unknown_languages),
    ):
        if unknown:
            lines.append(text.format(listed(unknown, words)))
    return lines


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


def listed(some: Sequence[str], words: Words) -> str:
    """Return words in quotation marks, with commas between them."""
    return ", ".join(words.locale.quotes.format(word) for word in some)
