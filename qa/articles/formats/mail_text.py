"""Return the article in a message: not what a program for mail writes around it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_FORWARDED = re.compile(
    r"^[ \t]*+(?:-{2,}+|_{5,}+)[ \t]*+(?:(?:begin )?forwarded message|original message|(?:пересланное|пересылаемое|"
    r"исходное) сообщение|бастапқы хабар(?:лама)?|қайта жіберілген хабар(?:лама)?)?[ \t]*+-*+[ \t]*+$|"
    r"^[ \t]*+begin forwarded message:[ \t]*+$",
    re.IGNORECASE | re.MULTILINE,
)
_HEADER = re.compile(
    r"^[ \t>*]*(?P<name>from|date|sent|subject|to|cc|reply-to|от|от кого|дата|отправлено|тема|кому|копия|кімнен|күні|"
    r"тақырыбы|кімге)[*]?:[*]?[ \t]*(?P<value>.*)$",
    re.IGNORECASE,
)
_MEANS = {
    "from": "from", "от": "from", "от кого": "from", "кімнен": "from",
    "date": "date", "sent": "date", "дата": "date", "отправлено": "date", "күні": "date",
    "subject": "subject", "тема": "subject", "тақырыбы": "subject",
}  # fmt: skip
_FEWEST_HEADERS = 2
_QUOTED_FROM = re.compile(
    r"^(?:on\b.{4,200}\bwrote|.{4,200}\b(?:написал(?:\(?а\)?)?|пишет|жазды)(?: <[^<>]*>)?) ?:$", re.IGNORECASE
)
_OF_LETTER = re.compile(
    r"\bunsubscribe\b|\b(?:view|read|open|see)\b.{0,40}\b(?:in|on) (?:your |a |the )?(?:web ?)?browser|\bview online\b|"
    r"\bmanage (?:your )?(?:subscription|preferences|email)|\byou(?:'re| are|’re)? receiv(?:ed|ing) this "
    r"(?:e-?mail|message|newsletter)|\bforwarded this (?:e-?mail|newsletter)|отписаться|отказаться от рассылки|"
    r"в браузере|вы получили это письмо|жазылымнан (?:бас тарт|шығ)|браузерде (?:аш|көр)|бұл хатты .{0,40}алды",
    re.IGNORECASE,
)
_LONGEST_LINE = 200
_ABOVE, _BELOW = 3, 6
"""How many paragraphs at either end may be the newsletter's own."""


@dataclass(frozen=True, slots=True)
class MailText:
    """The text of a message, and the headers of the message that it forwards, if it is nothing but that."""

    text: str
    sender: str | None = None
    date: str | None = None
    subject: str | None = None


def without_replies(text: str) -> str:
    """Return a text without the messages that it answers, each below a line that says who wrote it."""
    kept: list[str] = []
    quoted = False
    for line, following in zip(lines := text.split("\n"), [*lines[1:], ""], strict=True):
        shown = line.strip()
        if not quoted and _QUOTED_FROM.match(shown) and following.lstrip().startswith(">"):
            quoted = True
            continue
        quoted = quoted and (not shown or shown.startswith(">"))
        if not quoted:
            kept.append(line)
    return "\n".join(kept)


def forwarded(text: str) -> MailText:
    """Return a text without the mark and the headers of a message that it forwards."""
    for mark in _FORWARDED.finditer(text):
        headers, end = _headers(text, mark.end())
        if len(headers) < _FEWEST_HEADERS:
            continue
        before, behind = text[: mark.start()].rstrip(), text[end:].lstrip("\n")
        if before.strip():
            return MailText(f"{before}\n\n{behind}")
        return MailText(behind, headers.get("from"), headers.get("date"), headers.get("subject"))
    return MailText(text)


def without_newsletter(paragraphs: Sequence[str]) -> list[str]:
    """Return paragraphs without those at the ends that are about the newsletter itself, and without a signature."""
    end = next((place for place, it in enumerate(paragraphs) if it.strip() == "--"), len(paragraphs))
    kept = paragraphs[:end]
    return [
        it
        for place, it in enumerate(kept)
        if not ((place < _ABOVE or place >= len(kept) - _BELOW) and len(it) <= _LONGEST_LINE and _OF_LETTER.search(it))
    ]


def _headers(text: str, start: int) -> tuple[dict[str, str], int]:
    """Return the headers that stand from a place on, and where they end."""
    found: dict[str, str] = {}
    at = start + 1
    while at < len(text):
        end = text.find("\n", at)
        end = len(text) if end < 0 else end
        line = text[at:end]
        header = _HEADER.match(line)
        if header:
            name = header["name"].lower()
            found.setdefault(_MEANS.get(name, name), header["value"].strip())
        elif line.strip() or found:
            break
        at = end + 1
    return found, min(at, len(text))
