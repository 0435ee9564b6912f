"""Kept passages for tests: one by hand, and whatever else a notebook may hold."""

from dataclasses import replace

from hypothesis import strategies as st

from qa.exports.notebook import Kept
from tests.exports.citations.made import CITATION, citations, texts

KEPT = Kept(
    CITATION,
    "Ask the embassy.\n\nAnd the mayor.",
    "?q=How+long+is+the+border%3F&passage=0123456789abcdef&sentence=20-63",
)
SECOND = Kept(replace(CITATION, question="Who smiled?", passage_id="fedcba9876543210", quote=CITATION.passage))
PAGE = "http://127.0.0.1:7860/"

_cut = st.tuples(citations, st.integers(0, 20), st.integers(0, 20)).map(
    lambda it: replace(it[0], quote=it[0].passage[it[1] : it[1] + it[2]])
)
kept = st.builds(Kept, st.one_of(citations, _cut), note=texts, address=st.one_of(texts, texts.map("?q=".__add__)))
