"""Ask many questions at once: several threads answer, and other processes help them with all but the networks."""
