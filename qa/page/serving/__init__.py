"""Decide who may come in, and let nothing else pass: what stands between the network and the page.

At the start: `place` (where the page listens, and who can reach that), `credentials`, `access` (who may come in, and
what they may do). The path of a request, as `middleware` strings it: `headers` → `gate` (is it meant for this page?) →
`bodies` (is it small enough?) → `strangers` (who is it?) → `brake` (how often did they guess?) → the page.
"""
