"""The texts of the tab that shows what the archive holds, in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa.archive.topic_map.topic_map import MapStep
from qa.page.words.locale import Plural


@dataclass(frozen=True, slots=True)
class ArchiveWords:
    """The tab that shows what the archive holds."""

    by_month: str
    by_outlet: str
    more_outlets: Plural
    list: str
    some: str
    title: str
    outlet: str
    date: str
    passages: str
    find: str
    search: str
    clear: str
    page: str
    previous: str
    following: str
    nothing: str
    dated: str
    """How many of all articles have a full date: the numbers."""
    dated_within: str
    """The same, and from when to when."""
    none_dated: str
    undated: Plural
    map: str
    map_words: str
    show_map: str
    drawing: str
    map_steps: Mapping[MapStep, str]
    map_step: str
    """The number of a step, how many there are, and the step."""
    seconds: str


ENGLISH_ARCHIVE = ArchiveWords(
    by_month="Articles by date",
    by_outlet="Articles by outlet",
    more_outlets=Plural("{} more outlet", "{} more outlets", "{} more outlets"),
    list="All articles",
    some="{} in this list",
    title="Headline",
    outlet="Outlet",
    date="Published",
    passages="Passages",
    find="Words in the headline",
    search="Find",
    clear="Show all",
    page="Page {} of {}",
    previous="Previous page",
    following="Next page",
    nothing="No article matches.",
    dated="{} of {} articles with a full date",
    dated_within="{} of {} articles with a full date: {}",
    none_dated="no article has a full date",
    undated=Plural("{} article has no full date", "{} articles have no full date", "{} articles have no full date"),
    map="What the archive is about",
    map_words=(
        "Each point is a passage. Passages with similar meanings are close together. Select a point to open its "
        "passage. Rings mark the passages found for your last question."
    ),
    show_map="Draw the map",
    drawing="Drawing the map",
    map_steps={
        "reading": "Read the passages",
        "preparing": "Get ready",
        "placing": "Place those of similar meaning together",
        "grouping": "Group them into topics",
        "naming": "Name the topics",
    },
    map_step="Step {} of {}: {}",
    seconds="{} s",
)

RUSSIAN_ARCHIVE = ArchiveWords(
    by_month="Статьи по датам",
    by_outlet="Статьи по изданиям",
    more_outlets=Plural("Ещё {} издание", "Ещё {} издания", "Ещё {} изданий"),
    list="Все статьи",
    some="В списке: {}",
    title="Заголовок",
    outlet="Издание",
    date="Опубликовано",
    passages="Отрывков",
    find="Слова из заголовка",
    search="Найти",
    clear="Показать все",
    page="Страница {} из {}",
    previous="Предыдущая страница",
    following="Следующая страница",
    nothing="Подходящих статей нет.",
    dated="статей с полной датой: {} из {}",
    dated_within="статей с полной датой: {} из {} ({})",
    none_dated="полной даты нет ни у одной статьи",
    undated=Plural("У {} статьи нет полной даты", "У {} статей нет полной даты", "У {} статей нет полной даты"),
    map="О чём этот архив",
    map_words=(
        "Каждая точка\u00a0— отрывок. Отрывки, близкие по смыслу, стоят рядом. Нажмите на точку, чтобы открыть "
        "отрывок. Кружками обведены отрывки, найденные по последнему вопросу."
    ),
    show_map="Нарисовать карту",
    drawing="Карта рисуется",
    map_steps={
        "reading": "Чтение отрывков",
        "preparing": "Подготовка",
        "placing": "Размещение близких по смыслу рядом",
        "grouping": "Объединение в темы",
        "naming": "Названия тем",
    },
    map_step="Шаг {} из {}. {}",
    seconds="{}\u00a0с",
)

KAZAKH_ARCHIVE = ArchiveWords(
    by_month="Күні бойынша мақалалар",
    by_outlet="Басылымы бойынша мақалалар",
    more_outlets=Plural("Тағы {} басылым", "Тағы {} басылым", "Тағы {} басылым"),
    list="Барлық мақала",
    some="Тізімде: {}",
    title="Атауы",
    outlet="Басылым",
    date="Жарияланған күні",
    passages="Үзінді",
    find="Мақала атауындағы сөздер",
    search="Табу",
    clear="Барлығын көрсету",
    page="{}-бет, барлығы {}",
    previous="Алдыңғы бет",
    following="Келесі бет",
    nothing="Сәйкес мақала жоқ.",
    dated="күні толық мақала: {0} (барлығы {1})",
    dated_within="күні толық мақала: {0} (барлығы {1}), {2}",
    none_dated="күні толық мақала жоқ",
    undated=Plural(*3 * ("{} мақаланың күні толық көрсетілмеген",)),
    map="Бұл мұрағат не туралы",
    map_words=(
        "Әр нүкте — бір үзінді. Мағынасы жақын үзінділер қатар тұрады. Үзіндіні ашу үшін нүктесін басыңыз. "
        "Соңғы сұрақ бойынша табылған үзінділер шеңбермен белгіленген."
    ),
    show_map="Картаны салу",
    drawing="Карта салынып жатыр",
    map_steps={
        "reading": "Үзінділерді оқу",
        "preparing": "Дайындалу",
        "placing": "Мағынасы жақындарын қатар қою",
        "grouping": "Тақырыптарға топтау",
        "naming": "Тақырыптарға ат қою",
    },
    map_step="{1} қадамның {0}-қадамы: {2}",
    seconds="{} с",
)
