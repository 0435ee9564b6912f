"""The page's own style and behaviour, for its head: small files, in the order of their names."""

import json
from dataclasses import asdict
from pathlib import Path

from qa.page.language import LANGUAGES

_HERE = Path(__file__).parent


_NO_THUMBS = "<style>.thumbs { display: none !important; }</style>"


def head(*, judging: bool) -> str:
    """Return the head's own part as HTML; the script runs before anything of Gradio does."""
    words = json.dumps({code: asdict(words.script) for code, words in LANGUAGES.items()}, ensure_ascii=False)
    return (
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_joined('style', '*.css')}</style>{'' if judging else _NO_THUMBS}"
        f'<script>"use strict";(() => {{\nconst WORDS = {words};\n{_joined("behaviour", "*.js")}\n}})();</script>'
    )


def _joined(folder: str, files: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / folder).glob(files)))
