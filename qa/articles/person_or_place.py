"""Recognise whether a name is a person's or a place's where both may stand, as beside a date."""

import re
from dataclasses import dataclass
from typing import Literal

from qa.articles.author_list import authors
from qa.articles.byline_parts import goes_with_name
from qa.articles.given_names import GIVEN_NAMES
from qa.articles.names import LONGEST_NAME, is_person, is_place

Sort = Literal["person", "place"]
_COMMA = re.compile(r"\s{0,3},\s{0,3}")
_INITIAL = re.compile(r"(?:[^\W\d_]\.[- ]?)+")
_PATRONYMIC = re.compile(r"\w{3,}(?:[оеё]вич|[оеё]вна|[иь]инична|ична|ұлы|қызы|оглы|уулу|кызы)")
_SURNAME = re.compile(
    r"\w{2,}(?:[оеё]ва?|енко|швили|дзе|ян|чук|[оеи][вн]ск(?:ий|ая)|ов[аы]х)|\w{3,}(?:[oe]v|enko|shvili|dze|[oe]vsk(?:y|iy|aya))"
)
_RUSSIAN_ADJECTIVE = re.compile(r"[А-ЯЁ][а-яё]+(?:[ыи]й|ой|[ая]я|[ое]е|[ыи]е)")
"""No surname stands behind one: Нижний Новгород, Великие Луки, Новая Ладога."""
_FIRST_OF_PLACES = frozenset(
    """
    the new old north south east west northern southern eastern western central upper lower middle great greater
    saint st. ste. sainte san santa santo são sao port fort mount mt. lake cape isle los las el la le bad ust villa
    vila ciudad nuevo nueva puerto porto rio río monte mont isla île nova novi novo veliki novy nizhny veliky stary
    gorno усть санкт сан санта лос нью порт форт гора озеро мыс остров город г. поселок посёлок село станица аул
    район жаңа ескі оңтүстік солтүстік шығыс батыс орталық
    """.split()  # noqa: SIM905
)
_LAST_OF_PLACES = frozenset(
    """
    city town village island islands isle bay beach springs falls valley hill hills county district province region
    republic state states kingdom harbour harbor heights park lake river desert peninsula coast territory federation
    oblast korea sudan africa ireland zealand guinea timor carolina dakota virginia
    область край район республика федерация остров острова посад город қаласы облысы ауданы ауылы кенті
    республикасы
    """.split()  # noqa: SIM905
)
_PLACES = frozenset(
    """
    abu_dhabi addis_ababa alma_ata baden_baden baton_rouge buenos_aires burkina_faso
    cabo_verde cape_verde costa_rica corpus_christi des_moines ho_chi_minh hong_kong kuala_lumpur monte_carlo
    nur_sultan palo_alto phnom_penh puerto_rico rostov_on_don rio_grande sierra_leone sri_lanka tel_aviv ulan_bator
    ulan_ude viet_nam washington_dc charlotte_amalie ras_al_khaimah dar_es_salaam novi_sad banja_luka
    нур_султан алма_ата лос_анджелес тель_авив абу_даби шри_ланка пуэрто_рико коста_рика буэнос_айрес
    куала_лумпур улан_удэ улан_батор сьерра_леоне нью_йорк нью_дели гусь_хрустальный ростов_великий
    """.split()  # noqa: SIM905
)


def sort_name(name: str) -> Sort | None:
    """Return what the words of a name say it is; None where they do not say it.

    One word says nothing. A person has initials, a usual given name, a patronymic or a surname's ending; a place has a
    word that places are named with: "New York", "Нижний Новгород", "Оңтүстік Қазақстан", "Alice Springs".
    """
    words = name.split()
    small = [word.lower() for word in words]
    if len(words) < 2 or not is_person(name):
        return None
    if _is_place(small):
        return "place"
    if any(map(_INITIAL.fullmatch, words)) or any(map(_PATRONYMIC.fullmatch, small)):
        return "person"
    given = small[0] in GIVEN_NAMES or small[0].split("-")[0] in GIVEN_NAMES
    given_last = len(words) == 2 and small[1] in GIVEN_NAMES and _SURNAME.fullmatch(small[0])
    if given or given_last:
        return "person"
    if _RUSSIAN_ADJECTIVE.fullmatch(words[0]):
        return "place"
    return "person" if _SURNAME.fullmatch(small[-1]) and not small[0].endswith(("ск", "поль", "град")) else None


def is_named_as_place(name: str) -> bool:
    """Return whether two words are a place's, wherever they stand; "The …" begins a headline as well."""
    words = name.split()
    return len(words) == 2 and words[0].lower() != "the" and sort_name(name) == "place"


def _is_place(small: list[str]) -> bool:
    return small[0] in _FIRST_OF_PLACES or small[-1] in _LAST_OF_PLACES or "_".join(small) in _PLACES


@dataclass(frozen=True, slots=True)
class NamesBeside:
    """Who wrote and where, as names in one line say it; nothing where they do not say which is which."""

    author: str | None = None
    place: str | None = None


def read_names(names: str) -> NamesBeside | None:
    """Read names parted by commas of which one is a person's, "Ann Lee, Velden", or may be; None for other names."""
    parts = [part for part in _COMMA.split(names[:LONGEST_NAME]) if not goes_with_name(part)]
    people = [part for part in parts if _are_people(part)]
    if not any(_is_sure(part) for part in people):
        return NamesBeside() if any(is_person(part) and sort_name(part) is None for part in parts) else None
    place = ", ".join(part for part in parts if part not in people)
    if place and not is_place(place, in_capitals=False):
        return None
    return NamesBeside(", ".join(people), place or None)


def _are_people(part: str) -> bool:
    return all(is_person(name) and sort_name(name) != "place" for name in authors(part))


def _is_sure(part: str) -> bool:
    return any(sort_name(name) == "person" for name in authors(part))
