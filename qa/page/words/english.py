"""Speak English."""

from types import MappingProxyType

from qa.page.words.forms import Forms, Manner, english
from qa.page.words.words import (
    AnswerWords,
    ArchiveWords,
    AskingWords,
    CardWords,
    FilterWords,
    IndexWords,
    KeepingWords,
    MessageWords,
    ReaderWords,
    Words,
)

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip

ENGLISH = Words(
    code="en",
    name="English",
    title="Ask the archive",
    languages="Language",
    tabs=MappingProxyType({"ask": "Ask", "archive": "Archive", "index": "Index"}),
    articles=Forms("article", "articles", "articles"),
    passages=Forms("passage", "passages", "passages"),
    manner=Manner(
        thousands=",",
        form=english,
        months=_MONTHS,
        month_names=_MONTHS,
        full_date="{day} {month} {year}",
        yearless_date="{day} {month}, year not stated",
        undated="undated",
        period="{} to {}",
        least="under 1%",
        most="over 99%",
    ),
    asking=AskingWords(
        question="Your question",
        placeholder="What do you want to know?",
        ask="Ask",
        examples="For example",
        recent="Asked in this tab",
        what_to_do=(
            "Ask in plain words. The paragraphs that answer come back word for word, best first, each with its source; "
            "where nothing answers, this page says so."
        ),
        hint='"Words in quotes" must occur, and -word leaves out passages that hold it.',
    ),
    answer=AnswerWords(
        verdicts=MappingProxyType(
            {"answered": "Answered", "weak": "Weak evidence", "none": "This archive does not answer that"}
        ),
        likely=MappingProxyType(
            {
                "answered": "{} likely that an answer is among these.",
                "weak": "{} likely that an answer is among these. Read them before you rely on one.",
                "none": "It is {} likely that an answer is among the passages that come closest.",
            }
        ),
        holds_all="The first passage and its headline hold every word of the question.",
        holds_some="The first passage and its headline hold {}, but not {}.",
        holds_none="The first passage holds none of the question's words: it was found by its meaning.",
        no_time="The question asks for a time, and the first passage states none.",
        no_figure="The question asks for a figure, and the first passage states none.",
        corrected="No article holds “{}”: it was read as “{}”.",
        unheld="No passage holds {} as quoted: it was searched for without the quotes.",
        unheld_together="No passage holds all of {} as quoted: they were searched for without the quotes.",
        undated=Forms("article that states", "articles that state", "articles that state"),
        left_out="The dates you asked for leave out {} no full date.",
        closest="Closest passages",
        nothing="No passage comes close.",
        nothing_filtered="No passage satisfies the filters: widen them.",
        no_more="That is all that comes close.",
        more="More passages",
        order="Sorted by",
        orders=MappingProxyType({"relevance": "relevance", "newest": "newest first", "oldest": "oldest first"}),
        right="This verdict is right",
        wrong="This verdict is wrong",
        judged="Kept as a test of this archive.",
        unjudged="Taken back.",
    ),
    card=CardWords(
        likely="{} likely to answer",
        outlet_unstated="outlet not stated",
        by="by {}",
        paragraph="paragraph {} of {}",
        under=", under “{}”",
        read="Read in the article",
        copy_quote="Copy quote",
        copied="Copied, with its source.",
        select="Select",
        previous="Paragraph before",
        following="Paragraph after",
        no_previous="This is the first paragraph.",
        no_following="This is the last paragraph.",
        why="Why this?",
        score="score",
        parts=MappingProxyType(
            {
                "passage": "the passage means what was asked",
                "sentence": "so does its best sentence",
                "words": "it holds the question's words",
                "article": "its article holds them",
                "phrases": "it holds them side by side",
                "kind": "it holds the kind of answer asked for",
                "length": "it has room for an answer",
                "reader": "read together with the question, it answers",
                "reranker": "the reranker's judgement",
            }
        ),
        answers="This passage answers",
        answers_not="This passage does not answer",
        elsewhere=Forms("Also in {} other source", "Also in {} other sources", "Also in {} other sources"),
        again_here="Again in this article",
        and_again_here=", and again in this article",
        earliest=", earliest {}",
        differing="Words that differ from the passage above are underlined.",
        more_here=Forms(
            "{} more passage of this article", "{} more passages of this article", "{} more passages of this article"
        ),
    ),
    keeping=KeepingWords(
        keep="Take along",
        chosen="{} selected",
        all_shown="All passages shown; select some to take only those.",
        formats=MappingProxyType(
            {"markdown": "Markdown", "csv": "CSV", "jsonl": "JSON Lines", "bibtex": "BibTeX", "ris": "RIS"}
        ),
        receipt="Search receipt",
        link="Copy link to this search",
        linked="Link copied.",
        saved="Saved as {}.",
    ),
    filters=FilterWords(
        filters="Filters",
        dates="Published",
        after="From",
        before="to",
        apply="Apply",
        clear="clear",
        clear_all="Clear all filters",
        outlets="Outlet",
        places="Place",
        undated="{} without a full date",
        unstated="{} that state none",
        timeline="When the passages were published",
        bar="{}: {}",
        passages=Forms("passage", "passages", "passages"),
        show_all="Show all {}",
    ),
    reader=ReaderWords(
        close="Close the article",
        find="Find in this article",
        previous_match="Passage before that matches",
        next_match="Next passage that matches",
        found="{} of {}",
        no_match="not found",
        file="File {}",
        source="Read it at its source",
        matching=Forms("{} passage matches", "{} passages match", "{} passages match"),
    ),
    archive=ArchiveWords(
        by_month="Articles by date of publication",
        by_outlet="Articles by outlet",
        list="All articles",
        some="{} in this list",
        title="Headline",
        outlet="Outlet",
        date="Published",
        passages="Passages",
        find="Words of the headline",
        search="Find",
        clear="Show all",
        page="Page {} of {}",
        previous="Page before",
        following="Next page",
        nothing="No article is like that.",
        undated="without a full date",
        map="What the archive is about",
        map_words=(
            "Each point is a passage; passages of like meaning stand near each other. "
            "A point opens its passage, and the passages of your last question are ringed."
        ),
        show_map="Draw the map",
        map_wait="Drawing the map: some seconds.",
    ),
    index=IndexWords(
        heading="What is searched",
        revision="Revision",
        built="Built",
        folder="Folder of articles",
        dates="Dates",
        encoder="Encoder",
        size="On disk",
        search="Search by meaning",
        search_kinds=MappingProxyType({"exact": "compares every passage", "approximate": "approximate"}),
        recall="finds {} of the ten nearest",
        waiting="{} newer than its files, {} gone and not yet cleared away",
        skipped="Files that could not be read",
        ahead="The folder is ahead of the index: {} added, {} changed, {} removed.",
        not_ahead="The folder holds what the index holds.",
        none_skipped="Every file could be read.",
        add="Add articles",
        add_words="Text or Markdown files ({}). They are copied into the folder of articles; none is written over.",
        rebuild="Rebuild",
        rebuild_words=(
            "Takes in whatever was added, changed or removed in the folder. Questions are answered meanwhile."
        ),
        rebuilding="Reading articles",
        added="{} added",
        there="{}: already there",
        done="Revision {}: {} added, {} changed, {} removed, {} unchanged.",
        refused="{}: {}",
        not_here=(
            "The archive is looked after by whoever serves it; `qa serve --admin` offers it here, behind a login."
        ),
        ago=MappingProxyType(
            {
                "minute": Forms("{} minute ago", "{} minutes ago", "{} minutes ago"),
                "hour": Forms("{} hour ago", "{} hours ago", "{} hours ago"),
                "day": Forms("{} day ago", "{} days ago", "{} days ago"),
            }
        ),
        just_now="just now",
    ),
    messages=MessageWords(
        question="Please ask that another way",
        missing="Not in this archive",
        archive="The archive cannot answer now",
        ours="Something went wrong on our side",
        ours_more="The page's log says what. Asking again may work.",
    ),
)
