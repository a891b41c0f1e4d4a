"""A register ties a person to a party only where more than the name agrees; the rest waits for a person's judgement."""

import datetime as dt
import json
from pathlib import Path

import duckdb
import pytest

from etl.build import build
from etl.resolve.ledger import Judgement, append_judgement
from models import sql

PAGE = """<html><head><meta charset="utf-8"></head><body>
<p>Решение маслихата Шуского района Жамбылской области от 12 января 2024 года № 14-2</p>
<p>Об избрании членов участковых избирательных комиссий</p>
<p>Участковая избирательная комиссия № 5</p>
<table><tr><th>Фамилия, имя, отчество</th><th>Год рождения</th><th>Должность</th><th>Кем выдвинут</th></tr>
<tr><td>Мысалов Ерлан Серикович</td><td>1980</td><td>председатель</td><td>профсоюз работников образования</td></tr>
<tr><td>Образцова Айгуль Маратовна</td><td></td><td>секретарь</td><td>партия «Ауыл»</td></tr>
<tr><td>Үлгібеков Дәурен Қанатұлы</td><td>1975</td><td>член комиссии</td><td>партия «Ак жол»</td></tr></table></body></html>"""
HEAD = "name,birth_year,party,says,district,valid_from,valid_to\n"
SIDE_CAR = (
    "content: register\nsource_url: https://example.org/list\npublisher: Орталық сайлау комиссиясы\nregion_id: KZ-31\n"
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "folder.meta.yml").write_text("is_simulated: true\n", encoding="utf-8")
    (tmp_path / "docs" / "shu.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "docs" / "list.csv.meta.yml").write_text(SIDE_CAR, encoding="utf-8")
    return tmp_path


def _read(folder: Path, lines: str, query: str, ledger: Path | None = None) -> list[tuple[object, ...]]:
    (folder / "docs" / "list.csv").write_text(HEAD + lines, encoding="utf-8")
    database = folder / "db.duckdb"
    build([folder / "docs"], database, ledger=ledger, workers=1)
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(query).fetchall()


TIE = """SELECT ties.tie, ties.tier, ties.party_id, ties.seat_id, ties.document_path, seats.surname
    FROM core_ties AS ties JOIN core_seats AS seats USING (person_id) WHERE ties.document_path = 'list.csv'"""


@pytest.mark.parametrize(
    ("says", "party", "tie"),
    [("candidate", "AMANAT", "listed_candidate"), ("branch_officer", "партия «Ауыл»", "stated_member")],
)
def test_whole_name_year_and_district_make_a_tie_of_tier_1(folder: Path, says: str, party: str, tie: str) -> None:
    line = f"Мысалов Ерлан Серікұлы,1980,{party},{says},Шуский район,2023-02-01,\n"  # the same name in Kazakh
    ((kind, tier, found, seat, document, surname),) = _read(folder, line, TIE)
    assert (kind, tier, seat, document, surname) == (tie, 1, None, "list.csv", "Мысалов")
    assert found == ("amanat" if says == "candidate" else "auyl")


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("Мысалов Ерлан Серикович,,amanat,member,Шуский район,2023-02-01,", "no year in the register"),
        ("Мысалов Ерлан,1980,amanat,member,Шуский район,2023-02-01,", "no patronymic in the register"),
        ("Образцова Айгуль Маратовна,1990,amanat,member,Шуский район,2023-02-01,", "no year in the decision"),
    ],
)
def test_less_than_that_waits_for_a_judgement(folder: Path, line: str, why: str) -> None:
    assert _read(folder, line + "\n", TIE) == [], why
    ((likely, person),) = _read(folder, line + "\n", "SELECT likely, person_id FROM core_registers")
    assert len(json.loads(str(likely))) == 1
    assert person is None


@pytest.mark.parametrize(
    "line",
    [
        "Мысалов Ерлан Серикович,1981,amanat,member,Шуский район,2023-02-01,",
        "Мысалов Ерлан Серикович,1980,amanat,member,Кордайский район,2023-02-01,",
        "Мысалов Ержан Серикович,1980,amanat,member,Шуский район,2023-02-01,",
    ],
    ids=["another year", "another district", "another name"],
)
def test_a_contradiction_is_not_even_likely(folder: Path, line: str) -> None:
    assert _read(folder, line + "\n", "SELECT likely, person_id FROM core_registers") == [("[]", None)]


def test_a_person_decides_and_the_tie_counts_in_the_measures(folder: Path) -> None:
    line = "Образцова Айгуль Маратовна,,amanat,member,Шуский район,2023-02-01,\n"
    query = "SELECT entry_id, likely FROM core_registers"
    ((entry, likely),) = _read(folder, line, query)
    (seat,) = json.loads(str(likely))
    share = """SELECT lower FROM core_metrics WHERE metric = 'tied_share_amanat' AND tiers = '1' AND variant = ''"""
    assert {value for (value,) in _read(folder, line, share)} == {0.0}
    ledger = folder / "ledger.jsonl"
    append_judgement(ledger, Judgement(str(entry), seat, "same", "Редактор", dt.date(2026, 11, 20), "өмірбаян"))
    assert _read(folder, line, "SELECT link FROM core_registers", ledger) == [("judged",)]
    assert [value for (value,) in _read(folder, line, f"SELECT DISTINCT * FROM ({share})", ledger)] == [
        pytest.approx(1 / 3)
    ]
    assert (
        _read(folder, line, "SELECT code FROM core_issues WHERE code LIKE 'ledger%' OR code LIKE 'judg%'", ledger) == []
    )


def test_the_queue_of_editors_holds_what_is_likely_until_it_is_judged(folder: Path) -> None:
    line = "Образцова Айгуль Маратовна,,amanat,member,Шуский район,2023-02-01,\n"
    queue = (sql.DIRECTORY / "queries" / "review_registers.sql").read_text(encoding="utf-8")
    ((entry, seat, effect, surname),) = _read(
        folder, line, f"SELECT entry_id, seat_id, effect, surname FROM ({queue.rstrip().rstrip(';')})"
    )
    assert surname == "Образцова"
    assert effect == pytest.approx(1 / 3)  # one of three seats of the composition
    ledger = folder / "ledger.jsonl"
    append_judgement(ledger, Judgement(str(entry), str(seat), "different", "Редактор", dt.date(2026, 11, 20), "басқа"))
    assert _read(folder, line, queue, ledger) == []
    assert _read(folder, line, TIE, ledger) == []


def test_a_tie_outside_its_days_does_not_count(folder: Path) -> None:
    line = "Мысалов Ерлан Серикович,1980,amanat,member,Шуский район,2019-02-01,2021-02-01\n"
    share = "SELECT DISTINCT lower FROM core_metrics WHERE metric = 'tied_share_amanat' AND tiers = '1'"
    assert _read(folder, line, share) in ([(0.0,)], [])
    assert len(_read(folder, line, TIE)) == 1


def test_lines_that_cannot_be_used_are_issues_with_their_text(folder: Path) -> None:
    lines = (
        "Мысалов Ерлан Серикович,1980,Партия мечты,member,Шуский район,,\n"
        "Мысалов Ерлан Серикович,1980,amanat,fan,Шуский район,,\n"
        "Мысалов Ерлан Серикович,давно,amanat,member,Шуский район,,\n"
        "Мысалов Ерлан Серикович,1980,amanat,member,Несуществующий район,,\n"
        "Мысалов Ерлан Серикович,1980,amanat,member,Шуский район,01.02.2023,\n"
    )
    found = _read(folder, lines, "SELECT message, text FROM core_issues WHERE code = 'register_line' ORDER BY message")
    said = " ".join(str(message) for message, _ in found)
    assert len(found) == 5
    for word in ("Партия мечты", "'fan'", "'давно'", "Несуществующий", "01.02.2023"):
        assert word in said
    assert all("Мысалов" in str(text) for _, text in found)


def test_a_register_without_its_columns_says_which(folder: Path) -> None:
    (folder / "docs" / "list.csv").write_text("фио,кто\nМысалов Ерлан,member\n", encoding="utf-8")
    build([folder / "docs"], folder / "db.duckdb", workers=1)
    with duckdb.connect(str(folder / "db.duckdb"), read_only=True) as connection:
        ((message,),) = connection.execute("SELECT message FROM core_issues WHERE code = 'register_columns'").fetchall()
    assert "party, says, name or surname" in message


def test_a_body_tied_to_a_party_ties_whom_it_nominated_at_tier_4_only(folder: Path) -> None:
    (folder / "docs" / "list.csv").write_text(
        "organisation,party,says,valid_from,valid_to\nПрофсоюз работников образования,amanat,organisation,2023-02-01,\n",
        encoding="utf-8",
    )
    build([folder / "docs"], folder / "db.duckdb", workers=1)
    with duckdb.connect(str(folder / "db.duckdb"), read_only=True) as connection:
        ties = connection.execute(
            "SELECT seats.surname, ties.party_id, ties.tier, ties.valid_from, ties.document_path FROM core_ties AS ties "
            "JOIN core_seats AS seats USING (seat_id) WHERE tie = 'org_tie'"
        ).fetchall()
        shares = dict(
            connection.execute(
                "SELECT tiers, max(lower) FROM core_metrics WHERE metric = 'tied_share_amanat' GROUP BY tiers"
            ).fetchall()
        )
    assert ties == [("Мысалов", "amanat", 4, dt.date(2024, 1, 12), "list.csv")]
    assert shares["1,2,3,4"] == pytest.approx(1 / 3)
    assert shares["1,2"] == 0


def test_another_body_ties_nobody(folder: Path) -> None:
    (folder / "docs" / "list.csv").write_text(
        "organisation,party,says\nПрофсоюз работников здравоохранения,amanat,organisation\n", encoding="utf-8"
    )
    build([folder / "docs"], folder / "db.duckdb", workers=1)
    with duckdb.connect(str(folder / "db.duckdb"), read_only=True) as connection:
        assert connection.execute("SELECT count(*) FROM core_ties WHERE tie = 'org_tie'").fetchall() == [(0,)]
        assert connection.execute("SELECT org_id, tie FROM core_registers").fetchall() == [(None, "org_tie")]
