"""People over three terms of six simulated districts: floors under precision and recall of who is who.

Namesakes, relatives, new surnames, three alphabets and initials; written before the rules met it.
"""

import json
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import pytest

from etl.build import build

TERMS = Path(__file__).resolve().parents[3] / "fixtures" / "terms"
PRECISION, RECALL = 0.99, 0.95


def fold(text):
    return (text or "").lower().replace("ё", "е")


def count_pairs(groups):
    return sum(size * (size - 1) // 2 for size in Counter(groups).values())


@pytest.mark.slow
def test_people_over_terms_are_found_and_not_mixed_up(tmp_path):
    build([TERMS], tmp_path / "terms.duckdb", workers=1)
    columns = "document_path, surname, given_name, patronymic, commission_number, person_id"
    with duckdb.connect(str(tmp_path / "terms.duckdb"), read_only=True) as connection:
        rows = connection.execute(f"SELECT {columns} FROM core_seats ORDER BY document_path, seat_id").fetchall()
    found = defaultdict(list)
    for path, *name, number, person in rows:
        found[Path(path).name, *map(fold, name), str(number or "")].append(person)
    pairs = []
    for line in (TERMS / "truth.jsonl").read_text("utf-8").splitlines():
        row = json.loads(line)
        names = (fold(row[part]) for part in ("surname", "given_name", "patronymic"))
        persons = found[Path(row["document"]).name, *names, str(row["commission_number"] or "")]
        if persons:
            pairs.append((row["person_key"], persons.pop(0)))
    assert len(pairs) >= 1300
    right = count_pairs(pairs)
    precision = right / count_pairs(person for _, person in pairs)
    recall = right / count_pairs(key for key, _ in pairs)
    assert precision >= PRECISION, (precision, recall)
    assert recall >= RECALL, (precision, recall)
