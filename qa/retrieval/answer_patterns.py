"""What asks for a number, a time or a name, and what holds a number, in English, Russian and Kazakh.

Words of the three stand side by side: none of one means anything to another.
"""

import re

_RU_WHICH = r"как(?:ой|ая|ое|ие|ого|ому|ую|им|ом|их|ими)"
_RU_HOW_MUCH = (
    r"\bкаков(?:а|о|ы)? (был\w* )?"
    r"(длин|высот|числ|количеств|дол|цен|стоимост|возраст|площад|сумм|процент|размер|населени)\w*"
)
INTERROGATIVE = re.compile(
    r"\b(who|whom|whose|where|when|what|which|why|how"
    rf"|кто|кого|кому|кем|ком|чей|чья|чь[её]|чьи|где|куда|откуда|когда|что|чего|чему|чем|{_RU_WHICH}|каков\w?"
    r"|почему|зачем|как|сколько|скольких|насколько"
    r"|кім\w*|қайда\w*|қайдан|қашан\w*|не|нені|неге|неліктен|қандай|қай|қалай|қанша\w*|неше\w*|нешінші)\b",
    re.IGNORECASE,
)
ASKS_NUMBER = re.compile(
    r"\bhow (many|much|old|long|far|big|large|tall|high|often|common)\b|\bwhen\b"
    r"|\bwhat (year|date|percentage|proportion|price|age)\b"
    r"|\b(number|percentage|proportion|price|cost|amount|date|year|length) of\b"
    r"|\b(сколько|скольких|скольким|когда|насколько)\b"
    rf"|\b{_RU_WHICH} (год|век|числ|дат|процент|дол|част|цен|возраст|сумм|длин)\w*"
    rf"|{_RU_HOW_MUCH}"
    r"|\b(қанша|неше|нешінші|қашан)\w*|\bқай (жыл|ғасыр|күн)\w*",
    re.IGNORECASE,
)
ASKS_NAME = re.compile(
    r"\b(who|whom|whose|where)\b"
    r"|\b(which|what) (country|city|company|player|team|club|man|woman|person|actor|actress|singer|band|film|state)\b"
    r"|\b(кто|кого|кому|кем|ком|чей|чья|чьё|чье|чьи|где|куда|откуда)\b"
    rf"|\b{_RU_WHICH} (стран|город|компани|игрок|команд|клуб|человек|мужчин|женщин|акт[её]р|актрис|певе?ц|групп|фильм"
    r"|штат|област|рек)\w*"
    r"|\b(кім|қайда)\w*|\bқай (ел|қала|компания|ойыншы|команда|клуб|адам|облыс|өзен|фильм|мемлекет)\w*",
    re.IGNORECASE,
)
_IN_WORDS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|(?:dozen|hundred|thousand|[mb]illion|trillion)s?|double|twice"
    r"|(?<!first )(?<!second )half|zero|none|nobody|no one|(?:a|one|two|three)[ -](?:third|quarter|fifth|tenth)s?"
    r"|дв(?:а|е|ух|ум|умя)|тр(?:и|[её]х|[её]м|емя)|четыр(?:е|[её]х|[её]м|ьмя)|пят[ьи]|шест[ьи]|сем[ьи]|вос[её]?м[ьи]"
    r"|(?:дво|тро)(?:е|их|им|ими)|(?:четв|пят|шест|сем|восьм|девят|десят)ер(?:о|ых|ым|ыми)"
    r"|девят[ьи]|десят[ьи]|\w+надцат[ьи]|(?:два|три)дцат[ьи]|сорока?|\w+десят|\w*сот(?:ни|ен|ня)?|сто|ста|двести|триста"
    r"|тысяч\w*|мил(?:лион|лиард)\w*|(?:пол)?дюжин\w*|вдвое|втрое|половин\w+|трет[ьи]|четверт[ьи]|никто|ноль|нуля"
    r"|пол(?:тор[аы]|утора|сотни|тысячи|миллиона|миллиарда)"
    r"|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз\w{0,3}|мың\w{0,3}"
    r"|(?:ек|үш|төрт|бес|жет)еу\w{0,5}|алтау\w{0,5}|млн|млрд|жарты\w*|ешкім|нөл"
)
_ABOUT_HOW_MANY = (
    r"both(?! [^.,;]{1,60} and\b)|a (?:couple|pair)(?! (?:from|who|whose|with|in|and|was|were|had|has)\b)|several"
    r"|a few|(?:tens|scores?) of|(?:a|one) (?:handful|score)|a (?:single|lone)|(?:only|just) one"
    r"|once (?:a|an|each|every|per)|thrice|duo|trio|quartet"
    r"|об(?:а|е|оих|еих|оим|еим|оими|еими)|пар(?:а|у|ы|ой)|нескольк(?:о|им|их|ими)"
    r"|десят(?:ок|ка|ки|ков|кам|ками)|сотн(?:я|и|ю|ей|ям|ями)|никого"
    r"|ни (?:один|одна|одно|одной|одного|одному|одним|одну)"
    r"|(?:только|лишь|всего|единственн\w+) (?:один|одна|одно|одного|одну|одной)"
    r"|бірнеше\w{0,4}|(?:он|жүз|мың|миллион|миллиард)[дт][ае][ғг][ае]н|бірде[- ]бір|бір де бір|жалғыз"
)
"""How many, without a number: in a question for one, these answer it too."""
NUMBER = re.compile(rf"\d|\b(?:one|third|quarter|{_IN_WORDS})\b", re.IGNORECASE)
ASKS_TIME = re.compile(
    r"\bwhen\b|\b(what|which) (year|date|day|month|time|century|decade)\b"
    rf"|\bкогда\b|\b{_RU_WHICH} (год\w*|век\w*|числа|дат\w+|день|дня|месяц\w*|десятилети\w+)\b"
    r"|\bқашан\w*|\bқай (жыл|ғасыр|күн|ай)\w*",
    re.IGNORECASE,
)
ASKS_FIGURE = re.compile(
    r"\bhow (many|much|old|long|far|big|large|tall|high|often|heavy|fast)\b"
    r"|\b(what|which) (percentage|proportion|price|age|share|number|amount|sum)\b"
    r"|\b(number|percentage|proportion|price|cost|amount|length|size|age) of\b"
    r"|\bсколько\b"
    rf"|{_RU_HOW_MUCH}"
    r"|\b(қанша|неше)\w*",
    re.IGNORECASE,
)
FIGURE = re.compile(
    rf"\d|[¼-¾⅐-⅞]|\b(?:{_IN_WORDS}|{_ABOUT_HOW_MANY}|no (?:[a-z]+s|people|men|women|children))\b", re.IGNORECASE
)
ONE = re.compile(r"\b(?:one|один|одна|одно|одного|одну|одной|бір)\s+(\w+)", re.IGNORECASE)
"""With the word that may be counted: “one doctor”, unlike “one of them”."""
A_PERSON = re.compile(
    r"person|man|woman|child|человек\w*|мужчин\w*|женщин\w*|реб[её]н\w*|адам\w*|кісі\w*", re.IGNORECASE
)
"""What is counted where people are, whatever the question calls them."""
