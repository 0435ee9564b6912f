"""The examples and exit codes in the help of each command."""

from qa.cli.help import Notes

BUILD = Notes(
    ("qa build articles", "qa build articles 'crawl/*.html' letters.mbox --index archives/2024"),
    "The index answers from the folder; files that could not be read are named.",
)
ASK = Notes(
    (
        "qa ask 'Who visited \"Astana\" -Lavrov' --after 2023",
        "qa ask oil prices --outlet TASS --export csv > quotes.csv",
    ),
    "The question was answered, whatever the verdict.",
)
STATUS = Notes(("qa status --json", "qa status --article 2024/harbour.txt"), "No change.", "The folder has changed.")
SERVE = Notes(
    ("qa serve --watch", "qa serve --host 0.0.0.0 --auth logins.txt"),
    "Ctrl-C ended it while the page was there.",
)
VERIFY = Notes(("qa verify", "qa verify --json --index archives/2024"), "No damage.", "Something is damaged.")
COMPACT = Notes(("qa compact", "qa compact --index archives/2024"), "Nothing deleted is left.")
WATCH = Notes(("qa watch articles", "qa watch --index archives/2024"))
EVALUATE = Notes(
    ("qa evaluate judged.jsonl --misses", "qa evaluate judged.jsonl --compare before.json"), "The figures were printed."
)
REPLAY = Notes(("qa replay search.json", "qa replay search.json --json"), "The same answer.", "Something has changed.")
