"""Every cached read of the pages, kept per build."""

from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from models.queries import run_query
from models.store import Store
from pages._ui.page import Page
from pages._ui.widgets import choose

Row = dict[str, Any]
"""One row of a frame by names of columns."""


@st.cache_resource(max_entries=400, show_spinner=False)
def _read(path: str, build_id: str, name: str, parameters: tuple[tuple[str, Any], ...], _store: Store) -> pd.DataFrame:
    return run_query(_store, name, **dict(parameters))


def read(page: Page, name: str, **parameters: Any) -> pd.DataFrame:
    """Ask a named question once per build; the frame is shared between readers and must not be changed.

    Args:
        page: the page being drawn.
        name: name of the question.
        parameters: its parameters.
    """
    store = page.store
    return _read(str(store.path), store.build_id, name, tuple(sorted(parameters.items())), store)


def list_days(page: Page) -> list[date]:
    """List the days offered for compositions: election and referendum days covered, and the latest day read.

    Args:
        page: the page being drawn.
    """
    measured = set(read(page, "days")["as_of"])
    elections = set(page.pack.election_days()) if page.pack else set()
    offered = measured & elections
    latest = page.store.latest_day
    if latest in measured:
        offered.add(latest)
    return sorted(offered or ({max(measured)} if measured else set()), reverse=True)


def default_day(page: Page, days: list[date]) -> date:
    """Choose the day shown first: the latest election or referendum day covered, else the latest day.

    Args:
        page: the page being drawn.
        days: days offered, the latest first.
    """
    elections = set(page.pack.election_days()) if page.pack else set()
    return next((day for day in days if day in elections), days[0])


def name_election(page: Page, day: date) -> str:
    """Name what was voted on a day; empty where nothing was.

    Args:
        page: the page being drawn.
        day: the day.
    """
    held = [e for e in page.pack.elections if e.date == day and e.popular_vote] if page.pack else []
    return ", ".join(e.names.get(page.language) or e.names.all()[0] for e in held)


def choose_day(page: Page, own: list[date] | None = None) -> date | None:
    """Let the reader choose the day of the compositions; None where no day is covered.

    The address always names it: with newer data the default may be another day, and a link must not drift.

    Args:
        page: the page being drawn.
        own: the days of one commission, where only these have a meaning.
    """
    days = list_days(page) if own is None else sorted(own, reverse=True)
    if not days:
        return None
    first = default_day(page, days)
    # A day of the address for which something was measured, if not what is shown, is answered and not replaced.
    wanted = st.query_params.get("as_of", "")
    asked = [day for day in read(page, "days")["as_of"] if day.isoformat() == wanted]
    offered = sorted({*days, *asked}, reverse=True)

    def show(text: str) -> str:
        day = date.fromisoformat(text)
        named = name_election(page, day)
        if not named:
            named = page.t("as_of.latest") if day == page.store.latest_day else page.t("as_of.formation")
        return f"{page.date(day)} · {named}"

    chosen = choose(
        page,
        "as_of",
        [day.isoformat() for day in offered],
        show,
        label=page.t("as_of.label"),
        default=first.isoformat(),
        help_text=page.t("as_of.help"),
        always=True,
    )
    return date.fromisoformat(chosen)


def list_rows(frame: pd.DataFrame) -> list[Row]:
    """List the rows of a frame as plain dictionaries.

    Args:
        frame: any frame.
    """
    return [{str(name): value for name, value in row.items()} for row in frame.to_dict("records")]
