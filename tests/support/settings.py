"""Settings with which a small archive is changed as a large one is."""

from qa.settings import Settings

ADDED_TO = Settings(rewritten_up_to=0, dead_share=0.9)
"""Changes are added to the derived files, which nothing rewrites before nine tenths have changed."""
