"""Example questions, for somebody who has just opened an archive, and those of its positive control.

They are made from its own sentences by patterns of each language. Each example is asked before it is offered: there is
none that the archive does not answer. Those of the control are asked to see how many it does.
"""
