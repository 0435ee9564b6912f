"""Compare with what people would use instead: building, asking, starting, memory and quality, in whole processes."""
