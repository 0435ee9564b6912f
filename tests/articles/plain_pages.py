"""Invented plain texts, each with what a careful reader takes from it."""

from .agency_pages import Page

PLAIN_PAGES = {
    "title with the date directly below it": Page(
        text="""Bridge over the Irtysh closed for repairs
Monday, 12 June 2023

The bridge over the Irtysh in Semey is closed for repairs until September.
Drivers are sent to the old bridge.

Jane Doe/Reuters

Repairs cost four billion tenge.
""",
        paragraphs=2,
        title="Bridge over the Irtysh closed for repairs",
        date="2023-06-12",
        not_passages=("Monday, 12 June 2023", "Jane Doe/Reuters"),
    ),
    "captions said twice inside the report": Page(
        text="""Dam passes safety test

The dam above Taldykorgan has passed its safety test, engineers said on Monday.

The dam seen from the south

The dam seen from the south

© John Roe/AP

It was built in 1967.
""",
        paragraphs=2,
        title="Dam passes safety test",
        not_passages=("The dam seen from the south", "© John Roe/AP"),
    ),
    "links to other articles": Page(
        text="""Lake level rises

The level of Lake Balkhash rose by ten centimetres this spring, hydrologists said.

Read also:

Almaty plants a million trees

Fishermen may return to the northern shore in autumn, they added.
""",
        paragraphs=2,
        title="Lake level rises",
        not_passages=("Read also:", "Almaty plants a million trees"),
    ),
    "match preview": Page(
        text="""Astana v Kairat (Sat)

Central Stadium, Almaty

Saturday, 14 October

1500 GMT

Kairat need a win to stay ahead of their rivals with three games left in the season.

Marat Bystrov is out with a knee injury.
""",
        paragraphs=3,
        title="Astana v Kairat (Sat)",
        not_passages=("Saturday, 14 October", "1500 GMT"),
        passages=("Central Stadium, Almaty",),
    ),
    "match preview with the date first": Page(
        text="""Astana v Tobol (Sun)

Sunday 15 October

Astana Arena, Astana

1300 GMT

Tobol come to the capital without their captain, who is banned for one game.
""",
        paragraphs=2,
        title="Astana v Tobol (Sun)",
        not_passages=("Sunday 15 October",),
    ),
    "winners of a prize": Page(
        text="""Golden Saddle winners in full

The prizes were given in Shymkent on Sunday night by a jury of seven.

Best film

The Last Well

Best actor

Dauren Akhmetov

42

The next ceremony is in Oral.
""",
        paragraphs=6,
        title="Golden Saddle winners in full",
        not_passages=("42",),
        passages=("The Last Well", "Dauren Akhmetov", "Best film"),
    ),
    "score as a title": Page(
        text="Aktobe 0-5 Ordabasy\n\nOrdabasy scored five in Aktobe.\n\nHe did.\n",
        paragraphs=2,
        title="Aktobe 0-5 Ordabasy",
        passages=("He did.",),
    ),
    "quoted question as a title": Page(
        text="'Who needs a fourth airport?'\n\nPeople in Atyrau ask why a fourth airport is needed.\n",
        paragraphs=1,
        title="'Who needs a fourth airport?'",
    ),
    "a paragraph a line": Page(
        text="Rail link opens\n"
        + "\n".join(
            f"Train number {n} left for the border on Monday morning with forty wagons of coal and iron ore."
            for n in range(4)
        ),
        paragraphs=4,
        title="Rail link opens",
    ),
}
