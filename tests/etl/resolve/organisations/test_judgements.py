"""Judgements on organisations: two become one with everything that hangs on them, or stay two; nothing is guessed."""

import datetime as dt
import json
from pathlib import Path
from typing import Any

import duckdb
import pytest

from etl.build import build
from etl.resolve.ledger import Judgement, append_judgement
from etl.resolve.organisations import Principals, resolve_employers
from etl.resolve.organisations.tables import Employers
from models.reference import Pack, load_pack

Row = dict[str, Any]
SHU = "kz-31-shu"
DAY = dt.date(2024, 1, 15)
LYCEUM, SCHOOL = "КГУ «Школа-лицей № 12»", "«№ 12 жалпы білім беретін мектебі» КММ"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack()


def _resolve(texts: list[str], pack: Pack, *judgements: Judgement) -> tuple[list[str], Employers]:
    seats: list[Row] = [
        {
            "employer_as_printed": text,
            "district_id": SHU,
            "region_id": "KZ-31",
            "commission_id": "pec-1",
            "decision_id": "d",
            "document_path": "a.html",
        }
        for text in texts
    ]
    found = resolve_employers(seats, [], {"d": {"decided_on": DAY}}, {}, pack, judgements)
    return [seat["employer_id"] for seat in seats], found


def _judge(left: str, right: str, verdict: str = "same", by: str = "Редактор Үлгі") -> Judgement:
    return Judgement(left, right, verdict, by, dt.date(2026, 11, 20), "осы мектеп")


def test_a_lyceum_and_a_school_of_one_number_wait_until_a_person_makes_them_one(pack: Pack) -> None:
    texts = [LYCEUM, SCHOOL, SCHOOL, "ШУ АУДАНДЫҚ АУРУХАНАСЫ"]
    before, found = _resolve(texts, pack)
    assert len(set(before)) == 3
    (waiting,) = found.candidates
    assert [waiting["left_org_id"], waiting["right_org_id"]] == sorted(before[:2])
    assert waiting["status"] == "review"
    assert 0.2 <= waiting["score"] < 0.5
    after, found = _resolve(texts, pack, _judge(before[1], before[0]))
    assert after == [min(before[:2])] * 3 + [before[3]]
    assert found.candidates == found.issues == []
    ((old, new),) = [(row["old_id"], row["new_id"]) for row in found.redirects]
    assert (old, new) == (max(before[:2]), min(before[:2]))
    rows = {row["org_id"]: row for row in found.organisations}
    assert max(before[:2]) not in rows
    assert rows[new]["name"] == "№ 12 жалпы білім беретін мектебі"  # the most frequent form of both
    principals = Principals(found.parents)
    assert principals.top_of(new, DAY) == Principals(_resolve(texts, pack)[1].parents).top_of(before[0], DAY)


@pytest.mark.parametrize("verdict", ["different", "unsure"])
def test_what_is_judged_otherwise_stays_two_and_leaves_the_queue(verdict: str, pack: Pack) -> None:
    before, _ = _resolve([LYCEUM, SCHOOL], pack)
    after, found = _resolve([LYCEUM, SCHOOL], pack, _judge(before[0], before[1], verdict))
    assert after == before
    assert [row["status"] for row in found.candidates] == [verdict]


def test_contradictions_and_what_is_not_there_are_issues(pack: Pack) -> None:
    texts = [LYCEUM, SCHOOL, "«Өрнек» ЖШС"]
    ids, _ = _resolve(texts, pack)
    a, b, c = sorted(ids)
    after, found = _resolve(texts, pack, _judge(a, b), _judge(b, c), _judge(a, c, "different"), _judge(a, "o-gone"))
    assert len(set(after)) == 2
    codes = {issue["code"]: issue for issue in found.issues}
    assert {code: issue["severity"] for code, issue in codes.items()} == {
        "ledger_conflict": "error",
        "ledger_unknown_organisation": "warning",
    }
    assert "o-gone" in codes["ledger_unknown_organisation"]["message"]


def test_nobody_is_joined_to_the_body_above(pack: Pack) -> None:
    texts = ["КГУ «СШ № 5» отдела образования Шуского района", "отдел образования Шуского района"]
    ids, found = _resolve(texts, pack)
    assert (ids[0], ids[1]) in {(row["org_id"], row["parent_org_id"]) for row in found.parents}
    after, found = _resolve(texts, pack, _judge(*ids))
    assert after == ids
    assert [issue["code"] for issue in found.issues] == ["ledger_conflict"]


def test_three_become_one_in_whatever_order_they_were_judged(pack: Pack) -> None:
    texts = [LYCEUM, SCHOOL, "«Өрнек» ЖШС"]
    a, b, c = _resolve(texts, pack)[0]
    one = _resolve(texts, pack, _judge(a, b), _judge(b, c))
    other = _resolve(list(reversed(texts)), pack, _judge(c, b, by="Басқа Редактор"), _judge(b, a))
    assert set(one[0]) == set(other[0]) == {min(a, b, c)}
    assert {row["old_id"] for row in one[1].redirects} == {a, b, c} - {min(a, b, c)}


@pytest.mark.parametrize(
    ("left", "right", "waits"),
    [
        (LYCEUM, SCHOOL, True),
        ("СШ № 12", "СШ № 13", False),
        ("СШ № 12", "детский сад № 12", False),
        ("ТОО «Өрнек-Агро»", "ТОО «Агро-Өрнек»", True),
        ("ИП «Мысалова Агро»", "ИП «Агро Мысалова»", False),  # a sole trader's name is a person's
        ("КХ «Мысалова Агро»", "КХ «Агро Мысалова»", False),
        ("ТОО «Мысалова Агро»", "ТОО «Агро Мысалова»", True),
    ],
)
def test_pairs_worth_a_look(left: str, right: str, waits: bool, pack: Pack) -> None:
    ids, found = _resolve([left, right], pack)
    assert len(set(ids)) == 2
    assert bool(found.candidates) is waits


PAGE = """<html><head><meta charset="utf-8"></head><body>
<p>Решение маслихата Шуского района Жамбылской области от 12 января 2024 года № 14-2</p>
<p>Об избрании членов участковых избирательных комиссий</p>
<p>Участковая избирательная комиссия № 5</p>
<table><tr><th>Фамилия, имя, отчество</th><th>Место работы</th><th>Должность</th><th>Кем выдвинут</th></tr>
<tr><td>Мысалов Ерлан Серикович</td><td>КГУ «Школа-лицей № 12»</td><td>председатель</td><td>партия «Ауыл»</td></tr>
<tr><td>Образцова Айгуль Маратовна</td><td>КГУ «Школа № 12»</td><td>секретарь</td><td>партия «Ак жол»</td></tr>
<tr><td>Үлгібеков Дәурен</td><td>ТОО «Өрнек»</td><td>член комиссии</td><td>партия «AMANAT»</td></tr>
</table></body></html>"""


def test_a_build_replays_judgements_and_its_measures_follow(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "folder.meta.yml").write_text("is_simulated: true\n", encoding="utf-8")
    (tmp_path / "docs" / "shu.html").write_text(PAGE, encoding="utf-8")
    ledger = tmp_path / "ledger.jsonl"
    shares = []
    for _ in range(2):
        build([tmp_path / "docs"], tmp_path / "db.duckdb", ledger=ledger, workers=1)
        with duckdb.connect(str(tmp_path / "db.duckdb"), read_only=True) as connection:
            shares.append(
                connection.execute("SELECT value FROM core_metrics WHERE metric = 'employer_share_max'").fetchall()
            )
            pairs = connection.execute(
                "SELECT left_org_id, right_org_id, status FROM core_organisation_candidates"
            ).fetchall()
            redirects = connection.execute(
                "SELECT old_id, new_id, reason FROM core_redirects WHERE old_id LIKE 'o-%'"
            ).fetchall()
            tied = connection.execute("SELECT DISTINCT org_id FROM core_ties WHERE tie = 'employed_by'").fetchall()
        if not ledger.exists():
            ((left, right, status),) = pairs
            assert status == "review"
            assert redirects == []
            assert len(tied) == 3
            append_judgement(ledger, _judge(left, right))
    assert {round(value, 4) for (value,) in shares[0]} == {round(1 / 3, 4)}
    assert {round(value, 4) for (value,) in shares[1]} == {round(2 / 3, 4)}
    assert pairs == []
    assert [row[:2] for row in redirects] == [(max(left, right), min(left, right))]
    assert "осы мектеп" not in redirects[0][2]  # the editor's words stay in the ledger
    assert json.loads(ledger.read_text(encoding="utf-8"))["why"] == "осы мектеп"
    assert len(tied) == 2
