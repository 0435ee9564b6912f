"""Say which words a language of the page must have; `{}` stands for what is put in, already made safe."""

from collections.abc import Mapping
from dataclasses import dataclass

from qa.page.words.locale import Locale, Plural
from qa.records import Verdict


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
    undated: Plural
    """Of articles, after "The dates leave out"."""
    left_out: str
    unknown_outlets: str
    unknown_places: str
    closest: str
    less_relevant: str
    """Over the passages that come after the last one likely to answer."""
    nothing: str
    nothing_filtered: str
    no_more: str
    no_more_at_all: str
    """After what hardly bears on the question."""
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
    """What is taken along."""

    export: str
    selected: str
    """Around how many are selected."""
    all_shown: str
    formats: Mapping[str, str]
    receipt: str
    link: str
    linked: str
    saved: str


@dataclass(frozen=True, slots=True)
class FilterWords:
    """What narrows a search."""

    filters: str
    dates: str
    after: str
    before: str
    apply: str
    clear: str
    clear_all: str
    outlets: str
    places: str
    undated: str
    unstated: str
    timeline: str
    bar: str
    """Date and count."""
    passages: Plural
    show_all: str


@dataclass(frozen=True, slots=True)
class ArticleWords:
    """An article, opened beside."""

    close: str
    find: str
    previous_match: str
    next_match: str
    found: str
    """Which of how many."""
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
    """The tab where the index is looked after."""

    heading: str
    revision: str
    folder: str
    dates: str
    encoder: str
    size: str
    search: str
    search_kinds: Mapping[str, str]
    recall: str
    waiting: str
    skipped: str
    ahead: str
    """How the folder of articles differs from the index."""
    not_ahead: str
    none_skipped: str
    add: str
    add_words: str
    """With the endings that files may have."""
    drop: str
    rebuild: str
    rebuild_words: str
    rebuilding: str
    added: str
    there: str
    done: str
    refused: str
    not_here: str
    ago: Mapping[str, Plural]
    just_now: str


@dataclass(frozen=True, slots=True)
class MessageWords:
    """What stands in place of an answer: a headline, and what is wrong and what to do about it."""

    question: str
    empty: str
    long: str
    """How many characters, and how many at most."""
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
    """Everything that the page says in one language."""

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
