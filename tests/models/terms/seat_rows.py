"""Rows for tests of terms, written shortly."""

from typing import Any

import pandas as pd

from models.terms import SEAT_COLUMNS

DEFAULTS: dict[str, Any] = {
    "commission_id": "P1",
    "region_id": "KZ-39",
    "district": "Қарабалық ауданы",
    "level": "PEC",
    "action": "elected",
    "decision_id": "d1",
    "decision_kind": "formation",
    "decided_on": "2019-02-07",
    "date_basis": "decision",
    "replaces_seat_id": None,
    "closes_seat_id": None,
}


def make_seats(*rows: dict[str, Any]) -> pd.DataFrame:
    """Build seats; each row needs a seat_id and what differs from the defaults."""
    return pd.DataFrame([{**DEFAULTS, **row} for row in rows], columns=list(SEAT_COLUMNS)).set_index(
        pd.Index([row["seat_id"] for row in rows])
    )


def replacement(seat_id: str, day: str, **more: Any) -> dict[str, Any]:
    """Describe a row of a replacement decision."""
    return {"seat_id": seat_id, "decided_on": day, "decision_kind": "replacement", "decision_id": f"r{day}", **more}


def iso(value: Any) -> str | None:
    """Write a day as ISO, an empty one as None."""
    return None if pd.isna(value) else str(pd.Timestamp(value).date())
