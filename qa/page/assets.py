"""The page's own style and behaviour, for its head: small files, in the order of their names."""

from pathlib import Path

_HERE = Path(__file__).parent


_NO_THUMBS = "<style>.thumbs { display: none !important; }</style>"


def head(*, judging: bool) -> str:
    """Return the head's own part as HTML; the script runs before anything of Gradio does."""
    return (
        '<meta name="color-scheme" content="light dark">'
        f"<style>{_joined('style', '*.css')}</style>{'' if judging else _NO_THUMBS}"
        f'<script>"use strict";(() => {{\n{_joined("behaviour", "*.js")}\n}})();</script>'
    )


def _joined(folder: str, files: str) -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in sorted((_HERE / folder).glob(files)))
