"""A visitor logs in with a browser, asks, and is asked to log in again after logging out."""

from playwright.sync_api import Browser, expect

from tests.page.browsing import ask
from tests.page.serving.conftest import PASSWORDS


def test_a_visitor_logs_in_and_asks(browser: Browser, closed_page: str) -> None:
    address = closed_page.replace("0.0.0.0", "127.0.0.1")
    context = browser.new_context(locale="en-GB", extra_http_headers={"x-forwarded-for": "192.0.2.90"})
    page = context.new_page()
    page.goto(address)
    name, password = page.get_by_label("username"), page.get_by_label("password")
    for typed in ("wrong", PASSWORDS["ann"]):
        name.fill("ann")
        password.fill(typed)
        page.get_by_role("button", name="Login").click()
        if typed == "wrong":
            expect(page.get_by_text("Incorrect Credentials")).to_be_visible()
    ask(page, "How long is the land border?")
    expect(page.locator(".card").first).to_contain_text("7,591 kilometers")
    page.goto(address + "logout")
    page.goto(address)
    expect(page.get_by_label("password")).to_be_visible()
    context.close()
