"""Time what a visitor waits for: from Enter to painted evidence in Chromium, alone and with several people at once.

INDEX is a built index and QUESTIONS a file of judged questions, of which only the words are used.
"""

import argparse
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import cycle
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from benchmarks.scaling.known_questions import question_texts

ROOT = Path(__file__).resolve().parents[2]
SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
WATCH = """() => {
  window.painted = [];
  const note = (event) => {
    if (event.key !== "Enter") return;
    document.querySelector("#results .verdict")?.setAttribute("data-before", "");
    window.pressed = performance.now();
  };
  window.addEventListener("keydown", note, true);
  const results = document.querySelector("#results");
  new MutationObserver(() => {
    if (!results.querySelector(".verdict:not([data-before])") || !window.pressed) return;
    const pressed = window.pressed;
    window.pressed = null;
    requestAnimationFrame(() => requestAnimationFrame(() => {
      window.painted.push(performance.now() - pressed);
      window.tellPainted?.();
    }));
  }).observe(results, { childList: true, subtree: true });
}"""

PAINTED = """(count) => new Promise((tell, fail) => {
  window.tellPainted = () => window.painted.length >= count && tell(window.painted.at(-1));
  window.tellPainted();
  setTimeout(() => fail(new Error("no answer within a minute")), 60_000);
})"""
"""Without looking again and again: that would make the page draw frame after frame."""


@dataclass(frozen=True, slots=True)
class Served:
    """A page, and how long after its process was ready it was painted first."""

    address: str
    started: float


@contextmanager
def served(index: Path) -> Iterator[Served]:
    """Serve an index in a process of its own."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    command = [sys.executable, "-m", "qa.cli", "serve", "--index", str(index), "--port", port]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        try:
            said = process.stdout.readline() if process.stdout else ""
            yield Served(said.split()[-1], time.perf_counter())
        finally:
            process.terminate()


def opened(browser: Browser, address: str) -> Page:
    """Open the page as a visitor of its own."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB").new_page()
    page.goto(address)
    page.locator("#welcome .before").wait_for()
    page.evaluate(WATCH)
    return page


def press(page: Page, question: str) -> None:
    """Ask, and do not wait."""
    page.locator("#question textarea").fill(question)
    page.locator("#question textarea").press("Enter")


def waited(page: Page, count: int) -> float:
    """Wait for the given number of answers; return how long the latest took, in milliseconds."""
    return float(page.evaluate(PAINTED, count))


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is asked, and by how many."""
    parser.add_argument("index", type=Path)
    parser.add_argument("questions", type=Path)
    parser.add_argument("--people", type=int, default=10)
    parser.add_argument("--asked", type=int, default=60)


def run(given: argparse.Namespace) -> None:
    """Measure, and print the table."""
    questions = question_texts(given.questions)[: given.asked]
    with served(given.index) as page_served, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=list(SWITCHES))
        began = time.perf_counter()
        page = opened(browser, page_served.address)
        first_paint = page.evaluate("performance.getEntriesByName('first-contentful-paint')[0].startTime")
        whole = (time.perf_counter() - began) * 1000
        times = []
        for number, question in enumerate(questions, start=1):
            press(page, question)
            times.append(waited(page, number))
            page.wait_for_timeout(400)  # a visitor reads; the filters come meanwhile
        alone = statistics.median(times)
        people = [opened(browser, page_served.address) for _ in range(given.people)]
        people[-1].wait_for_timeout(2_000)  # they have the page before them: its coming up is not measured
        for person, question in zip(people, cycle(questions), strict=False):
            press(person, question)
        together = [waited(person, 1) for person in people]
        browser.close()
    print(f"first paint of the page: {first_paint:.0f} ms; all of it there: {whole:.0f} ms")
    print(
        f"Enter to painted evidence, {len(times)} questions: median {alone:.0f} ms, "
        f"95th percentile {statistics.quantiles(times, n=20)[-1]:.0f} ms"
    )
    print(
        f"{given.people} people at once: median {statistics.median(together):.0f} ms, longest {max(together):.0f} ms "
        f"({max(together) / alone:.1f} times the median alone)"
    )
