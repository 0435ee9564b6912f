"""Draw what an archive is about: passages on a plane, those near each other that mean alike, in topics with words."""
