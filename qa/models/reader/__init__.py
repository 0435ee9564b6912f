"""Read a question and a passage together, where words and vectors only compare them.

The network says how likely the passage answers, and where in it the answer stands.
"""
