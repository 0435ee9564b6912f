"""Serve the archive as one web page.

The path of a request: `address` (what the link asks for) → `views` (ask the archive, or explain why not) → `rendering`
(records to HTML, pure functions) → `components` and `layout` (which part of the page shows it). `app` holds the
server's settings. HTML is built of `rendering.escaping.Html`, which escapes whatever is put into it.
"""

from qa.page.type_stubs import spare_type_stubs

spare_type_stubs()
