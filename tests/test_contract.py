"""The commands as the outside calls them: words in, files and exit codes out."""

from __future__ import annotations

import csv
import json
import shutil
import subprocess
import sys
from pathlib import Path

import duckdb
import pyarrow.parquet as pq
import pytest

from models.schema import TABLES

pytestmark = pytest.mark.slow
ROOT = Path(__file__).resolve().parents[1]
csv.field_size_limit(10**9)


def run(*words: object) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "etl", *map(str, words)], cwd=ROOT, capture_output=True, text=True)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


@pytest.fixture(scope="module")
def package(tiny, tmp_path_factory):
    out = tmp_path_factory.mktemp("package")
    result = run("export", "--db", tiny.database, "--out", out)
    assert result.returncode == 0, result.stderr
    return out


@pytest.mark.parametrize("verb", ["build", "add", "rebuild", "export", "demo", "check", "fetch", "match"])
def test_each_verb_has_help(verb):
    result = run(verb, "--help")
    assert result.returncode == 0
    assert "--" in result.stdout


def test_wrong_words_exit_with_2():
    assert run("bild").returncode == 2
    assert run("build", "--db", "x.duckdb").returncode == 2
    assert run("export", "--db", "x", "--out", "y", "--format", "xls").returncode == 2


def test_a_missing_folder_is_one_clear_line_and_exit_1(tmp_path):
    result = run("build", "--source", tmp_path / "nowhere", "--db", tmp_path / "a.duckdb")
    assert result.returncode == 1
    assert "nowhere does not exist" in result.stderr
    assert len(result.stderr.strip().splitlines()) == 1


def test_simulated_and_other_documents_never_share_a_database(tiny, tmp_path):
    folder = tmp_path / "mixed"
    shutil.copytree(tiny.source, folder / "simulated")
    (folder / "real.txt").write_text("Список членов участковой избирательной комиссии № 1", encoding="utf-8")
    result = run("build", "--source", folder, "--db", tmp_path / "mixed.duckdb")
    assert result.returncode == 1
    assert "real.txt" in result.stderr
    assert not (tmp_path / "mixed.duckdb").exists()


def test_the_check_passes(tiny):
    result = run("check", "--db", tiny.database)
    assert result.returncode == 0, result.stderr


def test_the_check_fails_on_a_damaged_database(tiny, tmp_path):
    damaged = tmp_path / "damaged.duckdb"
    shutil.copy(tiny.database, damaged)
    with duckdb.connect(str(damaged)) as connection:
        connection.execute(
            "UPDATE core_seats SET commission_id = 'nowhere' WHERE seat_id = (SELECT min(seat_id) FROM core_seats)"
        )
    result = run("check", "--db", damaged)
    assert result.returncode == 1
    assert "FAILED seats_have_commission" in result.stderr


def test_the_package_holds_every_table_in_both_formats(package):
    for table in TABLES:
        if not table.exported:
            continue
        with (package / f"{table.name}.csv").open(encoding="utf-8", newline="") as handle:
            assert next(csv.reader(handle)) == table.names
        assert pq.read_schema(package / f"{table.name}.parquet").names == table.names


def test_the_package_fits_its_own_schema(package):
    from frictionless import Package

    report = Package(str(package / "datapackage.json")).validate()
    assert report.valid, report.flatten(["resource", "rowNumber", "fieldName", "message"])[:5]


def test_simulated_packages_say_so(package):
    descriptor = json.loads((package / "datapackage.json").read_text(encoding="utf-8"))
    assert descriptor["is_simulated"] is True
    assert "SIMULATED" in descriptor["title"]
    assert {row["is_simulated"] for row in rows(package / "seats.csv")} == {"true"}


def test_what_was_written_is_read_back(tiny, package):
    """Every true row of the simulator is a seat with its name, commission number and action."""
    truth = [json.loads(line) for line in (tiny.source / "truth.jsonl").read_text(encoding="utf-8").splitlines()]
    found = {
        (
            row["document_path"],
            row["surname"].lower().replace("ё", "е"),
            row["given_name"].lower(),
            row["action"],
            row["commission_number"],
        )
        for row in rows(package / "seats.csv")
    }
    expected = [
        (
            row["document"],
            row["surname"].lower().replace("ё", "е"),
            (row["given_name"] or "").lower(),
            row["action"],
            "" if row["commission_number"] is None else str(row["commission_number"]),
        )
        for row in truth
    ]
    right = sum(key in found for key in expected)
    assert right / len(expected) >= 0.97
    assert len(rows(package / "seats.csv")) <= 1.02 * len(truth)


def test_planted_lines_are_issues_and_notices_give_no_seats(tiny, package):
    texts = "\n".join((row["text"] + " " + row["message"]).lower() for row in rows(package / "issues.csv"))
    planted = [json.loads(line) for line in (tiny.source / "unparsed.jsonl").read_text(encoding="utf-8").splitlines()]
    assert planted
    for line in planted:
        assert " ".join(line["text"].lower().split()).strip(" ;.") in " ".join(texts.split())
    documents = [
        json.loads(line) for line in (tiny.source / "documents.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    empty = {d["document"] for d in documents if d["rows"] == 0}
    assert empty
    assert not [row for row in rows(package / "seats.csv") if row["document_path"] in empty]


def test_private_data_reach_no_file(tiny, package):
    private = [
        json.loads(line)["text"] for line in (tiny.source / "private.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert private
    everything = "\n".join(path.read_text(encoding="utf-8") for path in package.glob("*.csv"))
    assert [text for text in private if text in everything] == []


def test_the_same_input_gives_the_same_content_whatever_the_workers(tiny, tmp_path):
    again = tmp_path / "again.duckdb"
    result = run("build", "--source", tiny.source, "--db", again, "--workers", "2")
    assert result.returncode == 0, result.stderr
    with duckdb.connect(str(tiny.database), read_only=True) as one, duckdb.connect(str(again), read_only=True) as two:
        for table in TABLES:
            if table.name == "meta":
                continue
            query = f"SELECT * FROM {table.core} ORDER BY ALL"
            assert one.execute(query).fetchall() == two.execute(query).fetchall(), table.name
        build_id = "SELECT value FROM core_meta WHERE key = 'build_id'"
        assert one.execute(build_id).fetchall() == two.execute(build_id).fetchall()


def test_adding_documents_equals_a_full_build(tiny, tmp_path):
    part, database = tmp_path / "part", tmp_path / "part.duckdb"
    shutil.copytree(tiny.source, part)
    late = sorted(part.rglob("*.html"))[0]
    held_back = tmp_path / "held" / late.relative_to(part)
    held_back.parent.mkdir(parents=True)
    late.rename(held_back)
    shutil.copy(part / "folder.meta.yml", tmp_path / "held" / "folder.meta.yml")
    assert run("build", "--source", part, "--db", database).returncode == 0
    result = run("add", held_back, "--db", database, "--root", tmp_path / "held")
    assert result.returncode == 0, result.stderr
    with (
        duckdb.connect(str(tiny.database), read_only=True) as one,
        duckdb.connect(str(database), read_only=True) as two,
    ):
        for table in ("seats", "decisions", "commissions", "terms", "metrics", "findings"):
            query = f"SELECT * FROM core_{table} ORDER BY ALL"
            assert one.execute(query).fetchall() == two.execute(query).fetchall(), table


def test_adding_another_document_of_the_same_name_asks_for_its_folder(tmp_path):
    folder, other = tmp_path / "documents", tmp_path / "elsewhere"
    folder.mkdir()
    other.mkdir()
    (folder / "list.csv").write_text("УИК;ФИО;Статус\n№ 5;Ахметова Роза Маратовна;председатель\n", encoding="utf-8")
    (other / "list.csv").write_text("УИК;ФИО;Статус\n№ 6;Ким Вера Олеговна;председатель\n", encoding="utf-8")
    database = tmp_path / "a.duckdb"
    assert run("build", "--source", folder, "--db", database).returncode == 0
    refused = run("add", other / "list.csv", "--db", database)
    assert refused.returncode == 1
    assert "--root" in refused.stderr
    with duckdb.connect(str(database), read_only=True) as connection:
        assert connection.execute("SELECT surname FROM core_seats").fetchall() == [("Ахметова",)]


def test_a_simulated_document_is_known_by_its_folder(tiny, tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "list.csv").write_text("УИК;ФИО;Статус\n№ 5;Ахметова Роза Маратовна;председатель\n", encoding="utf-8")
    database = tmp_path / "a.duckdb"
    assert run("build", "--source", folder, "--db", database).returncode == 0
    refused = run("add", sorted(tiny.source.rglob("*.html"))[0], "--db", database)
    assert refused.returncode == 1
    assert "simulated" in refused.stderr


def test_a_failing_build_leaves_the_old_database(tiny, tmp_path):
    database = tmp_path / "kept.duckdb"
    shutil.copy(tiny.database, database)
    before = database.read_bytes()
    result = run("build", "--source", tiny.source, "--db", database, "--reference", tmp_path / "no-pack")
    assert result.returncode == 1
    assert database.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["archive", "kept.duckdb"]


def test_formulas_are_harmless_in_csv(tmp_path):
    folder = tmp_path / "documents"
    folder.mkdir()
    (folder / "list.csv").write_text(
        "УИК;ФИО;Статус;Кем предложен;Место работы\n"
        "№ 5;Ахметова Роза Маратовна;председатель;=HYPERLINK(0);+КГУ «Школа № 1»\n"
        "№ 5;Қасымов Ерлан Бекұлы;секретарь;партия «Ауыл»;пенсионер\n",
        encoding="utf-8",
    )
    assert run("build", "--source", folder, "--db", tmp_path / "a.duckdb").returncode == 0
    assert run("export", "--db", tmp_path / "a.duckdb", "--out", tmp_path / "out", "--format", "csv").returncode == 0
    for path in (tmp_path / "out").glob("*.csv"):
        for row in rows(path):
            assert not [cell for cell in row.values() if cell and cell[0] in "=+@"], path.name
    seats = sorted(rows(tmp_path / "out" / "seats.csv"), key=lambda row: row["locator"])
    assert [row["nominator_as_printed"] for row in seats] == ["'=HYPERLINK(0)", "партия «Ауыл»"]
    assert [row["party_id"] for row in seats] == ["", "auyl"]
    assert {row["valid_from"] for row in seats} == {""}, "a list without a day is exported but not measured"
