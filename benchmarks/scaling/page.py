"""Time what a visitor waits for: from Enter to painted evidence in Chromium, alone and with ten people at once.

INDEX is a built index and QUESTIONS a file of judged questions, of which only the words are used.
"""

import argparse
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.scaling.known_questions import question_texts

_ROOT = Path(__file__).resolve().parents[2]
_SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
_ASKED, _PEOPLE = 60, 10
_WATCH = """() => {
  const results = document.querySelector("#results");
  window.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    const pressed = performance.now();
    results.querySelector(".verdict")?.setAttribute("data-before", "");
    window.painted = new Promise((tell) => {
      const watch = new MutationObserver(() => {
        if (!results.querySelector(".verdict:not([data-before])")) return;
        watch.disconnect();
        requestAnimationFrame(() => requestAnimationFrame(() => tell(performance.now() - pressed)));
      });
      watch.observe(results, { childList: true, subtree: true });
    });
  }, true);
}"""
"""Watches for the next answer: looking again and again would make the page draw frame after frame."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is asked."""
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)


def main(given: argparse.Namespace) -> None:
    """Measure, and print."""
    questions = question_texts(given.questions)[:_ASKED]
    with _served(given.index) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(_SWITCHES))
        began = time.perf_counter()
        page = _opened(browser, address)
        whole = (time.perf_counter() - began) * 1_000
        first_paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        alone = []
        for question in questions:
            _press(page, question)
            alone.append(page.evaluate("painted"))
            page.wait_for_timeout(400)  # a visitor reads; the filters come meanwhile
        people = [_opened(browser, address) for _ in range(_PEOPLE)]
        page.wait_for_timeout(2_000)  # they have the page before them: its coming up is not measured
        for person, question in zip(people, questions, strict=False):
            _press(person, question)
        together = [person.evaluate("painted") for person in people]
        browser.close()
    print(f"first paint of the page: {first_paint:.0f} ms; all of it there: {whole:.0f} ms")
    print("from Enter to painted evidence, ms: median / 95th percentile")
    for who, milliseconds in (("alone", alone), (f"{_PEOPLE} people at once", together)):
        median, high = np.percentile(milliseconds, (50, 95))
        print(f"  {who}, {len(milliseconds)} questions: {median:.0f} / {high:.0f}")


@contextmanager
def _served(index: Path) -> Iterator[str]:
    """Serve an index in a process of its own, which prints its address when it is ready."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "qa.cli", "serve", "--index", str(index), "--port", port]
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield (process.stdout.readline() if process.stdout else "").split()[-1]
        finally:
            process.terminate()


def _opened(browser: Browser, address: str) -> Page:
    """Open the page as a visitor of its own."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
    page.goto(address)
    page.locator("#welcome .before").wait_for()
    page.evaluate(_WATCH)
    return page


def _press(page: Page, question: str) -> None:
    """Ask, and do not wait."""
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")
