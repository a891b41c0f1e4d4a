"""The reading of scans and PDF files of layouts nobody showed to its authors: a floor under recall and precision."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from etl.coding import code_document
from etl.parse.document import parse_document
from etl.read import is_document, read_document
from etl.sidecar import load_side_cars
from models.reference import load_pack

pytestmark = pytest.mark.slow
CORPUS = Path(__file__).resolve().parents[1] / "fixtures" / "scans"
SAME = ("role", "nominator_kind", "party_id", "employer_ownership")


def lines(name):
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def fold(text):
    return (text or "").lower().replace("ё", "е").replace(" ", "").replace("-", "").replace(".", "")


def key(row):
    names = fold(row["given_name"]) + fold(row["patronymic"])
    return (row["document"], fold(row["surname"]), names, row["action"], row["commission_number"])


def read(folder):
    coded = {}
    for file in sorted((CORPUS / folder).iterdir()):
        path = file.relative_to(CORPUS).as_posix()
        if is_document(path):
            side_car, _ = load_side_cars(CORPUS, file)
            parsed = parse_document(read_document(path, file.read_bytes()), side_car, load_pack())
            coded[path] = code_document(parsed, load_pack())
    return coded


@pytest.fixture(scope="module")
def found():
    return {"pdf": read("pdf"), "scan": read("scan")}


@pytest.mark.parametrize(("folder", "floor"), [("pdf", 0.98), ("scan", 0.93)])
def test_people_are_read_with_their_commission(found, folder, floor):
    truth = Counter(key(row) for row in lines("truth.jsonl") if row["document"].startswith(folder + "/"))
    rows = Counter(
        key({**seat, "document": path}) for path, document in found[folder].items() for seat in document.seats
    )
    right = sum((truth & rows).values())
    assert right / truth.total() >= floor
    assert right / rows.total() >= floor


@pytest.mark.parametrize(("folder", "floor"), [("pdf", 0.97), ("scan", 0.93)])
@pytest.mark.parametrize("column", SAME)
def test_what_is_said_of_them_is_right(found, folder, floor, column):
    truth = {key(row): row[column] or "" for row in lines("truth.jsonl") if row["document"].startswith(folder + "/")}
    pairs = [
        (truth[key({**seat, "document": path})], seat.get(column) or "")
        for path, document in found[folder].items()
        for seat in document.seats
        if key({**seat, "document": path}) in truth
    ]
    said = [(a, b) for a, b in pairs if a not in ("", "unknown")]
    assert sum(a == b for a, b in said) / len(said) >= floor


def test_a_notice_names_nobody(found):
    empty = [row["document"] for row in lines("documents.jsonl") if not row["rows"]]
    assert empty
    assert {path: len(found["scan"][path].seats) for path in empty} == dict.fromkeys(empty, 0)


def test_a_vacant_seat_of_a_scan_becomes_an_issue(found):
    for row in lines("unparsed.jsonl"):
        issues = found[row["document"].partition("/")[0]][row["document"]].issues
        assert any(row["text"] in (issue["text"] or "") for issue in issues), row


def test_what_was_recognised_is_less_sure_than_what_was_printed(found):
    printed = [seat["confidence"] for path, d in found["pdf"].items() if "sloi" not in path for seat in d.seats]
    recognised = [seat["confidence"] for document in found["scan"].values() for seat in document.seats]
    assert recognised
    assert max(recognised) < 1
    assert sum(recognised) / len(recognised) < sum(printed) / len(printed)
