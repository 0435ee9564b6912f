import pytest

from qa.archive.last_few import LastFew


def test_a_value_is_computed_once_and_the_one_asked_for_longest_ago_goes_first() -> None:
    computed, kept = list[str](), LastFew[str](2)

    def value(key: str) -> str:
        return kept.value(key, lambda: computed.append(key) or key.upper())  # type: ignore[func-returns-value]

    assert [value(key) for key in "ababcab"] == list("ABABCAB")
    assert computed == list("abcab")


def test_what_cannot_be_computed_is_not_kept() -> None:
    kept = LastFew[int](2)
    with pytest.raises(ZeroDivisionError):
        kept.value("a", lambda: 1 // 0)
    assert kept.value("a", lambda: 1) == 1
