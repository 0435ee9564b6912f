"""The search by meaning: FAISS over the passages' vectors.

Up to 100,000 passages are searched exactly, more of them approximately, with a recall that is measured. Passages newer
than the vector file are searched from memory.
"""
