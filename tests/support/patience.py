"""How long a test waits for what comes at once on an idle machine."""

PATIENCE = 60.0
"""Seconds: a machine whose processors others use as well may take many times as long as an idle one."""
