"""What leaves: JSON, citations, receipts."""
