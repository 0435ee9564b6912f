import pytest

from .conftest import Watched
from .hostile import ATTACKS, QUESTION

pytestmark = pytest.mark.browser


def test_nothing_in_any_field_runs_or_calls_out(attacked: Watched) -> None:
    page = attacked.open()
    page.get_by_label("Your question").fill(QUESTION)
    page.keyboard.press("Enter")
    page.locator(".card").first.wait_for()
    page.locator(".card").last.hover()
    for card in page.locator(".card").all():
        name = card.locator(".headline").inner_text()
        card.get_by_role("link").click()
        page.locator("#reader h2", has_text=name).wait_for()
        assert page.locator("#reader :is(script, img, iframe, svg, form, style, details)").count() == 0
        page.get_by_role("button", name="Close the article").click()
        page.locator("#reader .article").wait_for(state="detached")
    assert page.evaluate("window.attacked") is None
    assert page.locator("#results :is(script, img, iframe, svg, form, style)").count() == 0


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_a_link_runs_or_calls_out(attacked: Watched, attack: str) -> None:
    page = attacked.open()
    page.evaluate(
        "link => location.href = link",
        "?" + page.evaluate("words => new URLSearchParams(words)+''", {"q": attack + " window", "passage": attack}),
    )
    page.locator(".verdict").wait_for()
    page.get_by_role("heading", name="Not in this archive").wait_for()
    assert page.get_by_label("Your question").input_value() == attack + " window"
    assert page.evaluate("window.attacked") is None
