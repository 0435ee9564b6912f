import pytest

from qa.retrieval.answer_type import answer_type_of

TIMES = """at 7pm|at 7 pm|at 7 p.m.|at 7:30|at 17h30|in the 1990s|in the '90s|in the 1990’s|in 866|in 2100|at Christmas
on the 5th|on Tues|in Q3|at dawn|that night|last season|after two minutes|hours later|a fortnight ago|at the weekend
on Fridays|during Ramadan|at midday|in the 20s|centuries ago""".replace("\n", "|").split("|")
FIGURES = """nine doctors|two dozen|hundreds|a dozen|thousands of fans|twenty-one|half of them|½|nobody|none|a third
two-thirds|fifteen|forty|12,480|millions|twice as many""".replace("\n", "|").split("|")

STATED = {
    ("How many doctors came?", "en"): """
        One doctor came.|There was one doctor.|A single doctor came.|Both came.|Both doctors were there.
        A couple came.|A couple of them.|A pair of them came.|He brought a pair.|Several came.
        Scores of them came.|A handful came.|Tens of thousands came.|Only one came.|Just one of them came.
        A lone doctor came.|No doctors.|A few came.|One man came.|A trio of doctors.
        There came a score of doctors.|Not a single one came.""",
    ("Сколько врачей пришло?", "ru"): """
        Пришли двое.|Пришло семеро врачей.|Пришёл один врач.|Ни одного врача не было.|Пришли десятки врачей.
        Пришло полдюжины.|Пришло несколько врачей.|Пришла пара врачей.|Оба пришли.|Обе пришли.
        Пришёл один человек.|Пришли сотни врачей.|Пришло четверо.|Не пришёл никто.|Никого не было.
        Пришло полтора десятка.|Из троих врачей.|Только один из них пришёл.|Пришёл всего один.""",
    ("Қанша дәрігер келді?", "kk"): """
        Бесеу келді.|Екеуі келді.|Ондаған дәрігер келді.|Жүздеген дәрігер.|Мыңдаған адам.|Бірнеше дәрігер келді.
        Бір дәрігер келді.|Үшеуі келді.|Алтауы келді.|Жалғыз дәрігер келді.|Екі дәрігер.""",
    ("When did it open?", "en"): """
        At five o'clock.|It opened at five o’clock.|At half past five.|At a quarter to six.
        It opened in the nineties.|In the early nineties.|At 0900 GMT.|It opened at 0900 GMT|in the third quarter
        It opened at lunchtime.|On Nowruz.|It opened on Norouz.|on Novruz|On Navruz.|In 866 the king opened it.
        it opened in 866 by order|At 9 GMT.|At ten past nine.|At twenty minutes past six.|at nightfall
        At daybreak.|In the first half.|At half-time.|After lunch.|At dinner time.|at bedtime|At seven-thirty.
        In wartime.|At teatime.|At 1830 local time.|At 7 EST.|In the last quarter.|In the swinging sixties.
        On Yom Kippur.|During the Bronze Age.|at midsummer|at 2100 hours|until 452 he ruled""",
    ("Когда он приедет?", "ru"): """
        На рассвете.|В выходные.|Он приедет 5-го.|В девяностые.|После обеда.|До обеда.|В обед.|На закате.
        В половине шестого.|Без четверти шесть.|В полшестого.|В третьем квартале.|В 90-е.|В восьмидесятых.
        За ужином.|В полдень.|После полудня.|Позавчера.|Послезавтра.|В Навруз.|На Масленицу.|Во втором полугодии.
        На каникулах.|В полпервого.|За полночь.|К полуночи.|В нулевые.|В Рождество.|На выходных.|В шесть утра.
        В среду.""",
    ("Тоқаев қашан келеді?", "kk"): """
        Таңертең келеді.|Түстен кейін келеді.|Таңғы сағатта.|Ол былтыр келді.|Биыл келеді.|Түске дейін.
        Үшінші тоқсанда.|Демалыста келеді.|Кешкі асқа.|Таң ата келді.|Ертең.|Түсте келеді.|Наурызда.|Бүрсігүні.
        Құрбан айтта.|Түні бойы.""",
}
NOT_STATED = {
    ("How many doctors came?", "en"): """
        One of them came in the second half.|A couple from Leeds came.|Both in Leeds and in York doctors came.
        Doctors came.|One day doctors came.|Many came.|The couple came.""",
    ("Сколько врачей пришло?", "ru"): """
        Врачи пришли.|Один из них сказал так.|Однажды врачи пришли.|Пришли многие.|Его парадный вход.
        Однако врачи ушли.""",
    ("Қанша дәрігер келді?", "kk"): """
        Дәрігерлер келді.|Біреу айтты.|Бірақ келмеді.""",
    ("When did it open?", "en"): """
        It opened early.|In 866 cases.|It has a full-time job.|He was in his fifties.|A quarter of them.
        In 300 shops.|It drove past six houses.|Half of it.|It cost at five pounds.|He gave them time.
        for the first time|A narrow path.""",
    ("Когда он приедет?", "ru"): """
        Он приедет обязательно.|В тихом квартале.|Выходной костюм.|Полного ответа нет.|Он последний.
        Без пятидесяти рублей.""",
    ("Тоқаев қашан келеді?", "kk"): """
        Ол келеді.|Ол түсті.|Тоқсан адам.|Таңдады.|Ол кешікті.""",
}


def each(table: dict[tuple[str, str], str]) -> list[tuple[str, str, str]]:
    return [
        (question, language, sentence.strip())
        for (question, language), sentences in table.items()
        for sentence in sentences.replace("\n", "|").split("|")
        if sentence.strip()
    ]


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How long is the border?", "It follows the river for 300 miles."),
        ("How many came?", "About a dozen came."),
        ("When did it open?", "It opened in 1998."),
        ("What percentage was lost?", "A third was lost."),
        ("What is the number of members?", "There are five."),
        ("Who opened the festival?", "It was opened by Maria Silva."),
        ("Who opened the festival?", "Maria Silva opened it."),
        ("Where is the president?", "He was seen in Paris."),
        ("Which country won?", "The cup went to Brazil."),
        ("Кто? Who opened it?", "Его открыл Иван Петров."),
    ],
)
def test_a_sentence_holds_the_kind_of_answer_that_is_asked_for(question: str, sentence: str) -> None:
    assert answer_type_of(question).held_by(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("How long is the border?", "It follows the river."),
        ("When did it open?", "It opened in spring."),
        ("Who opened the festival?", "The festival opened early."),
        ("Who did Maria Silva meet?", "They saw Maria Silva there."),
        ("Where is the president?", "Nobody knows."),
        ("Why did trade grow?", "In 2021 Maria Silva came."),
        ("What did the bank say?", "There were 300 guests in Paris."),
        ("Who came?", ""),
        ("How many came?", ""),
    ],
)
def test_a_sentence_without_it_gets_no_credit(question: str, sentence: str) -> None:
    assert not answer_type_of(question).held_by(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did it open?", "It opened early."),
        ("What year was it?", "It was long before."),
        ("What is the price of bread?", "Bread is dear."),
        ("How many came?", "One of them came in the second half."),
        ("When did it open?", "The Sun may say so on the ninth page."),
    ],
)
def test_a_time_or_a_figure_that_is_asked_for_and_not_there_is_missing(question: str, sentence: str) -> None:
    assert answer_type_of(question).missing_in(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("When did it open?", "It opened last spring."),
        ("When did it open?", "It opened on Tuesday."),
        *(("When did it open?", f"It opened {time}.") for time in TIMES),
        *(("How many came?", f"There came {figure}.") for figure in FIGURES),
        ("How many came?", "About 300 came."),
        ("How many doctors came?", "No doctors came."),
        ("How many came?", "No people were seen."),
        ("How old is she?", "She is 93."),
        ("Who came?", "Nobody did."),
        ("Why did trade grow?", "It grew."),
    ],
)
def test_nothing_is_missing_where_it_is_there_or_is_not_asked_for(question: str, sentence: str) -> None:
    assert not answer_type_of(question).missing_in(sentence)


@pytest.mark.parametrize(
    ("question", "number", "name", "time"),
    [
        ("Who won when the river rose?", False, True, False),
        ("What did the bank say about the number of members?", True, False, False),
        ("What happened where the ship sank?", False, False, False),
        ("In the year 2000, how many came?", True, False, False),
        ("Tell me when it opened", True, False, True),
        ("number of members", True, False, False),
    ],
)
def test_the_first_interrogative_says_what_is_asked_for(question: str, number: bool, name: bool, time: bool) -> None:
    kind = answer_type_of(question)
    assert (kind.number, kind.name, kind.time) == (number, name, time)


@pytest.mark.parametrize(
    ("sentence", "missing"),
    [
        ("It may open early.", True),
        ("They march on.", True),
        ("It opens in May.", False),
        ("March was wet.", False),
        ("It opens in june.", False),
    ],
)
def test_a_verb_is_no_month(sentence: str, missing: bool) -> None:
    assert answer_type_of("When does it open?").missing_in(sentence) is missing


@pytest.mark.parametrize(
    ("question", "asks"),
    [
        ("Когда Токаев приедет в Россию?", {"number", "time"}),
        ("В каком году открылся музей?", {"number", "time"}),
        ("Сколько людей погибло?", {"number", "figure"}),
        ("Какова длина границы?", {"number", "figure"}),
        ("Кто победил?", {"name"}),
        ("Какая компания купила конкурента?", {"name"}),
        ("Почему выросли цены?", set()),
        ("Тоқаев қашан келеді?", {"number", "time"}),
        ("Музей қай жылы ашылды?", {"number", "time"}),
        ("Шекара қанша шақырым?", {"number", "figure"}),
        ("Қазақстан Президенті кім?", {"name"}),
        ("Тоқаев не айтты?", set()),
    ],
)
def test_russian_and_kazakh_questions_ask_for_the_same(question: str, asks: set[str]) -> None:
    kind = answer_type_of(question)
    assert {name for name in ("number", "name", "time", "figure") if getattr(kind, name)} == asks


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Когда он приедет?", "Он приедет 12 ноября."),
        ("Когда он приедет?", "Он приедет в пятницу."),
        ("Когда он приедет?", "Это было сто лет назад."),
        ("Сколько людей погибло?", "Погибли пятнадцать человек."),
        ("Сколько людей погибло?", "Погибло двое взрослых и тысячи птиц."),
        ("Тоқаев қашан келеді?", "Ол қарашада келеді."),
        ("Шекара қанша шақырым?", "Ұзындығы жеті мың шақырым."),
        ("When did he come?", "Он приехал в пятницу."),
        ("How many came?", "Пришли двадцать человек."),
    ],
)
def test_times_and_figures_are_seen_in_russian_and_kazakh_text(question: str, sentence: str) -> None:
    assert not answer_type_of(question).missing_in(sentence)


@pytest.mark.parametrize(
    ("question", "sentence"),
    [
        ("Когда он приедет?", "Он приедет обязательно."),
        ("Сколько людей погибло?", "Погибли люди."),
        ("Шекара қанша шақырым?", "Шекара ұзын."),
    ],
)
def test_what_is_not_there_is_missing_in_them_too(question: str, sentence: str) -> None:
    assert answer_type_of(question).missing_in(sentence)


@pytest.mark.parametrize(("question", "language", "sentence"), each(STATED))
def test_how_many_and_when_may_be_said_without_a_number_or_a_date(question: str, language: str, sentence: str) -> None:
    assert not answer_type_of(question, language).missing_in(sentence)


@pytest.mark.parametrize(("question", "language", "sentence"), each(NOT_STATED))
def test_words_that_only_look_so_say_neither(question: str, language: str, sentence: str) -> None:
    assert answer_type_of(question, language).missing_in(sentence)
