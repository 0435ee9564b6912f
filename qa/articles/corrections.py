"""Find the notes of correction in an article: paragraphs in which an outlet says what it had wrong."""

import re

from qa.records import Span

_TEXT = r"(?:article|story|report|piece|post|page|headline|column|caption|item)"
_FIELD = (
    r"(?:paragraphs?|paras?|headlines?|dates?|days?|names?|spelling|misspelling|figures?|numbers?|typos?|titles?|byline|"
    r"dateline|year|ages?|attribution|quotes?|captions?|errors?|mistakes?|article|story|report|text|version|to say|"
    r"to show|to read|to reflect)\b"
)
_ADMITS = (
    r"(?:correct(?:s|ed|ion)|incorrect|inaccura|erroneous|errors?\b|mistake|mistook|wrong|misstat|misspel|misidentif|"
    r"misquot|amended|clarif|updated to|retract|apologi|regret|should have|originally|(?:earlier|previous|original) "
    rf"version|{_TEXT} (?:has been|was|is) changed|, not |ошиб|неверн|неправильн|неточн|исправ|уточн|опечат|поправ|"
    r"извин|, а не |қате|түзет|нақтыла|кешірім|дұрыс емес| емес)"
)
_DATED = r"(?:[ ,(]+(?:[\w.]+ ){0,3}[\w.]*\d[\w. ]{0,16}\)?)?"
_STARTS = (
    r"(?:corrections?|clarifications?|amendment|errat(?:um|a)|corrigend(?:um|a)|исправлени[ея]|исправлен[аоы]?|"
    r"уточнени[ея]|уточнен[аоы]?|поправк[аи]|опровержение|түзету(?:лер)?|түзетілді|нақтылау)"
    rf"(?: (?:&|and|и|және) \w+)?{_DATED}\s?[:.—–|]"
)
_FROM_THE_EDITOR = (
    r"(?:editor(?:s|[’']s|s[’'])?[’']? note|note from the editors?|от редакции|примечание редакции|редакциядан|"
    rf"редакция(?:дан|ның)? ескертпесі){_DATED}\s?[:.—–|](?=[^\n]{{0,400}}?{_ADMITS})"
)
_WIRE = (
    r"(?:(?:refiles|repeats|updates|adds)[^\n.]{0,20} to (?:correct|fix|clarify)|(?:this (?:story|version) )?"
    rf"(?:corrects|clarifies|corrected to))\b[^\n]{{0,60}}?\b{_FIELD}"
)
_BECAUSE = (
    r"(?:because of|due to|owing to|as a result of) (?:an?|the) (?:[\w-]+ ){0,3}(?:error|mistake|mix-up|typo)\b"
    rf"[^\n]{{0,60}}?\b(?:this {_TEXT}|(?:earlier|previous|original) version)\b"
)
_WE = (
    r"we (?:have |had )?(?:since |now )?(?:corrected|amended|clarified)\b"
    rf"(?![^\n]{{0,200}}\bsaid\b)[^\n]{{0,80}}?\b{_FIELD}|"
    r"we (?:regret|apologi[sz]e for) (?:the|this|any|an|our) (?:error|mistake|inaccurac|confusion)"
)
_UPDATED = (
    r"(?:last )?updated?\b[^\n]{0,40}?(?: to (?:correct|clarify|fix|amend)\b|"
    r"[:–—-] [^\n]{0,60}?\b(?:corrected|amended|clarified|fixed)[^\w\n]{0,9}$)|"
    r"(?:обновлено|дополнено|изменено|жаңартылды)\b[^\n]{0,40}?[:.,–—-] ?[^\n]{0,40}?"
    r"\b(?:исправл|уточн|түзетіл|нақтылан)"
)
_RUSSIAN_TEXT = r"(?:текст|материал|стать|новост|заметк|заголов|публикаци|подпис)\w*"
_RUSSIAN = (
    rf"(?:ранее |изначально |первоначально )?в (?:предыдущ|первоначальн|прежн|исходн|более ранн)\w+ "
    rf"(?:версии|варианте|редакции) (?:(?:этой|этого|данно\w+|наше\w+) )?(?:{_RUSSIAN_TEXT}|был|говорил|сообщал|указ|"
    r"содерж|ошиб|неверн|утвержд)|"
    rf"(?:ранее|изначально|первоначально|прежде) в (?:(?:этом|этой|данн\w+|наше\w+) )?{_RUSSIAN_TEXT}[^\n.]{{0,60}}"
    r"(?:неверн|ошиб|неправильн|неточн|говорил|сообщал|указ|утвержд)|"
    rf"{_RUSSIAN_TEXT} (?:был[аи]? )?(?:исправлен|уточнен|уточнён)\w*|"
    rf"в {_RUSSIAN_TEXT} (?:был[аио]? )?(?:внес[её]н\w* (?:исправлен|поправк|уточнен|правк)|исправлен|уточн[её]н|"
    r"допущен\w* (?:ошибк|опечатк|неточност))|"
    r"(?:редакция|газета|издание)\b[^\n.]{0,30}\bприносит (?:свои |читателям |вам )?извинения|"
    r"(?:мы )?приносим (?:свои |читателям |вам )?извинения за (?:[\w-]+ ){0,2}(?:ошибк|неточност|опечатк)|"
    r"исправлен[аоы]? (?:дата|ошибка|опечатка|неточность|фамилия|имя|цифра|сумма|подпись|заголовок)\b|"
    rf"{_RUSSIAN_TEXT} (?:был[аи]? )?(?:обновл|дополн|измен)\w+[^\n.]{{0,30}}: ?(?:исправл|уточн)|"
    r"из-за (?:[\w-]+ ){0,2}ошибки[^\n.]{0,60}(?:в тексте|в материале|в статье|в новости|в заголовке)"
)
_KAZAKH = (
    r"(?:(?:мақала|мәтін|жаңалық|материал|хабар|жазба)\w* )?(?:алғашқы|бұрынғы|алдыңғы|бастапқы) нұсқа(?:сын)?да\b"
    r"(?=[^\n]{0,120}?(?:қате|дұрыс емес|делін|жазыл|көрсетіл|айтыл))|"
    r"(?:мақала|мәтін|жаңалық|материал|хабар|тақырып)\w* (?:түзетілді|нақтыланды|түзету енгізілді)|"
    r"(?:редакция )?(?:оқырмандардан )?кешірім сұра(?:йды|ймыз)"
)
_SAYS = (
    r"this (?:article|story|report|piece|post|page|headline)\b(?! of\b)[^\n.]{0,40}\b"
    r"(?:amended|corrected|clarified|updated to correct)\b|"
    r"the (?:article|story|post|page|headline) (?:has|was)\b[^\n.]{0,20}\b(?:amended|corrected)\b|"
    r"(?:an|a previous|the original|the previous|the first|in an) (?:earlier |previous )?version of (?:this|the) "
    r"(?:article|post|page|headline)\b|"
    r"(?:an|a previous|the original|the previous|the first|in an) (?:earlier |previous )?version of this "
    r"(?:story|report|piece|column)\b|"
    rf"this {_TEXT} (?:originally|previously|initially|incorrectly|wrongly|mistakenly|erroneously) [a-z]"
)
_AT_START = "|".join((_STARTS, _FROM_THE_EDITOR, _WIRE, _BECAUSE, _WE, _UPDATED, _RUSSIAN, _KAZAKH))
_NOTE = re.compile(
    rf"^[^\w\n\"“«]{{0,4}}(?:{_AT_START}|[^\n.!?]{{0,80}}?(?:{_SAYS}))[^\n]*$", re.IGNORECASE | re.MULTILINE
)
_LONGEST = 1_200
"""A longer line tells of somebody else's correction."""


def correction_notes(text: str) -> tuple[Span, ...]:
    """Return where the notes of correction stand in an article's text, in order."""
    found = (Span(it.start(), it.end()) for it in _NOTE.finditer(text))
    return tuple(it for it in found if it.end - it.start <= _LONGEST)
