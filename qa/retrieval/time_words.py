"""The words that point at now, or at the days on which reports appeared, in English, Russian and Kazakh.

Words of the three stand side by side: none of one means anything to another. Much of this is what takes their meaning
away: the last year of a war, a current account, a book published in 2004.
"""

import re
from collections.abc import Mapping
from typing import Literal

Unit = Literal["day", "week", "month", "year"]


def _any_case(*forms: str) -> re.Pattern[str]:
    return re.compile("|".join(forms), re.IGNORECASE)


_MONTH = r"[^\W\d_]{3,14}"
"""A word, which may be a month: to look for each by its name makes a pattern that takes long to compile."""
_KAZAKH_MONTH = r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\w{0,4}"
_YEAR = r"(?<![\d.,/$€£-])(?:1[5-9]|20)\d\d(?![\d%]|[.,/]\d)"
STATED_YEAR = re.compile(rf"\b{_YEAR}\b")
_DATE = (
    rf"(?:(?:\d{{1,2}}(?:st|nd|rd|th)?\s+)?{_MONTH}\.?,?\s+(?:\d{{1,2}}(?:st|nd|rd|th)?,?\s+)?{_YEAR}(?:\s+года?)?"
    rf"|{_YEAR}(?:-\d\d(?:-\d\d)?|\s+(?:год[ау]?|жыл\w{{1,5}}(?:\s+(?:\d{{1,2}}\s+)?{_KAZAKH_MONTH})?))?)(?!\w)"
)
DATED = _any_case(
    r"(?<![\w-])(?:(?P<lead>in|on|during|from|dated|between|since|after|before|until|till|в|во|за|от|с|между|после|до|по)\s+)?"
    rf"(?P<date>{_DATE})(?:\s+(?:and|to|until|till|through|и|по|до)\s+(?P<last>{_DATE})|(?P<since>\s+бері\b))?"
)
"""A date, which is that of the event unless what stands beside it speaks of reports."""
YEAR_WORDS = ("год", "жыл")
SINCE, AFTER = frozenset(["since", "с"]), frozenset(["after", "после"])
BEFORE, UNTIL = frozenset(["before", "до"]), frozenset(["until", "till", "по"])
_COUNTED_BACK: Mapping[tuple[Unit, int], str] = {
    ("day", 0): r"today|сегодня|сегодняшн\w+|бүгін(?:гі)?",
    ("day", 1): r"yesterday|вчера|вчерашн\w+|кеше(?:гі)?",
    ("week", 0): r"this\s+week|(?:на\s+)?этой\s+недел[еи]|эту\s+неделю|осы\s+апта(?:да|ның|дағы)?",
    ("week", 1): r"last\s+week|(?:на\s+)?прошлой\s+недел[еи]|прошлую\s+неделю|өткен\s+апта(?:да|ның|дағы)?",
    ("month", 0): r"this\s+month|(?:в\s+)?этом\s+месяце|этого\s+месяца|осы\s+ай(?:да|дың|дағы)?",
    ("month", 1): r"last\s+month|(?:в\s+)?прошлом\s+месяце|прошлого\s+месяца|өткен\s+ай(?:да|дың|дағы)?",
    ("year", 0): r"this\s+year|(?:в\s+)?этом\s+году|этого\s+года|биыл(?:ғы)?|осы\s+жыл(?:ы|дың|ғы)",
    ("year", 1): r"last\s+year|(?:в\s+)?прошлом\s+году|прошлого\s+года|былтыр(?:ғы)?|өткен\s+жыл(?:ы|дың|ғы)",
}
COUNTED_BACK = {part: _any_case(rf"(?<![\w-])(?:{forms})(?!\w|[-–]\w)") for part, forms in _COUNTED_BACK.items()}
"""By the unit of time, and how many of them ago."""
NUMBERS = {
    word: number
    for number, words in enumerate(
        [
            "two два две двух екі",
            "three три трёх трех үш",
            "four четыре четырёх четырех төрт",
            "five пять пяти бес",
            "six шесть шести алты",
            "seven семь семи жеті",
            "eight восемь восьми сегіз",
            "nine девять девяти тоғыз",
            "ten десять десяти он",
        ],
        start=2,
    )
    for word in words.split()
}
_NUMBER = rf"(?:(?P<number>\d{{1,3}}|{'|'.join(NUMBERS)})\s+)?"
_OVER = r"(?:in|over|within|during|for|from|throughout)\s+"
UP_TO_NOW = [
    _any_case(form)
    for form in (
        rf"\b(?:(?:{_OVER})?(?:the|this|these)\s+past|{_OVER}past|{_OVER}the\s+last)\s+"
        rf"{_NUMBER}(?P<unit>hour|day|week|month|year)(?P<plural>s)?\b",
        rf"\b(?:за|в\s+течение)\s+последн(?:юю|ий|его|ей|(?P<plural>ие|их))\s+{_NUMBER}"
        r"(?P<unit>час|день|дн|недел|месяц|год)(?:а|ов|я|ей|и|ь|ю|ев)?\b",
        rf"\bсоңғы\s+{_NUMBER}(?P<unit>сағат|күн|апта|ай)(?P<plural>лар)?(?:да|де|та|\s+ішінде)\b",
    )
]
"""A number of units up to now."""
HOUR = frozenset(["hour", "час", "сағат"])
UNIT_OF: Mapping[str, Unit] = {
    **dict.fromkeys(["day", "день", "дн", "күн", *HOUR], "day"),
    **dict.fromkeys(["week", "недел", "апта"], "week"),
    **dict.fromkeys(["month", "месяц", "ай"], "month"),
    **dict.fromkeys(["year", "год"], "year"),
}
NOT_BEFORE = _any_case(
    r"(?:\b(?:the|a|his|her|its|their|our|my|your|one|very|late|early|mid|usa|(?:в|к)\s+(?:начале|конце|концу))|['’]s)[\s-]+\Z"
)
"""What stands before “last year” where that is none: “the last year”, “late last year”, “USA Today”."""
NOT_AFTER = _any_case(r"\s+(?:in\s+(?:history|music|\d+)|\d+\s+years|program(?:me)?s?|show|newspaper|бұрын)\b")
"""What makes it a name, “the Today programme”, or a time long ago, “this week in 1969”."""
PAST_OF = _any_case(
    r"\s+(?:of|before|after|in\s+(?:office|power)|до|после|перед|войны|жизни|правления|сезона|турнира|века|года|месяца"
    r"|марта|мая|августа|\w+(?:вар|рал|рел|юн|юл|бр)я)\b"
)
"""What makes it a time of something else: “in the last week of August”."""
TO_COME = _any_case(
    r"\b(?:is|are|am|do|does|will|shall|can|could|should|would|(?-i:may)|might|must|going\s+to|due|expect(?:s|ed)|upcoming"
    r"|plans?|planned|scheduled|later|next|tomorrow|end|rest|будет|будут|состо(?:ится|ятся)|прой(?:д[её]т|дут)"
    r"|планиру\w+|ожида\w+|предсто\w+|намерен\w*|собира\w+|должн\w+|завтра|конца"
    r"|\w+(?:ады|еді|йды|йді)|бола\s+ма|жоспар\w*|күтіл\w*|ертең)\b|['’]ll\b"
)
"""What is so now or is to come may have been reported before: “Who is to visit Astana this week?”"""
HAPPENED = _any_case(
    r"\b(?:did|was|were|happened|произош\w+|случил\w+|сообщи\w+|сказал\w*|заявил\w*|объявил\w*|писали"
    r"|болды|айтты|мәлімдеді|жазды|хабарлады|жариялады)\b"
)
"""Without it “today” means nowadays."""
_NEWS_ENGLISH = (
    r"(?:news(?:paper)?(?:\s+(?:reports|stories|items|articles|coverage))?|articles|headlines|coverage|reporting)"
)
_NEWS_RUSSIAN = r"(?:новост\w+|стат(?:ья|ьи|ью|ей|ье|ьях)|публикаци\w+)"
_NEWS_KAZAKH = r"(?:жаңалық\w*|мақала\w*|хабарлар\w*)"
_NEWS = rf"(?:{_NEWS_ENGLISH}|{_NEWS_RUSSIAN})"
_PUBLISHED = r"(?:published|printed|posted|reported|written|(?:опубликован|напечатан|написан)\w*|вышедш\w+)"
_PUBLISHED_KAZAKH = r"(?:(?:жарияланған|шыққан|жазылған)\s+)"
_WHICH = r",?\s+(?:(?:that|which)\s+)?(?:(?:was|were|is|are|has\s+been|have\s+been|appeared)\s+)?"
_OF = r"(?:(?:from|of|in|for|during|за|от|с)\s+)?"
_WORKS = (
    r"(?:books?|novels?|reports?|stud(?:y|ies)|surveys?|research|figures|data|statistics|findings|memoirs?"
    r"|biograph(?:y|ies)|poems?|albums?|lists?|documents?|книг\w*|роман\w*|доклад\w*|отч[её]т\w*|исследовани\w+|данн\w+)"
)
NEWS_BEFORE = _any_case(rf"\b{_NEWS}\s+{_OF}\Z", r"\bin\s+the\s+(?:papers|press|media)\s+\Z")
"""“News from last week”: the days of the reports."""
PUBLISHED_BEFORE = _any_case(
    rf"\b{_NEWS}{_WHICH}{_PUBLISHED}\s+{_OF}\Z",
    rf"\b{_NEWS}\s+(?:about|on|regarding|mentioning|об?|про)\s(?!.*\b{_WORKS}{_WHICH}{_PUBLISHED}\s+{_OF}\Z).*"
    rf"\b{_PUBLISHED}\s+{_OF}\Z",
    r"\bin\s+the\s+(?:news|papers|press|media)\s+\Z",
)
"""“Articles published in 2004”, and not “the report published in 2004”."""
PASSED_ON_BEFORE = _any_case(
    rf"\bwhat(?:['’]s|\s+(?:was|is|were|has\s+been|have\s+been))\s+(?:published|reported|written)\s+{_OF}\Z",
    r"\bчто\s+(?:(?:было\s+)?опубликовано|писали|сообщали)\s+\Z",
)
ABOUT_AFTER = _any_case(r"\s+(?:about|on|regarding|об?|про)\b")
"""“What was reported in 2004 about Iraq?”, and not “What was published in 1817?”, which may be a book."""
OUT_OF = _any_case(r"(?:from|since|dated|between|за|от|с)\s")
"""How a date of news begins where nothing says that it was published."""
NEWS_AFTER = _any_case(
    rf"['’]s\s+(?:[\w-]+\s+)?(?:{_NEWS_ENGLISH}|(?:news)?papers?)\b",
    rf"\s+(?:news|headlines|{_NEWS_RUSSIAN}|{_PUBLISHED_KAZAKH}?{_NEWS_KAZAKH})\b",
)
"""“This week's business news”."""
PUBLISHED_AFTER = _any_case(rf"\s+{_PUBLISHED_KAZAKH}?{_NEWS_KAZAKH}")
LED_BY = _any_case(rf"\b(?P<published>{_PUBLISHED}\s+)?{_OF}\Z")
"""What belongs to the words of a time and stands before them."""
_NO_CURRENT = (
    r"accounts?|affairs|and|or|of|in|on|at|to|from|is|was|are|were|do|does|did|has|had|can|will|flow\w*|vary|doing"
    r"|runs?|through|that"
)
NEWEST = _any_case(
    r"(?<!at the )\b(?:latest(?!\s+(?:possible|time|date))|most\s+recent|newest)\b",
    r"(?<!electric )(?<!electrical )(?<!ocean )(?<!sea )(?<!river )(?<!alternating )(?<!direct )(?<!tidal )(?<!then )"
    rf"(?<![-\w])current(?=\s+(?!(?:{_NO_CURRENT})\b)\w)",
    r"\b(?:currently|nowadays|these\s+days|at\s+present|right\s+now|at\s+the\s+moment(?!\s+(?:of|when|that)))\b",
    r"(?<!until )(?<!till )(?<!by )\bnow(?=\W*\Z)",
    r"(?:(?<=\bis )|(?<=\bare ))now\b(?!\s+(?:known|called|named|that|defunct|extinct))",
    r"\bso\s+far\b(?!\s+(?:away|apart|from|as|that|behind|ahead|off|out|north|south|east|west|removed))(?:\s+this\s+\w+)?",
    r"\bthis\s+(?:season|summer|winter|spring|autumn|quarter|weekend|morning|afternoon|evening)\b",
    r"(?<!most )(?<!more )(?<!until )(?<!as )\b(?:recently|lately)\b",
    r"\b(?:recent|(?:last|past)\s+(?:few|several))\s+(?:days|weeks|months)\b(?!\s+(?:of|before)\b)",
    rf"\brecent\s+{_NEWS_ENGLISH}\b",
    r"\bпоследн\w+\s+(?:новост|сообщени|извести|данн|сведени|заявлени|событи|публикаци|стат)\w+",
    r"\b(?:свеж\w+\s+(?:новост|данн)\w+|(?:за|в)\s+последнее\s+время|недавно|в\s+настоящее\s+время)\b",
    r"\b(?:(?:на|в)\s+данный\s+момент|на\s+сегодняшний\s+день|в\s+этом\s+сезоне|с\s+начала\s+года)\b",
    r"\b(?:сейчас|теперь)\b(?!\s+(?:извест|назыв|нос|же))",
    r"\b(?:нынешн\w+|текущ\w+\b(?!\s+(?:\w+\s+)?(?:сч[её]т|операци|ремонт)))",
    r"\bдействующ\w+\s+(?:президент|премьер|министр|глав|чемпион|мэр|губернатор)\w*",
    r"\b(?:қазір(?:гі(?!\s+заман))?|ең\s+жаңа|бүгінгі\s+(?:таңда|күні)|осы\s+маусымда)\b",
    r"\b(?:ең\s+)?соңғы\s+(?:жаңалық|хабар|дерек|мәлімет|мақала)\w*",
)
"""What is so now, or the newest of its kind."""
