import itertools
import re
from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from qa.articles.passages import SplitPassage, split
from qa.articles.plain_text import plain
from qa.errors import ArticleUnreadable
from qa.models.encoder.protocol import Token
from qa.records import Article, Paragraph, ParsedArticle
from tests.support.hand_encoder import HandEncoder

WORDS = st.sampled_from(
    [
        "Trade",
        "grew.",
        "The",
        "border",
        "is",
        "long.",
        "U.S.",
        '"Yes."',
        "“No.”",
        "“",
        "5",
        "caf&#233;",
        "a&#32;b",
        "雨。",
    ]
)
LINES = st.lists(WORDS | st.text(max_size=6), min_size=1, max_size=30).map(" ".join)
TITLES = st.none() | st.lists(WORDS, min_size=1, max_size=8).map(" ".join)


def read(paragraphs: Sequence[str], title: str | None = None, heading: str | None = None) -> ParsedArticle:
    """An article of those paragraphs with a line that is no passage before each."""
    text, spans = "", []
    for paragraph in paragraphs:
        text += "Close\n\n"
        spans.append(Paragraph(len(text), len(text) + len(paragraph), heading))
        text += paragraph + "\n\n"
    return ParsedArticle(Article("a.txt", text, "A", title=title), tuple(spans), ())


@st.composite
def parsed_articles(draw: st.DrawFn) -> ParsedArticle:
    paragraphs = [line for line in draw(st.lists(LINES, min_size=1, max_size=4)) if line.strip()]
    assume(paragraphs)
    return read(paragraphs, draw(TITLES), draw(TITLES))


@st.composite
def scattered(draw: st.DrawFn) -> ParsedArticle:
    """Paragraphs anywhere in any text."""
    text = draw(st.text(min_size=1, max_size=200) | LINES) + "end"
    ends = draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=8, unique=True))
    places = sorted(ends)
    spans = zip(places[::2], places[1::2], strict=False)
    kept = tuple(Paragraph(start, end, None) for start, end in spans if text[start:end].strip())
    return ParsedArticle(Article("b.txt", text, "B"), kept, ())


WINDOWS = st.integers(4, 14)
READINGS = parsed_articles() | scattered()


def by_paragraph(passages: Sequence[SplitPassage]) -> dict[int, list[SplitPassage]]:
    groups: dict[int, list[SplitPassage]] = {}
    for it in passages:
        groups.setdefault(it.passage.number, []).append(it)
    return groups


@given(READINGS, WINDOWS)
def test_a_passage_is_a_verbatim_stretch_of_its_paragraph(parsed: ParsedArticle, window: int) -> None:
    for it in split(parsed, HandEncoder(window)):
        passage, paragraph = it.passage, parsed.paragraphs[it.passage.number - 1]
        assert passage.text == parsed.article.text[passage.start : passage.end] != ""
        assert paragraph.start <= passage.start < passage.end <= paragraph.end
        assert passage.heading == paragraph.heading


@given(READINGS, WINDOWS)
def test_a_sentence_is_a_verbatim_stretch_of_its_passage(parsed: ParsedArticle, window: int) -> None:
    for it in split(parsed, HandEncoder(window)):
        assert all(sentence.text == it.passage.text[sentence.start : sentence.end] != "" for sentence in it.sentences)
        assert all(first.end <= second.start for first, second in itertools.pairwise(it.sentences))
        assert (it.sentences[0].start, it.sentences[-1].end) == (0, len(it.passage.text))


@given(READINGS, WINDOWS)
def test_nothing_handed_to_the_encoder_is_longer_than_it_reads(parsed: ParsedArticle, window: int) -> None:
    encoder = HandEncoder(window)
    for it in split(parsed, encoder):
        assert all(len(encoder.tokens(text)) <= window for text in (it.encoded_text, *it.encoded_sentences))


@given(READINGS, WINDOWS)
def test_every_word_of_a_paragraph_is_in_some_passage(parsed: ParsedArticle, window: int) -> None:
    text = parsed.article.text
    covered = {at for it in split(parsed, HandEncoder(window)) for at in range(it.passage.start, it.passage.end)}
    for paragraph in parsed.paragraphs:
        assert all(at in covered or text[at].isspace() for at in range(paragraph.start, paragraph.end))


@given(READINGS, WINDOWS)
def test_pieces_of_a_long_paragraph_share_its_number_and_a_sentence_where_that_fits(
    parsed: ParsedArticle, window: int
) -> None:
    encoder = HandEncoder(window)
    groups = by_paragraph(split(parsed, encoder))
    assert list(groups) == list(range(1, len(parsed.paragraphs) + 1))
    for pieces in groups.values():
        context = pieces[0].encoded_text.removesuffix(plain(pieces[0].passage.text))
        for before, after in itertools.pairwise(pieces):
            last = before.passage.start + before.sentences[-1].start
            first_end = after.passage.start + after.sentences[0].end
            shared = after.passage.start == last and first_end == before.passage.end
            both = context + plain(parsed.article.text[last:first_end])
            assert shared or len(encoder.tokens(both)) > window
            assert before.passage.start < after.passage.start
            assert before.passage.end < after.passage.end


@given(READINGS, WINDOWS)
def test_no_two_passages_of_an_article_have_the_same_id(parsed: ParsedArticle, window: int) -> None:
    ids = [it.passage.id for it in split(parsed, HandEncoder(window))]
    assert len(set(ids)) == len(ids)
    assert all(re.fullmatch(r"[0-9a-f]{16}", it) for it in ids)


@given(LINES, LINES, LINES, WINDOWS)
def test_a_permalink_survives_a_change_elsewhere_in_its_article(kept: str, old: str, new: str, window: int) -> None:
    assume(kept.strip() and old.strip() and new.strip())
    earlier, later = (split(read([other, kept]), HandEncoder(window)) for other in (old, new))
    before, after = (by_paragraph(it)[2] for it in (earlier, later))
    elsewhere = {it.passage.text for it in (*by_paragraph(earlier)[1], *by_paragraph(later)[1])}
    assume(not elsewhere & {it.passage.text for it in before})
    assert [it.passage.id for it in before] == [it.passage.id for it in after]


def test_the_same_words_in_another_file_have_another_id() -> None:
    encoder, parsed = HandEncoder(), read(["The border is open."])
    other = ParsedArticle(Article("c.txt", parsed.article.text, "C"), parsed.paragraphs, ())
    assert split(parsed, encoder)[0].passage.id != split(other, encoder)[0].passage.id


@pytest.mark.parametrize("stop", [".", ""], ids=["in sentences", "without a full stop"])
@pytest.mark.parametrize("gap", [" ", "\n"])
def test_a_needle_at_the_end_of_nine_thousand_words_is_in_some_passage(stop: str, gap: str) -> None:
    hay = gap.join(f"The {number} ship carried nothing of note that day{stop}" for number in range(1_000))
    passages = split(read([f"{hay}{gap}The needle was found under the bridge."]), HandEncoder(40))
    assert len(passages) > 200
    assert "needle was found" in passages[-1].passage.text


def test_a_paragraph_that_fits_is_one_passage() -> None:
    (only,) = split(read(["Trade grew. The border is long."], "Trade", "Figures"), HandEncoder(8))
    assert only.passage.text == "Trade grew. The border is long."
    assert [sentence.text for sentence in only.sentences] == ["Trade grew.", "The border is long."]


def test_a_long_paragraph_is_cut_at_sentence_ends_and_each_piece_begins_with_the_last_sentence_before() -> None:
    passages = split(read(["Trade has grown. Borders are open. Ships come often. Music was heard."]), HandEncoder(7))
    assert [it.passage.text for it in passages] == [
        "Trade has grown. Borders are open.",
        "Borders are open. Ships come often.",
        "Ships come often. Music was heard.",
    ]
    assert {it.passage.number for it in passages} == {1}


@pytest.mark.parametrize("count", [1, 31, 32, 33, 64, 65, 126, 1_000])
def test_of_a_passage_of_countless_sentences_neighbours_are_encoded_together(count: int) -> None:
    text = "".join(f"{chr(0x4E00 + number)}。" for number in range(count))
    passages = split(read([text]), HandEncoder(256))
    for it in passages:
        assert len(it.encoded_sentences) == len(it.sentences) <= 32
        assert "".join(sentence.text for sentence in it.sentences) == it.passage.text
    if count <= 32:
        assert len(passages[0].sentences) == count


def test_no_window_is_tokenised_once_for_each_of_its_sentences() -> None:
    text = " ".join(f"{chr(0x4E00 + number)}。" for number in range(5_000))
    tokenised = 0

    class Counting(HandEncoder):
        def tokens(self, text: str) -> Sequence[Token]:
            nonlocal tokenised
            tokenised += len(text)
            return super().tokens(text)

    assert len(split(read([text]), Counting(256))) > 19
    assert tokenised < 25 * len(text)


def test_what_is_encoded_is_the_plain_passage_behind_its_headline_and_heading() -> None:
    (only,) = split(read(["Caf&#233;s opened. Ships came."], "Trade &amp; more", "Figures"), HandEncoder(40))
    assert only.encoded_text == "Trade & more\nFigures\nCafés opened. Ships came."
    assert only.encoded_sentences == ("Trade & more\nFigures\nCafés opened.", "Trade & more\nFigures\nShips came.")
    assert only.passage.text == "Caf&#233;s opened. Ships came."


def test_a_long_headline_takes_a_quarter_of_the_window_at_most() -> None:
    (only,) = split(read(["Ships came and went."], "one two three four five six seven"), HandEncoder(12))
    assert only.encoded_text == "one two three\nShips came and went."


def test_a_headline_of_one_endless_word_does_not_shred_its_article() -> None:
    texts = [it.passage.text for it in split(read(["Ships came and went."], "x" * 5_000), HandEncoder(40))]
    assert texts == ["Ships came and went."]


def test_what_is_encoded_again_is_what_another_headline_sentence_or_encoder_changes() -> None:
    def key(text: str, title: str, fingerprint: str = "hand-1") -> bytes:
        return split(read([text], title), HandEncoder(40, fingerprint))[0].key

    same = key("Ships came.", "Trade")
    assert key("Ships came.", "Trade") == same
    changed = {key("Ships went.", "Trade"), key("Ships came.", "Music"), key("Ships came.", "Trade", "hand-2")}
    assert len({same, *changed}) == 4


def test_an_article_without_paragraphs_has_no_passages() -> None:
    assert split(read([]), HandEncoder()) == ()


@pytest.mark.parametrize(
    "spans",
    [
        pytest.param([(0, 5), (3, 8)], id="overlapping"),
        pytest.param([(6, 9), (0, 5)], id="out of order"),
        pytest.param([(0, 500)], id="beyond the text"),
        pytest.param([(4, 4)], id="empty"),
    ],
)
def test_paragraphs_that_contradict_the_text_are_refused(spans: list[tuple[int, int]]) -> None:
    paragraphs = tuple(Paragraph(start, end, None) for start, end in spans)
    with pytest.raises(ArticleUnreadable, match=r"d\.txt: its paragraphs do not follow one another"):
        split(ParsedArticle(Article("d.txt", "First and second.", "D"), paragraphs, ()), HandEncoder())
