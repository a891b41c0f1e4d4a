"""The filters of the Concentration page: place, nominator, sector, completeness, text."""

from dataclasses import dataclass
from datetime import date

import pandas as pd
import streamlit as st

from models.schema import LEVELS
from pages._ui.data import list_rows, read
from pages._ui.labels import label, name_bloc, name_commission, name_district, name_region, sort_choices
from pages._ui.page import Page
from pages._ui.widgets import choose, slide, type_text

ALL = ""
STOPS = (0, 25, 50, 75, 100)


@dataclass(frozen=True)
class Filters:
    """What the reader narrowed the table to; an empty text is no limit."""

    region: str = ALL
    district: str = ALL
    nominator: str = ALL
    sector: str = ALL
    complete: int = 0
    text: str = ""

    @property
    def are_set(self) -> bool:
        """Tell whether anything is narrowed."""
        return self != Filters()


def choose_filters(page: Page, frame: pd.DataFrame, *, level: str, day: date) -> Filters:
    """Let the reader narrow the commissions.

    Args:
        page: the page being drawn.
        frame: commissions of a level on a day.
        level: their level.
        day: day of the compositions.
    """
    with st.grid(3, min_column_width=240):
        region = choose_region(page, frame, day)
        district = choose_district(page, frame[frame["region_id"] == region] if region else frame, day)
        text = type_text(page, "q", label=page.t("filter.text"), hint=page.t("filter.text.hint"))
        nominator = _choose_nominator(page, level, day)
        sector = _choose_sector(page, level, day)
        complete = slide(
            page,
            "complete",
            STOPS,
            lambda stop: page.t("filter.complete.all") if stop == 0 else page.share(stop / 100),
            label=page.t("filter.complete"),
            help_text=page.t("filter.complete.help"),
        )
    return Filters(region, district, nominator, sector, complete, text)


def choose_region(page: Page, frame: pd.DataFrame, day: date | None = None, *, title: str = "column.region") -> str:
    """Let the reader choose one of the regions there are, or all.

    Args:
        page: the page being drawn.
        frame: rows with a region each.
        day: day whose names count.
        title: key of the label.
    """
    words = {code: name_region(page, code, day) for code in frame["region_id"].dropna().unique()}
    options = [ALL, *sort_choices(list(words), words)]
    return choose(page, "region", options, lambda c: words.get(c, page.t("filter.all")), label=page.t(title))


def choose_level(page: Page, frame: pd.DataFrame) -> str:
    """Let the reader choose one of the levels there are, or all.

    Args:
        page: the page being drawn.
        frame: rows with a level each.
    """
    options = [ALL, *(level for level in LEVELS if (frame["level"] == level).any())]
    return choose(
        page,
        "level",
        options,
        lambda code: page.t(f"level.{code}") if code else page.t("filter.all"),
        label=page.t("column.level"),
    )


def choose_district(page: Page, frame: pd.DataFrame, day: date | None = None) -> str:
    """Let the reader choose one of the districts there are, or all.

    Args:
        page: the page being drawn.
        frame: rows with a district each.
        day: day whose names count.
    """
    unique = frame[["district_id", "district"]].drop_duplicates()
    words = {
        str(row["district_id"] or row["district"]): name_district(page, row["district_id"], row["district"], day)
        for row in unique.to_dict("records")
        if row["district_id"] or row["district"]
    }
    options = [ALL, *sort_choices(list(words), words)]
    return choose(
        page, "district", options, lambda c: words.get(c, page.t("filter.all")), label=page.t("column.district")
    )


def _choose_nominator(page: Page, level: str, day: date) -> str:
    totals = list_rows(read(page, "bloc_totals", as_of=day, level=level, view="nominator"))
    words = {
        str(row["bloc"]): f"{name_bloc(page, row['bloc'], name=row['name'], on=day)} · {page.number(row['seats'])}"
        for row in totals
    }
    options = [ALL, *words]
    return choose(
        page, "nominator", options, lambda c: words.get(c, page.t("filter.all")), label=page.t("column.nominator")
    )


def _choose_sector(page: Page, level: str, day: date) -> str:
    codes = [str(code) for code in read(page, "bloc_totals", as_of=day, level=level, view="sector")["bloc"]]
    words = {code: label(page, "sector", code) for code in codes}
    options = [ALL, *sort_choices(codes, words)]
    return choose(page, "sector", options, lambda c: words.get(c, page.t("filter.all")), label=page.t("column.sector"))


def apply_filters(page: Page, frame: pd.DataFrame, filters: Filters, *, level: str, day: date) -> pd.DataFrame:
    """Keep the commissions that fit.

    Args:
        page: the page being drawn.
        frame: commissions of a level on a day.
        filters: what the reader chose.
        level: their level.
        day: day of the compositions.
    """
    kept = frame
    if filters.region:
        kept = kept[kept["region_id"] == filters.region]
    if filters.district:
        kept = kept[(kept["district_id"] == filters.district) | (kept["district"] == filters.district)]
    for view, bloc in (("nominator", filters.nominator), ("sector", filters.sector)):
        if bloc:
            blocs = read(page, "blocs", as_of=day, level=level, view=view)
            kept = kept[kept["commission_id"].isin(set(blocs.loc[blocs["bloc"] == bloc, "commission_id"]))]
    if filters.complete:
        least = kept[["completeness_nominator_value", "completeness_employer_value"]].min(axis=1, skipna=False)
        kept = kept[least >= filters.complete / 100 - 1e-9]
    if not filters.text:
        return kept
    hay = _write_hay(str(page.store.path), page.store.build_id, page.language, level, day, page, frame)
    return search_commissions(hay, kept, filters.text)


@st.cache_resource(max_entries=20, show_spinner=False)
def _write_hay(
    path: str, build_id: str, language: str, level: str, day: date, _page: Page, _frame: pd.DataFrame
) -> pd.Series:
    """Write the words of every commission of a level once per build, day and language."""
    return write_hay(_page, _frame)


def write_hay(page: Page, frame: pd.DataFrame) -> pd.Series:
    """Write the words by which commissions are found: name, number, settlement, building, district.

    Args:
        page: the page being drawn.
        frame: commissions.
    """
    hay = pd.Series("", index=frame.index)
    for column in ("name", "settlement", "venue", "district"):
        hay = hay + " " + frame[column].fillna("").astype(str)
    named = list_rows(frame[["level", "number", "district_id", "district"]])
    hay = hay + " " + pd.Series([name_commission(page, row) for row in named], index=frame.index, dtype=object)
    return hay.str.casefold()


def search_commissions(hay: pd.Series, frame: pd.DataFrame, text: str) -> pd.DataFrame:
    """Keep the commissions whose name, number, settlement or district holds every word typed.

    Args:
        hay: words of each commission (`write_hay`).
        frame: commissions.
        text: words typed.
    """
    hay = hay.loc[frame.index]
    kept = pd.Series(True, index=frame.index)
    for word in text.casefold().replace("№", " ").split():
        kept &= hay.str.contains(word, regex=False)
    return frame[kept]


def describe_filters(page: Page, filters: Filters, *, day: date, level: str) -> dict[str, str]:
    """Say in words what a view is narrowed to, for downloads.

    Args:
        page: the page being drawn.
        filters: what the reader chose.
        day: day of the compositions.
        level: level of the commissions.
    """
    shown = {page.t("as_of.label"): page.day(day), page.t("column.level"): page.t(f"level.{level}")}
    if filters.region:
        shown[page.t("column.region")] = name_region(page, filters.region, day)
    if filters.district:
        shown[page.t("column.district")] = name_district(page, filters.district, filters.district, day)
    if filters.nominator:
        shown[page.t("column.nominator")] = name_bloc(page, filters.nominator, on=day)
    if filters.sector:
        shown[page.t("column.sector")] = label(page, "sector", filters.sector)
    if filters.complete:
        shown[page.t("filter.complete")] = page.share(filters.complete / 100)
    if filters.text:
        shown[page.t("filter.text")] = filters.text
    return shown
