"""Recognise the short lines that a saved page carries around an article: buttons, advertisements, picture credits."""

import re

from qa.articles.names import is_agency, is_person
from qa.articles.plain_text import LONGEST_LINE

_PHRASES = frozenset(
    line.strip()
    for line in """
    ad|ads|advert|advertisement|advertising|advertisement - scroll to continue|sponsored|sponsored content|promoted
    all news|all the news|all rights reserved|back|back to top|breaking|breaking news|close|comment|comments
    continue reading|cookie policy|copy|copy link|download|editor's choice|editors' choice|email|facebook
    follow us|home|homepage|latest news|leave a comment|link copied|listen|load more|log in|login|menu|more
    more news|more on this|more on this story|more stories|more top stories|most popular|most read|most viewed
    next|next article|no comments|popular|previous|previous article|print|print this page|print version
    privacy policy|read also|also read|read more|read next|recommended|related|related articles|related content
    related news|related stories|related topics|save|search|see also|share|share on facebook|share on twitter
    share on x|share on telegram|share on whatsapp|share this|share this article|share this page|share this story
    share with friends|sign in|sign up|skip to content|skip to main content|subscribe|tags|telegram|top|top news
    top stories|trending|trending now|tweet|twitter|up next|updated|updated at|last updated|view comments|vk
    watch|watch also|whatsapp|what to read next|you may also like|your browser does not support video|published
    by|staff report|staff reporter|staff writer|our correspondent|news desk|agencies|news agencies|staff and agencies
    send|error
    found a mistake|text size|font size|a a a|no image|photo|photos|video|image|file photo
    в начало|версия для печати|все новости|все права защищены|главная|еще по теме|закрыть|комментарии
    комментировать|лента новостей|меню|на главную|наверх|назад|новости по теме|новости партнеров|обновлено
    опубликовано|отправить|оставить комментарий|печать|подписаться|подписывайтесь|подписывайтесь на нас
    подпишитесь|поделиться|поделиться в соцсетях|поиск|показать еще|популярное|последние новости
    похожие новости|партнерский материал|по теме|рассылка|распечатать|реклама|скопировать ссылку|следующая новость
    смотрите также|теги|читайте нас|читайте также|читайте еще|читать далее|читать также|фото|видео
    агентства|жарнама|бөлісу|барлық жаңалықтар|тағы оқыңыз
    """.replace("\n", "|").split("|")
    if line.strip()
)
_OPENINGS = re.compile(
    r"(?:(?:read|see|watch) also|also read|read more|related|recommended|tags|topics|keywords|share|filed under|"
    r"читайте также|смотрите также|теги|по теме|читать также|тағы оқыңыз)\s*[:»>]\s*\S|"
    r"(?:subscribe (?:to|now)|sign up (?:for|to|here)|follow us|join our|click here|download (?:the|our) app|"
    r"подпи(?:шитесь|сывайтесь|саться) на|читайте нас|следите за нами|присоединяйтесь к)\b|"
    r"(?:copyright|all rights reserved|все права защищены)\b|©\s*(?:copyright\s*)?(?:18|19|20)\d\d|"
    r"(?:home|главная|басты бет)\s*[>»/›]",
    re.IGNORECASE,
)
_LINKS = re.compile(
    r"(?:more|more news|more stories|"
    r"read also|see also|watch also|also read|read more|read next|related(?: \w+)?|recommended|more on this story|"
    r"you may also like|tags|topics|keywords|теги|most read|most popular|trending(?: now)?|"
    r"читайте также|смотрите также|по теме|новости по теме|"
    r"похожие новости|читать также|тағы оқыңыз)",
    re.IGNORECASE,
)
_CREDIT = re.compile(
    r"[\[(]?(?:file )?(?:photos?|photographs?|pictures?|images?|illustration|infographics?|фото|фотография|"
    r"иллюстрация|сурет)(?:\s*(?:credits?|courtesy(?: of)?|by|from|source|из))?\s*(?:[:©/|]|,\s)\s*\S.{0,100}|"
    r"[\[(]?(?:photo|image|picture)(?: credits?)? (?:by|courtesy(?: of)?) \S.{0,100}|"
    r"(?:фото|снимки|видео|суреттер?) (?:автор(?:а|ов|ы)|предоставлен[оаы]? \S.{0,80}|из (?:открытых источников|"
    r"(?:личного |семейного )?архива(?: \S.{0,60})?))\.?|"
    r"(?:photographs?|photos|pictures|images|illustrations?) (?:by|courtesy of) (?-i:[A-ZÀ-ÞА-ЯЁ])\S.{0,100}|"
    r"(?:credits?|image source|photo source)\s*[:,]\s*\S.{0,80}|(?:©|\(c\))\s*\S.{0,100}|"
    r"(?:AP|AFP|EPA|REUTERS|Reuters) (?:Photo|PHOTO|photo)\b.{0,80}",
    re.IGNORECASE,
)
_SIGNED_AGENCY = re.compile(r"(?P<name>[^/,|]{3,60}?)\s?[/|]\s?(?P<agency>[^/|]{2,40}(?:/[^/|]{2,40})?)")
_CAPTION = re.compile(r"image caption\s*[:,]\s*\S", re.IGNORECASE)
_CREDIT_AT_END = re.compile(
    r"(?:[\[(](?:file )?(?:photo|image|фото)\b[^\])]{0,80}[\])]|\b(?:Photo|Фото|Image)(?: by|:)\s?[^.!?]{2,60}|"
    r"©\s?[^.!?]{2,60}|[\[(](?:AP|Reuters|AFP|Xinhua)(?: Photo)?/[^\])]{2,60}[\])])\.?$"
)


def is_furniture(line: str) -> bool:
    """Return whether a line belongs to the page and not to the article."""
    if len(line) > LONGEST_LINE:
        return False
    phrase = " ".join(line.lower().replace("ё", "е").strip(" \u00a0:.!…»>›→|*•-").split())
    return phrase in _PHRASES or _OPENINGS.match(line) is not None


def announces_links(line: str) -> bool:
    """Return whether a line of furniture says that titles of other articles follow it: "Read also:"."""
    return len(line) <= LONGEST_LINE and _LINKS.fullmatch(line.strip(" \u00a0:.!…»>›→|*•-")) is not None


def is_credit(line: str) -> bool:
    """Return whether a line only says whose a picture is: "© Jane Doe/TASS", "Photo: Akorda", "Getty Images"."""
    if len(line) > LONGEST_LINE:
        return False
    if _CREDIT.fullmatch(line) or line.strip("()[] ").lower() in {"getty images", "shutterstock", "ap photo"}:
        return True
    signed = _SIGNED_AGENCY.fullmatch(line)
    return signed is not None and (
        is_agency(signed["agency"]) and (is_person(signed["name"]) or is_agency(signed["name"]))
    )


def is_signed(line: str) -> bool:
    """Return whether a credit may be a byline too: a person and an agency, parted by space, and nothing else."""
    signed = _SIGNED_AGENCY.fullmatch(line)
    return signed is not None and " " in line[signed.end("name") : signed.start("agency")] and is_person(signed["name"])


def is_credited_caption(line: str) -> bool:
    """Return whether a short line is a caption by itself: it ends with a credit, or says that it is one."""
    if len(line) > 2 * LONGEST_LINE:
        return False
    return _CAPTION.match(line) is not None or _CREDIT_AT_END.search(line[-120:]) is not None
