"""The search by meaning: FAISS over the passages' vectors, exact up to 100,000 passages.

Beyond, it is approximate, with a measured recall. Passages newer than the vector file are searched from memory.
"""
