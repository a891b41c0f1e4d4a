"""Principals: the top of an employer's parent chain on a day."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from models.measures.blocs import STATUS_BLOCS


class Principals:
    """Chains of parents by date.

    Args:
        parents: rows of `organisation_parents`; one without a parent says that the organisation is its own top.
    """

    def __init__(self, parents: Iterable[Mapping[str, Any]]) -> None:
        self._links: dict[str, list[tuple[dt.date, dt.date, str | None]]] = defaultdict(list)
        for row in parents:
            start, end = row["valid_from"] or dt.date.min, row["valid_to"] or dt.date.max
            self._links[row["org_id"]].append((start, end, row["parent_org_id"]))

    def top_of(self, org_id: str, day: dt.date) -> str | None:
        """Give the top of an organisation's chain, or None where the chain is not known to its end.

        Args:
            org_id: an organisation.
            day: the day asked for.

        Source: metrics.md, bloc `principal`.
        """
        seen: set[str] = set()
        while org_id not in seen:
            seen.add(org_id)
            links = self._links.get(org_id)
            if links is None:
                return None
            found = [parent for start, end, parent in links if start <= day < end or end == dt.date.max == day]
            if not found:
                return None
            if found[0] is None:
                return org_id
            org_id = found[0]
        return None

    def blocs_of(self, employers: pd.Series, statuses: pd.Series, day: dt.date) -> pd.Series:
        """Name the bloc of seats by their principal; empty where it is not known.

        Args:
            employers: ids of employers.
            statuses: codes of `employer_sector`: pensioners, students and the like are blocs of their own.
            day: the day asked for.
        """
        tops = {employer: self.top_of(employer, day) for employer in employers.dropna().unique()}
        named = [
            _name(tops.get(employer) if isinstance(employer, str) else None, isinstance(employer, str), status)
            for employer, status in zip(employers, statuses, strict=True)
        ]
        return pd.Series(named, index=employers.index, dtype="str")


def _name(top: str | None, has_employer: bool, status: object) -> str | None:
    if top:
        return f"id:{top}"
    return str(status) if not has_employer and status in STATUS_BLOCS else None
