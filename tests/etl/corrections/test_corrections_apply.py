"""A correction changes the cell it speaks of, everything derived from it follows, and it fails where the cell changed."""

import csv
import datetime as dt
from dataclasses import replace
from pathlib import Path

import duckdb
import pandas as pd
import pytest

from etl.build import build
from etl.checks import run_checks
from etl.corrections import Correction, append_correction, confirm_findings

PAGE = """<html><head><meta charset="utf-8"></head><body>
<p>Решение Шуского районного маслихата Жамбылской области от 12 января 2024 года № 14-2</p>
<p>Об избрании членов участковых избирательных комиссий</p>
<p>Участковая избирательная комиссия № 5</p>
<table><tr><th>Фамилия, имя, отчество</th><th>Должность</th><th>Кем выдвинут</th></tr>
<tr><td>Мысалов Тест Примерович</td><td>председатель</td><td>партия «AMANAT»</td></tr>
<tr><td>Образцова Проба Примеровна</td><td>секретарь</td><td>партия «Ауыл»</td></tr>
<tr><td>Пример Улгиевич Тестов</td><td>член комиссии</td><td>партия «Ак жол»</td></tr></table></body></html>"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "shu.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs" / "folder.meta.yml").write_text("is_simulated: true\n", encoding="utf-8")
    return tmp_path


def _rows(folder: Path, query: str, corrections: Path | None = None) -> list[tuple[object, ...]]:
    database = folder / "db.duckdb"
    build([folder / "docs"], database, corrections=corrections, workers=1)
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


def _line(folder: Path, role: str, column: str, old: str, new: str) -> Correction:
    ((seat,),) = _rows(folder, f"SELECT seat_id FROM core_seats WHERE role = '{role}'")  # noqa: S608
    return Correction(
        "c-1", "seats", str(seat), column, old, new, "опечатка", "газета", "accepted", "Редактор", "2026-11-20"
    )


def test_an_accepted_value_replaces_what_was_read_and_the_print_stays(folder: Path) -> None:
    path = folder / "corrections.csv"
    append_correction(path, _line(folder, "secretary", "party_id", "auyl", "akzhol"))
    query = (
        "SELECT nominator_as_printed, party_id, nominator_id, outcome FROM core_seats "
        "JOIN core_corrections ON row_id = seat_id"
    )
    assert _rows(folder, query, path) == [("партия «Ауыл»", "akzhol", "akzhol", "applied")]
    ((share,),) = _rows(folder, "SELECT DISTINCT value FROM core_metrics WHERE metric = 'nominator_share_max'", path)
    assert share == pytest.approx(2 / 3)  # Ak Zhol holds two of three seats now
    assert all(check.passed for check in run_checks(folder / "db.duckdb"))


def test_other_builds_are_told_apart_by_their_id(folder: Path) -> None:
    path = folder / "corrections.csv"
    line = _line(folder, "chair", "surname", "Мысалов", "Мысалев")
    append_correction(path, line)
    plain = build([folder / "docs"], folder / "a.duckdb", workers=1).build_id
    corrected = build([folder / "docs"], folder / "b.duckdb", corrections=path, workers=1).build_id
    assert plain != corrected


def test_a_cell_that_holds_something_else_is_left_alone_and_said(folder: Path) -> None:
    path = folder / "corrections.csv"
    append_correction(path, _line(folder, "chair", "surname", "Мысалова", "Мысал"))
    query = "SELECT surname, outcome FROM core_seats JOIN core_corrections ON row_id = seat_id"
    assert _rows(folder, query, path) == [("Мысалов", "outdated")]
    failed = [check.name for check in run_checks(folder / "db.duckdb") if not check.passed]
    assert failed == ["corrections_fit"]
    issues = _rows(folder, "SELECT severity, message FROM core_issues WHERE code = 'correction_outdated'", path)
    assert issues[0][0] == "error"
    assert "'Мысалов'" in str(issues[0][1])


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({"status": "proposed"}, "proposed"),
        ({"status": "withdrawn"}, "withdrawn"),
        ({"row_id": "s-0000000000000000"}, "unknown_row"),
        ({"column": "party_id", "old_value": "amanat", "new_value": "nobody"}, "invalid"),
    ],
)
def test_what_is_not_applied_is_listed_with_the_reason(folder: Path, change: dict[str, str], outcome: str) -> None:
    path = folder / "corrections.csv"
    append_correction(path, replace(_line(folder, "chair", "surname", "Мысалов", "Мысал"), **change))
    assert _rows(folder, "SELECT outcome FROM core_corrections", path) == [(outcome,)]
    assert _rows(folder, "SELECT surname FROM core_seats WHERE role = 'chair'", path) == [("Мысалов",)]


def test_spreadsheet_editors_may_save_the_file(folder: Path) -> None:
    path = folder / "corrections.csv"
    append_correction(path, _line(folder, "chair", "surname", "Мысалов", "Мысал"))
    rows = list(csv.reader(path.open(encoding="utf-8", newline="")))
    with path.open("w", encoding="utf-8-sig", newline="") as handle:
        csv.writer(handle, quoting=csv.QUOTE_ALL).writerows(rows)
    assert _rows(folder, "SELECT surname FROM core_seats WHERE role = 'chair'", path) == [("Мысал",)]


def test_a_finding_goes_public_with_the_name_of_the_reviewer() -> None:
    findings = pd.DataFrame(
        {
            "rule_id": ["INEL", "INEL"],
            "commission_id": ["kz-31-shu-pec-5", "kz-31-shu-pec-6"],
            "as_of": [dt.date(2024, 1, 12)] * 2,
            "visibility": ["review", "review"],
            "reviewed_by": [None, None],
        }
    )
    line = Correction(
        "c-9", "findings", "INEL|kz-31-shu-pec-6|2024-01-12", "visibility", "review", "public", "құжат расталды",
        "https://example.org/shesim", "accepted", "Редактор", "2026-11-20",
    )  # fmt: skip
    stale = replace(line, correction_id="c-11", row_id="INEL|kz-31-shu-pec-5|2024-01-12", old_value="public")
    lost = replace(line, correction_id="c-10", row_id="INEL|kz|2024")
    outcomes, issues = confirm_findings(findings, [line, lost, stale])
    assert [row["outcome"] for row in outcomes] == ["applied", "unknown_row", "outdated"]
    assert list(findings["visibility"]) == ["review", "public"]
    assert list(findings["reviewed_by"]) == [None, "Редактор"]
    assert [row["code"] for row in issues] == ["correction_unknown_row", "correction_outdated"]
