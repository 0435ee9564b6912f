"""Find the topic of a question: its words without those that ask, help or say, which no passage on it need hold."""

import re

from qa.articles.letters import folded
from qa.articles.plain_text import plain
from qa.index.lexical.asked_words import AskedWord, asked_words
from qa.index.lexical.common_words import COMMON, GIVEN_NAMES, NEGATIONS, SAYING, written_little_words
from qa.retrieval.topic_requests import ASKS

_HELPS = re.compile(
    r"am|(?:is|are|was|were|do|does|did|has|have|had|ca|can|could|wo|will|would|should|must|might)n['’]?t|cannot"
    r"|так(?:ой|ая|ое|ие|ую)|явля\w+ся|стал[аио]?|будет|будут|бола\w*|болы\w*|болд\w*",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"say(?:s|ing)?|tell(?:s|ing)?|speak(?:s|ing)?|talk(?:s|ed|ing)?|announc(?:e|es|ed|ing)|declar(?:e|es|ed|ing)"
    r"|mention(?:s|ed|ing)?|explain(?:s|ed|ing)?|th(?:ink|inks|ought)|believe[sd]?|happen(?:s|ed|ing)?"
    r"|(?:с|рас|вы)каза\w+|говор\w+|заяв(?:ил|ля)\w*|сообщ(?:ил|а[ею])\w*|объяв(?:ил|ля)\w*|отме(?:тил|ча)\w*"
    r"|дума(?:ет|ют|л[аи]?)|считает|считают|произошло|случилось|происходит"
    r"|айт(?:ты|ады|ып|қан)\w*|де(?:ді|йді|ген)|мәлімде\w+|хабарла\w+|сөйле\w+",
    re.IGNORECASE,
)


def topic_of_question(words: str) -> str:
    """Return what a question is about, in its own words: “thief caught” of “Where was the thief caught?”.

    All of it where nothing else is left.
    """
    text, asked = plain(words), asked_words(words)
    runs, run = list[list[AskedWord]](), list[AskedWord]()
    for place, it in enumerate(asked):
        if _is_beside_the_point(it, place):
            runs.append(run)
            run = []
        else:
            run.append(it)
    parts = (_without_little_words(it) for it in (*runs, run))
    return " ".join(text[it[0].word.start : it[-1].word.end] for it in parts if it) or words


def _is_beside_the_point(asked: AskedWord, place: int) -> bool:
    """Return whether a word only asks; a little word in capitals, as WHO, is a name, and so may be Will."""
    written = asked.word.written
    small = folded(written)
    if asked.terms != asked.otherwise or (place and small in GIVEN_NAMES and written.istitle()):
        return False
    if not asked.terms and small not in GIVEN_NAMES and ASKS.fullmatch(written) is None:
        return False  # “the”, “of”
    asking = COMMON | SAYING | NEGATIONS | GIVEN_NAMES | written_little_words("ru") | written_little_words("kk")
    return small in asking or any(it.fullmatch(written) for it in (ASKS, _HELPS, _SAYS))


def _without_little_words(run: list[AskedWord]) -> list[AskedWord]:
    """Return neighbouring words from the first to the last that is looked for."""
    places = [place for place, it in enumerate(run) if it.terms]
    return run[places[0] : places[-1] + 1] if places else []
