"""The simulated corpus: the same seed gives the same bytes, and the truth stands in the documents."""

import csv
import hashlib
import io
import json
import os
import re
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

import docx
import openpyxl
import pytest
import yaml
from bs4 import BeautifulSoup

from etl.demo import DemoSummary, write_demo
from etl.demo.demo import UnknownScaleError

ROOT = Path(__file__).resolve().parents[3]
FORMATS = ("html", "docx", "xlsx", "csv", "txt")


def hash_tree(folder: Path) -> str:
    digest = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def read_jsonl(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def extract_text(path: Path) -> str:
    """The text of a document by other means than the project's readers."""
    data = path.read_bytes()
    if path.suffix in (".html", ".htm"):
        text = BeautifulSoup(data.decode("cp1251" if path.suffix == ".htm" else "utf-8"), "lxml").get_text(" ")
    elif path.suffix == ".docx":
        body = docx.Document(str(path)).element.body
        text = "".join(node.text or "" if node.tag.endswith("}t") else " " for node in body.iter())
    elif path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        text = " ".join(str(v) for ws in book for row in ws.iter_rows(values_only=True) for v in row if v is not None)
    elif path.suffix == ".csv":
        try:
            raw = data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raw = data.decode("cp1251")
        delimiter = max(",;", key=raw[:300].count)
        text = " ".join(" ".join(row) for row in csv.reader(io.StringIO(raw), delimiter=delimiter))
    else:
        text = data.decode("utf-8")
    return re.sub(r"\s+", " ", text)


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, DemoSummary]:
    out = tmp_path_factory.mktemp("demo")
    return out, write_demo(out, "tiny", 7)


@pytest.fixture(scope="module")
def texts(corpus: tuple[Path, DemoSummary]) -> dict[str, str]:
    out, _ = corpus
    return {row["document"]: extract_text(out / row["document"]) for row in read_jsonl(out / "documents.jsonl")}


def test_the_same_seed_gives_the_same_bytes_whatever_the_hash_seed(
    corpus: tuple[Path, DemoSummary], tmp_path: Path
) -> None:
    out, _ = corpus
    code = "import sys, pathlib; from etl.demo import write_demo; write_demo(pathlib.Path(sys.argv[1]), 'tiny', 7)"
    environment = {**os.environ, "PYTHONHASHSEED": "12345", "TZ": "Asia/Almaty"}
    subprocess.run([sys.executable, "-c", code, str(tmp_path / "again")], cwd=ROOT, env=environment, check=True)
    assert hash_tree(tmp_path / "again") == hash_tree(out)


def test_another_seed_gives_another_world_and_leaves_nothing_of_the_first(tmp_path: Path) -> None:
    write_demo(tmp_path / "both", "tiny", 7)
    write_demo(tmp_path / "both", "tiny", 8)
    write_demo(tmp_path / "alone", "tiny", 8)
    assert hash_tree(tmp_path / "both") == hash_tree(tmp_path / "alone")
    assert (tmp_path / "both" / "truth.jsonl").read_bytes() != b""


def test_the_corpus_has_the_files_of_the_labelled_corpora_and_says_it_is_simulated(
    corpus: tuple[Path, DemoSummary],
) -> None:
    out, summary = corpus
    for name in ("truth", "documents", "unparsed", "private", "planted", ".employers"):
        assert read_jsonl(out / f"{name}.jsonl"), name
    assert yaml.safe_load((out / "folder.meta.yml").read_text(encoding="utf-8"))["is_simulated"] is True
    documents = read_jsonl(out / "documents.jsonl")
    on_disk = {p.relative_to(out).as_posix() for f in FORMATS for p in (out / f).iterdir() if p.suffix != ".yml"}
    assert {row["document"] for row in documents} == on_disk
    assert summary.documents == len(on_disk)
    assert summary.rows == len(read_jsonl(out / "truth.jsonl")) == sum(row["rows"] for row in documents)
    assert set(summary.by_format) == set(FORMATS)


def test_rows_per_document_agree_and_notices_have_none(corpus: tuple[Path, DemoSummary]) -> None:
    out, _ = corpus
    counted = Counter(row["document"] for row in read_jsonl(out / "truth.jsonl"))
    for row in read_jsonl(out / "documents.jsonl"):
        assert counted[row["document"]] == row["rows"]
        assert (row["rows"] == 0) == (row["kind"] in ("notice", "other"))


def test_every_printed_string_of_the_truth_stands_in_its_document(
    corpus: tuple[Path, DemoSummary], texts: dict[str, str]
) -> None:
    out, _ = corpus
    missing = []
    for row in read_jsonl(out / "truth.jsonl"):
        for field in ("name_as_printed", "nominator_as_printed", "employer_as_printed"):
            if row[field] and re.sub(r"\s+", " ", row[field]) not in texts[row["document"]]:
                missing.append((row["document"], field, row[field]))
    assert not missing


def test_planted_lines_and_private_strings_stand_in_their_documents(
    corpus: tuple[Path, DemoSummary], texts: dict[str, str]
) -> None:
    out, _ = corpus
    for name in ("unparsed", "private"):
        for row in read_jsonl(out / f"{name}.jsonl"):
            assert row["text"] in texts[row["document"]]


def test_numbers_and_dates_of_acts_stand_in_their_documents(
    corpus: tuple[Path, DemoSummary], texts: dict[str, str]
) -> None:
    out, _ = corpus
    for row in read_jsonl(out / "truth.jsonl"):
        if row["decision_number"]:
            assert row["decision_number"] in texts[row["document"]]
            assert row["decided_on"][:4] in texts[row["document"]]


def test_a_commission_has_nobody_twice_and_no_document_repeats_a_person_in_one(
    corpus: tuple[Path, DemoSummary],
) -> None:
    out, _ = corpus
    rows = [r for r in read_jsonl(out / "truth.jsonl") if r["kind"] == "formation"]
    seen = Counter((r["document"], r["commission_key"], r["person_key"]) for r in rows)
    assert max(seen.values()) == 1


def test_one_nominee_per_party_unless_planted(corpus: tuple[Path, DemoSummary]) -> None:
    out, _ = corpus
    planted = {
        (p["document"], p["commission_key"])
        for p in read_jsonl(out / "planted.jsonl")
        if p["kind"] == "two_nominees_one_party"
    }
    nominees: Counter[tuple[str, str, str]] = Counter()
    for row in read_jsonl(out / "truth.jsonl"):
        if row["kind"] == "formation" and row["party_id"]:
            nominees[row["document"], row["commission_key"], row["party_id"]] += 1
    doubled = {(document, commission) for (document, commission, _), n in nominees.items() if n > 1}
    assert doubled <= planted


def test_people_return_and_some_change_their_surname(corpus: tuple[Path, DemoSummary]) -> None:
    out, _ = corpus
    rows = read_jsonl(out / "truth.jsonl")
    by_person: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_person[row["person_key"]].append(row)
    terms = [{r["decided_on"][:4] for r in mine if r["decided_on"]} for mine in by_person.values()]
    assert sum({"2019", "2024"} <= years for years in terms) > 20
    renamed = [row for row in rows if row["action"] == "renamed"]
    assert renamed
    for row in renamed:
        assert row["old_surname"] != row["surname"]
        assert row["kind"] == "surname_change"


def test_districts_that_moved_carry_the_region_of_the_day(corpus: tuple[Path, DemoSummary]) -> None:
    out, _ = corpus
    for row in read_jsonl(out / "truth.jsonl"):
        if row["decided_on"]:
            expected = "KZ-10" if row["decided_on"] >= "2022-06-08" else "KZ-63"
            assert row["region_id"] == expected


def test_employers_form_chains_that_end_at_an_akimat(corpus: tuple[Path, DemoSummary]) -> None:
    out, _ = corpus
    employers = {row["employer_key"]: row for row in read_jsonl(out / ".employers.jsonl")}
    schools = [row for row in employers.values() if row["type"] == "school"]
    assert schools
    for school in schools:
        department = employers[school["parent"]]
        assert (department["type"], employers[department["parent"]]["type"]) == ("department", "akim_office")


def test_an_unknown_scale_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownScaleError, match="galactic"):
        write_demo(tmp_path, "galactic", 1)


def test_the_simulator_shares_nothing_with_reading_and_parsing() -> None:
    for path in (ROOT / "etl" / "demo").glob("*.py"):
        imports = re.findall(r"^\s*(?:from|import) (etl\.\w+)", path.read_text(encoding="utf-8"), re.M)
        assert set(imports) <= {"etl.demo"}, path.name
