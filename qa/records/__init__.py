"""The records that travel: articles and their parts, what is asked for, and what answers.

They are frozen, and can be compared, hashed, copied and pickled.
"""

from qa.records.absence import Absence, Control, Nearest
from qa.records.answer import (
    Answer,
    AskedTime,
    Correction,
    DatedAnswer,
    Evidence,
    ModelNames,
    Topic,
    Unknown,
    Vague,
    Verdict,
)
from qa.records.article import Article, Copy, Dropped, Entry, Paragraph, ParsedArticle, Passage, Sentence, Source, Span
from qa.records.new_article import NewArticle
from qa.records.parts import Parts
from qa.records.request import KINDS, ORDERS, Kind, Order, SearchRequest

__all__ = [
    "KINDS",
    "ORDERS",
    "Absence",
    "Answer",
    "Article",
    "AskedTime",
    "Control",
    "Copy",
    "Correction",
    "DatedAnswer",
    "Dropped",
    "Entry",
    "Evidence",
    "Kind",
    "ModelNames",
    "Nearest",
    "NewArticle",
    "Order",
    "Paragraph",
    "ParsedArticle",
    "Parts",
    "Passage",
    "SearchRequest",
    "Sentence",
    "Source",
    "Span",
    "Topic",
    "Unknown",
    "Vague",
    "Verdict",
]
