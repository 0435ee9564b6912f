import pytest

from qa.page.serving.login_throttle import FailedLogins, ThrottleLimits, throttled_network

PACE = ThrottleLimits(at_once=3, between_turns=1.0, longest_wait=5.0)


class Clock:
    def __init__(self) -> None:
        self.seconds = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


def test_each_wrong_password_costs_twice_as_much_up_to_a_limit(clock: Clock) -> None:
    attempts = FailedLogins(ThrottleLimits(), clock)
    assert [attempts.failed("a") for _ in range(7)] == [0.5, 1, 2, 4, 8, 10, 10]
    assert attempts.failed("b") == 0.5


def test_failures_are_forgotten_after_a_while_or_a_success(clock: Clock) -> None:
    attempts = FailedLogins(ThrottleLimits(), clock)
    for _ in range(5):
        attempts.failed("a")
    clock.seconds += 599
    assert attempts.failed("a") == 10
    clock.seconds += 601
    assert attempts.failed("a") == 0.5
    attempts.failed("a")
    attempts.succeeded("a")
    assert attempts.failed("a") == 0.5


def test_many_addresses_together_get_a_turn_at_a_time_and_the_last_are_turned_away(clock: Clock) -> None:
    attempts = FailedLogins(PACE, clock)
    waits = [attempts.wait(f"address {number}") for number in range(12)]
    assert waits == [0, 0, 0, 1, 2, 3, 4, 5, None, None, None, None]
    clock.seconds += 2
    assert [attempts.wait("another"), attempts.wait("another"), attempts.wait("another")] == [4, 5, None]
    clock.seconds += 100
    assert [attempts.wait("another") for _ in range(4)] == [0, 0, 0, 1]


def test_over_an_hour_no_more_than_the_pace_gets_through_however_many_addresses_try(clock: Clock) -> None:
    attempts, through = FailedLogins(PACE, clock), 0
    for number in range(36_000):
        if attempts.wait(str(number)) is not None:
            through += 1
            attempts.failed(str(number))
        clock.seconds += 0.1
    assert through <= 3 + 5 + 3_600


def test_right_passwords_take_no_turn_from_others(clock: Clock) -> None:
    attempts = FailedLogins(PACE, clock)
    for number in range(50):
        assert attempts.wait(f"address {number}") == 0
        attempts.succeeded(f"address {number}")


def test_who_has_logged_in_from_somewhere_does_not_wait_for_guesses_from_elsewhere(clock: Clock) -> None:
    attempts = FailedLogins(PACE, clock)
    attempts.wait("known")
    attempts.succeeded("known")
    while attempts.wait("stranger") is not None:
        pass
    assert attempts.wait("known") == 0
    assert attempts.wait("another stranger") is None


def test_what_is_remembered_is_bounded_and_the_latest_stays(clock: Clock) -> None:
    attempts = FailedLogins(ThrottleLimits(), clock, most=100)
    for number in range(1_000):
        attempts.failed(f"address {number}")
        attempts.succeeded(f"friend {number}")
    assert len(attempts._failures) == len(attempts._welcome) == 100
    assert attempts.failed("address 999") == 1
    assert attempts.failed("address 0") == 0.5


@pytest.mark.parametrize(
    ("address", "stands_for"),
    [
        ("192.0.2.7", "192.0.2.7"),
        ("::ffff:192.0.2.7", "192.0.2.7"),
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::"),
        ("2001:db8:1:2:ffff::1", "2001:db8:1:2::"),
        ("fe80::1%eth0", "fe80::"),
        ("", ""),
        ("unix", "unix"),
        ("x" * 60_000, "x" * 64),
    ],
)
def test_an_ipv6_network_is_one_address(address: str, stands_for: str) -> None:
    assert throttled_network(address) == stands_for
