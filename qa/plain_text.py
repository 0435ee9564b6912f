"""Make the copy of a text that is encoded, tokenised and displayed; the archive keeps the text itself unchanged.

Old archives hold HTML entities (`&#233;`), decomposed letters, and characters that reverse or hide what follows them.
"""

import html
import re
import unicodedata

_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls, line feed and tab apart
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidirectional marks, embeddings and overrides
    "\u200b\u2060\ufeff\ufff9-\ufffb\ud800-\udfff]"  # zero width space, joiners of nothing, lone surrogates
)


def plain(text: str) -> str:
    """Resolve HTML entities once, compose letters (NFC), and drop controls and bidirectional overrides.

    Never NFKC: it would rewrite what is quoted. Zero width (non-)joiners stay: Persian and emoji need them.
    """
    return _UNSAFE.sub("", unicodedata.normalize("NFC", html.unescape(text)))
