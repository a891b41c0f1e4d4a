"""The reading of layouts nobody showed to its authors: a floor under recall and precision, none under privacy."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from etl.parse.document import parse_document
from etl.read import is_document, read_document
from etl.sidecar import load_side_cars
from etl.understanding import is_hardly_understood
from models.reference import load_pack

pytestmark = pytest.mark.slow
FIXTURES = Path(__file__).resolve().parents[1] / "fixtures"
FLOORS = {"layouts": (0.98, 0.98), "layouts2": (0.98, 0.98), "layouts3": (0.98, 0.98)}
"""Recall and precision that no change may fall below; each set was written before anything was mended for them."""


def lines(corpus, name):
    text = (FIXTURES / corpus / name).read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def fold(text):
    return (text or "").lower().replace("ё", "е").replace(" ", "").replace("-", "").replace(".", "")


@pytest.fixture(scope="module", params=sorted(FLOORS))
def corpus(request):
    return request.param


@pytest.fixture(scope="module")
def found(corpus):
    parsed = {}
    root = FIXTURES / corpus
    for file in sorted(root.rglob("*")):
        path = file.relative_to(root).as_posix()
        if file.is_file() and is_document(path):
            side_car, _ = load_side_cars(root, file)
            parsed[path] = parse_document(read_document(path, file.read_bytes()), side_car, load_pack())
    return parsed


def test_no_list_that_was_read_waits_in_the_queue(found):
    bar = load_pack().info.understanding.bar
    read = {path: document for path, document in found.items() if document.statements}
    assert len(read) > 20
    assert [
        path for path, d in read.items() if is_hardly_understood(d.list_lines, d.used_lines, len(d.statements), bar)
    ] == []


def key(document, surname, given, patronymic, action, number):
    return (document, fold(surname), fold(given) + fold(patronymic), action, number)


def test_most_people_are_read_and_hardly_any_invented(corpus, found):
    truth = Counter(
        key(t["document"], t["surname"], t["given_name"], t["patronymic"], t["action"], t["commission_number"])
        for t in lines(corpus, "truth.jsonl")
    )
    read = Counter(
        key(path, s.surname, s.given_name, s.patronymic, s.action, s.commission.number)
        for path, document in found.items()
        for s in document.statements
    )
    right = sum((truth & read).values())
    recall, precision = FLOORS[corpus]
    assert right / truth.total() >= recall
    assert right / read.total() >= precision


def test_documents_without_members_give_none(corpus, found):
    empty = [d["document"] for d in lines(corpus, "documents.jsonl") if d["rows"] == 0]
    assert len(empty) >= 4
    assert {path: len(found[path].statements) for path in empty} == dict.fromkeys(empty, 0)


def test_no_private_string_leaves_the_parser(corpus, found):
    private = [(p["document"], p["text"]) for p in lines(corpus, "private.jsonl")]
    assert private
    for document, text in private:
        parsed = found[document]
        shown = [s.snippet for s in parsed.statements] + [f"{i.message} {i.text}" for i in parsed.issues]
        assert not [line for line in shown if text in line], (document, text)
