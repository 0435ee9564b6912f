"""What asks for a number, a time or a name, and what holds one, in English, Russian and Kazakh.

Words of the three stand side by side: none of one means anything to another.
"""

import re

_RU_WHICH = r"как(?:ой|ая|ое|ие|ого|ому|ую|им|ом|их|ими)"
_RU_HOW_MUCH = (
    r"\bкаков(?:а|о|ы)? (был\w* )?"
    r"(длин|высот|числ|количеств|дол|цен|стоимост|возраст|площад|сумм|процент|размер|населени)\w*"
)
_RU_MONTHS = (
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяею]|ма(?:й|я|е)|марта?|марте|августа?|августе"
)
_KK_MONTHS = r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\w{0,4}"
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
    r"|девят[ьи]|десят[ьи]|\w+надцат[ьи]|(?:два|три)дцат[ьи]|сорока?|\w+десят|\w*сот(?:ни|ен|ня)?|сто|ста|двести|триста"
    r"|тысяч\w*|мил(?:лион|лиард)\w*|дюжин\w*|вдвое|втрое|половин\w+|трет[ьи]|четверт[ьи]|никто|ноль|нуля"
    r"|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз|жиырма|отыз|қырық|елу|алпыс|жетпіс|сексен|тоқсан|жүз\w{0,3}|мың\w{0,3}"
    r"|млн|млрд|жарты\w*|ешкім|нөл"
)
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
FIGURE = re.compile(rf"\d|[¼-¾⅐-⅞]|\b(?:{_IN_WORDS}|no (?:[a-z]+s|people|men|women|children))\b", re.IGNORECASE)
TIME = re.compile(
    r"\b(January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b"
    r"|\b(Jan|Feb|(?-i:Mar)|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?-i:Mon|Tues?|Weds?|Thurs?|Fri)\b|\b(1[0-9]|2[01])[0-9]{2}\b|\b(1[0-9]|20)?[0-9]0['’]?s\b|\b(AD|BC)\b"
    r"|\b(in|since|until|till|by|before|after) [1-9][0-9]{2}(?=[^\w\s%]|$)|\d{1,2}[:.h]\d{2}|\b1?\d ?[ap]\.?m\b"
    r"|\bthe \d{1,2}(st|nd|rd|th)\b|\bQ[1-4]\b|\b(noon|midday|midnight|dawn|dusk|sunrise|sunset)\b"
    r"|\b(tonight|overnight|ago)\b|\b(yesterday|today|tomorrow|morning|afternoon|evening|night|weekend|fortnight|minute|hour|day|week|month"
    r"|season|year|decade|century|summer|winter|spring|autumn)s?\b|\bcenturies\b"
    r"|\b(Christmas|Easter|Ramadan|Eid|Passover|Hanukkah|Diwali|Nauryz|Halloween|Thanksgiving|Lent)\b"
    rf"|\b({_RU_MONTHS}|{_KK_MONTHS})\b|\b(понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея])\w*"
    r"|\b(вчера|сегодня|завтра|накануне|назад|утр|вечер|ноч|полноч|полдень|недел|месяц|лет|год|век|столети|десятилети"
    r"|минут|час|дн|зим|весн|осен|рождеств|рамадан|пасх|наурыз)\w{0,4}\b|\b(летом|день|дней)\b"
    r"|\b(кеше|бүгін|ертең|таңертең|кешке|түнде|апта|ай|жыл|ғасыр|күн|сағат|минут|қыс|көктем|жаз|күз)\w{0,5}\b"
    r"|\b(дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)\w*",
    re.IGNORECASE,
)
