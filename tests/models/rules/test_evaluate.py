"""Rules on frames: the rows of the table findings, and a country without rules."""

import json
from datetime import date

import pandas as pd
import pytest

from models.reference import DEFAULT_DIRECTORY
from models.rules import evaluate_rules, load_rules
from models.rules.evaluate import FINDING_COLUMNS, JUDGES
from tests.models.rules.cases import BOOK, PARTIES

DAY = date(2024, 2, 1)

COMMISSIONS = pd.DataFrame(
    {
        "commission_id": ["P1", "T1"],
        "level": ["PEC", "TEC"],
        "is_special": [False, pd.NA],
        "term_start": [pd.Timestamp("2023-12-20"), pd.NaT],
        "term_basis": ["decision", None],
        "seats_read": [3, pd.NA],
        "n": [3, 1],
    }
)
SEATS = pd.DataFrame(
    {
        "seat_id": ["a", "b", "c", "t"],
        "commission_id": ["P1", "P1", "P1", "T1"],
        "decision_id": ["d", "d", "d", "e"],
        "date_basis": ["decision"] * 4,
        "valid_from": pd.to_datetime(["2023-12-20", "2023-12-20", "2023-12-20", "2023-12-20"]),
        "nominator_kind": pd.array(["party", "party", "association", pd.NA], dtype="string"),
        "party_id": pd.array(["auyl", "auyl", pd.NA, pd.NA], dtype="string"),
    }
)


def test_rows_of_the_table():
    found = evaluate_rules(BOOK, COMMISSIONS, SEATS, DAY, PARTIES)
    assert list(found.columns) == list(FINDING_COLUMNS)
    assert len(found) == 2 * len(BOOK.rules)
    row = found.loc[found["rule_id"].eq("NOM-2") & found["commission_id"].eq("P1")].iloc[0]
    assert (row["status"], row["visibility"], row["law_edition"]) == ("breach", "public", "z950002464-2026-06-30")
    assert json.loads(row["detail"]) == {"judged_on": "2023-12-20", "parties": {"auyl": 2}}
    assert json.loads(row["evidence"]) == ["a", "b"]
    assert row["reviewed_by"] is None


def test_columns_that_are_not_there_are_not_known():
    found = evaluate_rules(BOOK, COMMISSIONS, SEATS, DAY, PARTIES).set_index(["rule_id", "commission_id"])["status"]
    assert found["ORG-1", "P1"] == "unknown"
    assert found["SIZE-TEC", "T1"] == "unknown"
    assert found["NOM-2", "T1"] == "pass"


def test_no_edition_is_named_where_no_answer_is_given():
    found = evaluate_rules(BOOK, COMMISSIONS, SEATS, date(2026, 8, 1), PARTIES)
    unknown = found["status"].eq("unknown")
    assert unknown.any()
    assert found.loc[unknown, "law_edition"].isna().all()


def test_country_without_rules_gets_no_findings():
    book = load_rules(DEFAULT_DIRECTORY.parent / "ru")
    found = evaluate_rules(book, COMMISSIONS, SEATS, DAY, PARTIES)
    assert found.empty
    assert list(found.columns) == list(FINDING_COLUMNS)


def test_no_commissions():
    assert evaluate_rules(BOOK, COMMISSIONS.iloc[:0], SEATS.iloc[:0], DAY, PARTIES).empty


def test_every_rule_of_the_book_has_a_judge():
    assert {rule.rule_id for rule in BOOK.rules} == set(JUDGES)


def test_rule_without_a_judge_is_an_error():
    strange = BOOK.rules[0].model_copy(update={"rule_id": "SIZE-MOON"})
    with pytest.raises(KeyError, match="SIZE-MOON"):
        evaluate_rules(BOOK.model_copy(update={"rules": (strange,)}), COMMISSIONS, SEATS, DAY, PARTIES)
