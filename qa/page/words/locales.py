"""How English, Russian and Kazakh write numbers and dates."""

from qa.page.words.locale import Locale, english, kazakh, russian

_ENGLISH_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_RUSSIAN_MONTHS = (
    "январь", "февраль", "март", "апрель", "май", "июнь",
    "июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь",
)  # fmt: skip
_RUSSIAN_MONTHS_IN_DATES = (
    "января", "февраля", "марта", "апреля", "мая", "июня",
    "июля", "августа", "сентября", "октября", "ноября", "декабря",
)  # fmt: skip
_KAZAKH_MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым",
    "шілде", "тамыз", "қыркүйек", "қазан", "қараша", "желтоқсан",
)  # fmt: skip

ENGLISH_LOCALE = Locale(
    thousands=",",
    form=english,
    months=_ENGLISH_MONTHS,
    month_names=_ENGLISH_MONTHS,
    full_date="{day} {month} {year}",
    yearless_date="{day} {month}, year not stated",
    undated="undated",
    period="{} to {}",
    quotes="“{}”",
    least="under 1%",
    most="over 99%",
)
RUSSIAN_LOCALE = Locale(
    thousands="\u00a0",
    form=russian,
    months=_RUSSIAN_MONTHS_IN_DATES,
    month_names=_RUSSIAN_MONTHS,
    full_date="{day} {month} {year}",
    yearless_date="{day} {month}, год не указан",
    undated="без даты",
    period="{} — {}",
    quotes="«{}»",
    least="менее 1%",
    most="более 99%",
)
KAZAKH_LOCALE = Locale(
    thousands="\u00a0",
    form=kazakh,
    months=_KAZAKH_MONTHS,
    month_names=_KAZAKH_MONTHS,
    full_date="{year} жылғы {day} {month}",
    yearless_date="{day} {month}, жылы көрсетілмеген",
    undated="күні көрсетілмеген",
    period="{} — {}",
    quotes="«{}»",
    least="1%-дан аз",
    most="99%-дан көп",
)
