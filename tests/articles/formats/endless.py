"""A parser that never ends, for the test of the time that one has."""

from qa.articles.formats.child_limits import limit

if __name__ == "__main__":
    limit(0)
    while True:
        pass
