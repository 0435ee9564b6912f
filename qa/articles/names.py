"""Recognise by its letters alone a short line that names a person, an agency, a place or a newspaper's section."""

import re

_AGENCY_NAMES = """
24.kg, afp, agence france-presse, akipress, anadolu, anadolu agency, ani, ansa, ap, apa, associated press,
azertag, bbc, bbc news, belta, bloomberg, cnn, dow jones, dpa, efe, epa, getty images, interfax, irna,
itar-tass, kabar, kazinform, kaztag, khovar, kyodo, pti, reuters, ria novosti, sputnik, tass, the associated
press, the astana times, trend, ukrinform, unian, upi, urdupoint, urdupoint news, uza, xinhua, xinhua news
agency, yonhap, акиpress, белта, интерфакс, кабар, казинформ, казтаг, қазақпарат, прайм, риа новости, спутник, тасс,
униан, уніан, укринформ, укрінформ, інтерфакс-україна, рбк-україна, унн,
dpa-afx, keystone-sda, keystone-ats, belga, europa press, télam, notimex, prensa latina, lusa, agência brasil,
adnkronos, askanews, رويترز, أ ف ب, فرانس برس, وكالة فرانس برس, أ ب, أسوشيتد برس, د ب أ, أ ش أ, الأناضول,
شينخوا, سبوتنيك, واس, وام, كونا, قنا, سانا, بترا, رویترز, ایرنا, ایسنا, 新华社, 新华网, 中新社, 中新网, 中央社,
agerpres, antara, armenpress, bernama, ians, kcna, montsame, moldpres, tanjug, turkmeninform, vna, 共同, 時事,
ロイター, 연합뉴스, 뉴시스, 뉴스1
"""
_AGENCIES = frozenset(" ".join(_AGENCY_NAMES.split()).split(", "))
_MEDIA_WORD = re.compile(
    r"\b(?:agency|broadcasting|bulletin|chronicle|daily|gazette|herald|journal|magazine|media|monitoring|news|newspaper|online|"
    r"courier|dispatch|echo|examiner|inquirer|observer|sentinel|abc|bbc|cbs|cnn|itv|nbc|npr|pbs|post|press|radio|telegraph|times|today|tribune|tv|агентство|вестник|газета|известия|новости|журнал|"
    r"ведомости|вести|хабары?|хабаршысы|жаршысы|тынысы|газеті|журналы|агенттігі)\b|"
    r"\.(?:com|info|kg|kz|net|news|org|ru|uz)$",
    re.IGNORECASE,
)
_PAPERS = frozenset(
    """
    коммерсантъ, коммерсант, известия, ведомости, правда, труд, гудок, огонёк, медуза, фонтанка, рбк, взгляд, ридус,
    литер, караван, власть, время, айқын, ана тілі, егемен қазақстан, жас алаш, азаттық, азаттык, tengrinews, vlast,
    guardian, the guardian, independent, the independent, economist, the economist, politico, axios, newsweek, fortune,
    forbes, spiegel, der spiegel, die zeit, die welt, le monde, le figaro, libération, el país, el mundo, la repubblica,
    la stampa, meduza, kommersant, izvestia, vedomosti
    """.replace("\n", " ")
    .replace("    ", "")
    .strip()
    .split(", ")
)
"""Papers whose names could be a place's or a person's."""
_PARTICLE = r"(?:abu|al|bin|da|das|de|del|den|der|di|dos|du|el|ibn|la|le|san|ten|van|von|y|zu)"
_NAME_WORD = r"(?:(?:al|ad|an|ar|as|az|el|d|ibn)[-'’])?(?:[^\W\d_]\.)*[^\W\d_a-zа-яё][\w'’.\-]*"
_ENDING = r"(?:,? (?:Jr|Sr|мл|ст)\.?|,? I{2,3}|,? IV| (?:оглы|кызы|уулу|улы|қызы|ұлы|ogly|oglu|qizi|uly|qyzy))"
_NAMED_WORD = re.compile(r"[^\W\d_][\w'’.\-]*")
_PERSON = re.compile(rf"{_NAME_WORD}(?: (?:{_PARTICLE} ){{0,2}}{_NAME_WORD}){{1,3}}{_ENDING}?")
_SMALL_LETTER = re.compile(r"(?<!\w)(?![a-zа-яё]|қызы|ұлы)(?=\w)[à-öø-ÿāăąćčďđēęěğģīįķļłńňőřśşšťūůűźżžәғқңөұүһіїєґў]")
"""A word's first letter that is small, beyond those that _PERSON leaves out."""
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+/\S*|\S+@\S+\.\w+|@\w+", re.IGNORECASE)
_SMALL = frozenset(("and", "of", "the", "for", "in", "on", "de", "la", "le", "du", "des", "al", "и", "в"))
_SMALL_IN_PLACES = _SMALL.union(
    "am an aan da das dei del den der di do dos el en im las les los nad ob".split(),  # noqa: SIM905
    "область край район облысы қаласы ауданы ауылы".split(),  # noqa: SIM905
)
"""Frankfurt am Main, Valdemora del Río, San Vito al Tagliamento, Алматы облысы."""
_BEFORE_PLACES = frozenset(
    """
    in at by after before since from when for with but im nach vor seit bei em en após desde après depuis dopo od po w
    в во на по после до с у з від після
    """.split()  # noqa: SIM905
)
"""What begins with one of these words says where something was, and is no place by itself."""
_ABBREVIATED = (" Jr.", " Sr.", " мл.", " ст.")
_SURNAME_FIRST = re.compile(
    r"[^\W\d_]+ [^\W\d_]\. ?[^\W\d_]\.|[^\W\d_]{2,}(?:[оеё]ва?|ск(?:ий|ая)|енко|дзе|швили|ұлы|қызы) [^\W\d_]\."
)
"""A surname and initials, "Петров И. И.", whose stop is theirs; with one, only behind a surname's ending: "Plan B."."""
LONGEST_NAME = 80
_LONGEST_ADDRESS = 500
_SECTION_WORD_LIST = """
africa america americas analysis arctic armed arts asia asian business caucasus central climate cis commentary
community conflicts crime culture defence defense diplomacy domestic east eastern economic economics economy
education emergencies energy entertainment environment eurasia europe european features finance financial foreign
former forces fsu general global government health home history incidents industry international investment
kazakhstan law legal life lifestyle local markets media middle military money nation national nature news oil
opinion opinions pacific people policy political politics press region regional regions relations religion review
russia russian sanctions sci-tech science security social society soviet space sport sports style tech technology
tourism trade transport travel ukraine union us uk weather west world в мире политика экономика общество
происшествия культура спорт наука бизнес технологии финансы мир регионы армия оборона безопасность космос здоровье
образование россия казахстан снг новости внешняя внутренняя саясат экономика қоғам мәдениет әлем
politik wirtschaft kultur gesellschaft ausland inland panorama wissen wissenschaft meinung kommentar politique économie
société monde sciences santé política economía sociedad cultura deportes internacional nacional opinión ciencia mundo
política economia sociedade desporto esportes cronaca esteri politica mondo scienza politiek economie binnenland
buitenland wetenschap polityka gospodarka kraj świat політика економіка суспільство світ gündem siyaset ekonomi dünya
"""
_SECTION_WORDS = frozenset(_SECTION_WORD_LIST.split())
_BETWEEN_SECTION_WORDS = re.compile(r"(?:\s*[&,/|>›»]\s*|\s+(?:and|of|the|и)\s+|\s+)", re.IGNORECASE)
_LONGEST_SECTION = 60


def is_agency(name: str) -> bool:
    """Return whether a name is a known news agency's, or every part of "UrduPoint News / Sputnik" is."""
    if not 0 < len(name) <= LONGEST_NAME:
        return False
    parts = [part.strip() for part in re.split(r"\s*/\s*|, | and ", name)]
    return all(part.lower() in _AGENCIES for part in parts)


def is_publisher(name: str) -> bool:
    """Return whether a line names a publisher: a known agency, or capitalised words, one of them like "Times"."""
    return is_agency(name) or (is_capitalised(name) and _MEDIA_WORD.search(name) is not None)


def is_paper(name: str) -> bool:
    """Return whether a name is that of a paper, which its words alone do not say: "Коммерсантъ"."""
    return name.strip('«»"“”„').lower() in _PAPERS


def is_person(name: str) -> bool:
    """Return whether a line could be one person's name: two to four capitalised words."""
    if len(name) > LONGEST_NAME or _MEDIA_WORD.search(name):
        return False
    if _PERSON.fullmatch(name) is None or _SMALL_LETTER.search(name):
        return False
    return not name.endswith(".") or name.endswith(_ABBREVIATED) or _SURNAME_FIRST.fullmatch(name) is not None


def is_address(line: str) -> bool:
    """Return whether a line is an address in the web, an e-mail's, or somebody's handle."""
    return len(line) <= _LONGEST_ADDRESS and _ADDRESS.fullmatch(line) is not None


def is_capitalised(line: str) -> bool:
    """Return whether every word but the small ones begins with a capital or a quotation mark."""
    return _has_capitals(line, _SMALL)


def _has_capitals(line: str, small: frozenset[str]) -> bool:
    words = _NAMED_WORD.findall(line[: LONGEST_NAME + 1])
    if not words or len(line) > LONGEST_NAME:
        return False
    return all(word[0].isupper() or word in small for word in words)


def is_place(name: str, *, in_capitals: bool) -> bool:
    """Return whether a few words can be a place: "ASTANA/MOSCOW", "St. Petersburg", "ALMATY, Kazakhstan"."""
    if not 2 <= len(name) <= 60 or any(character.isdigit() for character in name):
        return False
    if re.fullmatch(r"[^\W_][\w .,'’/\-]*", name) is None or not _has_capitals(name, _SMALL_IN_PLACES):
        return False
    words = [word for word in re.split(r"[\s,/]+", name) if word]
    if words[0].lower() in _BEFORE_PLACES:
        return False
    if len(words) > 6 or (len(words) == 1 and len(name) < 3):
        return False
    return not in_capitals or re.split(r"[,/]", name)[0].replace("’", "").isupper()


def is_section(line: str) -> bool:
    """Return whether a line is a newspaper's section, such as "World" or "Military & Defense"."""
    if len(line) > _LONGEST_SECTION or not line[:1].isupper():
        return False
    words = _BETWEEN_SECTION_WORDS.split(line.strip())
    return 0 < len(words) <= 6 and all(word.lower() in _SECTION_WORDS for word in words)
