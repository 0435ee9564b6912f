from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.page.highlighting import question_words
from qa.page.rendering.article import Opened, article_pane, unopened_article
from qa.page.words.english import ENGLISH
from qa.records import Article, Passage, Span
from tests.page.golden_files import assert_golden
from tests.page.records_made import ARTICLE, LATER, PASSAGE, SENTENCE, UNSTATED, answer
from tests.page.rendered import rendered

PASSAGES = (PASSAGE, LATER)
ANY_TEXT = st.text(alphabet=st.sampled_from("ab.<>&\"'`${}\n \t\u202e"), min_size=1, max_size=120)


def test_the_whole_article_is_there_with_the_passage_and_its_sentence_marked() -> None:
    assert_golden(
        "article.html", article_pane(Opened(ARTICLE, PASSAGES, PASSAGE, Span(SENTENCE.start, SENTENCE.end)), ENGLISH)
    )


def test_an_article_that_says_little_of_itself_is_read_all_the_same() -> None:
    assert_golden("article_unstated.html", article_pane(Opened(UNSTATED, PASSAGES, LATER), ENGLISH))


def test_a_sentence_that_lies_outside_the_passage_marks_nothing() -> None:
    assert "<strong" not in article_pane(Opened(ARTICLE, PASSAGES, LATER, Span(5000, 6000)), ENGLISH)


def test_a_script_for_a_url_is_no_link() -> None:
    assert "<a " not in article_pane(Opened(replace(ARTICLE, url="javascript:alert(1)"), PASSAGES, PASSAGE), ENGLISH)


def test_an_article_that_cannot_be_opened_leaves_a_message() -> None:
    html = unopened_article("Not in this archive", "No passage <x>: search again.", ENGLISH)
    assert "No passage &lt;x&gt;: search again." in html
    assert html.count("data-focus") == 1


@given(ANY_TEXT, st.data())
def test_every_character_of_an_article_is_shown_and_nothing_of_it_is_a_tag(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    article = Article("file.txt", text, "name")
    opened = Passage("0" * 16, text[start:end], start, end, 1, None)
    other_start = data.draw(st.integers(0, len(text) - 1))
    other = Passage("1" * 16, text[other_start:], other_start, len(text), 2, None)
    sentence = data.draw(st.none() | st.builds(Span, st.just(0), st.integers(1, 9)))
    words = question_words(answer("weak", 0.5, "a b"))
    matching = data.draw(st.sampled_from([(), (other.id,)]))
    html = article_pane(Opened(article, (opened, other), opened, sentence, matching, words), ENGLISH)
    body = rendered(html.split('<div class="body"', 1)[1].split('<p class="colophon">')[0])
    assert "".join(body.text.partition(">")[2].split()) == "".join(plain(text).split())
    assert set(body.tags) <= {"p", "mark", "strong", "div", "b"}
    assert html.count("data-focus") <= 1
    if text[start:end].strip():
        assert "<mark" in html


def test_front_matter_is_not_read_as_a_part_of_the_article() -> None:
    text = "---\noutlet: Example Wire\n---\n\nA headline\n\nThe border is long.\n"
    article = Article("file.txt", text, "A headline", title="A headline", outlet="Example Wire")
    start = text.index("The border")
    html = article_pane(
        Opened(article, (Passage("0" * 16, "The border is long.", start, len(text) - 1, 1, None),)), ENGLISH
    )
    body = rendered(html.split('<div class="body"', 1)[1].split('<p class="colophon">')[0])
    assert body.text.partition(">")[2].split() == ["The", "border", "is", "long."]


def test_other_passages_that_match_are_marked_too_and_can_be_gone_through() -> None:
    html = article_pane(Opened(ARTICLE, PASSAGES, PASSAGE, matching={LATER.id}), ENGLISH)
    assert html.count("data-match=") == 2
    assert f'<mark class="match" data-match="{LATER.id}">' in html
    assert "2 passages match" in html
    assert "data-leads" not in article_pane(Opened(ARTICLE, PASSAGES, PASSAGE), ENGLISH)


def test_an_article_opened_from_the_list_begins_at_its_headline() -> None:
    html = article_pane(Opened(ARTICLE, PASSAGES), ENGLISH)
    assert '<h2 id="article-name" dir="auto" tabindex="-1" data-focus>' in html
    assert "<mark" not in html
