import html

from hypothesis import given
from hypothesis import strategies as st

from qa.articles.plain_text import plain
from qa.page.rendering.escaping import Html, safe_link
from tests.page.rendered import rendered

ANY_TEXT = st.text() | st.text(alphabet="<>&\"'`${}\\/ampltgquo#x;{}\u202e\x00\ud800 ")


def test_entities_of_old_archives_are_resolved_once() -> None:
    assert plain("Marks &amp; Spencer &#163;5") == "Marks & Spencer £5"
    assert plain("&amp;lt;b&amp;gt;") == "&lt;b&gt;"


def test_what_is_invisible_and_misleads_is_gone_and_what_scripts_need_stays() -> None:
    assert plain("\ufeffhe \u202edies\u202c\x07\x9b31m") == "he dies31m"
    assert plain("می\u200cخواهم 👩\u200d🚀") == "می\u200cخواهم 👩\u200d🚀"
    assert plain("one\n\ttwo") == "one\n\ttwo"


def test_letters_are_composed_but_not_rewritten() -> None:
    assert plain("Zu\u0308rich e\ufb03cient") == "Zürich e\ufb03cient"


def test_half_a_surrogate_pair_can_still_be_sent_to_a_browser() -> None:
    assert plain("a\ud800b").encode() == b"ab"


@given(ANY_TEXT)
def test_no_text_yields_a_tag_an_entity_or_an_end_of_attribute(text: str) -> None:
    safe = Html.escape(text)
    assert not set("<>\"'") & set(safe)
    assert html.unescape(safe) == plain(text)


@given(ANY_TEXT)
def test_no_text_leaves_its_element_or_its_attribute(text: str) -> None:
    reading = rendered(Html('<p title="{0}">{0}</p>').format(text))
    assert reading.tags == ["p"]
    assert reading.attributes == ["title"]
    assert reading.text == plain(text)


@given(ANY_TEXT)
def test_whatever_is_joined_to_html_is_escaped_once(text: str) -> None:
    safe = Html.escape(text)
    assert Html(", ").join([text, safe]) == f"{safe}, {safe}"
    assert Html("<b>{}</b>").format(safe) + text == f"<b>{safe}</b>{safe}"


def test_only_links_to_the_web_are_links() -> None:
    assert safe_link("https://example.org/a?b=1&c=2") == "https://example.org/a?b=1&amp;c=2"
    for hostile in (
        None,
        "",
        "javascript:alert(1)",
        " java\tscript:alert(1)",
        "data:text/html,x",
        "//evil",
        "https://",
        "http://[",
    ):
        assert safe_link(hostile) is None


@given(ANY_TEXT)
def test_a_link_never_leaves_its_attribute(text: str) -> None:
    url = safe_link("https://example.org/" + text)
    if url is not None:
        assert not set("<>\"'") & set(url)
