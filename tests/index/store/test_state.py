"""What the index says of itself comes back as it was written, or not at all."""

from collections.abc import Callable
from dataclasses import fields, replace
from pathlib import Path

import pytest

from qa.errors import IndexDamaged
from qa.index.store.connection import reading, writing
from qa.index.store.schema import State
from qa.index.store.state import is_in_history, read_digests, read_state, write_digests, write_state
from tests.index.store.stored import STATE


def test_a_state_comes_back_as_written(index: Path) -> None:
    with reading(index) as connection:
        assert read_state(connection) == STATE


def test_a_database_without_a_build_that_ended_has_no_state(tmp_path: Path) -> None:
    with writing(tmp_path) as connection:
        assert read_state(connection) is None


def test_replacing_the_state_leaves_one(index: Path) -> None:
    newer = replace(STATE, mark="other", revision=8, vectors_trained=50_000, vectors_recall=0.996)
    with writing(index) as connection:
        write_state(connection, newer)
    with reading(index) as connection:
        assert read_state(connection) == newer
        assert connection.execute("SELECT count(*) FROM state").fetchone() == (1,)


@pytest.mark.parametrize("column", [it.name for it in fields(State)])
def test_a_change_in_any_column_of_the_state_is_noticed(index: Path, damage: Callable[..., None], column: str) -> None:
    other = "'x'" if isinstance(getattr(STATE, column), str) else "99"
    damage("UPDATE state SET", column, "=", other)
    said = "row 1 of table state is not what was written.*qa build"
    with pytest.raises(IndexDamaged, match=said), reading(index) as connection:
        read_state(connection)


def test_digests_are_replaced_all_together(index: Path) -> None:
    with reading(index) as connection:
        assert read_digests(connection) == {"vectors-000007.faiss": "d1", "lexical-000007/meta.json": "d2"}
    with writing(index) as connection:
        write_digests(connection, {"vectors-000008.faiss": "d3"})
    with reading(index) as connection:
        assert read_digests(connection) == {"vectors-000008.faiss": "d3"}


def test_a_database_knows_the_states_that_it_had_and_no_other(index: Path) -> None:
    newer = replace(STATE, mark="other", revision=8)
    with writing(index) as connection:
        assert not is_in_history(connection, newer)
        write_state(connection, newer)
    with reading(index) as connection:
        assert is_in_history(connection, STATE)
        assert is_in_history(connection, newer)
        assert not is_in_history(connection, replace(newer, mark="of a copy"))


@pytest.mark.parametrize("table", ["derived", "history"])
def test_a_change_in_what_is_said_of_files_and_states_is_noticed(
    index: Path, damage: Callable[..., None], table: str
) -> None:
    damage("UPDATE", table, "SET", "digest = 'x'" if table == "derived" else "revision = 99")
    with pytest.raises(IndexDamaged, match=rf"of table {table} is not what was written"), reading(index) as connection:
        read_digests(connection)
        is_in_history(connection, STATE)
