"""Make example questions of the archive's own sentences, by patterns of each language.

Each example is asked before it is shown, so that the archive answers it; those of the positive control are not.
"""
