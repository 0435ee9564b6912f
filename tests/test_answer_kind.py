import pytest

from qa.answer_kind import holds_kind


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
    assert holds_kind(question, sentence)


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
    assert not holds_kind(question, sentence)
