"""A name is a name in small letters too, where the archive writes it with a capital; so that case costs nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest

from qa.archive.archive import Archive
from qa.index.index import Index
from qa.index.lexical.asked_words import asked_words
from qa.records import Answer
from qa.retrieval.names import archive_names, written_names
from tests.support.hand_encoder import HandEncoder

ARTICLES = {
    "budget.txt": """Chancellor speaks

The chancellor, Gordon Brown, said on Wednesday that he would raise the stamp duty threshold to 120,000 pounds.

Critics of Gordon Brown said that the change had come late, and that Brown knew it.
""",
    "bakers.txt": """A loaf for everyone

Shoppers in Leeds buy more brown bread than white, a survey of 900 bakers says.

Bakers say that brown bread keeps for 3 days, and that most brown loaves are sold on Fridays.
""",
    "visit.txt": """A guest from Astana

President Kassym-Jomart Tokayev will make a state visit to Russia on November 12, the embassy said.

The talks with president Vladimir Putin will be held in the Kremlin, and Tokayev will stay for 2 days.
""",
    "cars.txt": """Saab loses money

The car maker Saab lost 200 million dollars in 2004, its owner General Motors said.

Sales of hybrid cars by Toyota rose, while the general demand for motors of other kinds fell.
""",
    "phones.txt": """Apple opens shop

The computer maker Apple opened a shop in Birmingham, where it sells the iPod for 159 pounds.

Farmers near Hereford sold less apple juice than pear juice, and a box of apples cost 4 pounds.
""",
    "show.txt": """Выставка открыта

В столице президент Касым-Жомарт Токаев открыл выставку, которую посетили 300 гостей.

Гости увидели машины из Алматы и книги из Караганды, сказал министр культуры.
""",
}
PAIRS = [
    ("To what did Gordon Brown raise the threshold?", "to what did gordon brown raise the threshold?"),
    ("What did critics of Gordon Brown say?", "what did critics of gordon brown say?"),
    ("What did critics of Gordon Brown say?", "What did critics of GORDON BROWN say?"),
    ("When will Kassym-Jomart Tokayev visit Russia?", "when will kassym-jomart tokayev visit russia?"),
    ("How much did Saab lose in 2004?", "how much did saab lose in 2004?"),
    ("How many days does brown bread keep?", "how many days does brown bread keep?"),
    ("What does the iPod cost in Birmingham?", "what does the ipod cost in birmingham?"),
    ("Who will talk with Vladimir Putin in the Kremlin?", "who will talk with vladimir putin in the kremlin?"),
    ("Что открыл Токаев в столице?", "что открыл токаев в столице?"),
    ("Did Gordon Brown meet Putin in Birmingham?", "did gordon brown meet putin in birmingham?"),
]  # fmt: skip


@pytest.fixture(scope="module")
def articles(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("names") / "articles"
    folder.mkdir()
    for name, text in ARTICLES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def index(articles: Path) -> Path:
    Archive.build(articles, articles.parent / "index", encoder=HandEncoder(200))
    return articles.parent / "index"


@pytest.fixture(scope="module")
def archive(articles: Path) -> Archive:
    return Archive.build(articles, articles.parent / "read", encoder="english")


def names_of(index: Path, question: str) -> frozenset[str]:
    with Index(index).view() as view:
        return archive_names(asked_words(question), view, "en")


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("how did gordon brown vote?", {"gordon", "brown"}),
        ("gordon brown", {"gordon", "brown"}),
        ("brown bread", set()),
        ("who buys brown bread?", set()),
        ("what do bakers say of brown loaves?", set()),
        ("general motors", {"general", "motor"}),
        ("general demand for motors", set()),
        ("apple juice", set()),
        ("the computer maker apple", {"appl"}),
        ("when does tokayev visit russia", {"tokayev", "russia"}),
        ("kassym-jomart", {"kassym", "jomart"}),
        ("ipod in birmingham", {"birmingham"}),
        ("что открыл токаев?", {"тока"}),
        ("what happened in 2004?", set()),
        ("who is frederick oxenhope?", {"frederick", "oxenhop"}),
        ("president of the talks", set()),
    ],
)
def test_the_archive_says_which_words_are_names(index: Path, question: str, names: set[str]) -> None:
    assert names_of(index, question) == names


@pytest.mark.parametrize(
    "question", ["gordon brown", "brown bread", "general motors", "apple juice", "apple computer maker"]
)
def test_the_case_of_a_question_does_not_matter_to_the_archive(index: Path, question: str) -> None:
    assert names_of(index, question) == names_of(index, question.title()) == names_of(index, question.upper())


def test_of_an_archive_without_passages_names_are_those_that_everybody_knows(tmp_path: Path) -> None:
    Archive.create(tmp_path / "index", encoder=HandEncoder())
    assert names_of(tmp_path / "index", "gordon brown") == {"gordon"}


@pytest.mark.parametrize(
    ("question", "names"),
    [
        ("How did Gordon Brown vote?", {"gordon", "brown"}),
        ("Brown or Putin?", {"putin"}),
        ("how did gordon brown vote?", set()),
        ("Who Won The Cup", set()),
        ("WHO IS GORDON BROWN?", set()),
        ("Who is 22nd in Formula 1?", {"formula"}),
    ],
)
def test_a_question_says_which_words_are_names_unless_all_have_capitals(question: str, names: set[str]) -> None:
    assert written_names(asked_words(question)) == names


def seen(answer: Answer) -> tuple[object, ...]:
    shown = [(it.passage.id, it.probability, it.score, it.sentence) for it in answer.evidence]
    return answer.verdict, answer.confidence, answer.best, [word.lower() for word in answer.lacking], shown


@pytest.mark.model
@pytest.mark.parametrize(("capitals", "small"), PAIRS)
def test_a_question_in_small_letters_is_answered_as_with_capitals(archive: Archive, capitals: str, small: str) -> None:
    assert seen(archive.ask(small, 20)) == seen(archive.ask(capitals, 20))


@pytest.mark.model
def test_what_is_missing_of_a_question_is_named_as_it_was_typed(archive: Archive) -> None:
    assert archive.ask("how much did saab lose in 2011?").lacking == ("2011",)
    assert archive.ask("how much did gordon brown lose in 2004?").lacking == ()
    assert archive.ask("Did Frederick Oxenhope buy 41 hybrid cars?").lacking == ("Frederick", "Oxenhope", "41")
    assert archive.ask("How much did Saab lose in 2004?").lacking == ()


BUDGET = """\
Mr Brown told reporters on Tuesday that the budget would rise in January, and that Mr Darling had written most of
it over a long winter in the house by the river, where he had seen few people and heard less music than he wished."""
LEADER = """\
The prime minister told reporters that he would resign after the vote, and that his party would choose another
leader over the summer while he stayed at home and wrote a book on trade by river. He spoke for long in London."""


@pytest.mark.model
def test_a_word_that_nobody_knows_is_a_name_and_one_that_the_archive_merely_lacks_is_none(index: Path) -> None:
    with Index(index).view() as view:
        found = archive_names(asked_words("how lengthy was the talk of oxenhope and gordon brown?"), view, "en")
    assert found == {"oxenhop", "gordon", "brown"}


@pytest.mark.parametrize("name", ["Brazil", "Paris", "French", "Norway", "Boeing", "Texas", "Napoleon", "NASA", "USA"])
@pytest.mark.parametrize("typed", [str, str.lower, str.upper])
def test_a_name_that_everybody_knows_is_one_where_the_archive_lacks_it(
    index: Path, name: str, typed: Callable[[str], str]
) -> None:
    with Index(index).view() as view:
        asked = asked_words(typed(f"{name}: where was the budget?"))
        assert archive_names(asked, view, "en") == frozenset(asked[0].terms)


@pytest.mark.parametrize(
    "word", ["lengthy", "officer", "harbour", "wheat", "station", "thief", "police", "king", "white"]
)
def test_a_word_of_every_day_is_none_there(index: Path, word: str) -> None:
    assert names_of(index, f"what of the {word}?") == frozenset()


@pytest.fixture(scope="module")
def budget(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """A paragraph that answers what is asked, of somebody else, among others that do not."""
    folder = tmp_path_factory.mktemp("budget") / "articles"
    folder.mkdir()
    (folder / "budget.txt").write_text(f"Budget day\n\n{BUDGET}\n")
    (folder / "leader.txt").write_text(f"Leader goes\n\n{LEADER}\n")
    for number in range(5):
        report = (
            f"The council of ward {number} met and spoke of music and of the ship that had come to harbour {number}."
        )
        (folder / f"{number}.txt").write_text(f"Report {number}\n\n{report}\n")
    return Archive.build(folder, folder.parent / "index", encoder=HandEncoder(200))


def test_what_the_archive_says_of_somebody_is_answered(budget: Archive) -> None:
    for question in ("What did Mr Brown say of the budget?", "what did brown say of the budget on tuesday?"):
        answer = budget.ask(question)
        assert (answer.verdict, answer.lacking) == ("answered", ())


@pytest.mark.parametrize(
    ("question", "lacking"),
    [
        ("What did Oxenhope say of the budget?", "Oxenhope"),
        ("What did Mr Oxenhope say of the budget?", "Oxenhope"),
        ("What did Oxenhope say of the budget on Tuesday?", "Oxenhope"),
        ("What did Oxenhope say of the budget in January?", "Oxenhope"),
        ("What did the UK say of the budget?", "UK"),
        ("What did the US say of the budget?", "US"),
        ("What did NASA say of the budget?", "NASA"),
        ("what did brazil say of the budget?", "brazil"),
        ("WHAT DID BRAZIL SAY OF THE BUDGET?", "BRAZIL"),
        ("What Did Brazil Say Of The Budget?", "Brazil"),
        ("Brazil: what did it say of the budget?", "Brazil"),
        ("what did germans say of the budget?", "germans"),
        ("What did Brown say of the budget of 2011?", "2011"),
    ],
)
def test_what_it_says_of_others_is_not_passed_off_as_the_answer(budget: Archive, question: str, lacking: str) -> None:
    answer = budget.ask(question)
    assert answer.lacking == (lacking,)
    assert answer.verdict == "weak"
