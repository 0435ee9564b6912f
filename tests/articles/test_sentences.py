import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from qa.articles.sentences import sentence_spans

PIECES = st.sampled_from(
    [
        "The",
        "trade",
        "U.S.",
        "bn.",
        "Mr.",
        "5",
        "。",
        "雨",
        ".",
        "!",
        "?",
        '"',
        "“",
        "”",
        "\n- ",
        "\n",
        " ",
        "  ",
        "\u00a0",
        "/TASS/.",
        "ТАСС",
    ]
)
TEXTS = st.text() | st.lists(PIECES | st.characters(), max_size=40).map("".join)


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in sentence_spans(text)]


@given(TEXTS)
def test_sentences_cover_all_but_white_space_and_never_overlap(text: str) -> None:
    spans = sentence_spans(text)
    assert all(first.end <= second.start for first, second in itertools.pairwise(spans))
    covered = {at for span in spans for at in range(span.start, span.end)}
    assert all(at in covered or character.isspace() for at, character in enumerate(text))


@given(TEXTS)
def test_a_sentence_neither_begins_nor_ends_with_white_space(text: str) -> None:
    assert all(sentence and sentence == sentence.strip() for sentence in cut(text))


@pytest.mark.parametrize(
    "sentences",
    [
        ["MOSCOW, December 10. /TASS/. The West is trying to find any clues.", "It fails."],
        ["ASTANA, October 6. /TASS/. Mr. Lavrov spoke."],
        ["Profit rose to $5 bn. in the U.S. last year.", "It fell in Europe."],
        ["Dr. Smith met Mr. Jones at 5 p.m. on Jan. 3.", "They talked."],
        ["Prices rose 3.5 percent.", "Twelve people lost their work."],
        ['"We follow," the minister said.', '"They watch us.', 'They do not even conceal it".'],
        ["“The ties suggest alliance,” he stated.", "“No sanctions can halt this,” the diplomat said."],
        ["He was born in 1990.", "(He moved in 2000.)", "She stayed."],
        ["He left ... and came back.", "Fine weather followed."],
        ["- The first goal was late", "- The second was early"],
        ["• first goal, late", "• second goal, early"],
        ["The first line ends here.", "The second begins here."],
        ["«Мы идём.", "Они ждут», — сказал он.", "Потом ушёл."],
        ["A plain sentence.", "今天下雨。", "Another one, in English."],
    ],
)
def test_sentences_end_where_a_reader_sees_them_end(sentences: list[str]) -> None:
    separator = "\n" if sentences[0][0] in "-•" or "line" in sentences[0] else " "
    assert cut(separator.join(sentences)) == sentences


def test_east_asian_full_stops_end_sentences_with_no_space_after_them() -> None:
    assert cut("今天下雨。明天晴天！后天呢？") == ["今天下雨。", "明天晴天！", "后天呢？"]


def test_an_east_asian_quotation_does_not_swallow_what_follows() -> None:
    assert cut("“今天下雨。”他说。明天晴天。")[-1] == "明天晴天。"


def test_a_text_in_capitals_only_is_one_sentence() -> None:
    assert cut("FINAL SCORES. HOME 3, AWAY 1.") == ["FINAL SCORES. HOME 3, AWAY 1."]


@pytest.mark.parametrize("text", ["", " ", "\n\t \u00a0"])
def test_white_space_holds_no_sentence(text: str) -> None:
    assert cut(text) == []


@pytest.mark.parametrize(
    "dateline",
    [
        "LONDON, March 3. /Example Wire/.",
        "МОСКВА, 10 дек — РИА Новости.",
        "АСТАНА, 5 марта. /Пример/.",
        "VELDEN, 5 May.",
    ],
)
def test_a_dateline_belongs_to_the_sentence_behind_it(dateline: str) -> None:
    text = f"{dateline} The harbour opened. Nobody came."
    assert [text[it.start : it.end] for it in sentence_spans(text)] == [
        f"{dateline} The harbour opened.",
        "Nobody came.",
    ]
