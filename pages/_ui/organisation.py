"""Organisations by their blocs: how they are named, which view they belong to, and where a link to one leads."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from pages._ui.labels import label, name_bloc, name_district
from pages._ui.page import Page

VIEWS = ("party", "association", "body", "group", "employer")
"""Parties; associations; state bodies and commissions; meetings of residents, collectives and people themselves;
workplaces. The first four nominate, the last employs."""

_VIEW_OF_KIND = {
    "party": "party",
    "association": "association",
    "state_body": "body",
    "higher_commission": "body",
    "residents": "group",
    "workplace_collective": "group",
    "self": "group",
}


def find_side(view: str) -> str:
    """Tell whether the organisations of a view nominate or employ.

    Args:
        view: one of `VIEWS`.
    """
    return "employer" if view == "employer" else "nominator"


def find_view(kind: str | None) -> str:
    """Find the view of a kind of nominator; a kind not known stands with those that are no bodies.

    Args:
        kind: code of the kind.
    """
    return _VIEW_OF_KIND.get(kind or "unknown", "group")


def pick_view(frame: pd.DataFrame, view: str) -> pd.DataFrame:
    """Keep the counts of the organisations of a view.

    Args:
        frame: counts by side, bloc, region and level.
        view: one of `VIEWS`.
    """
    if view == "employer":
        return frame[frame["side"] == "employer"]
    return frame[(frame["side"] == "nominator") & (frame["kind"].map(find_view) == view)]


def name_organisation(page: Page, row: Mapping[str, Any], day: date | None) -> str:
    """Name an organisation: a party as it was called on the day, any other as the documents print it.

    Args:
        page: the page being drawn.
        row: a row with `bloc` and `name`.
        day: the day.
    """
    bloc = str(row["bloc"])
    named = name_bloc(page, bloc, name=row["name"], on=day)
    return str(row["name"]) if row["name"] and named == bloc.partition(":")[2] else named


def name_kind(page: Page, view: str, kind: str | None) -> str:
    """Say what an organisation is: the kind of a nominator, the sector of a workplace.

    Args:
        page: the page being drawn.
        view: one of `VIEWS`.
        kind: code of the kind or the sector.
    """
    return label(page, "sector" if view == "employer" else "nominator_kind", kind)


def write_district(page: Page, row: Mapping[str, Any], day: date | None) -> str:
    """Write the district of a seat's commission.

    Args:
        page: the page being drawn.
        row: a row with `district_id` and `district`.
        day: the day.
    """
    return name_district(page, row["district_id"], row["district"], day)
