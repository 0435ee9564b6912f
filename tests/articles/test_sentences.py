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
        "&quot;",
        "&nbsp;",
        "[1]",
        "ул.",
        "2025 г.",
        "p.m.",
        "— ",
        "།",
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
def test_sentences_end_where_people_see_them_end(sentences: list[str]) -> None:
    separator = "\n" if sentences[0][0] in "-•" or "line" in sentences[0] else " "
    assert cut(separator.join(sentences)) == sentences


def test_east_asian_full_stops_end_sentences_with_no_space_after_them() -> None:
    assert cut("今天下雨。明天晴天！后天呢？") == ["今天下雨。", "明天晴天！", "后天呢？"]


def test_an_east_asian_quotation_does_not_swallow_what_follows() -> None:
    assert cut("“今天下雨。”他说。明天晴天。")[-1] == "明天晴天。"


@pytest.mark.parametrize(
    "sentences",
    [
        ["MARKETS FELL ON TUESDAY.", "WHY?", "NOBODY KNOWS.", "THE BANK HELD RATES."],
        ["The Bank Of England Held Rates.", "Markets Fell.", "Nobody Knew Why."],
        ["The Bank of England Held Rates on Tuesday.", "Markets Fell Sharply.", "Nobody in London Knows."],
        ["РЫНКИ УПАЛИ ВО ВТОРНИК.", "НИКТО НЕ ЗНАЕТ ПОЧЕМУ."],
    ],
)
def test_a_paragraph_in_capitals_or_with_every_word_capital_has_its_sentences(sentences: list[str]) -> None:
    assert cut(" ".join(sentences)) == sentences


def test_a_line_up_is_one_list() -> None:
    lined_up = "Rovers: Hill, Marsh, Woods (Stone 60), Field. Subs Not Used: Lake, Moor, Dale."
    assert cut(lined_up) == [lined_up]


@pytest.mark.parametrize(
    "text",
    [
        "उसने कहा।|लोग आए।|वे गए॥",
        "Բանկը բացվեց։| Մարդիկ եկան։",
        "ባንኩ ተከፈተ።| ለምን፧| ሰዎች መጡ።",
        "ធនាគារបើក។|មនុស្សមក។",
        "ဘဏ်ဖွင့်သည်။| လူများလာသည်။",
        "བོད་ཡིག།| མི་ཡོང།",
        "今天下雨｡|明天晴天．|后天呢？",
        "价格是３．５元．|明天晴天．",
        "هل جاء؟| نعم جاء.| ذهب.",
        "بینک کھلا۔| لوگ آئے۔",
        'मंत्री ने कहा।|"हम जाएंगे।"',
        "Ήρθε ο Γιάννης; |Όχι, έφυγε. |Τέλος.",
        "ბანკი გაიხსნა. |ხალხი მოვიდა.",
        "הבנק נפתח. |אנשים באו.",
    ],
)
def test_sentences_end_with_the_stops_of_their_script(text: str) -> None:
    assert cut(text.replace("|", "")) == [sentence.strip() for sentence in text.split("|")]


@pytest.mark.parametrize(
    "text",
    [
        "The bank shut on Tuesday.|Markets fell.",
        "Will it rise?|Nobody knows!|“It rose,” he said.",
        "“It rose.”|Markets fell in 2024.|The bank held.",
        "Во вторник.|Рынки упали.",
        "Prices rose.[1] |Markets fell.[23][4] |Nobody came.",
        "The Bank rose.&nbsp;|Markets fell.&#160;|Nobody came.",
        "&quot;Rates rose.&quot; |She left. |&quot;He left.&quot; |He said &ldquo;no.&rdquo; |It rained.",
        "Rates rose.\u200b|Markets fell.",
        "Profit rose 3.5%.|Markets fell.",
        "Prices rose.[citation needed] |Markets fell.¹ |Nobody came.",
        "Rates rose.|&ldquo;We knew,&rdquo; he said.",
        "iPhone sales rose. |eBay fell. |mRNA is new. |pH 7 is neutral.",
        "He used tools, e.g. iPhone and eBay. |They left.",
    ],
)
def test_sentences_end_with_no_space_a_note_or_an_entity_behind_the_stop(text: str) -> None:
    assert cut(text.replace("|", "")) == [sentence.strip() for sentence in text.split("|")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Rates of 3.5 in the U.S. and on example.org and in Node.js, Node.JS and ASP.NET stay.",
        "See report.Pdf, index.html, java.lang.String and www.Example.Com for it.",
        "Mr.Smith met Dr.Jones in St.Andrews with news of Bagle.AT and One.Tel, they said.",
        '"We left [it] there," he said, and "[they] stayed."',
    ],
)
def test_names_addresses_and_numbers_are_not_cut_at_their_stops(sentence: str) -> None:
    assert cut(f"{sentence} She left.") == [sentence, "She left."]


@pytest.mark.parametrize(
    "text",
    [
        "— Вы придёте? — спросил он. |Она молчала.",
        "- Вы придёте? - спросил он. |Она молчала.",
        "«Вы придёте?» — спросил он. |Она молчала.",
        "「増税はしない。」と述べた。|明日また来る。",
        "「雨だ。」|ところが晴れた。",
    ],
)
def test_speech_and_who_spoke_are_one_sentence(text: str) -> None:
    assert cut(text.replace("|", "")) == [sentence.strip() for sentence in text.split("|")]


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
