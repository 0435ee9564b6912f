"""The names of months and weekdays that the heads of articles are written with."""

import re

_MONTHS = """
january/jan february/feb march/mar april/apr may june/jun july/jul august/aug september/sept/sep october/oct
november/nov december/dec

январь/января/янв февраль/февраля/февр/фев март/марта/мар апрель/апреля/апр май/мая июнь/июня/июн июль/июля/июл
август/августа/авг сентябрь/сентября/сент/сен октябрь/октября/окт ноябрь/ноября/нояб/ноя декабрь/декабря/дек

қаңтар/қаң ақпан/ақп наурыз/нау сәуір/сәу мамыр/мам маусым/мау шілде/шіл тамыз қыркүйек/қыр қазан/қаз қараша/қар
желтоқсан/желт/жел

січень/січня/січ лютий/лютого/лют березень/березня/бер квітень/квітня/квіт травень/травня/трав червень/червня/черв
липень/липня/лип серпень/серпня/серп вересень/вересня/вер жовтень/жовтня/жовт листопад/листопада грудень/грудня/груд

januar/jänner/jän februar/feber märz/maerz/mär/mrz april mai juni juli august september oktober/okt november
dezember/dez

janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre
décembre/decembre/déc

enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic

gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre

janeiro fevereiro/fev março abril maio junho julho agosto setembro outubro novembro dezembro

januari februari maart/mrt april mei juni juli augustus september oktober november december

styczeń/stycznia luty/lutego marzec kwiecień/kwietnia . czerwiec/czerwca lipiec/lipca sierpień/sierpnia
wrzesień/września październik/października listopad/listopada grudzień/grudnia

ocak şubat . nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık

يناير فبراير مارس أبريل/إبريل/ابريل مايو يونيو/يونيه يوليو/يوليه أغسطس/اغسطس سبتمبر أكتوبر/اكتوبر نوفمبر ديسمبر

كانون_الثاني شباط آذار/أذار/اذار نيسان أيار/ايار حزيران تموز آب أيلول/ايلول تشرين_الأول/تشرين_الاول تشرين_الثاني
كانون_الأول/كانون_الاول

جانفي فيفري مارس أفريل/افريل ماي جوان جويلية أوت سبتمبر أكتوبر نوفمبر ديسمبر

يناير فبراير مارس أبريل ماي يونيو يوليوز غشت شتنبر أكتوبر نونبر دجنبر

ژانویه فوریه مارس آوریل . ژوئن ژوئیه/جولای اوت/آگوست سپتامبر اکتبر نوامبر دسامبر
"""
_MONTHS_AND_WORDS = """
. . . . . . . . set out . .

. . . . . . . . . . лист .

sty lut marca kwi maj/maja cze lip sie wrz paź lis gru

oca şub mart nis may haz tem ağu eyl eki kas ara

. . . . . . . там . . . .

. . . . مه/می . . . . . . .
"""


def month_key(name: str) -> str:
    """Return a month's name in small letters, the Turkish i the same with its dot and without: NİSAN, KASIM."""
    return name.lower().replace("i\u0307", "i").replace("ı", "i")


def _numbered(names: str) -> dict[str, int]:
    return {
        month_key(name.replace("_", " ")): number
        for language in names.strip().split("\n\n")
        for number, spellings in enumerate(language.split(), start=1)
        for name in spellings.split("/")
        if name != "."
    }


MONTH_OF = _numbered(_MONTHS)
_KAZAKH = _MONTHS.strip().split("\n\n")[2].split()
MONTH_OF |= {
    name + ending: number
    for number, names in enumerate(_KAZAKH, start=1)
    for name in names.split("/")[:1]
    for ending in ("да", "де", "та", "те", "ы", "і", "ында", "інде", "ның", "нің")
}
"""The number of each month by its key: English, Russian, Kazakh, Ukrainian, German, French, …"""
MONTH_BEHIND_DAY = {name: month for name, month in _numbered(_MONTHS_AND_WORDS).items() if name not in MONTH_OF}
"""The same of names that are other words too ("10 out of 12"): they count between a day and a year."""
MONTH_NAME = re.compile(r"(?:تشرين|كانون) [^\W\d_]+|[^\W\d_]+")
"""A word, or two, that may be a month's name."""

_WEEKDAYS = """
monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun
понедельник/пн вторник/вт среда/среду/ср четверг/чт пятница/пятницу/пт суббота/субботу/сб воскресенье/вс
дүйсенбі/дс сейсенбі/сс сәрсенбі/ср бейсенбі/бс жұма/жм сенбі/сб жексенбі/жс
понеділок вівторок середа/середу четвер п.ятниця/п.ятницю субота/суботу неділя/неділю
montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
segunda-feira terça-feira quarta-feira quinta-feira sexta-feira
maandag dinsdag woensdag donderdag vrijdag zaterdag zondag
poniedziałek wtorek środa/środę czwartek piątek sobota/sobotę niedziela/niedzielę
pazartesi salı çarşamba perşembe cuma cumartesi pazar
الاثنين/الإثنين الثلاثاء الأربعاء/الاربعاء الخميس الجمعة السبت الأحد/الاحد
دوشنبه سه.?شنبه چهارشنبه پنج.?شنبه جمعه شنبه یک.?شنبه
星期[一二三四五六日天] [周週][一二三四五六日] [月火水木金土日]曜日? [월화수목금토일]요일
"""
_SHORT_WEEKDAYS = """
mo di mi do fr sa so
lun mar mer jeu ven sam dim
lun mar mié jue vie sáb sab dom gio
seg segunda ter terça qua quarta qui quinta sex sexta
ma wo vr za zo
pon wt śr czw pt pią sob niedz nd
pzt sal çar çrş per prş cum cmt cts paz
нд
"""


def _any_of(names: str) -> str:
    return "|".join(sorted(re.split(r"[\s/]+", names.strip()), key=len, reverse=True))


WEEKDAY = rf"(?<!\w)(?:{_any_of(_WEEKDAYS)})(?!\w)\.?"
"""A pattern for a weekday's name, or what it is shortened to."""
WEEKDAY_BESIDE = (
    rf"(?<!\w)(?:{_any_of(_SHORT_WEEKDAYS)})(?!\w)\.?(?=(?:,?\s+|,)$)|"
    rf"^(?:{_any_of(_SHORT_WEEKDAYS)}|[月火水木金土日월화수목금토일])\.?$"
)
"""What is a weekday's name directly before a date or alone beside it, and elsewhere a word or part of a name."""
OTHER_CALENDARS = (
    r"\d{1,2} (?:محرم|صفر|ربيع (?:الأول|الاول|الثاني|الآخر)|جمادى (?:الأولى|الاولى|الآخرة|الاخرة|الثانية)|رجب|شعبان|"
    r"رمضان|شوال|ذ[وي] (?:القعدة|الحجة)|فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند),? 1[34]\d\d"
    r"(?: ?هـ?(?!\w))?"
)
"""A day of the Islamic calendars: it stands beside the date that is meant, and is not reckoned."""
