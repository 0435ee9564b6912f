"""Invented pages of papers and local sites, each with what a careful reader takes from it."""

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
    "materials of a press service": Page(
        text="""Talks in Grozny

12 November 2024

A delegation from Mangystau arrived in Grozny for talks on a ferry line, the city hall said.

Results

The sides agreed to open the line next summer and to share its costs.

GSV "Russia - Islamic World"

Photo: city.example / CC BY 4.0

Based on materials from the city's press service""",
        paragraphs=2,
        title="Talks in Grozny",
        outlet='GSV "Russia - Islamic World"',
        date="2024-11-12",
        headings=("Results",),
        not_passages=("Photo: city.example", "Based on materials"),
    ),
    "staff report with the paper's name below": Page(
        text="""Airport in Turkistan Opens Second Runway

Staff Report

3 November 2023 18:30

TURKISTAN – The airport in Turkistan has opened its second runway.

Next steps

Flights to three more cities will follow in spring, the airport said.

The Astana Times
""",
        paragraphs=2,
        title="Airport in Turkistan Opens Second Runway",
        outlet="The Astana Times",
        date="2023-11-03",
        place="TURKISTAN",
        headings=("Next steps",),
        not_passages=("Staff Report",),
    ),
    "agency and place on lines of their own": Page(
        text="""Ankara, Bishkek widen ties in farming
Published: 12 November 2024 | Updated: 13 November 2024
Anadolu Agency
ISTANBUL

Turkey and Kyrgyzstan agreed on Tuesday to widen their ties in farming.

They will share seeds.
""",
        paragraphs=2,
        title="Ankara, Bishkek widen ties in farming",
        outlet="Anadolu Agency",
        date="2024-11-12",
        place="ISTANBUL",
    ),
    "agency above the title": Page(
        text="""TASS
Russian News Agency

New icebreaker leaves Murmansk on its first voyage

World
December 1, 2023, 11:33

The icebreaker in the port

© Oleg Ivanov/TASS, archive

MURMANSK, December 1. /TASS/. A new icebreaker left Murmansk on Friday.

Tags
Arctic Ships
""",
        paragraphs=1,
        title="New icebreaker leaves Murmansk on its first voyage",
        outlet="TASS",
        date="2023-12-01",
        place="MURMANSK",
        section="World",
        not_passages=("Russian News Agency", "Arctic Ships", "The icebreaker in the port"),
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
}
