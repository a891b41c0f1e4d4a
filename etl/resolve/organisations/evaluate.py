"""How well employers are told apart and nominators mapped to parties, against a labelled corpus: a table for the docs.

``python -m etl.resolve.organisations.evaluate --truth FILE [--export DIR]``
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import json
import sys
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from etl.normalise.nominators import code_nominator
from etl.normalise.places import find_district
from etl.resolve.organisations.phrases import read_phrase
from etl.resolve.organisations.tables import resolve_employers
from models.reference import Pack, load_pack

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class PairScore:
    """Agreement of two partitions, counted over pairs of rows."""

    rows: int
    true_bodies: int
    found_bodies: int
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """Give the harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def score_pairs(pairs: Iterable[tuple[Hashable, Hashable | None]]) -> PairScore:
    """Compare two partitions of the same rows by the pairs of rows they put together.

    Args:
        pairs: true body and found body of each row; a row without a found body stands by itself.
    """
    both: Counter[tuple[Hashable, Hashable]] = Counter()
    true: Counter[Hashable] = Counter()
    found: Counter[Hashable] = Counter()
    for number, (truth, answer) in enumerate(pairs):
        own = ("alone", number) if answer is None else answer
        both[truth, own] += 1
        true[truth] += 1
        found[own] += 1
    agreed, wanted, given = (sum(n * (n - 1) // 2 for n in counts.values()) for counts in (both, true, found))
    precision = agreed / given if given else 1.0
    recall = agreed / wanted if wanted else 1.0
    return PairScore(sum(true.values()), len(true), len(found), precision, recall)


def cluster_truth(rows: list[Row], pack: Pack) -> Iterator[tuple[str, str | None]]:
    """Put the printed employers of a truth file together as a build would.

    Args:
        rows: rows of a truth file that hold an `employer_key`.
        pack: reference data.
    """
    places: dict[tuple[str, str | None, str | None], str | None] = {}
    seats: list[Row] = []
    decisions: dict[str, Row] = {}
    for row in rows:
        day = row["decided_on"] and dt.date.fromisoformat(row["decided_on"])
        asked = (row["district"] or "", row["region_id"], row["decided_on"])
        if asked not in places:
            match = find_district(asked[0], pack, asked[1], day, bare_names=True) if asked[0] else None
            places[asked] = match.district_id if match else None
        decisions[row["document"]] = {"decided_on": day}
        seats.append(
            {
                "employer_as_printed": row["employer_as_printed"],
                "district_id": places[asked],
                "region_id": row["region_id"],
                "commission_id": row["commission_key"],
                "decision_id": row["document"],
                "document_path": row["document"],
            }
        )
    resolve_employers(seats, [], decisions, {text: read_phrase(text, pack) for text in _texts(rows)}, pack)
    return ((row["employer_key"], seat["employer_id"]) for row, seat in zip(rows, seats, strict=True))


def _texts(rows: list[Row]) -> list[str]:
    return sorted({row["employer_as_printed"] for row in rows})


def cluster_export(rows: list[Row], export: Path) -> Iterator[tuple[str, str | None]]:
    """Pair the employers of a truth file with those of an exported build of its documents.

    Args:
        rows: rows of a truth file that hold an `employer_key`.
        export: folder of the data package.
    """
    found: dict[tuple[str, str, str], str | None] = {}
    with (export / "seats.csv").open(encoding="utf-8", newline="") as file:
        for seat in csv.DictReader(file):
            where = (seat["document_path"], seat["commission_number"], seat["name_as_printed"].lstrip("'"))
            found[where] = seat["employer_id"] or None
    for row in rows:
        where = (row["document"], str(row["commission_number"] or ""), row["name_as_printed"])
        if where in found:
            yield row["employer_key"], found[where]


def score_nominators(rows: list[Row], pack: Pack) -> tuple[int, float, float]:
    """Count how often party and kind of a printed nominator are right.

    Args:
        rows: rows of a truth file.
        pack: reference data.

    Returns:
        Rows with a printed nominator, share with the right party, share with the right kind.
    """
    counts = Counter(
        (row["nominator_as_printed"], row["nominator_kind"], row["party_id"], row["decided_on"])
        for row in rows
        if row.get("nominator_as_printed")
    )
    parties = kinds = 0
    for (printed, kind, party, decided), times in counts.items():
        coded = code_nominator(printed, pack, on=decided and dt.date.fromisoformat(decided))
        parties += times * (coded.party_id == party)
        kinds += times * (coded.kind == kind)
    total = sum(counts.values())
    return total, parties / (total or 1), kinds / (total or 1)


def main(arguments: list[str] | None = None) -> int:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--truth", type=Path, required=True, help="truth.jsonl of a labelled corpus")
    parser.add_argument("--export", type=Path, help="data package built from its documents")
    asked = parser.parse_args(arguments)
    pack = load_pack()
    rows = [json.loads(line) for line in asked.truth.read_text(encoding="utf-8").splitlines()]
    employed = [row for row in rows if row.get("employer_as_printed") and row.get("employer_key")]
    total, parties, kinds = score_nominators(rows, pack)
    out = ["## Organisations", "", f"`{asked.truth.parent.name}`: employers are compared by pairs of rows.", ""]
    out += [
        "| what | rows | bodies in truth | found | precision | recall | F1 |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    if employed:
        out.append(_line("employers, as printed", score_pairs(cluster_truth(employed, pack))))
        if asked.export:
            out.append(_line("employers, read from the documents", score_pairs(cluster_export(employed, asked.export))))
    out += ["", f"Nominators: {total} printed; party right {parties:.4f}, kind right {kinds:.4f}.", ""]
    sys.stdout.write("\n".join(out) + "\n")
    return 0


def _line(name: str, score: PairScore) -> str:
    return (
        f"| {name} | {score.rows} | {score.true_bodies} | {score.found_bodies} | {score.precision:.4f} "
        f"| {score.recall:.4f} | {score.f1:.4f} |"
    )


if __name__ == "__main__":
    sys.exit(main())
