"""A document that was hardly understood waits in the queue; nothing of it is lost and nothing of it is loaded."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build import add, build
from etl.checks import run_checks
from etl.coding import Coded
from etl.records import SideCar
from etl.understanding import settle
from models.reference import load_pack

PACK = load_pack(None)
BAR = PACK.info.understanding.bar

HALF_UNDERSTOOD = """<html><body><h1>ШЕШІМ</h1>
<p>Әулиекөл аудандық мәслихаты 2024 жылғы 19 қаңтар № 18/103-VIII</p>
<p>Учаскелік сайлау комиссияларын құру туралы</p><p>№ 5 учаскелік сайлау комиссиясы</p>
<table><tr><th>Реттік белгі</th><th>Ескертпе</th></tr>
<tr><td>Оспанова С.</td><td>1</td></tr><tr><td>Касымов Ерлан Петрович</td><td>2</td></tr>
<tr><td>Қ-в Е.</td><td>3</td></tr><tr><td>тізім бойынша</td><td>4</td></tr><tr><td>??</td><td>5</td></tr>
<tr><td>Ж. қосымша жол</td><td>6</td></tr><tr><td>орынбасар жоқ</td><td>7</td></tr></table></body></html>"""
UNDERSTOOD = """<html><body><h1>ШЕШІМ</h1>
<p>Қарабалық аудандық мәслихаты 2024 жылғы 19 қаңтар № 19/104-VIII</p>
<p>Учаскелік сайлау комиссияларын құру туралы</p><p>№ 7 учаскелік сайлау комиссиясы</p>
<p>1. Сапарова Динара Маратқызы – төрайым</p><p>2. Ахметов Марат Ерланұлы – хатшы</p></body></html>"""


def coded(lines: int, used: int, seats: int, *, kind: str = "formation", issue: str | None = None) -> Coded:
    document: dict[str, Any] = {
        "document_path": "a.html", "sha256": "0" * 64, "seats": seats, "list_lines": lines, "used_lines": used,
        "understanding": used / lines if lines else None, "title": "Құру туралы",
    }  # fmt: skip
    return Coded(
        document=document,
        decisions=[{"decision_id": "d", "kind": kind, "seats": seats}],
        seats=[
            {"seat_id": f"s{n}", "document_path": "a.html", "locator": '{"row": 1}', "snippet": f"Әлиев {n}"}
            for n in range(seats)
        ],
        commissions=[{"commission_id": "c"}],
        terms=[{"commission_id": "c"}],
        organisations=[{"org_id": "o"}],
        old_surnames={"s0": "Әлиева"},
        issues=[{"code": issue, "severity": "error"}] if issue else [],
    )


@pytest.mark.parametrize(
    ("lines", "used", "seats", "status"),
    [
        (10, 4, 4, "queued"),
        (10, 5, 5, "loaded"),  # the bar itself is enough
        (10, 4, 5, "loaded"),  # half of the lines gave people: the score alone holds nothing back
        (10, 0, 0, "queued"),
        (1, 0, 0, "queued"),
        (8, 8, 0, "loaded"),  # a list of vacancies is understood
        (3, 3, 40, "loaded"),  # many people on one line
        (0, 0, 5, "loaded"),
        (0, 0, 0, "left_out"),
    ],
)
def test_status_follows_score_and_people(lines: int, used: int, seats: int, status: str) -> None:
    assert BAR == 0.5
    assert settle(coded(lines, used, seats), SideCar(), PACK).document["status"] == status


@pytest.mark.parametrize("issue", ["document_failed", "unreadable_document", "unsupported_format", "empty_document"])
def test_what_could_not_be_read_has_failed(issue: str) -> None:
    assert settle(coded(0, 0, 0, issue=issue), SideCar(), PACK).document["status"] == "failed"


def test_what_waits_keeps_its_acts_and_shows_its_lines() -> None:
    held = settle(coded(10, 2, 2), SideCar(), PACK)
    assert held.document["seats"] == 0
    assert held.document["understanding"] == 0.2
    assert (held.seats, held.commissions, held.terms, held.organisations, held.old_surnames) == ([], [], [], [], {})
    assert held.decisions == [{"decision_id": "d", "kind": "formation", "seats": 0}]
    assert [(issue["code"], issue["text"]) for issue in held.issues] == [
        ("document_queued", "Құру туралы"),
        ("line_queued", "Әлиев 0"),
        ("line_queued", "Әлиев 1"),
    ]
    assert "2 of 10 list lines were understood (0.20, the bar is 0.5)" in held.issues[0]["message"]
    assert len({issue["issue_id"] for issue in held.issues}) == 3


def test_a_side_car_that_accepts_loads_it_and_leaves_a_note() -> None:
    accepted = settle(coded(10, 2, 2), SideCar(accept=True), PACK)
    assert accepted.document["status"] == "loaded"
    assert len(accepted.seats) == 2
    assert [issue["code"] for issue in accepted.issues] == ["document_accepted"]
    assert settle(coded(10, 2, 2), SideCar(accept=False), PACK).document["status"] == "queued"
    assert settle(coded(2, 2, 2), SideCar(accept=True), PACK).issues == []


def ask(database: Path, question: str) -> list[tuple[Any, ...]]:
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(question).fetchall()


def statuses(database: Path) -> list[tuple[Any, ...]]:
    return ask(database, "SELECT document_path, status, seats FROM core_documents ORDER BY ALL")


@pytest.mark.slow
def test_a_database_holds_what_waits_apart(tmp_path: Path) -> None:
    folder, database = tmp_path / "құжаттар", tmp_path / "a.duckdb"
    folder.mkdir()
    (folder / "folder.meta.yml").write_text("region_id: KZ-39\n", encoding="utf-8")
    (folder / "good.html").write_text(UNDERSTOOD, encoding="utf-8")
    waiting = folder / "waits.html"
    waiting.write_text(HALF_UNDERSTOOD, encoding="utf-8")
    build([folder], database, workers=1)
    assert statuses(database) == [("good.html", "loaded", 2), ("waits.html", "queued", 0)]
    assert ask(database, "SELECT DISTINCT document_path FROM core_seats") == [("good.html",)]
    assert ask(database, "SELECT count(*) FROM core_commissions WHERE number = 5") == [(0,)]
    texts = " ".join(
        str(text) for (text,) in ask(database, "SELECT text FROM core_issues WHERE document_path = 'waits.html'")
    )
    for line in ("Оспанова С.", "Касымов Ерлан Петрович", "Қ-в Е.", "Ж. қосымша жол"):
        assert line in texts
    assert [result.name for result in run_checks(database) if not result.passed] == []

    waiting.with_name("waits.html.meta.yml").write_text('columns: {"Реттік белгі": name}\n', encoding="utf-8")
    add([waiting], database, workers=1)
    assert statuses(database) == [("good.html", "loaded", 2), ("waits.html", "loaded", 5)]

    waiting.with_name("waits.html.meta.yml").write_text("accept: true\n", encoding="utf-8")
    add([waiting], database, workers=1)
    assert statuses(database) == [("good.html", "loaded", 2), ("waits.html", "loaded", 2)]
    codes = ask(database, "SELECT code FROM core_issues WHERE document_path = 'waits.html' AND code LIKE 'document_%'")
    assert codes == [("document_accepted",)]

    waiting.with_name("waits.html.meta.yml").unlink()
    added = add([waiting], database, workers=1)
    assert statuses(database)[1] == ("waits.html", "queued", 0)
    assert added.build_id == build([folder], tmp_path / "b.duckdb", workers=1).build_id


@pytest.mark.slow
def test_a_repeated_document_keeps_what_was_said_about_it(tmp_path: Path) -> None:
    folder, database = tmp_path / "құжаттар", tmp_path / "a.duckdb"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.html").write_text(UNDERSTOOD, encoding="utf-8")
        (folder / f"{name}.meta.yml").write_text(
            f"region_id: KZ-39\nsource_url: https://example.org/{name}\npublisher: Мәслихат {name}\n", encoding="utf-8"
        )
    build([folder], database, workers=1)
    assert ask(database, "SELECT document_path, status, source_url, publisher FROM core_documents ORDER BY ALL") == [
        ("a.html", "loaded", "https://example.org/a", "Мәслихат a"),
        ("b.html", "left_out", "https://example.org/b", "Мәслихат b"),
    ]
