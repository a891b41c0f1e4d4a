"""The store reads only, notices a new build, and says clearly what is wrong with a file."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import duckdb
import pytest

from models import schema
from models.store import (
    ENVIRONMENT,
    Store,
    StoreError,
    StoreIncompatibleError,
    StoreLockedError,
    StoreMissingError,
    list_paths,
    open_store,
)
from tests.pages import factory


@pytest.fixture
def small(tmp_path: Path) -> Path:
    return factory.make_small(tmp_path / "Қор 'бір'.duckdb")


def count_seats(store: Store) -> int:
    return int(store.fetch("SELECT count(*) AS n FROM core_seats")["n"].iloc[0])


def test_store_knows_its_build(small: Path) -> None:
    store = open_store(small)
    assert (store.build_id, store.country, store.is_simulated) == ("small-1", "KZ", True)
    assert store.latest_day == factory.ELECTION
    assert count_seats(store) == 7 + 5 + 5


def test_unchanged_file_is_opened_once(small: Path) -> None:
    assert open_store(small) is open_store(small)


def test_replaced_file_is_noticed_and_old_readers_keep_theirs(small: Path) -> None:
    before = open_store(small)
    factory.make_empty(small, build_id="second")
    after = open_store(small)
    assert (before.build_id, count_seats(before)) == ("small-1", 17)
    assert (after.build_id, count_seats(after)) == ("second", 0)


def test_missing_texts_and_days_are_none(small: Path) -> None:
    frame = open_store(small).fetch(
        "SELECT NULL::VARCHAR AS text, NULL::DATE AS day, DATE '2019-06-09' AS known, NULL::DOUBLE AS number"
    )
    row = frame.iloc[0]
    assert row["text"] is None
    assert row["day"] is None
    assert row["known"] == date(2019, 6, 9)


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE core_other (x INTEGER)",
        "DELETE FROM core_seats",
        "SELECT * FROM read_csv('/etc/hostname')",
        "ATTACH '/tmp/other.duckdb'",
        "SET enable_external_access = true",
        "COPY core_seats TO '/tmp/seats.csv'",
    ],
)
def test_nothing_but_reading_is_possible(small: Path, statement: str) -> None:
    with pytest.raises(duckdb.Error):
        open_store(small).fetch(statement)


def test_missing_file_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreMissingError, match="nowhere"):
        open_store(tmp_path / "nowhere.duckdb")


def test_file_of_another_kind_is_said(tmp_path: Path) -> None:
    path = tmp_path / "letter.duckdb"
    path.write_text("Құрметті әріптестер! " * 500, encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        open_store(path)
    assert caught.value.reason == "unreadable"


def test_database_of_another_version_is_said_with_what_is_missing(small: Path) -> None:
    with duckdb.connect(str(small)) as connection:
        connection.execute("ALTER TABLE core_seats DROP COLUMN snippet")
        connection.execute("DROP TABLE out_total")
    with pytest.raises(StoreIncompatibleError, match=r"core_seats\.snippet.*out_total"):
        open_store(small)


def test_database_without_any_table_is_incompatible(tmp_path: Path) -> None:
    path = tmp_path / "blank.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(StoreIncompatibleError, match=schema.TABLES[0].core):
        open_store(path)


def test_file_being_written_by_another_process_is_said(small: Path) -> None:
    code = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print('held', flush=True); sys.stdin.read()"
    with subprocess.Popen(
        [sys.executable, "-c", code, str(small)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdin is not None
        assert writer.stdout.readline().strip() == "held"
        try:
            with pytest.raises(StoreLockedError):
                open_store(small)
        finally:
            writer.stdin.close()
    assert open_store(small).build_id == "small-1"


def test_paths_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, os.pathsep.join(["/a/one.duckdb", "/b/two.duckdb", ""]))
    assert list_paths() == [Path("/a/one.duckdb"), Path("/b/two.duckdb")]
    monkeypatch.delenv(ENVIRONMENT)
    assert list_paths() == [Path("data/build/commissions.duckdb")]
