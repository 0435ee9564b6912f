"""PDFs as pages are printed: one or two columns, words cut at the ends of lines, heads that run on every page."""

from tests.articles.formats.gold.expected import GoldFile, gold, of
from tests.articles.formats.gold.stories import BRIDGE, FERRY, HORSES, LIBRARY, ORCHARD, SCHOOL, WATER, Story
from tests.articles.formats.made_pdf import Line, column, make_pdf


def files() -> list[GoldFile]:
    """Return the PDFs."""
    return [
        _one_column(),
        _two_columns(),
        _russian(),
        _kazakh(),
        _without_head(),
        _two_pages_ru(),
        _masthead(),
        _sized_kk(),
    ]


def _wrapped(paragraphs: tuple[str, ...], width: int, cut: dict[str, int] | None = None) -> list[str]:
    """Return the lines of paragraphs, a free one between them; `cut` says which words are cut where a line is full."""
    lines: list[str] = []
    for paragraph in paragraphs:
        line = ""
        for word in paragraph.split():
            shown = f"{line} {word}".strip()
            if len(shown) <= width:
                line = shown
                continue
            at = (cut or {}).get(word)
            if at and len(line) + at + 2 <= width + 4:
                lines.append(f"{line} {word[:at]}-")
                line = word[at:]
            else:
                lines.append(line)
                line = word
        lines += [line, ""]
    return lines[:-1]


def _head(story: Story, *lines: str) -> list[Line]:
    return [Line(story.title, 60, 40), *(Line(it, 60, 60 + 16 * number) for number, it in enumerate(lines))]


def _one_column() -> GoldFile:
    page = [Line("The Skerra Echo", 60, 0), *_head(FERRY, "By Isla Corrigan", "17 August 2023")]
    page += [*column(_wrapped(FERRY.paragraphs, 84), 60, 120), Line("1", 300, 780)]
    known = {"outlet": "The Skerra Echo", "author": "Isla Corrigan", "date": "2023-08-17"}
    return gold("ferry.pdf", "pdf", make_pdf([page]), of(FERRY, **known))


def _two_columns() -> GoldFile:
    lines = _wrapped(LIBRARY.paragraphs, 44, {"according": 2, "midnight:": 3, "library,": 2, "shift": 3})
    middle = (len(lines) + 1) // 2
    page = _head(LIBRARY, "28 February 2024") + column(lines[:middle], 40, 110) + column(lines[middle:], 320, 110)
    return gold("library.pdf", "pdf", make_pdf([page]), of(LIBRARY, date="2024-02-28"))


def _russian() -> GoldFile:
    lines = _wrapped(
        WATER.paragraphs, 60, {"восстановили": 5, "магистральной": 6, "трубопровода,": 5, "Прокуратура": 3}
    )
    data = make_pdf([_head(WATER, "16 мая 2019 г.") + column(lines, 60, 110)], "voda_16_polosa3.indd")
    return gold("voda.pdf", "pdf", data, of(WATER, date="2019-05-16"))


def _kazakh() -> GoldFile:
    lines = _wrapped(HORSES.paragraphs, 70)
    return gold("zhylqy.pdf", "pdf", make_pdf([_head(HORSES) + column(lines, 60, 80)]), of(HORSES))


def _without_head() -> GoldFile:
    """Return a PDF whose title its properties state, and not its page; the day of its making is no date."""
    data = make_pdf([column(_wrapped(ORCHARD.paragraphs, 80))], ORCHARD.title)
    return gold("frost.pdf", "pdf", data, of(ORCHARD))


def _masthead() -> GoldFile:
    """Return a page as a paper prints it: a line with the number of the issue above a large headline."""
    page = [Line("Tarn Valley News   No 96", 60, 0), Line(ORCHARD.title, 60, 40, 20), Line("By Marc Ferrand", 60, 66)]
    page += column(_wrapped(ORCHARD.paragraphs, 80), 60, 96)
    return gold("page-4.pdf", "pdf", make_pdf([page]), of(ORCHARD, author="Marc Ferrand", absent=("No 96",)))


def _sized_kk() -> GoldFile:
    """Return a page whose headline fills two lines of large letters."""
    words = SCHOOL.title.split()
    head = [Line(" ".join(words[:3]), 60, 20, 24), Line(" ".join(words[3:]), 60, 50, 24)]
    page = [*head, Line("2021 жылғы 1 қыркүйек", 60, 76), *column(_wrapped(SCHOOL.paragraphs, 74), 60, 100)]
    return gold("mektep.pdf", "pdf", make_pdf([page]), of(SCHOOL, date="2021-09-01"))


def _two_pages_ru() -> GoldFile:
    first, second = BRIDGE.paragraphs[:2], BRIDGE.paragraphs[2:]
    pages = [_head(BRIDGE) + column(_wrapped(first, 66), 60, 80), column(_wrapped(second, 66), 60, 80)]
    sheets = [
        [Line("Вестник Заречного", 60, 0), *page, Line(f"Страница {number} из 2", 300, 780)]
        for number, page in enumerate(pages, start=1)
    ]
    return gold("most.pdf", "pdf", make_pdf(sheets), of(BRIDGE, absent=("Страница", "Вестник")))
