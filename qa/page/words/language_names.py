"""What languages are called in those that the page speaks."""

from collections.abc import Mapping
from types import MappingProxyType

_TAGS = """
ar az be bg bn cs da de el en es et fa fi fr he hi hu hy id it ja ka kk ko ky lt lv mk nl no pl pt ro ru sk sl
sq sr sv ta th tr uk ur uz vi zh
""".split()  # noqa: SIM905


def _named(names: str) -> Mapping[str, str]:
    return MappingProxyType(dict(zip(_TAGS, names.split(), strict=True)))


ENGLISH_NAMES = _named(
    """
    Arabic Azerbaijani Belarusian Bulgarian Bengali Czech Danish German Greek English Spanish Estonian Persian
    Finnish French Hebrew Hindi Hungarian Armenian Indonesian Italian Japanese Georgian Kazakh Korean Kyrgyz
    Lithuanian Latvian Macedonian Dutch Norwegian Polish Portuguese Romanian Russian Slovak Slovenian Albanian
    Serbian Swedish Tamil Thai Turkish Ukrainian Urdu Uzbek Vietnamese Chinese
    """
)
RUSSIAN_NAMES = _named(
    """
    арабский азербайджанский белорусский болгарский бенгальский чешский датский немецкий греческий английский
    испанский эстонский персидский финский французский иврит хинди венгерский армянский индонезийский итальянский
    японский грузинский казахский корейский киргизский литовский латышский македонский нидерландский норвежский
    польский португальский румынский русский словацкий словенский албанский сербский шведский тамильский тайский
    турецкий украинский урду узбекский вьетнамский китайский
    """
)
KAZAKH_NAMES = _named(
    """
    араб әзербайжан беларус болгар бенгал чех дат неміс грек ағылшын испан эстон парсы фин француз иврит хинди
    мажар армян индонезия итальян жапон грузин қазақ корей қырғыз литва латыш македон нидерланд норвег поляк
    португал румын орыс словак словен албан серб швед тамил тай түрік украин урду өзбек вьетнам қытай
    """
)
