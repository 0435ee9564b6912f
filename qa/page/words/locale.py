"""How a language writes numbers, plurals and dates."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from qa.articles.dates import date_parts
from qa.retrieval.logits import percent


@dataclass(frozen=True, slots=True)
class Plural:
    """The forms of a counted noun, by plural category: one, few (2 to 4 in Russian), many."""

    one: str
    few: str
    many: str


@dataclass(frozen=True, slots=True)
class Locale:
    """How a language writes numbers and dates."""

    thousands: str
    """The separator of thousands."""
    decimal: str
    """What stands before tenths."""
    form: Callable[[int], int]
    """The plural category of a number: 0 for one, 1 for few, 2 for many."""
    months: str
    """The twelve as they stand in a date, a space between them."""
    month_names: str
    """The twelve as they stand alone."""
    full_date: str
    month_date: str
    """A date without a day."""
    yearless_date: str
    undated: str
    period: str
    """From one date to another."""
    quotes: str
    """Around quoted words."""
    language_names: Mapping[str, str]
    """By tag."""
    least: str
    """Under one in a hundred."""
    most: str
    """Over 99 in a hundred."""

    def language(self, tag: str) -> str:
        """Return what a language is called; its tag where no name is known."""
        return self.language_names.get(tag, tag)

    def number(self, number: int) -> str:
        """Write a number with its thousands separated."""
        return f"{number:,}".replace(",", self.thousands)

    def tenths(self, number: float) -> str:
        """Write a number with one digit behind the point."""
        return self.decimals(number, 1)

    def decimals(self, number: float, digits: int) -> str:
        """Write a number with some digits behind the point, at least one."""
        whole, behind = f"{number:,.{digits}f}".split(".")
        return f"{whole.replace(',', self.thousands)}{self.decimal}{behind}"

    def percent(self, probability: float) -> str:
        """Write a probability, never as a certainty."""
        return percent(probability, self.least, self.most)

    def counted(self, count: int, plural: Plural) -> str:
        """Write a number with what is counted; the number comes first where the form has no place for it."""
        form = (plural.one, plural.few, plural.many)[self.form(count)]
        return form.format(self.number(count)) if "{}" in form else f"{self.number(count)} {form}"

    def date(self, stated: str | None) -> str:
        """Write a date as the article states it, and no more; text that is not a date stays as it is."""
        if stated is None:
            return self.undated
        if (parts := date_parts(stated)) is None:
            return stated
        if parts.day is None:
            return self.month_date.format(month=_nth(self.month_names, parts.month), year=parts.year)
        form = self.yearless_date if parts.year is None else self.full_date
        return form.format(day=parts.day, month=_nth(self.months, parts.month), year=parts.year)

    def date_range(self, oldest: str | None, newest: str | None) -> str | None:
        """Write the days from one full date to another; None where one is missing."""
        if oldest is None or newest is None:
            return None
        if oldest == newest:
            return self.date(oldest)
        first, last = date_parts(oldest), date_parts(newest)
        if first and last and (first.year, first.month) == (last.year, last.month):
            days = f"{first.day}–{last.day}"
            return self.full_date.format(day=days, month=_nth(self.months, last.month), year=last.year)
        return self.period.format(self.date(oldest), self.date(newest))


def _nth(words: str, number: int) -> str:
    return words.split()[number - 1]


def english(count: int) -> int:
    """Return the plural category of "1 article" or "2 articles"."""
    return 0 if count == 1 else 2


def russian(count: int) -> int:
    """Return the plural category of "1 статья", "2 статьи" or "5 статей" (Unicode CLDR, plural rules)."""
    if count % 10 == 1 and count % 100 != 11:
        return 0
    return 1 if 2 <= count % 10 <= 4 and not 12 <= count % 100 <= 14 else 2


def kazakh(_count: int) -> int:
    """Return the one plural category: a Kazakh noun stays as it is after a number."""
    return 2
