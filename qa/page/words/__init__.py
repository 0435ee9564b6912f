"""Hold every word that the page itself says, in each of its languages."""
