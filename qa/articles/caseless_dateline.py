"""Read the datelines of scripts without capitals, by the marks and words that only a dateline has."""

import re
from collections.abc import Iterator
from dataclasses import replace

from qa.articles.beside_dates import strip
from qa.articles.date_search import find_dates
from qa.articles.dateline_parts import Dateline
from qa.articles.dates import agreed, is_full
from qa.articles.names import is_agency

_HAN = r"[\u4e00-\u9fff]"
_REPORTER = rf"(?:本[报報社网網]|{_HAN}{{2,4}}社)?[记記]者 ?(?P<author>{_HAN}{{2,4}}(?:[, ]{_HAN}{{2,4}})*)"
_DAY = r"(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日"
_JAPANESE = r"[\u3040-\u30ff\u4e00-\u9fff]"
_MARKED = tuple(
    map(
        re.compile,
        (
            # 新华社北京6月21日电（记者王丽）, 本报青石9月5日讯
            rf"据?(?:本|(?P<agency>{_HAN}{{2,6}}))(?(agency)(?<=[社网網报報])|[社网網报報])"
            rf"(?P<place>(?:(?![记記]者){_HAN}){{2,8}}?)(?P<date>{_DAY})[电電讯訊](?:\s?\((?:{_REPORTER}|[^()]{{0,30}})\))?",
            # 【ワシントン共同】, 【北京=田中太郎】, 【6月18日 AFP】, [東京 18日 ロイター] -
            rf"\[(?P<place>{_JAPANESE}{{1,12}}?)(?P<agency>共同|時事)\]\s?",
            rf"\[(?!写真|画像|動画|資料|提供|撮影|取材|文=)(?P<place>{_JAPANESE}{{1,12}}?)=(?P<author>{_JAPANESE}{{2,8}})\]\s?",
            rf"\[(?:(?P<place>{_JAPANESE}{{1,12}}) )?(?P<date>{_DAY}) (?P<agency>AFP|CNN|ロイター)\](?:\s?-)?\s?",
            # (서울=연합뉴스) 홍길동 기자 =
            r"[(\[](?!사진|그래픽|자료|출처|영상|이미지|제공)(?P<place>[가-힣·]{2,15})=(?P<agency>[가-힣A-Za-z]{2,8}\d?)[)\]]\s?"
            r"(?:(?P<author>[가-힣]{2,4}(?:[·, ]+[가-힣]{2,4}){0,3}) (?:기자|특파원|통신원)\s?=\s?)?",
        ),
    )
)
_ARABIC_WORD = r"[\u0621-\u0652\u0670-\u06d3]{2,}"
_ARABIC_PLACE = rf"(?P<place>{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,2}}(?:/{_ARABIC_WORD}(?: {_ARABIC_WORD}){{0,2}})?)"
_DASH = r"[-–—]"
_ARABIC_BRACKETS = re.compile(
    rf"{_ARABIC_PLACE}(?P<parted>,|\s?{_DASH})?\s(?P<before>[^()\n:]{{0,40}}?)\s?\((?P<agency>[^()\n]{{2,40}})\)\s?(?:{_DASH}+|:)"
)
_ARABIC_AGENCY = re.compile(rf"{_ARABIC_PLACE}(?:\s?{_DASH}|:)\s?(?P<agency>[^()\n:–—,-]{{2,25}}?)(?:\s?[:–—-]+|$)")
_ARABIC_DATE = re.compile(
    rf"{_ARABIC_PLACE}(?:(?P<parted>,)|\s?{_DASH})\s(?P<before>[^()\n:–—]{{6,40}}?)\s?(?:(?P<mark>:)|{_DASH}\s(?!\d))"
)
_MOST_AGENCY_WORDS = 4


def read_caseless(opening: str) -> Iterator[Dateline]:
    """Yield the datelines that an opening can be read as; its marks and digits are ASCII's."""
    if opening.isascii():
        return
    for pattern in _MARKED:
        if match := pattern.match(opening):
            said = match.groupdict()
            yield Dateline(said["place"], _date(said.get("date")), said.get("agency"), said.get("author"), match.end())
    if not "\u0600" <= opening[:1] <= "\u06ff":
        return
    if (match := _ARABIC_BRACKETS.match(opening)) and (agency := match["agency"].strip()):
        date = _date(match["before"])
        dated = match["parted"] and date and len(agency.split()) <= _MOST_AGENCY_WORDS and strip(agency).name == agency
        if (is_agency(agency) and (date or not match["before"])) or dated:
            yield Dateline(match["place"], date, agency, end=match.end())
    if (match := _ARABIC_AGENCY.match(opening)) and is_agency(match["agency"]):
        yield Dateline(match["place"], None, match["agency"], end=match.end())
    if (match := _ARABIC_DATE.match(opening)) and (match["parted"] or match["mark"]):
        date = _date(match["before"])
        if date and is_full(date):
            yield Dateline(match["place"], date, None, end=match.end())


def read_lone_caseless(line: str) -> Dateline | None:
    """Read a line that is a place and a known agency, and nothing else; two Arabic words may be a reporter's name."""
    dateline = next(read_caseless(line), None)
    if dateline is None or dateline.end < len(line) or not is_agency(dateline.outlet or ""):
        return None
    return replace(dateline, place=None) if " " in (dateline.place or "") else dateline


def _date(stretch: str | None) -> str | None:
    """Return the date of a stretch that holds nothing else."""
    dates = find_dates(stretch or "")
    if not dates or stretch is None or strip(stretch[: dates[0].start]).name or strip(stretch[dates[-1].end :]).name:
        return None
    return agreed(tuple(stated.date for stated in dates))
