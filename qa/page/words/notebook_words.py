"""The texts of the notebook, in each language."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class NotebookWords:
    """The tab of what was kept, and the documents made of it."""

    kept: str
    removed: str
    undo: str
    limit: str
    """With the most passages."""
    full: str
    """The browser has no more room."""
    unreadable: str
    opened: str
    """How many passages a file added, and how many were there already."""
    unreachable: str
    moved: str
    """Number and count."""
    about: str
    empty: str
    note: str
    asked: str
    """With a day."""
    paragraph: str
    changed: str
    now: str
    """Over the words as they are now."""
    gone: str
    up: str
    down: str
    remove: str
    save: str
    open: str
    html: str
    docx: str
    no_docx: str
    """With the package that is missing."""
    link: str
    """In a document: leads to the passage."""
    retrieved: str
    """In a document: with a day."""


ENGLISH_NOTEBOOK = NotebookWords(
    kept="Kept in the notebook.",
    removed="Removed from the notebook.",
    undo="Undo",
    limit="The notebook is full: it holds {} passages. Save it as a file, then remove some.",
    full="This browser has no room left. Save the notebook as a file, then remove some passages.",
    unreadable="That file is not a notebook this page can read. Nothing was changed.",
    opened="Added: {}. Already there: {}.",
    unreachable="The server does not answer. Your notebook is safe in this browser.",
    moved="Now {} of {}.",
    about="Your notebook stays in this browser. Save it as a file to keep a copy or open it elsewhere.",
    empty="Nothing kept yet. Press “Keep” on a passage, and it waits for you here, whatever you ask next.",
    note="Note",
    asked="asked {}",
    paragraph="paragraph {}",
    changed="The article has changed. You see the words as you kept them.",
    now="The words now",
    gone="No longer in the archive. You see the words as you kept them.",
    up="Move up",
    down="Move down",
    remove="Remove",
    save="Save as a file",
    open="Open a file",
    html="Web page for print",
    docx="Word",
    no_docx="For Word, whoever serves this archive runs: pip install '{}'",
    link="Open in the archive",
    retrieved="retrieved {}",
)

RUSSIAN_NOTEBOOK = NotebookWords(
    kept="Добавлено в блокнот.",
    removed="Убрано из блокнота.",
    undo="Вернуть",
    limit="Блокнот заполнен, в нём {} отрывков. Сохраните его в файл и уберите лишнее.",
    full="В этом браузере кончилось место. Сохраните блокнот в файл и уберите лишнее.",
    unreadable="Страница не может прочитать этот файл как блокнот. Ничего не изменилось.",
    opened="Добавлено: {}. Уже было: {}.",
    unreachable="Сервер не отвечает. Блокнот цел: он хранится в этом браузере.",
    moved="Теперь {} из {}.",
    about="Блокнот хранится в этом браузере. Сохраните его в файл, чтобы иметь копию или открыть его в другом месте.",
    empty="Здесь пока пусто. Нажмите «В блокнот» у отрывка, и он будет ждать здесь, о чём бы вы ни спросили дальше.",
    note="Заметка",
    asked="вопрос задан {}",
    paragraph="абзац {}",
    changed="Статья изменилась. Здесь текст, который вы сохранили.",
    now="Нынешний текст",
    gone="В архиве этого больше нет. Здесь текст, который вы сохранили.",
    up="Выше",
    down="Ниже",
    remove="Убрать",
    save="Сохранить в файл",
    open="Открыть файл",
    html="Веб-страница для печати",
    docx="Документ Word",
    no_docx="Чтобы экспорт в Word работал, владелец архива должен выполнить: pip install '{}'",
    link="Открыть в архиве",
    retrieved="дата обращения: {}",
)

KAZAKH_NOTEBOOK = NotebookWords(
    kept="Дәптерге қосылды.",
    removed="Дәптерден алып тасталды.",
    undo="Қайтару",
    limit="Дәптер толды: онда {} үзінді бар. Оны файлға сақтап, артығын алып тастаңыз.",
    full="Бұл браузерде орын қалмады. Дәптерді файлға сақтап, артығын алып тастаңыз.",
    unreadable="Бұл файл бет оқи алатын дәптер емес. Ештеңе өзгерген жоқ.",
    opened="Қосылды: {}. Бұрыннан бар: {}.",
    unreachable="Сервер жауап бермейді. Дәптеріңіз осы браузерде сақтаулы.",
    moved="Енді {}-орында, барлығы {}.",
    about="Дәптер осы браузерде сақталады. Көшірмесі болсын не басқа жерде ашылсын десеңіз, файлға сақтаңыз.",
    empty="Әзірге бос. Үзіндінің жанындағы «Дәптерге» түймесін басыңыз: әрі қарай не сұрасаңыз да, ол осында тұрады.",
    note="Ескертпе",
    asked="сұралған күні: {}",
    paragraph="{}-абзац",
    changed="Мақала өзгерген. Мұнда мәтін сіз сақтаған күйінде көрсетілген.",
    now="Қазіргі мәтіні",
    gone="Бұл енді мұрағатта жоқ. Мұнда мәтін сіз сақтаған күйінде көрсетілген.",
    up="Жоғары",
    down="Төмен",
    remove="Алып тастау",
    save="Файлға сақтау",
    open="Файлды ашу",
    html="Басып шығаруға арналған веб-бет",
    docx="Word құжаты",
    no_docx="Word құжаты үшін мұрағатты іске қосқан адам мына пәрменді орындауы керек: pip install '{}'",
    link="Мұрағатта ашу",
    retrieved="алынған күні: {}",
)
