"""The page's texts in English."""

from types import MappingProxyType

from qa.page.words.locale import Plural
from qa.page.words.locales import ENGLISH_LOCALE
from qa.page.words.words import (
    AnswerWords,
    ArchiveWords,
    ArticleWords,
    AskingWords,
    CardWords,
    ExportWords,
    FilterWords,
    IndexWords,
    MessageWords,
    Words,
)


def _counted(one: str, other: str) -> Plural:
    """Return the two forms that English has."""
    return Plural(one, other, other)


ENGLISH = Words(
    code="en",
    name="English",
    title="Ask the archive",
    languages="Language",
    tabs=MappingProxyType({"ask": "Ask", "archive": "Archive", "index": "Index"}),
    articles=_counted("article", "articles"),
    passages=_counted("passage", "passages"),
    locale=ENGLISH_LOCALE,
    asking=AskingWords(
        question="Your question",
        placeholder="What do you want to know?",
        ask="Ask",
        examples="For example",
        recent="Recent questions",
        what_to_do=(
            "Ask in plain words. This page shows the paragraphs that answer, word for word, best first, each with its "
            "source. If nothing answers, it says so."
        ),
        hint='Words in "quotes" must appear exactly as written. A minus leaves out passages with that word: -word.',
    ),
    answer=AnswerWords(
        verdicts=MappingProxyType(
            {"answered": "Answered", "weak": "Weak evidence", "none": "This archive does not answer that"}
        ),
        likely=MappingProxyType(
            {
                "answered": "{} likely that one of these passages answers.",
                "weak": "{} likely that one of these passages answers. Read them before you rely on one.",
                "none": "{} likely that one of the closest passages answers.",
            }
        ),
        holds_all="The best passage and its headline contain every word of the question.",
        holds_some="The best passage and its headline contain {}, but not {}.",
        holds_none="The best passage contains none of the question's words. It was found by its meaning.",
        no_time="The question asks for a time, but the best passage states none.",
        no_figure="The question asks for a figure, but the best passage states none.",
        corrected="No article contains “{}”. The search used “{}” instead.",
        unheld="No passage contains {} exactly as quoted. The search ignored the quotation marks.",
        unheld_together="No passage contains all of {} exactly as quoted. The search ignored the quotation marks.",
        left_out=_counted(
            "The date filter leaves out {} article without a full date.",
            "The date filter leaves out {} articles without a full date.",
        ),
        unknown_outlets="No article in this archive states {} as its outlet.",
        unknown_places="No article in this archive states {} as its place.",
        closest="Closest passages",
        less_relevant="Less relevant",
        nothing="No passage is close to this question.",
        nothing_filtered="No passage matches the filters. Widen them or remove one.",
        no_more="There are no more relevant passages.",
        no_more_at_all="There are no more passages.",
        more="More passages",
        order="Sort by",
        orders=MappingProxyType({"relevance": "relevance", "newest": "newest first", "oldest": "oldest first"}),
        right="This verdict is right",
        wrong="This verdict is wrong",
        judged="Saved for testing this archive.",
        unjudged="Removed.",
    ),
    card=CardWords(
        likely="{} likely to answer",
        outlet_unstated="outlet not stated",
        by="by {}",
        paragraph="paragraph {} of {}",
        under=", under “{}”",
        read="Read in the article",
        copy_quote="Copy quote",
        copied="Copied with its source.",
        select="Select",
        previous="Previous paragraph",
        following="Next paragraph",
        no_previous="This is the first paragraph.",
        no_following="This is the last paragraph.",
        why="Why this?",
        score="score",
        parts=MappingProxyType(
            {
                "passage": "the passage is close in meaning",
                "sentence": "its best sentence is close in meaning",
                "words": "it contains the question's words",
                "article": "its article contains the question's words",
                "phrases": "the question's words stand side by side",
                "kind": "it contains the type of answer asked for",
                "length": "it is long enough to answer",
                "reader": "the reader finds an answer in it",
                "reranker": "the reranker's score",
            }
        ),
        answers="This passage answers",
        answers_not="This passage does not answer",
        elsewhere=_counted("Also in {} other source", "Also in {} other sources"),
        again_here="Repeated in this article",
        and_again_here=", and repeated in this article",
        earliest=", earliest: {}",
        differing="Words that differ from the passage above are underlined.",
        more_here=_counted("{} more from this article", "{} more from this article"),
    ),
    exporting=ExportWords(
        export="Export",
        selected="{} selected",
        all_shown="Exports every passage shown, or only those that you select.",
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
        undated=_counted("{} passage has no full date", "{} passages have no full date"),
        unstated=_counted("{} passage states none", "{} passages state none"),
        timeline="When the passages were published",
        bar="{}: {}",
        passages=_counted("passage", "passages"),
        show_all="Show all {}",
    ),
    article=ArticleWords(
        close="Close the article",
        find="Find in this article",
        previous_match="Previous match",
        next_match="Next match",
        found="{} of {}",
        no_match="not found",
        file="File: {}",
        source="Read at the source",
        matching=_counted("{} passage matches", "{} passages match"),
    ),
    archive=ArchiveWords(
        by_month="Articles by date",
        by_outlet="Articles by outlet",
        list="All articles",
        some="{} in this list",
        title="Headline",
        outlet="Outlet",
        date="Published",
        passages="Passages",
        find="Words in the headline",
        search="Find",
        clear="Show all",
        page="Page {} of {}",
        previous="Previous page",
        following="Next page",
        nothing="No article matches.",
        undated="without a full date",
        map="What the archive is about",
        map_words=(
            "Each point is a passage. Passages with similar meanings are close together. Select a point to open its "
            "passage. Rings mark the passages found for your last question."
        ),
        show_map="Draw the map",
    ),
    index=IndexWords(
        heading="The index of this archive",
        revision="Revision",
        folder="Article folder",
        dates="Dates",
        encoder="Encoder",
        size="Size on disk",
        search="Search by meaning",
        search_kinds=MappingProxyType({"exact": "exact", "approximate": "approximate"}),
        recall="finds {} of the 10 nearest on average",
        newer=_counted(
            "{} passage added since the vector file was written", "{} passages added since the vector file was written"
        ),
        gone=_counted("{} deleted passage not yet cleared away", "{} deleted passages not yet cleared away"),
        skipped="Files that could not be read",
        ahead="The folder has changed since the last build: {} added, {} changed, {} removed.",
        not_ahead="The index is up to date with the folder.",
        none_skipped="Every file could be read.",
        add="Add articles",
        add_words="Text or Markdown files ({}). They are copied into the article folder. No file is overwritten.",
        drop="Drop files here or click to choose them",
        rebuild="Rebuild",
        rebuild_words=(
            "Adds, updates and removes articles so that the index matches the folder. Questions are answered meanwhile."
        ),
        rebuilding="Reading articles",
        added="{} added",
        already_there="{} is already in the folder",
        done="Revision {}: {} added, {} changed, {} removed, {} unchanged.",
        refused="{}: {}",
        not_here=(
            "Only whoever serves this archive can change it. To do that on this page, serve it with "
            "`qa serve --auth FILE --admin` and log in."
        ),
        ago=MappingProxyType(
            {
                "minute": _counted("{} minute ago", "{} minutes ago"),
                "hour": _counted("{} hour ago", "{} hours ago"),
                "day": _counted("{} day ago", "{} days ago"),
            }
        ),
        just_now="just now",
    ),
    messages=MessageWords(
        question="Please change your search",
        empty="The question is empty. Write one, such as “Who visited Astana?”",
        long="The question has {}. The limit is {}. Shorten it.",
        characters=_counted("character", "characters"),
        wordless="The question contains no word. Use letters or digits.",
        excluding="The question only leaves words out. Ask for something too, such as “visits -Astana”.",
        date="“{}” is not a date. Write one such as 2022-12-31, 2022-12 or 2022.",
        dates="The first date, {}, is later than the last, {}. Swap them.",
        passage="That passage is not in the archive. Its article was changed or removed.",
        article="The archive has no article “{}”. It may have been removed.",
        missing="Not in this archive",
        archive="The archive cannot answer now",
        busy="Too many questions at once. Ask again in a moment.",
        ours="Something went wrong on our side",
        ours_more="The server's log has the details. Asking again may work.",
    ),
)
