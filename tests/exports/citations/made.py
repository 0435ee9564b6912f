"""Citations for tests: one by hand, and whatever else an article may hold."""

from dataclasses import replace
from datetime import date

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from qa.exports.citations import Citation

CITATION = Citation(
    quote="“The border is 7,591 km,” he said & smiled.",
    passage="The minister spoke. “The border is 7,591 km,” he said & smiled.",
    passage_id="0123456789abcdef",
    paragraph=4,
    headline="Border talks open",
    outlet="The Herald",
    author="A. Writer",
    date="2022-12-10",
    place="ASTANA",
    section="Business",
    url="https://example.org/talks?a=1&b=2",
    file="2022/talks.txt",
    question="How long is the border?",
    retrieved=date(2026, 11, 22),
)
BARE = replace(CITATION, headline=None, outlet=None, author=None, date=None, place=None, section=None, url=None)
YEARLESS = replace(CITATION, date="--10-22")

unhurried = settings(suppress_health_check=[HealthCheck.too_slow])
"""A citation has a dozen texts, and a busy machine makes them slowly."""

_FRAGMENTS = (
    "TY  - JOUR",
    "ER  - ",
    "\nN2  - other",
    "\r\nAU  - other",
    "@article{key, title = {other}}",
    "{", "}", "}}", "\\", "\\\\", "\\}", "\\input{x}", "$x_1^2$", "100 %", "#1", "~", "&amp;", "&lt;b&gt;",
    '"', "''", "``", "--", "---", "?`", "<<", ",,", "“", "”",
    "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r", "\n", "\n\n", "'", "＝1", ";", ",",
    "**", "_", "`", "```", "[a](b)", "![a](b)", "<script>", "| a |", "# a", "1. a", "- a", "* a", "> a", "===", ": a",
    "\u202e", "\u2066", "\u200b", "\u200d", "\ufeff", "\x00", "\x1b[31m", "\x85", "\u2028", "\ud800",
    "Привет", "Қазақстан", "🇰🇿", "👩‍🔬", "e\u0301", "שלום",
)  # fmt: skip
texts = st.lists(st.one_of(st.sampled_from(_FRAGMENTS), st.text(max_size=8)), max_size=6).map("".join)
stated = st.one_of(st.none(), texts)
dates = st.one_of(
    st.none(),
    st.dates().map(date.isoformat),
    st.dates().map(lambda it: f"--{it:%m-%d}"),
    st.sampled_from(["2022-02-31", "spring 1998", "--13-01", "=1"]),
)
citations = st.builds(
    Citation,
    quote=texts,
    passage=texts,
    passage_id=st.text("0123456789abcdef", min_size=16, max_size=16),
    paragraph=st.integers(1, 9_999),
    headline=stated,
    outlet=stated,
    author=stated,
    date=dates,
    place=stated,
    section=stated,
    url=st.one_of(stated, texts.map("https://example.org/".__add__)),
    file=texts.map("news/".__add__),
    question=texts,
    retrieved=st.dates(),
)
