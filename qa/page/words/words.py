"""The texts that each language of the page must have; `{}` stands for what is put in, already made safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from qa.page.words.absence_words import AbsenceWords
from qa.page.words.archive_words import ArchiveWords
from qa.page.words.carrier_words import CarrierWords
from qa.page.words.index_words import IndexWords, MessageWords
from qa.page.words.locale import Locale, Plural
from qa.page.words.notebook_words import NotebookWords
from qa.page.words.script_words import ScriptWords
from qa.page.words.version_words import VersionWords
from qa.records import Kind, Vague, Verdict

Likelihood = Literal["high", "medium", "low"]

EXPORT_FORMATS: Mapping[str, str] = MappingProxyType(
    {"markdown": "Markdown", "csv": "CSV", "jsonl": "JSON Lines", "bibtex": "BibTeX", "ris": "RIS"}
)
"""Names that are the same in every language."""


@dataclass(frozen=True, slots=True)
class AskingWords:
    """Around the question."""

    question: str
    invitation: str
    placeholder: str
    ask: str
    examples: str
    recent: str
    what_to_do: str
    hint: str


@dataclass(frozen=True, slots=True)
class AnswerWords:
    """The verdict, and what stands over the evidence."""

    verdicts: Mapping[Verdict, str]
    denied: str
    """Instead of the verdict "none" where it is nearly sure."""
    likely: str
    """How likely it is that one of the passages answers."""
    check: str
    """Under a verdict that is not sure."""
    differing: str
    """Where articles of several days give different answers: those days."""
    dated: str
    """One of them: its day, and the number of its card."""
    lacking: str
    """Names and numbers of the question that none of the best passages holds."""
    no_time: str
    no_figure: str
    corrected: str
    """What was searched for instead of misspelt words."""
    as_written: str
    """A link: the misspelt words."""
    unread: str
    """Instead of a verdict where the question is in a language that the archive's model does not read."""
    reads: str
    """Which languages that reads, and what is found then."""
    readable: str
    """How to have such a question answered, where that is English alone."""
    by_meaning: str
    """Where the best passages are in another language than the question."""
    vague: Mapping[Vague, str]
    topic: str
    """A topic, how many passages are on it and how many articles."""
    no_topic: str
    no_topic_together: str
    """The same of several words."""
    near_topic: str
    """Over the passages that do not hold the words of the topic."""
    switch: Mapping[Kind, str]
    """A link to the same search, taken for the other kind."""
    unheld: str
    unheld_together: str
    left_out: Plural
    """Articles that a date filter leaves out for want of a full date."""
    time_unused: str
    """Where no passage is of the time that the question points at."""
    unknown_outlets: str
    unknown_places: str
    unknown_languages: str
    closest: str
    less_relevant: str
    """Over the passages after the last one that is likely to answer."""
    nothing: str
    nothing_filtered: str
    no_more: str
    no_more_at_all: str
    """After the less relevant passages."""
    more: str
    order: str
    orders: Mapping[str, str]
    right_or_wrong: str
    right: str
    """Beside a thumb up on the verdict."""
    wrong: str
    judged: str
    unjudged: str


@dataclass(frozen=True, slots=True)
class CardWords:
    """A piece of evidence."""

    likely: str
    likelihoods: Mapping[Likelihood, str]
    more: str
    """Beside a passage of which a part is shown."""
    less: str
    keep: str
    outlet_unstated: str
    by: str
    paragraph: str
    """Number and count."""
    under: str
    read: str
    copy_quote: str
    copied: str
    select: str
    previous: str
    following: str
    no_previous: str
    no_following: str
    why: str
    score: str
    parts: Mapping[str, str]
    answers: str
    answers_not: str
    elsewhere: Plural
    again_here: str
    and_again_here: str
    earliest: str
    differing: str
    more_here: Plural


@dataclass(frozen=True, slots=True)
class ExportWords:
    """The export menu."""

    export: str
    selected: str
    """Number of selected passages."""
    all_shown: str
    receipt: str
    link: str
    linked: str
    saved: str


@dataclass(frozen=True, slots=True)
class FilterWords:
    """The filters of a search."""

    filters: str
    dates: str
    after: str
    before: str
    newest_first: str
    """What “latest” in a question does."""
    apply: str
    clear: str
    clear_all: str
    outlets: str
    places: str
    languages: str
    undated: Plural
    no_outlet: Plural
    no_place: Plural
    timeline: str
    show_all: str
    counted: str
    """What the counts are of, where not every passage was looked at: the number of those that were."""


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The article, opened beside the evidence."""

    home: str
    search_for: str
    """Instead of an article that is not there: with words of its name."""
    close: str
    find: str
    previous_match: str
    next_match: str
    found: str
    """Number and count."""
    no_match: str
    file: str
    original: str
    """A link to the file itself."""
    source: str
    matching: Plural
    """Passages of the article that match the question."""


@dataclass(frozen=True, slots=True)
class Words:
    """Every text of the page in one language."""

    code: str
    name: str
    title: str
    languages: str
    tabs: Mapping[str, str]
    articles: Plural
    passages: Plural
    locale: Locale
    asking: AskingWords
    answer: AnswerWords
    carrier: CarrierWords
    absence: AbsenceWords
    versions: VersionWords
    card: CardWords
    exporting: ExportWords
    filters: FilterWords
    article: ArticleWords
    archive: ArchiveWords
    notebook: NotebookWords
    index: IndexWords
    messages: MessageWords
    script: ScriptWords
