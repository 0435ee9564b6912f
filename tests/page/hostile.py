"""An archive whose every field attacks the page that shows it."""

import json
from pathlib import Path

ATTACKS = (
    "<script>window.attacked = 1</script>",
    '<img src=x onerror="window.attacked = 1">',
    '<img src="https://tracker.example/pixel.png">',
    '<iframe srcdoc="<script>parent.attacked = 1</script>"></iframe>',
    '<svg onload="window.attacked = 1"></svg>',
    '<details open ontoggle="window.attacked = 1">',
    '<form action="https://evil.example"><button>Go</button></form>',
    '<style>@import "https://evil.example/x.css";</style>',
    '" onmouseover="window.attacked = 1" autofocus onfocus="window.attacked = 1',
    "${window.attacked = 1}",
    "{{constructor.constructor('window.attacked = 1')()}}",
    "`;window.attacked = 1;`",
    "\\u003cscript\\u003e \\x3cimg\\x3e @children",
    "&lt;script&gt;window.attacked = 1&lt;/script&gt;",
    "\u202edesrever\u202c",
)
FIELDS = ("title", "outlet", "author", "place", "section")
QUESTION = "attacked window " + " ".join(ATTACKS[:1] + ATTACKS[9:12])


def hostile_folder(folder: Path) -> Path:
    """Write articles that attack in every field, body and file name."""
    folder.mkdir()
    for number, attack in enumerate(ATTACKS):
        name = f"{number}{attack}".replace("/", "∕")[:80]
        stated = "\n".join(f"{field}: {json.dumps(attack)}" for field in FIELDS)
        address = json.dumps(f"javascript:window.attacked=1//{attack}")
        paragraph = (
            f"The window was attacked {attack} and then, in a sentence long enough to be a passage, {attack} it held."
        )
        (folder / f"{name}.txt").write_text(
            f"---\n{stated}\nurl: {address}\n---\n{attack}\n\n{paragraph}\n\n{paragraph} It went on.\n\n{attack}\n",
            encoding="utf-8",
        )
    return folder
