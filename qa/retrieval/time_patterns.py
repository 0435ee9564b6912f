"""What states a time of the day, of the year or of history, in English, Russian and Kazakh."""

import re

_RU_MONTHS = (
    r"(?:январ|феврал|апрел|июн|июл|сентябр|октябр|ноябр|декабр)[ьяею]|ма(?:й|я|е)|марта?|марте|августа?|августе"
)
_KK_MONTHS = r"(?:қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)\w{0,4}"
_HOUR = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|noon|midnight|1?\d)"
_CLOCK = (
    r"\d{1,2}[:.h]\d{2}|\b1?\d ?[ap]\.?m\b|\bo['’]clock\b"
    rf"|\b(?:half|quarter|five|ten|twenty|minutes?) past {_HOUR}\b|\b(?:quarter|minutes) to {_HOUR}\b"
    rf"|\bat {_HOUR}[ -](?:fifteen|thirty|forty[ -]five)\b"
    r"|\b\d{1,4} ?(?-i:GMT|UTC|[BCEIMPW]?[DES]T|CEST|MSK)\b|\b[0-2]\d[0-5]\d (?:hours|hrs|local)\b"
    r"|\bв половине \w{4,12}[ое]го\b|\bбез (?:четверти|пяти|десяти|двадцати)\b"
    r"|\bпол(?:перв|втор|треть|четв[её]рт|пят|шест|седьм|восьм|девят|десят|\w{2,5}надцат)[ое]го\b"
)
_PART_OF_THE_DAY = (
    r"\b(noon|midday|midnight|dawn|dusk|sunrise|sunset|daybreak|nightfall|sundown|twilight|tonight|overnight|ago)\b"
    r"|\b(lunch|dinner|supper|tea|bed|night|day|summer|winter|spring|war|peace)[ -]?time\b|\bat (half|full)[ -]?time\b"
    r"|\b(at|after|before|by|during|over|until) (breakfast|lunch|dinner|supper)\b"
    r"|\b(рассвет|закат|сумерк|сумереч|полудн|полуноч)\w{0,4}\b|\b(в|до|за|после|перед) (обед|завтрак|ужин)\w{0,2}\b"
    r"|\b(таң|таңғы|таңда|кеш|кешкі|кештен|түсте|түн|түні|түнгі)\b|\bтүс(тен кейін|ке дейін|кі)\b"
)
_PART_OF_THE_YEAR = (
    r"\b(first|second|third|fourth|final|last|next|this|previous|[1-4](st|nd|rd|th)) (quarter|half|term|semester)\b"
    r"|\bQ[1-4]\b|\bmid(week|summer|winter)\b"
    r"|\b(перв|втор|трет|четв[её]рт|последн|прошл|след)\w{1,6} квартал\w{0,2}\b|\bполугоди\w{1,2}\b"
    r"|\bвыходн(ые|ых|ым|ыми)\b|\bканикул\w{0,3}\b"
    r"|\b\w{2,10}(ші|шы) тоқсан\w{0,4}\b|\b(былтыр|биыл|демалыс)\w{0,5}\b|\bбүрсігүні\b"
)
_FESTIVAL = (
    r"\b(Christmas|Easter|Ramadan|Eid|Passover|Hanukkah|Diwali|N[aeo][uvw]?r(?:u|o|ou|oo|y)z|Halloween|Thanksgiving|Lent"
    r"|Yom Kippur|Rosh Hashanah|Epiphany|Pentecost|Purim|Holi|Vesak|Ashura|Kwanzaa|Hogmanay|Mardi Gras)\b"
    r"|\b(рождеств|рамадан|пасх|на[ву]р[уы]з|новруз|маслениц|ханук|песах|курбан-байрам|ураза-байрам)\w{0,4}\b"
    r"|\bқұрбан айт\w{0,4}\b"
)
_BEHIND_A_YEAR = (
    r"the|an?|he|she|it|they|we|his|her|their|its|this|that|by|at|when|while|as|was|were|is|under|with|during|after"
    r"|before"
)
_YEARS = (
    r"\b(1[0-9]|2[01])[0-9]{2}\b|\b(1[0-9]|20)?[0-9]0['’]?s\b|\b(AD|BC)\b"
    r"|\b(in|since|until|till|by|before|after) [1-9][0-9]{2}(?=[^\w\s%]|$)"
    rf"|\b(in|since|until|till) [1-9][0-9]{{2}} (?={_BEHIND_A_YEAR})\b"
    r"|\bthe ((?!over|under)[a-z]+[ -])?(twen|thir|for|fif|six|seven|eigh|nine)ties\b"
    r"|\b(Stone|Bronze|Iron|Middle) Ages?\b"
    r"|\b(двадцат|тридцат|сороков|пятидесят|шестидесят|семидесят|восьмидесят|девяност|нулев)ы[ех]\b"
    r"|\b\d0-(е|х|ые|ых)\b"
)
TIME = re.compile(
    r"\b(January|February|(?-i:March|May)|April|June|July|August|September|October|November|December)\b"
    r"|\b(Jan|Feb|(?-i:Mar)|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\b"
    r"|\b(?-i:Mon|Tues?|Weds?|Thurs?|Fri)\b|\bthe \d{1,2}(st|nd|rd|th)\b|\b\d{1,2}-(го|е)\b"
    r"|\b(yesterday|today|tomorrow|morning|afternoon|evening|night|weekend|fortnight|minute|hour|day|week|month"
    r"|season|year|decade|century|summer|winter|spring|autumn)s?\b|\bcenturies\b"
    rf"|\b({_RU_MONTHS}|{_KK_MONTHS})\b|\b(понедельник|вторник|сред[ауы]|четверг|пятниц[ауы]|суббот[ауы]|воскресень[ея])\w*"
    r"|\b(вчера|позавчера|сегодня|завтра|послезавтра|накануне|назад|утр|вечер|ноч|полноч|полдень|недел|месяц|лет|год|век"
    r"|столети|десятилети|минут|час|дн|зим|весн|осен)\w{0,4}\b|\b(летом|день|дней)\b"
    r"|\b(кеше|бүгін|ертең|таңертең|кешке|түнде|апта|ай|жыл|ғасыр|күн|сағат|минут|қыс|көктем|жаз|күз)\w{0,5}\b"
    r"|\b(дүйсенбі|сейсенбі|сәрсенбі|бейсенбі|жұма|сенбі|жексенбі)\w*"
    rf"|{_CLOCK}|{_PART_OF_THE_DAY}|{_PART_OF_THE_YEAR}|{_YEARS}|{_FESTIVAL}",
    re.IGNORECASE,
)
