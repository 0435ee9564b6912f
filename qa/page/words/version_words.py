"""The texts about earlier versions of an article, in each language."""

from dataclasses import dataclass

from qa.page.words.locale import Plural


@dataclass(frozen=True, slots=True)
class VersionWords:
    """Where an article stands in the archive in more than one version."""

    updated: str
    """Over what an earlier version said: the day of the newest one."""
    newer: str
    """The same where no day is stated."""
    differing: str
    said: str
    """What an earlier version said in one line, and the name of its file."""
    earlier_here: str
    """Over an opened article that a newer version replaces."""
    read_newest: str
    led_here: str
    """Over the newest version, where a link led to an earlier one."""
    read_earlier: str
    as_of: str
    """Under the verdict, where the archive is asked as of a day."""
    heading: str
    """On the Index tab."""
    articles: Plural
    """How many articles have earlier versions."""


ENGLISH_VERSIONS = VersionWords(
    updated="Updated {}: the earlier text differed",
    newer="The earlier text differed",
    differing="Words that the newest version does not have are underlined.",
    said="{}: “{}” ({})",
    earlier_here="This is an earlier version. A newer one answers in its place.",
    read_newest="Read the newest version",
    led_here="This link led to an earlier version. This is the newest one.",
    read_earlier="Read the earlier version",
    as_of="The archive as it stood on {}.",
    heading="versions",
    articles=Plural("{} article has earlier versions", *2 * ("{} articles have earlier versions",)),
)

RUSSIAN_VERSIONS = VersionWords(
    updated="Обновлено {}: прежний текст был другим",
    newer="Прежний текст был другим",
    differing="Подчёркнуты слова, которых нет в новой версии.",
    said="{}: «{}» ({})",
    earlier_here="Это прежняя версия статьи. Вместо неё отвечает новая.",
    read_newest="Открыть новую версию",
    led_here="Ссылка вела на прежнюю версию. Это новая.",
    read_earlier="Открыть прежнюю версию",
    as_of="Архив в том виде, в каком он был на {}.",
    heading="версии",
    articles=Plural(
        "у {} статьи есть прежние версии", "у {} статей есть прежние версии", "у {} статей есть прежние версии"
    ),
)

KAZAKH_VERSIONS = VersionWords(
    updated="{} жаңартылған: бұрынғы мәтін басқаша болған",
    newer="Бұрынғы мәтін басқаша болған",
    differing="Жаңа нұсқада жоқ сөздердің асты сызылған.",
    said="{}: «{}» ({})",
    earlier_here="Бұл — мақаланың бұрынғы нұсқасы. Оның орнына жаңасы жауап береді.",
    read_newest="Жаңа нұсқасын ашу",
    led_here="Сілтеме бұрынғы нұсқаға апаратын. Бұл — жаңасы.",
    read_earlier="Бұрынғы нұсқасын ашу",
    as_of="{} күнгі жағдайындағы мұрағат.",
    heading="нұсқалар",
    articles=Plural(*3 * ("{} мақаланың бұрынғы нұсқалары бар",)),
)
