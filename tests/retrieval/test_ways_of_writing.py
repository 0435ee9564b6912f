"""A question finds what it asks for, whichever way it or the article writes a name, a number or a word."""

import pytest

from qa.archive.archive import Archive
from tests.support.hand_encoder import HandEncoder

REPORTS = {
    "cars": "The ferry lost 1,450 cars in the gale.",
    "cars-of-others": "Another line lost 450 lorries and 1 van in the gale.",
    "dam": "The cabinet approved $22bn for the great dam.",
    "dam-of-others": "The council approved $22m for the small dam.",
    "theatre": "The town of Ostend will get £4.5m for a theatre.",
    "turnout": "Turnout in Lower Marrow was 61% at noon.",
    "road": "The new bypass is 12km from Velden.",
    "american": "Ann Lee, the US ambassador to Kestria, resigned on Tuesday.",
    "british": "Bo Carr, the U.K. ambassador to Nordria, resigned on Tuesday.",
    "novelist": "The novelist J.K. Tamblyn sold a house.",
    "bureau": "The F.B.I. searched a warehouse by the docks.",
    "jet": "An F-16 came down near a farm.",
    "summit": "The G-20 agreed on a levy.",
    "flight": "Flight MH-71 landed safely on an island.",
    "virus": "A ward closed after nine cases of COVID-19 in a week.",
    "letter": "The minister sent an e-mail to the wrong man.",
    "mayor": "Mayor Tilda Brandt was re-elected by nine votes.",
    "party": "Mr Kilroy-Silk founded a party of pensioners.",
    "fabric": "Silk from the east fetched a high price.",
    "general": "Начальником порта назначен Алексей Ёлкин.",
    "bishop": "В Замо\u0301стье приехал епископ Михаи\u0301л.",
    "poet": "The poet İskender İnanç read in a café.",
    "delhi": "दिल्ली में नया पुल खुला।",
    "other-letters": "दल ने लाल किला देखा।",
    "cairo": "أعلنت إسرائيل عن اتفاق مُحَمَّد",
    "athens": "Η Αθήνα γιορτάζει τον Οδυσσέα",
    "militants": "A group called IS claimed the raid on the barracks.",
    "keeper": "The new goalkeeper of Velden is Will, a former baker.",
    "airline": "Rivals say that AS bought Melmora, and NO won the cup.",
    "visitor": "Tokayev's palace was opened to visitors.",
    "refusal": "The cook didn't attend the banquet.",
    "lab": "Firms cut R&amp;D in the valley.",
    "letter-to-us": "A letter asked us to leave.",
}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    folder = tmp_path_factory.mktemp("written") / "articles"
    folder.mkdir()
    for number, (name, report) in enumerate(REPORTS.items()):
        filler = f"It is unclear what is to follow, or who will be asked about it in matter {number:03}."
        (folder / f"{name}.txt").write_text(f"News of the day, part {number:03}\n\n{report}\n\n{filler}\n")
    Archive.build(folder, folder.parent / "index", encoder=HandEncoder())
    return Archive.open(folder.parent / "index", encoder=HandEncoder())


WAYS = [
    ("cars", ["Who lost 1450 cars?", "Who lost 1 450?", "1'450 cars", "1\u202f450", "Were 1,450 lost?"]),
    ("dam", ["Who approved 22 billion dollars?", "What was $22 billion for?", "US$22bn", "22bn dollars"]),
    ("theatre", ["Who gets 4.5 million pounds?", "What is £4.5 million for?", "£4,500,000"]),
    ("turnout", ["Where was it 61 per cent?", "61 percent", "61 %"]),
    ("road", ["What is 12 km away?", "Which is 12 kilometres off?", "12-km"]),
    ("american", ["Which U.S. ambassador resigned?", "What did the US ambassador do?"]),
    ("british", ["Why did the UK ambassador resign?", "What did the U.K. ambassador do?"]),
    ("novelist", ["What did JK Tamblyn sell?", "J. K. Tamblyn", "JK?"]),
    ("bureau", ["What did the FBI search?"]),
    ("jet", ["Where did the F16 fall?", "How many F16s?", "F-16s"]),
    ("summit", ["What did the G20 agree on?"]),
    ("flight", ["Where did MH71 land?"]),
    ("virus", ["Why COVID19?", "What of Covid-19?", "Where was Covid?"]),
    ("letter", ["Who sent an email?", "Whose emails?"]),
    ("mayor", ["Who was reelected?", "Who is re-elected?"]),
    ("party", ["What did Kilroy-Silk found?", "What of Kilroy?", "What of Kilroysilk?"]),
    ("general", ["Кем назначен Елкин?", "Кто такой Ёлкин?", "ЕЛКИН"]),
    ("bishop", ["Кто такой Михаил?", "Кто приехал в Замостье?"]),
    ("poet", ["Who is Iskender Inanc?", "ISKENDER INANÇ", "Who is ıskender?"]),
    ("delhi", ["दिल्ली में क्या खुला?", "दिल्ली"]),
    ("cairo", ["اسرائيل", "محمد"]),
    ("athens", ["ΑΘΗΝΑ", "οδυσσεα"]),
    ("militants", ["What did IS claim?"]),
    ("keeper", ["Who is Will?"]),
    ("airline", ["What did AS buy?", "What did NO win?"]),
    ("visitor", ["Where are Tokayev’s visitors?", "What is Tokayev's?"]),
    ("refusal", ["Who didn’t attend?", "didnt attend"]),
    ("lab", ["Who cut R&D?", "r&d"]),
]


@pytest.mark.parametrize(("name", "questions"), WAYS)
def test_a_question_finds_what_is_written_otherwise(archive: Archive, name: str, questions: list[str]) -> None:
    first = {question: archive.ask(question).evidence[0].article.file for question in questions}
    assert first == dict.fromkeys(questions, f"{name}.txt")


@pytest.mark.parametrize(("_name", "questions"), WAYS)
def test_no_name_and_no_number_is_said_to_be_missing_that_is_written_otherwise(
    archive: Archive, _name: str, questions: list[str]
) -> None:
    for question in questions:
        assert archive.ask(question, kind="question").lacking == ()


def test_no_part_of_a_word_is_said_to_be_missing(archive: Archive) -> None:
    answer = archive.ask("Кто такой Михаил, и что у Tokayev's?")
    assert (answer.corrections, answer.unheld) == ((), ())


def passages(archive: Archive, question: str) -> set[str]:
    """Return the files of the reports that a question is answered with."""
    reports = {f"{name}.txt" for name in REPORTS}
    found = archive.ask(question, limit=100).evidence
    return reports & {it.article.file for it in found if it.passage.number == 1}


def test_a_quote_holds_no_part_of_a_number_or_name(archive: Archive) -> None:
    assert passages(archive, 'Who lost "450"?') == {"cars-of-others.txt"}
    assert archive.ask('Is it "$22"?').unheld == ("$22",)
    assert archive.ask('What did the "U.K" say?').unheld == ()


def test_a_part_of_a_hyphened_word_is_found_as_it_is_written(archive: Archive) -> None:
    assert passages(archive, 'Who is "Silk"?') == {"party.txt", "fabric.txt"}


def test_a_country_is_left_out_and_the_word_us_is_not(archive: Archive) -> None:
    left = passages(archive, "Which ambassador resigned -US?")
    assert left == {f"{name}.txt" for name in REPORTS} - {"american.txt"}
