"""A question -> candidates -> ranked evidence -> verdict."""
