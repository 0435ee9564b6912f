"""Serve the archive as one web page.

The path of a request: `address` (what the link asks for) → `views` (ask the archive, or say why not) → `results`,
`cards`, `reader` (records to escaped HTML, pure functions) → `blocks` (which part of the page shows it). `app`
holds the server's settings. Every character that came from a file or a reader passes through `display.escaped`.
"""
