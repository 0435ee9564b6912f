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

januar/jänner februar märz/maerz/mär april mai juni juli august september oktober/okt november dezember/dez

janvier/janv février/fevrier/févr/fév mars avril/avr mai juin juillet/juil août/aout septembre octobre novembre
décembre/decembre/déc

enero/ene febrero marzo abril/abr mayo junio julio agosto/ago septiembre/setiembre octubre noviembre diciembre/dic

gennaio/gen febbraio marzo aprile maggio/mag giugno/giu luglio/lug agosto settembre ottobre/ott novembre dicembre

janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro
"""
MONTH_OF = {
    name: number
    for language in _MONTHS.strip().split("\n\n")
    for number, names in enumerate(language.split(), start=1)
    for name in names.split("/")
}
_KAZAKH = _MONTHS.strip().split("\n\n")[2].split()
MONTH_OF |= {
    name + ending: number
    for number, names in enumerate(_KAZAKH, start=1)
    for name in names.split("/")[:1]
    for ending in ("да", "де", "та", "те", "ы", "і", "ында", "інде", "ның", "нің")
}
"""The number of each month by its name in small letters: English, Russian, Kazakh, Ukrainian, German, French, …"""

_WEEKDAYS = """
monday/mon tuesday/tues/tue wednesday/wed thursday/thurs/thur/thu friday/fri saturday/sat sunday/sun
понедельник/пн вторник/вт среда/среду/ср четверг/чт пятница/пятницу/пт суббота/субботу/сб воскресенье/вс
дүйсенбі/дс сейсенбі/сс сәрсенбі/ср бейсенбі/бс жұма/жм сенбі/сб жексенбі/жс
понеділок вівторок середа/середу четвер п.ятниця/п.ятницю субота/суботу неділя/неділю
montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag
lundi mardi mercredi jeudi vendredi samedi dimanche
lunes martes miércoles jueves viernes sábado domingo
lunedì martedì mercoledì giovedì venerdì sabato domenica
星期[一二三四五六日天] 周[一二三四五六日]
"""
_ANY_WEEKDAY = "|".join(sorted(re.split(r"[\s/]+", _WEEKDAYS.strip()), key=len, reverse=True))
WEEKDAY = rf"(?<!\w)(?:{_ANY_WEEKDAY})(?!\w)\.?"
"""A pattern for a weekday's name, or what it is shortened to."""
