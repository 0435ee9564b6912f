"""What measures quality is tested on three articles, without a model."""
