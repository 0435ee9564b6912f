"""The opened archive: Archive, retrieve, and what is looked at without asking."""
