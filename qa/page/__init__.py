"""Serve the archive as one web page.

The path of a request: `address` (what the link asks for) → `views` (ask the archive, or explain why not) → `rendering`
(records to HTML, pure functions) → `components` and `layout` (which part of the page shows it). `app` holds the
server's settings. HTML is built of `rendering.escaping.Html`, which escapes whatever is put into it.
"""

from typing import TYPE_CHECKING

from qa import lazy_exports

if TYPE_CHECKING:
    from qa.page.app import serve_archive

__all__ = ["serve_archive"]

if not TYPE_CHECKING:
    __getattr__ = lazy_exports(__name__, {"serve_archive": "app"})
