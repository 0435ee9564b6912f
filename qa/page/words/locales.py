"""How the languages of the page write numbers, plurals and dates."""

from qa.page.words.language_names import ENGLISH_NAMES, KAZAKH_NAMES, RUSSIAN_NAMES
from qa.page.words.locale import Locale, english, kazakh, russian

ENGLISH_LOCALE = Locale(
    thousands=",",
    decimal=".",
    form=english,
    months="January February March April May June July August September October November December",
    month_names="January February March April May June July August September October November December",
    full_date="{day} {month} {year}",
    month_date="{month} {year}",
    yearless_date="{day} {month}, year not stated",
    undated="undated",
    period="{} to {}",
    quotes="“{}”",
    language_names=ENGLISH_NAMES,
    least="under 1%",
    most="over 99%",
)
RUSSIAN_LOCALE = Locale(
    thousands="\u00a0",
    decimal=",",
    form=russian,
    months="января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    month_names="январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    full_date="{day} {month} {year}",
    month_date="{month} {year}",
    yearless_date="{day} {month}, год не указан",
    undated="без даты",
    period="{}\u00a0— {}",
    quotes="«{}»",
    language_names=RUSSIAN_NAMES,
    least="менее 1%",
    most="более 99%",
)
KAZAKH_LOCALE = Locale(
    thousands="\u00a0",
    decimal=",",
    form=kazakh,
    months="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    month_names="қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
    full_date="{year} жылғы {day} {month}",
    month_date="{year} жылғы {month}",
    yearless_date="{day} {month}, жылы көрсетілмеген",
    undated="күні көрсетілмеген",
    period="{} — {}",
    quotes="«{}»",
    language_names=KAZAKH_NAMES,
    least="1%-дан аз",
    most="99%-дан көп",
)
