"""One setting hides ordinary precinct members in everything that leaves the database; officers and bodies stay."""

import csv
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.build import build
from etl.cli import main
from etl.identifiers import stable_id
from models.export.graph_formats import export_graph
from models.graph import build_graph, read_frames
from models.masking import ENVIRONMENT, is_masking
from models.queries import run_query
from models.store import Store, open_store
from tests.conftest import World

OFFICERS = ("chair", "deputy_chair", "secretary")


@pytest.fixture
def masked(tiny: World, monkeypatch: pytest.MonkeyPatch) -> Store:
    monkeypatch.setenv(ENVIRONMENT, "1")
    return open_store(tiny.database)


@pytest.fixture(scope="module")
def names(tiny: World) -> tuple[set[str], set[str]]:
    """Full names of hidden and of open statements, as the unmasked database holds them."""
    with duckdb.connect(str(tiny.database), read_only=True) as connection:
        rows = connection.execute(
            "SELECT level, role, surname, given_name, patronymic, name_as_printed FROM core_seats WHERE surname IS NOT NULL"
        ).fetchall()
        # An officer who changed the surname was elected under the old one; the act about an officer is open.
        rows += connection.execute(
            "SELECT 'TEC', 'chair', old.surname, old.given_name, old.patronymic, old.name_as_printed "
            "FROM core_seats AS old JOIN core_seats AS new USING (commission_id, given_name, patronymic) "
            "WHERE new.action = 'renamed' AND new.role IN ('chair', 'deputy_chair', 'secretary')"
        ).fetchall()
    hidden, opened = set(), set()
    for level, role, surname, given, patronymic, printed in rows:
        target = hidden if level == "PEC" and role not in OFFICERS else opened
        target.update({printed, f"{surname} {given}", f"{surname} {given} {patronymic or ''}".strip()})
    return hidden - opened, opened


def _texts(store: Store) -> Iterator[tuple[str, str]]:
    tables = store.fetch("SELECT table_name FROM information_schema.tables WHERE table_schema = 'masked'")["table_name"]
    assert len(tables) > 15
    for table in tables:
        for _, row in store.fetch(f'SELECT * FROM "{table}"').iterrows():
            yield table, " ".join(str(value) for value in row)


@pytest.mark.parametrize(("value", "hides"), [("", False), ("0", False), ("off", False), ("1", True), ("flase", True)])
def test_a_doubtful_setting_hides(value: str, hides: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(ENVIRONMENT, value)
    assert is_masking() is hides


def test_no_table_tells_a_hidden_name(masked: Store, names: tuple[set[str], set[str]]) -> None:
    hidden, _ = names
    assert len(hidden) > 30
    for table, text in _texts(masked):
        found = [name for name in hidden if len(name) > 8 and name in text]
        assert not found, (table, found)


def test_officers_bodies_and_measures_stay(masked: Store, tiny: World, monkeypatch: pytest.MonkeyPatch) -> None:
    officers = masked.fetch("SELECT * FROM core_seats WHERE role IN ('chair', 'deputy_chair', 'secretary')")
    assert officers["surname"].notna().all()
    shown = masked.fetch("SELECT * FROM core_seats ORDER BY seat_id")
    monkeypatch.delenv(ENVIRONMENT)
    plain = open_store(tiny.database)
    before = plain.fetch("SELECT * FROM core_seats ORDER BY seat_id")
    assert not plain.is_masked
    assert plain.build_id != masked.build_id  # what was kept of one is never shown for the other
    same = ["seat_id", "commission_id", "role", "party_id", "employer_id", "valid_from", "valid_to", "locator"]
    assert shown[same].equals(before[same])
    ordinary = shown[(shown["level"] == "PEC") & ~shown["role"].isin(OFFICERS)]
    assert set(ordinary["name_as_printed"]) == {"•••"}
    assert ordinary["birth_year"].isna().all()
    assert ordinary["person_id"].is_unique
    counts = [len(run_query(store, "graph_persons")) > 0 for store in (plain, masked)]
    assert all(counts)


def test_hidden_people_are_not_found_by_search_but_officers_are(
    masked: Store, names: tuple[set[str], set[str]]
) -> None:
    hidden, opened = names
    listed = set(run_query(masked, "people_names")["name"])
    assert listed
    assert not listed & hidden
    assert any(name.startswith(tuple(opened)) for name in listed)


def test_graph_file_tells_no_hidden_name(masked: Store, names: tuple[set[str], set[str]], tmp_path: Path) -> None:
    path = tmp_path / "graph.graphml"
    export_graph(build_graph(read_frames(masked, None)), path, "graphml")
    text = path.read_text(encoding="utf-8")
    assert not [name for name in names[0] if len(name) > 8 and name in text]


def test_exported_package_is_masked_and_says_so(
    tiny: World, names: tuple[set[str], set[str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(ENVIRONMENT, "yes")
    assert main(["export", "--db", str(tiny.database), "--out", str(tmp_path), "--format", "csv"]) == 0
    text = "".join(path.read_text(encoding="utf-8") for path in sorted(tmp_path.glob("*.csv")))
    assert not [name for name in names[0] if len(name) > 8 and name in text]
    assert "are hidden in this package" in (tmp_path / "datapackage.json").read_text(encoding="utf-8")
    with (tmp_path / "seats.csv").open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    assert any(row["role"] == "chair" and row["surname"] for row in rows)


def test_no_id_leads_from_a_hidden_statement_to_a_person(masked: Store) -> None:
    hidden = masked.fetch("SELECT seat_id, document_path, locator FROM core_seats WHERE person_id LIKE 'hidden-%'")
    guesses = {stable_id("p", seat) for seat in hidden["seat_id"]}
    assert len(guesses) > 100
    for _, text in _texts(masked):
        assert not guesses & set(text.split()), text
    lines = set(zip(hidden["document_path"], hidden["locator"], strict=True))
    ties = masked.fetch("SELECT document_path, locator FROM core_ties WHERE person_id NOT LIKE 'hidden-%'")
    assert not lines & set(zip(ties["document_path"], ties["locator"], strict=True))
    assert not len(masked.fetch("SELECT * FROM core_redirects"))


HOSTILE = """<html><head><meta charset="utf-8"></head><body>
<p>Решение Шуского районного маслихата Жамбылской области от 12 января 2024 года № 14-2</p>
<p>Об избрании участковой избирательной комиссии</p>
<p>Участковая избирательная комиссия № 5</p>
<table><tr><th>Фамилия, имя, отчество</th><th>Должность</th><th>Место работы</th><th>Кем выдвинут</th></tr>
<tr><td>Мысалова Галина Петровна</td><td>член комиссии</td><td>ИП «Мысалова Г.П.»</td><td>партия «Ауыл»</td></tr>
<tr><td>Примеров Ерлан Маратович</td><td>член комиссии</td><td>КХ «Примеров Ерлан», глава</td>
<td>собрание жителей по предложению Тестбаева Марата</td></tr>
<tr><td>Образцова Айгуль Маратовна</td><td>председатель</td><td>КГУ «Средняя школа имени Абая Кунанбаева», учитель</td>
<td>партия «AMANAT»</td></tr></table></body></html>"""
LATER = """<html><head><meta charset="utf-8"></head><body>
<p>Решение Шуского районного маслихата Жамбылской области от 5 марта 2025 года № 20-1</p>
<p>О внесении изменений в решение «О включении Мысаловой Галины Петровны в состав комиссии»</p>
<p>Участковая избирательная комиссия № 5</p>
<p>1. Освободить от обязанностей секретаря Тестову Динару Ержановну.</p></body></html>"""


def test_names_in_titles_firms_and_nominators_are_hidden(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "docs"
    folder.mkdir()
    (folder / "folder.meta.yml").write_text("is_simulated: true\n", encoding="utf-8")
    (folder / "a.html").write_text(HOSTILE, encoding="utf-8")
    (folder / "b.html").write_text(LATER, encoding="utf-8")
    build([folder], tmp_path / "db.duckdb", workers=1)
    monkeypatch.setenv(ENVIRONMENT, "1")
    store = open_store(tmp_path / "db.duckdb")
    for table, text in _texts(store):
        for name in ("Мысалов", "мысалов", "Галин", "Примеров", "примеров", "Тестбаев"):
            assert name not in text, (table, text)
    texts = " ".join(text for _, text in _texts(store))
    assert "Образцова" in texts
    assert "имени Абая Кунанбаева" in texts
