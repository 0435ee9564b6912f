"""Know the section names that newspapers put above their articles."""

import re

_WORD_LIST = """
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
"""
_WORDS = frozenset(_WORD_LIST.split())
_BETWEEN = re.compile(r"(?:\s*[&,/|>›»]\s*|\s+(?:and|of|the|и)\s+|\s+)", re.IGNORECASE)
_LONGEST = 60


def is_rubric(line: str) -> bool:
    """Tell whether a line is a newspaper's section, such as "World" or "Military & Defense"."""
    if len(line) > _LONGEST or not line[:1].isupper():
        return False
    words = _BETWEEN.split(line.strip())
    return 0 < len(words) <= 6 and all(word.lower() in _WORDS for word in words)
