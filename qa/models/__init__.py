"""Run the networks: encoder, reader, reranker."""
