"""A question that the seeds answer."""

BORDER = "How long is the border between Kazakhstan and Russia?"
