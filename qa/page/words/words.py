"""The texts that each language of the page must have; `{}` stands for what is put in, already made safe."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from qa.page.words.locale import Locale, Plural
from qa.records import Verdict

EXPORT_FORMATS: Mapping[str, str] = MappingProxyType(
    {"markdown": "Markdown", "csv": "CSV", "jsonl": "JSON Lines", "bibtex": "BibTeX", "ris": "RIS"}
)
"""Names that are the same in every language."""


@dataclass(frozen=True, slots=True)
class AskingWords:
    """Around the question."""

    question: str
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
    likely: Mapping[Verdict, str]
    holds_all: str
    holds_some: str
    holds_none: str
    no_time: str
    no_figure: str
    corrected: str
    unheld: str
    unheld_together: str
    left_out: Plural
    """Articles that a date filter leaves out for want of a full date."""
    unknown_outlets: str
    unknown_places: str
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
    right: str
    """Beside a thumb up on the verdict."""
    wrong: str
    judged: str
    unjudged: str


@dataclass(frozen=True, slots=True)
class CardWords:
    """A piece of evidence."""

    likely: str
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
    apply: str
    clear: str
    clear_all: str
    outlets: str
    places: str
    undated: Plural
    unstated: Plural
    timeline: str
    show_all: str


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """The article, opened beside the evidence."""

    close: str
    find: str
    previous_match: str
    next_match: str
    found: str
    """Number and count."""
    no_match: str
    file: str
    source: str
    matching: Plural
    """Passages of the article that match the question."""


@dataclass(frozen=True, slots=True)
class ArchiveWords:
    """The tab that shows what the archive holds."""

    by_month: str
    by_outlet: str
    list: str
    some: str
    title: str
    outlet: str
    date: str
    passages: str
    find: str
    search: str
    clear: str
    page: str
    previous: str
    following: str
    nothing: str
    undated: str
    map: str
    map_words: str
    show_map: str


@dataclass(frozen=True, slots=True)
class IndexWords:
    """The tab where the owner looks after the index."""

    heading: str
    revision: str
    folder: str
    without_file: str
    """With the number of articles that were added without a file."""
    dates: str
    encoder: str
    size: str
    search: str
    search_kinds: Mapping[str, str]
    recall: str
    newer: Plural
    gone: Plural
    skipped: str
    ahead: str
    """The folder diff."""
    not_ahead: str
    none_skipped: str
    add: str
    add_words: str
    """With the allowed file endings."""
    drop: str
    rebuild: str
    rebuild_words: str
    rebuilding: str
    added: str
    already_there: str
    refused: str
    """With the file and the reason, which is a clause."""
    done: str
    not_here: str
    ago: Mapping[str, Plural]
    just_now: str


@dataclass(frozen=True, slots=True)
class MessageWords:
    """What stands in place of an answer: a headline, the fault and its remedy."""

    question: str
    empty: str
    long: str
    """The number of characters, and the limit."""
    characters: Plural
    wordless: str
    excluding: str
    date: str
    dates: str
    """The first and the last date."""
    passage: str
    article: str
    missing: str
    archive: str
    busy: str
    ours: str
    ours_more: str


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
    card: CardWords
    exporting: ExportWords
    filters: FilterWords
    article: ArticleWords
    archive: ArchiveWords
    index: IndexWords
    messages: MessageWords
