"""Serve the archive as one web page.

A request goes from `address` to `views`, which asks, to `rendering`, which makes HTML, to `components` and `layout`.
"""

from qa.page.type_stubs import spare_type_stubs

spare_type_stubs()
