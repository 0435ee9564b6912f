"""The page's own style and behaviour, for its head: small files, in the order of their names."""

import json
from dataclasses import asdict
from pathlib import Path

from qa.page.language import LANGUAGES
from qa.page.rendering.notebook import LONGEST_NOTE, MOST_KEPT
from qa.page.words.words import Words

_HERE = Path(__file__).parent


_NO_THUMBS = "<style>.thumbs { display: none !important; }</style>"


def head(*, judging: bool) -> str:
    """Return the head's own part as HTML; the script runs before anything of Gradio does."""
    words = json.dumps({code: _script_words(it) for code, it in LANGUAGES.items()}, ensure_ascii=False)
    constants = f"const WORDS = {words}, MOST_KEPT = {MOST_KEPT}, LONGEST_NOTE = {LONGEST_NOTE};"
    return (
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_joined('style', '*.css')}</style>{'' if judging else _NO_THUMBS}"
        f'<script>"use strict";(() => {{\n{constants}\n{_joined("behaviour", "*.js")}\n}})();</script>'
    )


def _script_words(words: Words) -> dict[str, object]:
    return asdict(words.script) | {"notebook": asdict(words.notebook) | {"saved": words.exporting.saved}}


def _joined(folder: str, files: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / folder).glob(files)))
