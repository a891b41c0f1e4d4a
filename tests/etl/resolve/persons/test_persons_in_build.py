"""Identity inside a build: over documents, with a ledger, and whatever the number of workers."""

import datetime as dt
import json

import duckdb
import pytest

from etl.build import add, build
from etl.resolve.ledger import Judgement, append_judgement

LIST = """Ауликольский районный маслихат
Решение
{day} года № {number}
Об избрании членов участковых избирательных комиссий
Аулиекольский районный маслихат РЕШИЛ:
Избрать членами участковой избирательной комиссии:
Участковая избирательная комиссия № 57
{members}
"""
FIRST = ("Умирзакова Шолпан Айдаровна", "Дроздов Андрей Михайлович", "Цой Вера Львовна")
SECOND = ("Өмірзақова Шолпан Айдарқызы", "Ким Роза Юрьевна", "Цой Вера Львовна")


def write(folder, name, day, number, members):
    lines = "\n".join(f"{place}. {member}" for place, member in enumerate(members, start=1))
    (folder / name).write_text(LIST.format(day=day, number=number, members=lines), "utf-8")


@pytest.fixture
def source(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "folder.meta.yml").write_text("region_id: KZ-39\ndistrict: Аулиекольский район\n", "utf-8")
    write(folder, "a-2019.txt", "25 января 2019", 12, FIRST)
    write(folder, "b-2024.txt", "19 января 2024", 84, SECOND)
    return folder


def read(database, question):
    with duckdb.connect(str(database), read_only=True) as connection:
        return connection.execute(question).fetchall()


PERSONS = "SELECT seat_id, person_id, surname, region_id FROM core_seats ORDER BY seat_id"


@pytest.mark.slow
def test_people_return_under_a_ledger_added_documents_and_workers(source, tmp_path):
    database, ledger = tmp_path / "one.duckdb", tmp_path / "ledger.jsonl"
    build([source], database, workers=1)
    seats = read(database, "SELECT surname, seat_id, person_id FROM core_seats ORDER BY document_path, surname")
    assert len(seats) == 6, seats
    by_surname = {}
    for surname, seat, person in seats:
        by_surname.setdefault(surname.replace("Өмірзақова", "Умирзакова"), []).append((seat, person))
    for surname in ("Умирзакова", "Цой"):
        assert len({person for _, person in by_surname[surname]}) == 1, surname
    assert by_surname["Дроздов"][0][1] != by_surname["Ким"][0][1]
    assert read(database, "SELECT sum(mentions), count(*) FROM core_persons") == [(6, 4)]
    assert read(database, "SELECT count(*) FROM core_redirects WHERE old_id LIKE 'p-%'") == [(2,)]

    pair = sorted(seat for seat, _ in by_surname["Цой"])
    append_judgement(ledger, Judgement(*pair, "different", "Айдос", dt.date(2026, 11, 20), "екі адам"))
    judged = tmp_path / "two.duckdb"
    build([source], judged, ledger=ledger, workers=2)
    assert len({p for s, p in read(judged, "SELECT seat_id, person_id FROM core_seats") if s in pair}) == 2
    ids = [read(path, "SELECT value FROM core_meta WHERE key = 'build_id'") for path in (database, judged)]
    assert ids[0] != ids[1], "another ledger is another build"

    write(source, "c-2014.txt", "20 января 2014", 5, FIRST[:2])
    add([source / "c-2014.txt"], judged, root=source, workers=1)
    whole = tmp_path / "three.duckdb"
    build([source], whole, ledger=ledger, workers=2)
    assert read(judged, PERSONS) == read(whole, PERSONS)
    assert read(judged, "SELECT old_id, new_id FROM core_redirects ORDER BY ALL") == read(
        whole, "SELECT old_id, new_id FROM core_redirects ORDER BY ALL"
    )
    # What was the person's id before the older document came leads to the new one.
    old = {person for _, person in by_surname["Умирзакова"]}.pop()
    new = dict(read(whole, "SELECT old_id, new_id FROM core_redirects"))[old]
    assert new in {person for (person,) in read(whole, "SELECT person_id FROM core_persons")}
    assert json.loads(read(whole, "SELECT evidence FROM core_candidates LIMIT 1")[0][0])["where"] == "commission"
