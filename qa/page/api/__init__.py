"""Answer programs: `/api/ask` over plain HTTP, described by `/api/openapi.json`, and `/ask` for Gradio's own client.

All three read the same fields (`fields`) and wait among the visitors' questions.
"""
