"""The table of persons: of every person the most complete name printed in each language."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from etl.resolve.events import name_of
from etl.resolve.persons.mentions import sort_key

Row = dict[str, Any]


def make_persons(seats: Sequence[Row], decisions: Mapping[str, Row]) -> list[Row]:
    """Return one row a person, in the order of first statements.

    Args:
        seats: statements with their person.
        decisions: acts by id, for language and day.
    """
    statements: dict[str, list[Row]] = defaultdict(list)
    for row in sorted(seats, key=lambda row: sort_key(row, decisions)):
        statements[row["person_id"]].append(row)
    return [_person(person, rows, decisions) for person, rows in statements.items()]


def _person(person: str, rows: list[Row], decisions: Mapping[str, Row]) -> Row:
    best: dict[str, tuple[tuple[int, int], str]] = {}
    for place, row in enumerate(rows):
        name = name_of(row).full
        rank = (_completeness(row), place)  # of equally complete names the latest: surnames change
        column = _column(row, decisions)
        if name and (column not in best or rank > best[column][0]):
            best[column] = (rank, name)
    genders = {row.get("gender") for row in rows} - {None, "unknown"}
    return {
        "person_id": person,
        **{column: name for column, (_, name) in best.items()},
        "gender": genders.pop() if len(genders) == 1 else "unknown",
        "mentions": len(rows),
    }


def _completeness(row: Row) -> int:
    """Count the parts of a name: 2 for a part in full, 1 for an initial."""
    parts = (row.get("surname"), row.get("given_name"), row.get("patronymic"))
    return sum(0 if not part else 1 if part.endswith(".") else 2 for part in parts)


def _column(row: Row, decisions: Mapping[str, Row]) -> str:
    if name_of(row).full.isascii():
        return "name_latin"
    language = decisions[row["decision_id"]]["language"]
    is_kazakh = "сайлау" in (row.get("commission_name") or "").lower() or language == "kk"
    return "name_kk" if is_kazakh else "name_ru"
