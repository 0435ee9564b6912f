"""Decide who may come in, and stop everything else: what stands between the network and the page.

`bind_address`, `credentials` and `access` are settled at the start; `middleware` says what each request passes.
"""
