"""Render what the archive says as HTML.

All are pure functions over `escaping.Html`, which escapes whatever is put into it.
"""
