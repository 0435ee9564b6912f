import pytest

from qa.articles.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Университет им. А. Н. Кунаева открыт.",
        "Новая поликлиника находится по адресу: ул. Абая, д. 15, корп. 2.",
        "Выделено 5 млн. руб. и 3 тыс. долл. США.",
        "Рис, т. е. Крупа белая, дорог.",
        "Жители г. Алматы и с. Ивановка вышли.",
        "Она живёт на ул.Абая и в г.Астане.",
        "Встретились проф. Иванов и акад. Петров.",
        "В 2025 г. Казахстан подписал договор.",
        "Компания основана в 1998 г. Иваном Петровым, который ранее работал в банке.",
        "Избран в 2016 г. Сенатом.",
        "Музей открывался в 2001 г. Академией наук.",
        "Дом построен в 1905–1908 гг. Зенковым и Гурде.",
        "Здание возведено в XIX в. Архитектором Зенковым.",
        "Добыча вырастет к 2030 г. (прогноз министерства) вдвое.",
        "Ғимарат 2010 ж. Алматыда салынған.",
        "XX ғ. Қазақ зиялылары жазған еңбек.",
        "Мектеп 2025 ж. 5 мамырда ашылды.",
        "Асан Алматы қ. Абай көш. 15 үйде тұрады.",
        "Он ходил в 2024 г. в школу № 5 г. Астаны.",
        "It shuts at 5 p.m. Friday and at 6 p.m. Moscow time.",
        "At 5 p.m. Minister Brimm resigned.",
        "The U.K. Government met J. K. Rowling.",
        "Gen. Lee and Lt. Col. Ray spoke.",
        "Maj. Gen. Ann Lee and Lt. Cmdr. Bo Carr spoke.",
        "Sens. Ann Lee and Bo Carr voted.",
        "At 11 p.m. EST Monday it shut.",
    ],
)
def test_an_abbreviation_ends_no_sentence_that_goes_on(sentence: str) -> None:
    assert cut(f"{sentence} Все ушли.") == [sentence, "Все ушли."]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Стройка идёт, сдадут в 2025 г.", "Их завершат позже."),
        ("Работы начаты в 2025 г.", "Мост откроют позже."),
        ("Завод построен в 1935 г.", "Директором стал Иванов."),
        ("Клуб основан в 1936 г.", "Цвета клуба — красный и белый."),
        ("Закон принят в 2020 г.", "Сергей Иванов доволен."),
        ("Она вышла замуж в 1998 г.", "Иваном назвали первого сына."),
        ("Ол 2010 ж.", "Ол Мәскеуге кетті."),
        ("Президент подписал закон 5 янв. 2024 г.", "Документ опубликован."),
        ("Рис, мука и т. д.", "Затем уехали."),
        ("Рис, мука и т.п.", "Затем уехали."),
        ("Нефть, газ и др.", "Это много."),
        ("На ремонт ушло 12 тыс.", "Затем встали."),
        ("Площадь 12 тыс. кв. м.", "Её расширят."),
        ("Построено в XIX в.", "Здание снесли."),
        ("Договор подписал Кунаев Д. А.", "Затем он ушёл."),
        ("Мектеп ашылды, бұл 2025 ж.", "Ол үлкен."),
        ("Кітап, қалам т.б.", "Олар көп."),
        ("It shut at 5 p.m.", "Nobody came."),
        ("The cabinet met at 9 a.m.", "Minister Harold Brimm resigned."),
        ("The strike began on Sept. 9.", "Nobody came."),
        ("It shut at 11 p.m. EST.", "Come back later."),
        ("It shut at 1030 GMT.", "Nobody came."),
        ("It rose 5 per cent.", "$15 was paid."),
        ("It rose 5 per cent.", "15 people left."),
        ("It rose 5 per cent.", "“Good,” he said."),
        ("She lives in the U.K.", "Her son left."),
        ("They moved to Washington D.C.", "However, they left."),
        ("He works at Acme Inc.", "They make cars."),
    ],
)
def test_an_abbreviation_ends_the_sentence_where_another_begins(first: str, second: str) -> None:
    assert cut(f"{first} {second}") == [first, second]
