"""Decide whether a search asks a question or names a topic, and whether it is too vague to be answered.

A topic is named by few words, or by a request for all there is on something; whoever means the other kind can say so.
"""

import re

from qa.index.lexical.asked_words import AskedWord, asked_words
from qa.index.lexical.common_words import COMMON
from qa.records import Kind, Vague

_FEW = 3
"""The most words of a topic: the shortest of 60 judged questions in keywords, “Saab annual loss 2004”, has one more."""
_LONG = 16
"""The fewest words of a description that is no question: the longest of those 60 has 13."""

_ASKING = (
    r"who|whom|whose|what|when|where|which|why|how|whats|whos|wheres|wich"
    r"|кто|кого|кому|кем|ком|что|чего|чему|чем|где|куда|откуда|когда|как|каков[аоы]?|как(?:ой|ая|ое|ие|ого|ому|им|их)"
    r"|котор\w+|скольк\w*|почему|зачем|отчего|чей|чья|чьё|чье|чьи|ли"
    r"|кім\w*|не|нені|неге|неше\w*|нешінші|қашан|қайда|қайдан|қай|қандай|қанша|қаншама|қалай|неліктен|ма|ме|ба|бе|па|пе"
)
_ABOUT = r"(?:about|on|regarding|concerning|around|mentioning|covering|related\s+to)"
_WRITTEN = (
    r"(?:(?:the|any|some|all|every|recent|latest|new|newest|more|other|relevant)\s+)*"
    r"(?:news|articles?|stor(?:y|ies)|reports?|reporting|coverage|passages?|paragraphs?|information|info|facts|background"
    r"|material|texts?|documents?|mentions?|pieces?)"
)
_ALL = (
    r"(?:(?:the\s+)?latest|everything|anything|something|all|more|what\s+(?:you|we)\s+(?:have|know)|what\s+there\s+is)"
)
_ENGLISH = (
    r"(?:please\s+)?(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?"
    r"(?:(?:tell|show|give|get|bring|send|find|list|inform|brief|update|search|look|see|read)(?:\s+(?:me|us))?"
    rf"(?:\s+up)?(?:\s+for)?(?:\s+{_ALL})?(?:\s+{_WRITTEN})?\s+(?:{_ABOUT}|for|of)"
    rf"|(?:I(?:\s+am|['’]m)?\s+)?(?:looking|searching)\s+for(?:\s+{_WRITTEN}\s+{_ABOUT})?"
    rf"|I(?:\s+would|['’]d)?\s+(?:want|need|like)\s+(?:to\s+(?:read|know|learn|hear|see)\s+)?(?:{_ALL}\s+)?(?:{_WRITTEN}\s+)?{_ABOUT}"
    r"|I(?:\s+am|['’]m)\s+interested\s+in"
    r"|what\s+(?:do|does|have|has)\s+(?:(?:the|these|those|your|our|my|this)\s+)?(?:articles|(?:news)?papers|reports"
    r"|sources|documents|texts|archives?|press|media|news|outlets|journalists|you|we|people|they)\s+"
    rf"(?:say|said|write|written|report|reported|have|got|know|known|mention|tell)\s+(?:us\s+)?(?:{_ABOUT}|of)"
    rf"|what(?:['’]s|\s+is)\s+(?:there|known|new|the\s+(?:latest|news))(?:\s+news)?\s+(?:{_ABOUT}|with|in|of)"
    rf"|(?:{_ALL}\s+)?{_WRITTEN}\s+(?:(?:that|which)\s+(?:is|are)\s+)?(?:{_ABOUT}|of|from)|{_ALL}\s+{_ABOUT}"
    rf"|(?:do|does|have|has)\s+(?:you|we|the\s+archive|it)\s+(?:have|got|hold|know)\s+(?:{_ALL}|{_WRITTEN}|any)\s+(?:{_ABOUT}|of)"
    rf"|(?:is|are)\s+there\s+(?:{_ALL}|{_WRITTEN})\s+(?:{_ABOUT}|of)"
    r"|what\s+can\s+you\s+(?:tell|show|say|find)(?:\s+(?:me|us))?\s+(?:about|on)"
    r"|(?:tell|show|give)\s+(?:me|us)\s+(?:everything|all|anything|what)\s+(?:that\s+)?(?:you|we)\s+(?:know|have)\s+(?:about|on)"
    rf"|(?:a\s+)?(?:summar(?:y|i[sz]e)|overview)\s+(?:of\s+)?(?:{_WRITTEN}\s+)?(?:{_ABOUT}|of)|summar[iy][sz]e"
    r"|(?:which|what)\s+(?:articles?|stories|reports|passages)\s+(?:mention|cover|discuss|are\s+about|talk\s+about|deal\s+with)"
    r"|let['’]?s\s+talk\s+about|(?:what|how)\s+about|about|topic:|subject:)\s+"
)
_RUSSIAN = (
    r"(?:пожалуйста,?\s+)?(?:(?:расскажи|покажи|найди|дай|выведи|подбери)(?:те)?(?:\s+(?:мне|нам))?"
    r"(?:,?\s+(?:что\s+(?:есть|известно)|вс[её]|что-нибудь|подробнее|больше|(?:последние\s+)?(?:новости|статьи"
    r"|материалы|сообщения|тексты)|информацию))*"
    r"|(?:последние\s+|свежие\s+|все\s+)*(?:новости|статьи|материалы|сообщения|информация|тексты|публикации)|вс[её]|что-нибудь"
    r"|есть\s+ли(?:\s+(?:у\s+вас|что-нибудь|что-то|новости|статьи|материалы|информация))*|есть\s+(?:что-нибудь|что-то|новости|статьи)"
    r"|(?:хочу|хотел[аи]?\s+бы|хотелось\s+бы)\s+(?:почитать|узнать|прочитать|прочесть)(?:\s+(?:вс[её]|больше|подробнее|новости))*"
    r"|какие(?:\s+есть|\s+у\s+вас\s+есть)?\s+(?:новости|статьи|материалы)|что\s+(?:ты|вы)\s+зна(?:ешь|ете)"
    r"|что\s+(?:пишут|писали|известно|говорят|сообщают|сообщается|пишется|говорится|нового|есть|слышно)"
    r"(?:\s+(?:в\s+)?(?:статьях|статьи|газеты|газетах|сми|архиве|прессе))?)"
    r"\s+(?:об?|обо|про|по|на\s+тему|с\s+упоминанием)\s+"
)
_KAZAKH = (
    r"\s+(?:туралы|жайлы|жөнінде|жөніндегі|туралы\s+барлық)"
    r"(?:\s+(?:маған|бізге|не|барлық|соңғы|барлығын|толығырақ|көбірек))*"
    r"(?:\s+(?:білесің\w*|білесіз\w*|бар|ма|ме|бәрін\w*|айт\w*|бер\w*|жаңалық\w*|мақала\w*|ақпарат\w*|мәлімет\w*|жазылған|жазады|айтылған|айтады|белгілі|көрсет\w*|тап\w*))*[\s.?!]*"
)
_POLITE = re.compile(r",?\s+(?:please|пожалуйста|өтінемін)\Z", re.IGNORECASE)
_FRAME = re.compile(rf"(?:{_ENGLISH}|{_RUSSIAN})(?=\S)", re.IGNORECASE)
_FRAME_BEHIND = re.compile(rf"{_KAZAKH}\Z", re.IGNORECASE)
_IN_FRONT = re.compile(r"(?:маған|бізге|мақалаларда|мұрағатта)\s+", re.IGNORECASE)

_ASKS = re.compile(rf"\b(?:{_ASKING})\b", re.IGNORECASE)
_ASKS_FIRST = re.compile(
    r"\W*(?:is|are|was|were|am|do|does|did|has|have|had|can|could|would|should|shall|must|might|isn['’]t|aren['’]t|wasn['’]t"
    r"|didn['’]t|doesn['’]t|don['’]t|hasn['’]t|haven['’]t|(?:will|may)(?!(?-i:\s+[A-ZА-Я]\w*(?:\s+[A-ZА-Я]|\s*\Z))))\s+\S+\s+\S",
    re.IGNORECASE,
)

_SAYS_NOTHING = frozenset(
    """tell show give find say said know known talk something anything everything nothing someone anyone everyone
    interest interesting thing things stuff fact facts news new newest latest recent today happen happens happened
    happening go going story stories article articles more else other please good bad fun funny cool important
    next help
    о об обо про по мне нам в на и а но из за что-нибудь что-то нибудь что информация новости новое нового интересное
    интересного расскажи расскажите покажи покажите найди найдите скажи скажите дай дайте сегодня случилось происходит
    пишут пишется известно
    жаңалық жаңалықтар қызықты бүгін айт айтып бер туралы болды болып жатыр маған бізге""".split()  # noqa: SIM905
)
_LEANS = frozenset(
    """he him his himself she her hers herself they them their theirs
    он его него ему нему им ним нём нем она её ее неё нее ей ней нею они их них ними
    ол оны оның оған олар олардың оларды""".split()  # noqa: SIM905
)
_LEANS_ALONE = frozenset("it its this that these those это этот эта эти бұл осы сол".split())  # noqa: SIM905
_WEATHER = re.compile(r"rain\w*|snow\w*|hot|cold|warm|dark|late|early|true|possible|legal|safe|likely")
_MEASURES = frozenset("old long tall big large far many much often high heavy rich лет".split())  # noqa: SIM905
"""“How old is he?” names nobody."""


def kind_of(words: str) -> Kind:
    """Return what the words of a search read as."""
    if _topic(words) is not None:
        return "topic"
    if vague(words) is not None:
        return "question"
    asked = [it for it in asked_words(words) if it.terms]
    if _ASKS.search(words) or _ASKS_FIRST.match(words) or ("?" in words and len(asked) > _FEW):
        return "question"
    return "topic" if len(asked) <= _FEW or len(asked) >= _LONG else "question"


def topic_of(words: str) -> str:
    """Return the words of a topic without what asks for it: “the Oscars” of “Tell me about the Oscars”."""
    topic = _topic(words)
    return words if topic is None else topic


def vague(words: str) -> Vague | None:
    """Return whether words name nothing that can be looked for, or lean on a question before."""
    asked = asked_words(words)
    small = [it.word.written.lower() for it in asked]
    nothing = COMMON | _SAYS_NOTHING | _LEANS | _LEANS_ALONE | _MEASURES
    named = [
        place
        for place, it in enumerate(asked)
        if it.terms != it.otherwise or (it.terms and small[place] not in nothing and not _ASKS.fullmatch(small[place]))
    ]
    leaning = [place for place, word in enumerate(small) if word in _LEANS]
    if leaning and not any(place < leaning[0] for place in named):
        return "leaning"
    alone = [place for place, word in enumerate(small) if word in _LEANS_ALONE and not _is_dummy(small, place)]
    if alone and len(named) <= 1 and not _is_name(asked, named):
        return "leaning"
    return None if named else "open"


def _topic(words: str) -> str | None:
    """Return what is asked for where everything on it is; nothing that leans is a topic."""
    frame = _FRAME.match(words)
    rest = words[frame.end() :] if frame else _IN_FRONT.sub("", _FRAME_BEHIND.sub("", words), count=1)
    rest = _POLITE.sub("", rest.strip().rstrip("?!.…")).strip()
    if not rest or not (frame or _FRAME_BEHIND.search(words)) or _ASKS.search(rest):
        return None
    if frame and _ASKS.search(frame[0]) and sum(bool(it.terms) for it in asked_words(rest)) > _FEW:
        return None
    return rest if vague(rest) is None else None


def _is_dummy(small: list[str], place: int) -> bool:
    """Whether “it” stands for nothing, as in “Why is it raining?”."""
    return small[place] == "it" and small[place + 1 :][:1] != [] and bool(_WEATHER.fullmatch(small[place + 1]))


def _is_name(asked: list[AskedWord], places: list[int]) -> bool:
    return any(place and asked[place].word.written[0].isupper() for place in places)
