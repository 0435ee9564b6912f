"""Decide whether a search asks a question or names a topic, and whether it is too vague to be answered.

A topic is named by few words, or by a request for all there is on something; whoever means the other kind can say so.
"""

import re

from qa.articles.letters import folded
from qa.index.lexical.asked_words import AskedWord, asked_words
from qa.index.lexical.common_words import COMMON, written_little_words
from qa.records import Kind, Vague
from qa.retrieval.question_topic import topic_of_question
from qa.retrieval.topic_requests import ASKS, IN_FRONT, POLITE, REQUEST, REQUEST_BEHIND

_FEW = 3
"""The most words of a topic: the shortest of 60 judged questions in keywords, “Saab annual loss 2004”, has one more."""
_LONG = 16
"""The fewest words of a description that is no question: the longest of those 60 has 13."""

_A_NAME = 2
"""Words of a title such as “Doctor Who”, all of which have capitals."""

_ASKS_FIRST = re.compile(
    r"\W*(?:is|are|was|were|am|do|does|did|has|have|had|can|could|would|should|shall|must|might|isn['’]t|aren['’]t|wasn['’]t"
    r"|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|(?:will|may)(?!(?-i:\s+[A-ZА-Я]\w*(?:\s+[A-ZА-Я]|\s*\Z))))\s+\S+\s+\S",
    re.IGNORECASE,
)

_SAYS_NOTHING = frozenset(
    """tell show give find say said know known talk something anything everything nothing someone anyone everyone
    interest interesting thing things stuff fact facts news new newest latest recent today happen happens happened
    happening go going story stories article articles more else other please good bad fun funny cool important
    next help then later read reading archive archives random recommend suggest
    о об обо про по мне нам в на и а но из за что-нибудь что-то нибудь что информация новости новое нового интересное
    интересного расскажи расскажите покажи покажите найди найдите скажи скажите дай дайте сегодня случилось происходит
    пишут пишется известно дела потом затем дальше далее почитать читать прочитать архиве архив посоветуй посоветуйте
    жаңалық жаңалықтар қызықты бүгін айт айтып бер туралы болды болып жатыр маған бізге нәрсе
    бірдеңе тағы мұрағатта мұрағат оқуға оқысам кейін""".split()  # noqa: SIM905
)
_LEANS = frozenset(
    """he him his himself she her hers herself they them their theirs
    он его него ему нему им ним нём нем она её ее неё нее ей ней нею они их них ними
    ол оны оның оған олар олардың оларды""".split()  # noqa: SIM905
)
_LEANS_ALONE = frozenset("it its this that these those это этот эта эти бұл осы сол".split())  # noqa: SIM905
_OF_A_ROW = frozenset(
    """first second third fourth fifth last latter former previous others same
    первый первая первое первого первой первую первом первые второй вторая второе второго вторую втором вторые третий
    третья третье третьего третьей третью последний последняя последнего последнюю другой другая другого другую
    бірінші біріншісі екінші екіншісі үшінші үшіншісі соңғысы басқасы""".split()  # noqa: SIM905
)
"""With nothing else, they lean on a list that was shown: “What about the second one?”."""
_ABOUT_A_ROW = frozenset("насчет ше".split())  # noqa: SIM905
_WEATHER = re.compile(r"rain\w*|snow\w*|hot|cold|warm|dark|late|early|true|possible|legal|safe|likely")
_MEASURES = frozenset("old long tall big large far many much often high heavy rich лет".split())  # noqa: SIM905
"""“How old is he?” names nobody."""
_ANYTHING = re.compile(
    r"\W*(?:please\s+)?(?:surprise|amuse|entertain)\s+(?:me|us)\W*|\W*удиви(?:те)?(?:\s+меня)?\W*", re.IGNORECASE
)
_NOTHING = (
    COMMON
    | _SAYS_NOTHING
    | _LEANS
    | _LEANS_ALONE
    | _MEASURES
    | _ABOUT_A_ROW
    | written_little_words("ru")
    | written_little_words("kk")
)


def kind_of(words: str) -> Kind:
    """Return what the words of a search read as."""
    if _topic(words) is not None:
        return "topic"
    if vague(words) is not None:
        return "question"
    asked = [it for it in asked_words(words) if it.terms]
    if _asks(words) or _ASKS_FIRST.match(words) or ("?" in words and len(asked) > _FEW):
        return "question"
    return "topic" if len(asked) <= _FEW or len(asked) >= _LONG else "question"


def topic_of(words: str) -> str:
    """Return the words of a topic without what asks for it: “the Oscars” of “Tell me about the Oscars”.

    Of a question, what it is about.
    """
    topic = _topic(words)
    if topic is not None:
        return topic
    return topic_of_question(words) if kind_of(words) == "question" and vague(words) is None else words


def vague(words: str) -> Vague | None:
    """Return whether words name nothing that can be looked for, or lean on a question before."""
    asked = asked_words(words)
    small = [it.word.written.lower() for it in asked]
    named = [
        place
        for place, it in enumerate(asked)
        if it.terms != it.otherwise or (it.terms and _names_something(small[place]))
    ]
    leaning = [place for place, word in enumerate(small) if word in _LEANS]
    if leaning and not any(place < leaning[0] for place in named):
        return "leaning"
    if named and all(small[place] in _OF_A_ROW for place in named):
        return "leaning"
    alone = [place for place, word in enumerate(small) if word in _LEANS_ALONE and not _is_dummy(small, place)]
    if alone and len(named) <= 1 and not _is_name(asked, named):
        return "leaning"
    return None if named and not _ANYTHING.fullmatch(words) else "open"


def _names_something(small: str) -> bool:
    return folded(small) not in _NOTHING and small not in _NOTHING and not ASKS.fullmatch(small)


def _asks(words: str) -> bool:
    return any(not _in_a_name(words, it) for it in ASKS.finditer(words))


def _in_a_name(words: str, asking: re.Match[str]) -> bool:
    """Whether a word that asks is part of a name, as in “Doctor Who”, though not in “Who Won The Cup”."""
    every, before = words.split(), words[: asking.start()].split()[-1:]
    capitals = asking[0].istitle() and any(it[0].isupper() and not it.isupper() for it in before)
    return capitals and "?" not in words and (len(every) == _A_NAME or any(it[0].islower() for it in every))


def _topic(words: str) -> str | None:
    """Return what is asked for where everything on it is; nothing that leans is a topic."""
    frame = REQUEST.match(words)
    rest = words[frame.end() :] if frame else IN_FRONT.sub("", REQUEST_BEHIND.sub("", words), count=1)
    rest = POLITE.sub("", rest.strip().rstrip("?!.…")).strip()
    if not rest or not (frame or REQUEST_BEHIND.search(words)) or _asks(rest):
        return None
    if frame and ASKS.search(frame[0]) and sum(bool(it.terms) for it in asked_words(rest)) > _FEW:
        return None
    return rest if vague(rest) is None else None


def _is_dummy(small: list[str], place: int) -> bool:
    """Return whether “it” stands for nothing, as in “Why is it raining?”."""
    return small[place] == "it" and small[place + 1 :][:1] != [] and bool(_WEATHER.fullmatch(small[place + 1]))


def _is_name(asked: list[AskedWord], places: list[int]) -> bool:
    return any(place and asked[place].word.written[0].isupper() for place in places)
