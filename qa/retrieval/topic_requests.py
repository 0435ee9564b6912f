"""The words in which people ask for all there is on a topic, in English, Russian and Kazakh."""

import re

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
    r"(?:please\s+)?(?:(?:can|could|would|will)\s+you\s+)?(?:please\s+)?(?:(?:help|let)\s+(?:me|us)\s+(?:to\s+)?)?"
    r"(?:(?:tell|show|give|get|bring|send|find|list|inform|brief|update|search|look|see|read|know|learn|hear|pull|dig|fetch"
    r"|display|gather|collect|share|teach)(?:\s+(?:me|us))?"
    rf"(?:\s+(?:up|out))?(?:\s+for)?(?:\s+{_ALL})?(?:\s+{_WRITTEN})?\s+(?:{_ABOUT}|for|of)"
    rf"|fill\s+(?:me|us)\s+in\s+{_ABOUT}|(?:catch|bring|get)\s+(?:me|us)\s+up(?:\s+to\s+(?:date|speed))?\s+{_ABOUT}"
    rf"|(?:can|could|may)\s+(?:I|we)\s+(?:see|get|read|have|find)\s+(?:{_ALL}|{_WRITTEN})\s+(?:{_ABOUT}|of)"
    rf"|(?:where|how)\s+(?:can|could|do)\s+(?:I|we)\s+(?:find|read|see|get)\s+(?:{_ALL}|{_WRITTEN})\s+(?:{_ABOUT}|of)"
    rf"|(?:(?:have\s+)?(?:you\s+)?got)\s+(?:{_ALL}|{_WRITTEN})\s+(?:{_ABOUT}|of)"
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
ASKS = re.compile(rf"\b(?:{_ASKING})\b", re.IGNORECASE)
"""A word that asks a question."""
POLITE = re.compile(r",?\s+(?:please|пожалуйста|өтінемін)\Z", re.IGNORECASE)
REQUEST = re.compile(rf"(?:{_ENGLISH}|{_RUSSIAN})(?=\S)", re.IGNORECASE)
"""What stands in front of a topic: “Tell me about”."""
REQUEST_BEHIND = re.compile(rf"{_KAZAKH}\Z", re.IGNORECASE)
"""And behind one, in Kazakh; then more may stand in front."""
IN_FRONT = re.compile(r"(?:маған|бізге|мақалаларда|мұрағатта)\s+", re.IGNORECASE)
