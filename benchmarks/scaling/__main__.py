"""Measure how an archive grows: `python -m benchmarks.scaling`."""

from benchmarks.scaling.growth import main

if __name__ == "__main__":
    main()
