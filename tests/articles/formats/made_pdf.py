"""Write small PDFs: lines of text at places on pages, in Latin letters or, by a table of their meaning, in others."""

from collections.abc import Sequence
from dataclasses import dataclass

_HEIGHT = 842


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, and how far it stands from the left and from the top."""

    text: str
    left: int = 60
    top: int = 0
    size: int = 10


def column(lines: Sequence[str], left: int = 60, top: int = 80) -> list[Line]:
    """Return lines below each other; an empty one leaves its place free."""
    return [Line(text, left, top + 14 * number) for number, text in enumerate(lines) if text]


def make_pdf(pages: Sequence[Sequence[Line]], title: str = "") -> bytes:
    """Return a PDF of some pages; its properties may state a title and the day on which it was made."""
    letters = sorted({it for page in pages for line in page for it in line.text if not it.isascii()})
    codes = {letter: 128 + number for number, letter in enumerate(letters)}
    contents = [_content(page, codes) for page in pages]
    kids = " ".join(f"{5 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 4 0 R >>",
        _stream(_meaning(codes)),
    ]
    for number, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 {_HEIGHT}] /Contents {6 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>".encode()
        )
        objects.append(_stream(content))
    if title:
        objects.append(
            f"<< /Title <FEFF{title.encode('utf-16-be').hex()}> /CreationDate (D:20250203100000Z) >>".encode()
        )
    return _file(objects, info=bool(title))


def _content(page: Sequence[Line], codes: dict[str, int]) -> bytes:
    shown = b""
    for line in page:
        data = bytes(codes.get(it, ord(it) % 256) for it in line.text)
        escaped = data.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
        shown += b"BT /F1 %d Tf %d %d Td (%s) Tj ET\n" % (line.size, line.left, _HEIGHT - 40 - line.top, escaped)
    return shown


def _meaning(codes: dict[str, int]) -> bytes:
    pairs = {chr(code): code for code in range(32, 127)} | codes
    items = list(pairs.items())
    blocks = [items[start : start + 100] for start in range(0, len(items), 100)]
    shown = "".join(
        f"{len(block)} beginbfchar\n" + "".join(f"<{code:02X}> <{ord(it):04X}>\n" for it, code in block) + "endbfchar\n"
        for block in blocks
    )
    head = "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    head += "1 begincodespacerange <00> <FF> endcodespacerange\n"
    return f"{head}{shown}endcmap end end".encode()


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _file(objects: Sequence[bytes], *, info: bool) -> bytes:
    made, places = b"%PDF-1.4\n", []
    for number, data in enumerate(objects, start=1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, data)
    start = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    stated = b"/Info %d 0 R " % len(objects) if info else b""
    trailer = b"trailer << %s/Size %d /Root 1 0 R >>" % (stated, len(objects) + 1)
    return made + trailer + b"\nstartxref\n%d\n%%%%EOF\n" % start
