"""The reading of layouts nobody showed to its authors: a floor under recall and precision, none under privacy."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from etl.parse.document import parse_document
from etl.read import is_document, read_document
from etl.sidecar import load_side_cars
from models.reference import load_pack

pytestmark = pytest.mark.slow
CORPUS = Path(__file__).resolve().parents[1] / "fixtures" / "layouts"


def lines(name):
    return [json.loads(line) for line in (CORPUS / name).read_text(encoding="utf-8").splitlines() if line.strip()]


def fold(text):
    return (text or "").lower().replace("ё", "е").replace(" ", "").replace("-", "").replace(".", "")


@pytest.fixture(scope="module")
def found():
    parsed = {}
    for file in sorted(CORPUS.rglob("*")):
        path = file.relative_to(CORPUS).as_posix()
        if file.is_file() and is_document(path):
            side_car, _ = load_side_cars(CORPUS, file)
            parsed[path] = parse_document(read_document(path, file.read_bytes()), side_car, load_pack())
    return parsed


def key(document, surname, given, patronymic, action, number):
    return (document, fold(surname), fold(given) + fold(patronymic), action, number)


def test_most_people_are_read_and_hardly_any_invented(found):
    truth = Counter(
        key(t["document"], t["surname"], t["given_name"], t["patronymic"], t["action"], t["commission_number"])
        for t in lines("truth.jsonl")
    )
    read = Counter(
        key(path, s.surname, s.given_name, s.patronymic, s.action, s.commission.number)
        for path, document in found.items()
        for s in document.statements
    )
    right = sum((truth & read).values())
    assert right / truth.total() >= 0.87
    assert right / read.total() >= 0.94


def test_documents_without_members_give_none(found):
    empty = [d["document"] for d in lines("documents.jsonl") if d["rows"] == 0]
    assert len(empty) >= 4
    assert {path: len(found[path].statements) for path in empty} == dict.fromkeys(empty, 0)


def test_no_private_string_leaves_the_parser(found):
    private = [(p["document"], p["text"]) for p in lines("private.jsonl")]
    assert private
    for document, text in private:
        parsed = found[document]
        shown = [s.snippet for s in parsed.statements] + [f"{i.message} {i.text}" for i in parsed.issues]
        assert not [line for line in shown if text in line], (document, text)
