"""Example questions, for somebody who has just opened an archive.

They are made from its own sentences by patterns of each language, and each is asked before it is offered: there is none
that the archive does not answer.
"""
