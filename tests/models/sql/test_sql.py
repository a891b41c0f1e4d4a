"""Steps from core to out: declared order, empty tables, blocs as the measures count them."""

from datetime import date

import duckdb
import pytest

from models import schema, sql
from models.measures.blocs import nominator_bloc

DAY = date(2019, 6, 9)


@pytest.fixture
def connection() -> duckdb.DuckDBPyConnection:
    opened = duckdb.connect()
    for table in schema.TABLES:
        opened.execute(table.create_sql())
    return opened


def add(connection: duckdb.DuckDBPyConnection, table: str, **values: object) -> None:
    names, marks = ", ".join(values), ", ".join("?" for _ in values)
    connection.execute(f"INSERT INTO core_{table} ({names}) VALUES ({marks})", list(values.values()))


def add_seat(connection: duckdb.DuckDBPyConnection, seat_id: str, **facts: object) -> None:
    base: dict[str, object] = {
        "seat_id": seat_id, "document_path": "a", "decision_id": "d", "commission_id": "c", "action": "elected",
        "name_as_printed": "Үлгібеков", "role": "member", "person_id": seat_id, "valid_from": date(2019, 1, 1),
    }  # fmt: skip
    add(connection, "seats", **(base | facts))


def add_commission(connection: duckdb.DuckDBPyConnection) -> None:
    add(connection, "commissions", commission_id="c", level="PEC", number=7)
    add(
        connection, "metrics", commission_id="c", as_of=DAY, metric="employer_share_max", tiers="", variant="",
        value=0.5, lower=0.25, upper=0.75, n_known=2, n_total=4,
    )  # fmt: skip


def test_every_file_of_the_folder_is_in_the_order() -> None:
    assert sorted(sql.list_outputs()) == sorted(path.stem for path in sql.DIRECTORY.glob("out_*.sql"))


def test_steps_run_over_nothing_and_again(connection: duckdb.DuckDBPyConnection) -> None:
    sql.run_all(connection)
    sql.run_all(connection)
    tables = {row[0] for row in connection.execute("SHOW TABLES").fetchall()}
    assert set(sql.list_outputs()) <= tables


def test_measures_stand_side_by_side(connection: duckdb.DuckDBPyConnection) -> None:
    add_commission(connection)
    for tiers, value in (("1", 0.1), ("1,2", 0.4)):
        add(connection, "metrics", commission_id="c", as_of=DAY, metric="tied_share_max", tiers=tiers, value=value)
    add(connection, "metrics", commission_id="c", as_of=DAY, metric="nominator_hhi", variant="successor", value=0.9)
    sql.run_all(connection)
    row = connection.execute(
        "SELECT n, employer_share_max_value, tied_share_max_value, nominator_hhi_value FROM out_commission_day"
    ).fetchone()
    # Tiers 1 and 2 are the default view; the successor variant is shown apart.
    assert row == (4, 0.5, 0.4, None)


@pytest.mark.parametrize(
    ("kind", "identity", "printed"),
    [
        ("party", "amanat", "«Нұр Отан» партиясы"),
        ("association", None, "«Ардагерлер кеңесі» ҚБ"),
        ("association", None, "ОО «Ёлка»"),
        ("association", "o-1", "«Үлгі»"),
        ("higher_commission", "o-2", "Аудандық аумақтық комиссия"),
        ("self", None, "өзін-өзі ұсынған"),
        ("unknown", None, "түсініксіз"),
        ("unknown", "o-3", "түсініксіз"),
        ("association", None, "…"),
        (None, None, None),
    ],
)
def test_blocs_are_those_of_the_measures(
    connection: duckdb.DuckDBPyConnection, kind: str | None, identity: str | None, printed: str | None
) -> None:
    party = identity if kind == "party" else None
    add_seat(
        connection, "s", nominator_kind=kind, nominator_id=identity, party_id=party, nominator_as_printed=printed
    )  # fmt: skip
    sql.run_all(connection)
    found = connection.execute("SELECT nominator FROM out_seat").fetchone()
    expected = nominator_bloc(kind, identity, printed)
    spelled = {"higher_commission": "kind:higher_commission", "self": "kind:self"}.get(expected or "", expected)
    assert found == (spelled.replace("id:", "org:") if spelled else None,)


def test_two_self_nominated_people_are_no_bloc_of_two(connection: duckdb.DuckDBPyConnection) -> None:
    add_commission(connection)
    for number in range(2):
        add_seat(connection, f"s{number}", nominator_kind="self")
    sql.run_all(connection)
    assert connection.execute("SELECT seats FROM out_leading_bloc WHERE view = 'nominator'").fetchone() == (1,)


def test_seat_counts_from_its_first_day_to_the_day_before_its_end(connection: duckdb.DuckDBPyConnection) -> None:
    add_commission(connection)
    facts = {"nominator_kind": "association", "nominator_as_printed": "«Үлгі»"}
    add_seat(connection, "ended", valid_to=DAY, **facts)
    add_seat(connection, "begins", valid_from=DAY, **facts)
    add_seat(connection, "open", **facts)
    add_seat(connection, "undated", valid_from=None, **facts)
    add_seat(connection, "renamed", action="renamed", **facts)
    sql.run_all(connection)
    assert connection.execute("SELECT seats, printed FROM out_bloc WHERE view = 'nominator'").fetchall() == [
        (2, "«Үлгі»")
    ]


def test_documents_carry_their_issues(connection: duckdb.DuckDBPyConnection) -> None:
    add(connection, "documents", document_path="a", sha256="0")
    add(connection, "documents", document_path="b", sha256="1")
    for number, severity in enumerate(("error", "warning", "warning")):
        add(connection, "issues", issue_id=str(number), document_path="a", severity=severity, code="x")
    sql.run_all(connection)
    rows = connection.execute("SELECT document_path, errors, warnings, notes FROM out_document").fetchall()
    assert rows == [("a", 1, 2, 0), ("b", 0, 0, 0)]
