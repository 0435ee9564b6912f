"""The texts that the page's script says by itself, for which it asks no server."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ScriptWords:
    """What is said where the server cannot be asked, or is still at work."""

    to_answers: str
    to_content: str
    keys: str
    key_question: str
    key_next: str
    key_previous: str
    key_open: str
    key_close: str
    key_list: str
    close: str
    type_question: str
    answering: str
    drawing: str
    unreachable: str
    reachable: str
    failed: str
    chosen: str
    """Over the files that are to be added."""
    remove: str
    """With a file."""
    no_file: str
    uploading: str
    """Number and count."""
    rebuilding: str
    ending: str
    """With a file of an ending that is not read."""
    too_large: str
    """With a file, its size and the largest; both in megabytes."""
    not_uploaded: str
    """With a file."""
    megabytes: str
    kilobytes: str


ENGLISH = ScriptWords(
    to_answers="To the answers",
    to_content="To the content",
    keys="Keyboard shortcuts",
    key_question="Go to the question",
    key_next="Next answer",
    key_previous="Previous answer",
    key_open="Read the answer in its article",
    key_close="Close the article, or this list",
    key_list="Show this list",
    close="Close",
    type_question="Type a question.",
    answering="Searching the archive…",
    drawing="Drawing the map…",
    unreachable="The archive is not reachable. Your question is kept.",
    reachable="The archive is reachable again.",
    failed="That did not work. Please try again.",
    chosen="Chosen files",
    remove="Remove {} from the list",
    no_file="Choose a file first.",
    uploading="Uploading file {} of {}…",
    rebuilding="Rebuilding the index…",
    ending="{} was not added: files of that ending are not read.",
    too_large="{} was not added: it has {}, and at most {} are read.",
    not_uploaded="{} was not added: it could not be uploaded. Please try again.",
    megabytes="{} MB",
    kilobytes="{} KB",
)

RUSSIAN = ScriptWords(
    to_answers="К ответам",
    to_content="К содержимому",
    keys="Горячие клавиши",
    key_question="Перейти к вопросу",
    key_next="Следующий ответ",
    key_previous="Предыдущий ответ",
    key_open="Читать ответ в статье",
    key_close="Закрыть статью или этот список",
    key_list="Показать этот список",
    close="Закрыть",
    type_question="Введите вопрос.",
    answering="Идёт поиск по архиву…",
    drawing="Карта рисуется…",
    unreachable="Нет связи с архивом. Ваш вопрос сохранён.",
    reachable="Связь с архивом восстановлена.",
    failed="Не получилось. Попробуйте ещё раз.",
    chosen="Выбранные файлы",
    remove="Убрать {} из списка",
    no_file="Сначала выберите файл.",
    uploading="Загружается файл {} из {}…",
    rebuilding="Индекс перестраивается…",
    ending="{} не добавлен: файлы с таким расширением не читаются.",
    too_large="{} не добавлен: его размер {}, а читаются файлы не больше {}.",
    not_uploaded="{} не добавлен: его не удалось загрузить. Попробуйте ещё раз.",
    megabytes="{}\u00a0МБ",
    kilobytes="{}\u00a0КБ",
)

KAZAKH = ScriptWords(
    to_answers="Жауаптарға өту",
    to_content="Мазмұнға өту",
    keys="Жылдам пернелер",
    key_question="Сұраққа өту",
    key_next="Келесі жауап",
    key_previous="Алдыңғы жауап",
    key_open="Жауапты мақаладан оқу",
    key_close="Мақаланы немесе осы тізімді жабу",
    key_list="Осы тізімді көрсету",
    close="Жабу",
    type_question="Сұрақ жазыңыз.",
    answering="Мұрағаттан ізделіп жатыр…",
    drawing="Карта салынып жатыр…",
    unreachable="Мұрағатпен байланыс жоқ. Сұрағыңыз сақталды.",
    reachable="Мұрағатпен байланыс қалпына келді.",
    failed="Орындалмады. Қайталап көріңіз.",
    chosen="Таңдалған файлдар",
    remove="{} файлын тізімнен алып тастау",
    no_file="Алдымен файл таңдаңыз.",
    uploading="Файл жүктеліп жатыр: {}/{}…",
    rebuilding="Индекс қайта құрылып жатыр…",
    ending="{} қосылмады: мұндай файлдар оқылмайды.",
    too_large="{} қосылмады: көлемі {}, ал ең көбі {} болуы керек.",
    not_uploaded="{} қосылмады: жүктеу мүмкін болмады. Қайталап көріңіз.",
    megabytes="{} МБ",
    kilobytes="{} КБ",
)
