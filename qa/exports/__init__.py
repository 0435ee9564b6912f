"""Write what leaves the archive: answers as JSON, quotes with their citations, receipts of searches."""
