"""Every question can be asked of an empty and of a small database, and answers what its name says."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from models.queries import QueryError, list_parameters, list_queries, run_query
from models.store import Store, open_store
from tests.pages import factory

PEC = "PEC:KZ-39:Сынақ ауданы:7"
VALUES: dict[str, Any] = {
    "as_of": factory.ELECTION,
    "level": "PEC",
    "view": "nominator",
    "commission_id": PEC,
    "old_id": "none",
    "severity": None,
    "code": None,
    "document": None,
    "row_limit": 10,
    "row_offset": 0,
}


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Store]:
    folder: Path = tmp_path_factory.mktemp("queries")
    return {
        "empty": open_store(factory.make_empty(folder / "empty.duckdb")),
        "small": open_store(factory.make_small(folder / "small.duckdb")),
    }


@pytest.mark.parametrize("database", ["empty", "small"])
@pytest.mark.parametrize("name", list_queries())
def test_question_can_be_asked(stores: dict[str, Store], name: str, database: str) -> None:
    # A parameter without a value here narrows to nothing, which must be possible to ask as well.
    values = {parameter: VALUES.get(parameter) for parameter in list_parameters(name)}
    frame = run_query(stores[database], name, **values)
    assert len(frame.columns) > 0


@pytest.mark.parametrize("name", ["../order", "no_such", "days.sql", ""])
def test_unknown_question_is_refused(stores: dict[str, Store], name: str) -> None:
    with pytest.raises(QueryError):
        run_query(stores["small"], name)


def test_wrong_parameters_are_refused(stores: dict[str, Store]) -> None:
    with pytest.raises(QueryError, match="as_of"):
        run_query(stores["small"], "coverage", level="PEC")


def test_seats_on_a_day_begin_with_officers(stores: dict[str, Store]) -> None:
    frame = run_query(stores["small"], "seats_on_day", commission_id=PEC, as_of=factory.ELECTION)
    assert list(frame["role"]) == ["chair", "deputy_chair", "secretary", "member", "member"]
    assert set(frame["document_path"]) == {"quram.docx"}


def test_nobody_sits_before_the_formation(stores: dict[str, Store]) -> None:
    frame = run_query(stores["small"], "seats_on_day", commission_id=PEC, as_of=date(2018, 12, 19))
    assert frame.empty


def test_leading_employer_is_the_school(stores: dict[str, Store]) -> None:
    frame = run_query(stores["small"], "commissions", as_of=factory.ELECTION, level="PEC").set_index("number")
    assert (frame.loc[7, "top_employer"], frame.loc[7, "top_employer_seats"]) == ("org:org:school", 4)
    # Five parties with one seat each: none leads alone.
    assert frame.loc[7, "top_nominators"] == 5
    assert frame.loc[8, "top_employer"] is None


def test_findings_under_review_are_left_out(stores: dict[str, Store]) -> None:
    frame = run_query(stores["small"], "findings", commission_id=PEC, as_of=factory.ELECTION)
    assert list(frame["rule_id"]) == ["ORG-1"]
