"""Read messages of mail as articles: one in a file, a mailbox of them, or a page saved as one."""

import email
import email.policy
import re
from collections.abc import Iterator
from dataclasses import replace
from email.message import EmailMessage
from email.utils import parseaddr, parsedate_to_datetime
from typing import Any, BinaryIO

from qa.articles.decoding import decode
from qa.articles.formats.html import decode_page, read_page
from qa.articles.formats.limits import check_size, mapped, read_whole
from qa.articles.formats.mail_text import MailText, forwarded, without_newsletter, without_replies
from qa.articles.formats.markup import blocks_of, parse_markup
from qa.articles.formats.record import Record
from qa.articles.formats.tidy import digest, joined, line, plain_paragraphs, stated_date, stated_id, stated_url
from qa.articles.names import is_person, is_publisher
from qa.errors import ArticleUnreadable
from qa.settings import Settings

_MOST_PARTS = 1_000
"""A newsletter has some dozens of parts, its pictures."""
_MOST_MARKS = 10_000
"""Lines that may part two parts; Python takes a second for 1,500 of them."""
_SAVE_AGAIN = "save the message again"
_NO_TEXT = "the message has no text; save what is attached to it as files"
_LONGEST_HEADER = 5_000
"""Characters; Python's parser of headers takes time by the square of their length."""
_READ_NAMES = """
from subject date message-id organization content-language content-type content-disposition content-location
content-transfer-encoding snapshot-content-location
"""
_READ = frozenset(_READ_NAMES.split())
_DESK_NAMES = """
desk news newsdesk newsroom press pressoffice press-office pr media editor editors editorial redaction redaktsiya info
newsletter noreply no-reply redakciya inbox mailer daily digest alerts briefing
"""
_DESKS = frozenset(_DESK_NAMES.split())
"""What stands before the `@` of an address that a newsroom or an office sends from."""
_RAW = re.compile("[\udc80-\udcff]")
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|отв|ответ)\s*:\s*)+", re.IGNORECASE)
_BLANK = (b"\n", b"\r\n")
_ESCAPED = re.compile(rb"^>(>*From )")
_STEP = 1 << 16
_SOFT_END = re.compile(r"(?<=\S) \n(?=\S)")
"""Where a line goes on in a message of `format=flowed`."""
_SIGNATURE = re.compile(r"\n-- \n.*", re.DOTALL)


def read_mail(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a file that is one message."""
    yield replace(_read_message(file, read_whole(file, opened, settings)), id=None)


def read_mbox(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record | ArticleUnreadable]:
    """Read a mailbox message by message; the rest of it is read where one cannot be."""
    for number, data in enumerate(_messages(opened, settings), start=1):
        name = f"{file}#message {number}"
        try:
            check_size(name, len(data), settings)
            yield _read_message(name, data)
        except ArticleUnreadable as problem:
            yield problem


def read_mhtml(file: str, opened: BinaryIO, settings: Settings) -> Iterator[Record]:
    """Read a page that was saved as a message; the day of saving is not the article's."""
    message = _parse(file, read_whole(file, opened, settings))
    part = next((it for it in _parts(file, message) if it.get_content_type().endswith("html")), None)
    if part is None:
        raise ArticleUnreadable(file, "no page is in it; save the page again")
    url = stated_url(_header(message, "Snapshot-Content-Location") or _header(part, "Content-Location"))
    page = read_page(file, _content(file, part), charset=part.get_content_charset(), url=url)
    yield replace(page, saved=_day(message))


def _read_message(file: str, data: bytes) -> Record:
    message = _parse(file, data)
    said = _text(file, message)
    subject = line(said.subject or _header(message, "Subject"))
    name, address = parseaddr(said.sender or _header(message, "From") or "")
    if _is_desk(address) and not name:
        address = ""
    sender = _in_order(line(name)) or line(address)
    outlet = sender if sender and _is_outlet(sender, address) else None
    if outlet is None and said.sender is None:
        outlet = line(_header(message, "Organization"))
    return Record(
        id=stated_id((_header(message, "Message-ID") or "").strip(" <>")) or digest(subject, said.text),
        text=said.text,
        title=_REPLY.sub("", subject) or None if subject else None,
        outlet=outlet,
        author=None if sender == outlet else sender,
        date=stated_date(said.date) or _day(message),
        language=line(_header(message, "Content-Language")),
    )


def _parse(file: str, data: bytes) -> EmailMessage:
    if data.count(b"\n--") > _MOST_MARKS:
        raise ArticleUnreadable(file, f"it has more than {_MOST_MARKS:,} marks between parts; {_SAVE_AGAIN}")
    with mapped(file, _SAVE_AGAIN):
        message = email.message_from_bytes(data, policy=email.policy.default)
    if not isinstance(message, EmailMessage):
        raise ArticleUnreadable(file, f"it is no message; {_SAVE_AGAIN}")
    return message


def _check_headers(file: str, part: EmailMessage) -> None:
    """Raise `ArticleUnreadable` where a header that is read is so long that reading it would take hours."""
    for name, value in part.raw_items():
        if name.lower() in _READ and len(str(value)) > _LONGEST_HEADER:
            raise ArticleUnreadable(file, f"its header {name} has more than {_LONGEST_HEADER:,} characters; remove it")


def _parts(file: str, message: EmailMessage) -> list[EmailMessage]:
    """Return the parts that are no attachments."""
    found: list[EmailMessage] = []
    with mapped(file, _SAVE_AGAIN):
        for number, part in enumerate(message.walk()):
            if number > _MOST_PARTS:
                raise ArticleUnreadable(file, f"it has more than {_MOST_PARTS:,} parts; {_SAVE_AGAIN}")
            if not isinstance(part, EmailMessage):
                continue
            _check_headers(file, part)
            if not part.is_multipart() and not part.is_attachment():
                found.append(part)
    return found


def _text(file: str, message: EmailMessage) -> MailText:
    """Return the text of a message as it was sent: the plain one, else that of its page."""
    parts = _parts(file, message)
    for part in parts:
        if part.get_content_type() == "text/plain":
            text = _SIGNATURE.sub("", _decoded(file, part).replace("\r\n", "\n"))
            if part.get_param("format") == "flowed":
                text = _SOFT_END.sub(" ", text)
            said = forwarded(without_replies(text))
            if shown := joined(without_newsletter(plain_paragraphs(said.text).split("\n\n"))):
                return replace(said, text=shown)
    for part in parts:
        if part.get_content_type().endswith("html"):
            page = parse_markup(file, decode_page(file, _content(file, part), part.get_content_charset()))
            said = forwarded(joined(_blocks(page)))
            if shown := joined(without_newsletter(said.text.split("\n\n"))):
                return replace(said, text=shown)
    raise ArticleUnreadable(file, _NO_TEXT)


def _blocks(page: Any) -> Iterator[str]:
    """Yield the blocks of a page that are seen: a newsletter hides the line that the list of messages shows."""
    if page is None:
        return
    for hidden in page.xpath("//*[contains(translate(@style, ' ', ''), 'display:none')]"):
        hidden.clear(keep_tail=True)
    yield from blocks_of(page)


def _decoded(file: str, part: EmailMessage) -> str:
    data, charset = _content(file, part), part.get_content_charset()
    if not data.strip():
        return ""
    if charset and charset not in {"us-ascii", "unknown-8bit"}:
        try:
            return data.decode(charset)
        except (UnicodeDecodeError, LookupError):
            pass  # a wrong label: the letters tell
    return decode(file, data)


def _content(file: str, part: EmailMessage) -> bytes:
    with mapped(file, _SAVE_AGAIN):
        data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _is_outlet(sender: str, address: str) -> bool:
    """Return whether a sender is an outlet: by its name, or by an address that is a desk's and nobody's own."""
    if is_publisher(sender) and not is_person(sender):
        return True
    return sender != address and _is_desk(address)


def _is_desk(address: str) -> bool:
    return address.partition("@")[0].lower() in _DESKS


def _in_order(name: str | None) -> str | None:
    """Return a person's name as it is said: programs write "Oakes, Graham"."""
    surname, comma, given = (name or "").partition(", ")
    turned = f"{given} {surname}"
    return turned if comma and " " not in surname and "," not in given and is_person(turned) else name


def _header(message: EmailMessage, name: str) -> str | None:
    """Return a header as text, though an old program wrote its letters as they are; one written wrongly is none."""
    try:
        value = _raw_header(message, name) or message[name]
        return None if value is None else str(value)
    except (ValueError, IndexError, AttributeError, LookupError, TypeError):  # the parser of headers raises them all
        return None


def _raw_header(message: EmailMessage, name: str) -> str | None:
    """Return a header whose letters no encoding is stated for, as those that the whole message's letters are in."""
    stated = next((str(value) for key, value in message.raw_items() if key.lower() == name.lower()), "")
    data = stated.encode("ascii", "surrogateescape") if _RAW.search(stated) else b""
    if not data:
        return None
    charset = message.get_content_charset()
    for encoding in ("utf-8", charset):
        try:
            if encoding:
                return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    try:
        return decode("", data)
    except ArticleUnreadable:
        return None


def _day(message: EmailMessage) -> str | None:
    """Return the day of a message in the time zone that it was sent from."""
    try:
        return parsedate_to_datetime(_header(message, "Date") or "").date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _messages(opened: BinaryIO, settings: Settings) -> Iterator[bytes]:
    """Yield the messages of a mailbox; of one that is too large, no more than shows that it is."""
    kept: list[bytes] = []
    size, after_blank, whole = 0, True, True
    while chunk := opened.readline(_STEP):
        if whole and after_blank and chunk.startswith(b"From "):
            if size:
                yield b"".join(kept)
            kept, size = [], 0
        elif size <= settings.largest_file_bytes:
            kept.append(_ESCAPED.sub(rb"\1", chunk) if whole else chunk)
            size += len(chunk)
        after_blank = whole and chunk in _BLANK
        whole = chunk.endswith(b"\n")
    if size:
        yield b"".join(kept)
