import pytest

from qa.retrieval.answer_type import answer_type_of

TIMES = """at 7pm|at 7 pm|at 7 p.m.|at 7:30|at 17h30|in the 1990s|in the '90s|in the 1990’s|in 866|in 2100|at Christmas
on the 5th|on Tues|in Q3|at dawn|that night|last season|after two minutes|hours later|a fortnight ago|at the weekend
on Fridays|during Ramadan|at midday|in the 20s|centuries ago""".replace("\n", "|").split("|")
FIGURES = """nine doctors|two dozen|hundreds|a dozen|thousands of fans|twenty-one|half of them|½|nobody|none|a third
two-thirds|fifteen|forty|12,480|millions|twice as many""".replace("\n", "|").split("|")


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
