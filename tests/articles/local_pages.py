"""Invented pages of papers and plain texts, each with what a careful reader takes from it."""

from .agency_pages import Page

LOCAL_PAGES = {
    "publisher below the report": Page(
        text="""Kazan to Host Forum of Young Engineers

5 May

Kazan will host a forum of young engineers from twenty countries, the city hall said on its site.

\u00a0

“We expect two thousand guests,” Deputy Mayor Rustam Galiev noted.

\u00a0

Programme of the Forum

\u00a0

The forum opens with a contest of bridge models and closes with a visit to the helicopter plant.

\u00a0

\u00a0

GSV "Russia - Islamic World"

Photo: Kazan City Hall

Based on materials from Tatar-inform""",
        paragraphs=3,
        title="Kazan to Host Forum of Young Engineers",
        outlet='GSV "Russia - Islamic World"',
        date="--05-05",
        headings=("Programme of the Forum",),
        not_passages=("5 May", 'GSV "Russia', "Photo: Kazan City Hall", "Based on materials from Tatar-inform"),
    ),
    "materials without a publisher": Page(
        text="""Museum opens in Derbent

A museum of carpets has opened in Derbent. It shows two hundred carpets.

Photo: Derbent Museum

Source: RIA Novosti
""",
        paragraphs=1,
        title="Museum opens in Derbent",
        outlet="RIA Novosti",
        not_passages=("Photo: Derbent Museum", "Source: RIA Novosti"),
    ),
    "akipress": Page(
        text="""Bishkek schools switch to distance learning over smog

AKIPRESS.COM - Schools in Bishkek switch to distance learning for a week from January 15, the city hall said.

Kindergartens stay open.

Photo 24.kg
""".replace("Photo 24.kg", "Photo: 24.kg"),
        paragraphs=2,
        title="Bishkek schools switch to distance learning over smog",
        outlet="AKIPRESS.COM",
        not_passages=("Photo: 24.kg",),
    ),
    "kazinform": Page(
        text="""World
Storm warning issued in nine regions

ASTANA. KAZINFORM – A storm warning has been issued in nine regions of Kazakhstan, Kazhydromet reports.

Wind gusts may reach 28 metres per second.

Subscribe to our Telegram channel
""",
        paragraphs=2,
        title="Storm warning issued in nine regions",
        outlet="KAZINFORM",
        place="ASTANA",
        section="World",
        not_passages=("Subscribe to our Telegram channel", "World"),
    ),
    "bbc with bylines": Page(
        text="""Why the steppe is turning green again

By Jane Doe, BBC News

Published 3 March 2024

Image source, Getty Images

Image caption, Herders say that the grass came back in two years

Herders in the west of Kazakhstan say that grass has come back where wells were closed.

'A different smell'

"It even has a different smell," says Aigul, who keeps four hundred sheep.

Most popular
""",
        paragraphs=2,
        title="Why the steppe is turning green again",
        outlet="BBC News",
        date="2024-03-03",
        author="Jane Doe",
        headings=("'A different smell'",),
        not_passages=("Image source, Getty Images", "Image caption, Herders", "By Jane Doe", "Most popular"),
    ),
    "byline with an agency": Page(
        text="""Wheat price falls for third week

By Jane Doe and John Roe, Reuters

Wheat fell for a third week on Friday as rain reached the plains.
""",
        paragraphs=1,
        title="Wheat price falls for third week",
        outlet="Reuters",
        author="Jane Doe and John Roe",
    ),
    "russian page": Page(
        text="""Экономика

Товарооборот России и Казахстана вырос на 10%

10 декабря 2022, 18:50

Автор: Иван Петров

Фото: Акорда

МОСКВА, 10 декабря. /ТАСС/. Товарооборот России и Казахстана вырос на 10%, сообщил министр.

Защитные механизмы

Министр добавил, что страны обсуждают защитные механизмы в экономике и торговле.

Читайте также: Курс тенге вырос

Подпишитесь на наш канал
""",
        paragraphs=2,
        title="Товарооборот России и Казахстана вырос на 10%",
        outlet="ТАСС",
        date="2022-12-10",
        author="Иван Петров",
        place="МОСКВА",
        section="Экономика",
        headings=("Защитные механизмы",),
        not_passages=("Фото: Акорда", "Читайте также", "Подпишитесь", "Автор: Иван Петров"),
    ),
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
