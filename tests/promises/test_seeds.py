"""The five seeds with the real encoder: what a visitor asks is found, with its source."""

import pytest

from qa.archive.archive import Archive
from qa.records import Answer

pytestmark = pytest.mark.model

ANSWERED = [
    ("How long is the border between Kazakhstan and Russia?", "7,591 kilometers"),
    ("When will Tokayev make a state visit to Russia?", "November 12"),
    ("By how much did trade grow between February and July?", "nearly 40% growth"),
    ("What did the West's sanctions do to trade?", "had not been affected"),
    ("Who is preparing the talks, according to the spokeswoman?", "Maria Zakharova"),
    ("What anniversary brings Lavrov to Astana?", "25th anniversary"),
    ("What is the main priority of Kazakhstan's foreign policy?", "mutually beneficial"),
    ("Where will the next meeting of the presidents take place?", "Sochi"),
    ("What does Tokayev propose to build with Russia?", "nuclear power plant"),
]


@pytest.mark.parametrize(("question", "quote"), ANSWERED, ids=[quote for _, quote in ANSWERED])
def test_the_answer_stands_in_the_first_three_results(seeds_archive: Archive, question: str, quote: str) -> None:
    shown = seeds_archive.ask(question, limit=3).evidence
    texts = [it.passage.text for it in shown] + [copy.passage.text for it in shown for copy in it.copies]
    assert any(quote in text for text in texts)


def test_the_answer_stands_in_the_first_result_for_nearly_all(seeds_archive: Archive) -> None:
    first = 0
    for question, quote in ANSWERED:
        best = seeds_archive.ask(question, limit=1).evidence[0]
        first += any(quote in text for text in (best.passage.text, *(it.passage.text for it in best.copies)))
    assert first >= len(ANSWERED) - 1


@pytest.mark.parametrize("question", [question for question, _ in ANSWERED])
def test_a_question_in_small_letters_is_answered_alike(seeds_archive: Archive, question: str) -> None:
    def seen(answer: Answer) -> tuple[object, ...]:
        shown = [(it.passage.id, it.probability, it.sentence) for it in answer.evidence]
        return answer.verdict, answer.confidence, answer.best, answer.lacking, answer.corrections, shown

    assert seen(seeds_archive.ask(question.lower(), 10)) == seen(seeds_archive.ask(question, 10))


def test_the_border_question_marks_the_sentence_and_names_the_source(seeds_archive: Archive) -> None:
    answer = seeds_archive.ask("How long is the border between Kazakhstan and Russia?")
    first = answer.evidence[0]
    assert answer.verdict == "answered"
    assert first.sentence.text.endswith("7,591 kilometers.")
    assert first.article.file == "003_f21b648a2aaaf444.txt"
    assert first.article.outlet == 'GSV "Russia - Islamic World"'
    assert first.article.date == "--10-22"
    assert first.passage.heading == "Enduring Partnership"


@pytest.mark.parametrize(
    ("question", "quotes"),
    [
        ("How much did trade turnover grow from January to October?", ("increased by about 10%", "rose by about 10%")),
        ("Which protective mechanisms are discussed?", ("there are active discussions", "Intense discussions")),
    ],
)
def test_two_translations_of_one_interview_are_one_result_with_two_sources(
    seeds_archive: Archive, question: str, quotes: tuple[str, str]
) -> None:
    for evidence in seeds_archive.ask(question, limit=5).evidence:
        texts = [evidence.passage.text, *(copy.passage.text for copy in evidence.copies)]
        if any(quote in text for quote in quotes for text in texts):
            assert all(any(quote in text for text in texts) for quote in quotes)
            files = {evidence.article.file, *(copy.article.file for copy in evidence.copies)}
            assert files == {"000_473dfb39bd99536d.txt", "001_09a015d091362e36.txt"}
            return
    pytest.fail("neither translation was found")


@pytest.mark.parametrize(
    "question", ["How do I reset my router password?", "Who won the football world cup?", "Who rules Kyrgyzstan?"]
)
def test_what_the_seeds_do_not_hold_is_not_answered(seeds_archive: Archive, question: str) -> None:
    assert seeds_archive.ask(question).verdict == "none"


def test_the_seeds_hold_44_passages(seeds_archive: Archive) -> None:
    assert seeds_archive.status().passages == 44
