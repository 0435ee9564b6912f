"""Decide who may come in, and stop everything else: what stands between the network and the page.

At the start: `bind_address` (where the page listens, and who can reach that), `credentials`, `access` (who may come in,
and what they may do). The path of a request, as `middleware` orders it: `security_headers` → `failures` (what fails is
one line of log) → `request_target` (can its address be read?) → `origin_check` (is it meant for this page?) →
`body_limit` (is it small enough?) → `login_required` (who is it?) → `login_throttle` (how often did they guess?) → the
page. What does not pass gets a `refusal`.
"""
