"""Ask many questions at once.

Several threads answer them, and other processes help with all but the networks.
"""
