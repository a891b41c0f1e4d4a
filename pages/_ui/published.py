"""Figures that others have published, in the reader's words, and ours beside them where the same thing is measured."""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
import streamlit as st

from models.language import MISSING
from models.published import COMMISSIONS_READ, Comparison, Figure, comparable, load_disagreements, load_figures
from pages._ui.charts import show_card
from pages._ui.data import read
from pages._ui.labels import name_region
from pages._ui.measures import is_share, name_measure, write_bounds, write_value
from pages._ui.page import Page, escape

_FAR = 200_000
"""Days: no limit on how far apart two days are, where the reader chose the day of our figure."""

OTHERS = "other_countries"


def list_figures(topic: str) -> list[Figure]:
    """List the figures of a topic.

    Args:
        topic: id of the topic.
    """
    return [figure for figure in load_figures() if figure.topic == topic]


def list_topics() -> list[str]:
    """List the topics, in the order of the files."""
    return list(dict.fromkeys(figure.topic for figure in load_figures()))


@st.cache_resource(max_entries=40, show_spinner=False)
def _compare(
    path: str, build_id: str, simulated: bool, on: date, forced: bool, _aggregates: pd.DataFrame
) -> Mapping[str, Comparison]:
    rows = _aggregates[pd.to_datetime(_aggregates["as_of"]).dt.date == on] if forced else _aggregates
    found = {}
    for figure in load_figures():
        limit = {"within": _FAR} if forced else {}
        if pair := comparable(figure, rows, is_simulated=simulated, on=on, **limit):
            found[figure.figure_id] = pair
    return found


def compare_figures(page: Page, day: date | None, *, forced: bool) -> Mapping[str, Comparison]:
    """Put our figures beside the published ones, by id; those without a counterpart have no entry.

    Args:
        page: the page being drawn.
        day: the day chosen, None where no day is covered.
        forced: take the day chosen for every figure, not the day nearest to the published one.
    """
    if day is None:
        return {}
    store = page.store
    aggregates = read(page, "published_aggregates")
    return _compare(str(store.path), store.build_id, store.is_simulated, day, forced, aggregates)


def name_place(page: Page, figure: Figure) -> str:
    """Name the area of a figure.

    Args:
        page: the page being drawn.
        figure: the figure.
    """
    area, _, district = figure.scope_id.partition("/")
    country = page.t(f"published.country.{area[:2]}")
    if figure.scope_kind == "abroad":
        return page.t("published.abroad", country=country)
    known = page.pack is not None and area in page.pack.region_by_id
    region = name_region(page, area) if known else country
    if not district:
        return country if figure.scope_kind == "country" else region
    found = [d for d in page.pack.districts if d.names.kk == district] if page.pack else []
    named = next((d for d in found if d.region_on(None) == area), found[0] if found else None)
    words = named.names.get(page.language) if named else None
    return f"{words or district}, {region}"


def write_date(page: Page, figure: Figure) -> str:
    """Write the day, month or year of a figure.

    Args:
        page: the page being drawn.
        figure: the figure.
    """
    span = figure.span
    if span is None:
        return page.t("published.undated")
    if span[0] == span[1]:
        return page.date(span[0])
    if len(figure.date) == len("2023"):
        return page.t("published.year", year=figure.date)
    return f"{page.day(span[0])}–{page.day(span[1])}"


def write_published(page: Page, figure: Figure) -> str:
    """Write the published value as our measure has it.

    Args:
        page: the page being drawn.
        figure: a figure that can be compared.
    """
    value = figure.comparison_value
    words = page.number(value) if figure.comparable_metric == COMMISSIONS_READ else page.share(value, 1)
    qualifier = figure.qualifier or "exact"
    return words if qualifier == "exact" else page.t(f"published.qualifier.{qualifier}", value=words)


def write_own(page: Page, pair: Comparison) -> tuple[str, str]:
    """Write our value and its bounds.

    Args:
        page: the page being drawn.
        pair: both figures.
    """
    if pair.metric == COMMISSIONS_READ:
        return page.number(pair.value), ""
    if is_share(pair.metric) or pair.metric.startswith("multi_tied_"):  # a mean of yes and no is a share
        value, bounds = page.share(pair.value, 1), page.bounds(pair.lower, pair.upper, digits=1)
    else:
        value = write_value(page, pair.metric, pair.value, pooled=True)
        bounds = write_bounds(page, pair.metric, pair.lower, pair.upper, pooled=True)
    return value, "" if bounds in (value, MISSING) else bounds


def write_line(page: Page, figure: Figure) -> str:
    """Write a figure with place, day, source, caveat and disagreement as one paragraph.

    Args:
        page: the page being drawn.
        figure: the figure.
    """
    level = (
        f", {page.t(f'level.{figure.level}.short' if figure.level != 'all' else 'level.all')}" if figure.level else ""
    )
    source = escape(figure.source_name)
    linked = f"[{source}](<{figure.source_url}>)" if figure.source_url else source
    kind = f"{page.t(f'published.kind.{figure.kind}')} · " if figure.kind in ("opinion", "computed") else ""
    parts = [
        f"**{escape(figure.text(page.language))}**",
        escape(f"{kind}{name_place(page, figure)}{level} · {write_date(page, figure)}"),
        f"{page.t('published.source')}: {linked}",
    ]
    if caveat := figure.caveat(page.language):
        parts.append(f"{page.t('published.caveat')}: {escape(caveat)}")
    if figure.disagreement and (known := load_disagreements().get(figure.disagreement)):
        parts.append(f"{page.t('published.disagreement')}: {escape(getattr(known, f'text_{page.language}'))}")
    if not figure.verified:
        parts.append(f"*{page.t('published.unverified')}*")
    return "  \n".join(parts)


def show_pair(page: Page, figure: Figure, pair: Comparison | None) -> None:
    """Show a published figure with ours beside it, or that we have none.

    Args:
        page: the page being drawn.
        figure: the published figure.
        pair: both, None where we have nothing to put beside it.
    """
    with st.container(border=True):
        metric = figure.comparable_metric or ""
        name = page.t("published.read") if metric == COMMISSIONS_READ else name_measure(page, metric)
        with st.grid(2, min_column_width=240):
            show_card(page.t("published.theirs"), write_published(page, figure), write_date(page, figure))
            if pair is None:
                show_card(page.t("published.ours"), "–", page.t("published.none"))
            else:
                title = page.t("published.ours.simulated" if pair.is_simulated else "published.ours")
                value, bounds = write_own(page, pair)
                show_card(title, value, describe_own(page, pair, bounds), help_text=name)
        st.markdown(write_line(page, figure))
        st.caption(page.t("published.measure", name=name))


def describe_own(page: Page, pair: Comparison, bounds: str) -> str:
    """Say on what our figure rests: bounds, commissions, day, and whether the published value lies within.

    Args:
        page: the page being drawn.
        pair: both figures.
        bounds: bounds of ours in words, empty where it has none.
    """
    expected = "?" if pair.commissions_expected is None else page.number(pair.commissions_expected)
    parts = [f"{page.t('column.bounds')}: {bounds}"] if bounds else []
    parts.append(f"{page.t('regions.read')}: {page.number(pair.commissions_read)} / {expected}")
    apart = pair.days_apart
    parts.append(
        page.date(pair.as_of)
        if not apart
        else page.t("published.apart", day=page.date(pair.as_of), days=page.number(apart))
    )
    if pair.is_simulated:
        parts.append(page.t("simulated.mark"))
    elif pair.within_bounds is not None:
        parts.append(page.t("published.within" if pair.within_bounds else "published.outside"))
    return " · ".join(parts)


def write_counts(page: Page, figures: Sequence[Figure], pairs: Mapping[str, Comparison]) -> pd.DataFrame:
    """Write published numbers of commissions beside the numbers read, as a table.

    Args:
        page: the page being drawn.
        figures: figures of numbers of commissions.
        pairs: both figures, by id.
    """
    rows = []
    for figure in figures:
        pair = pairs.get(figure.figure_id)
        level = figure.comparable_level or "all"
        mark = f" ({page.t('published.invented')})" if pair and pair.is_simulated else ""
        rows.append(
            {
                page.t("regions.place"): name_place(page, figure),
                page.t("column.level"): page.t(f"level.{level}.short" if level != "all" else "level.all"),
                page.t("published.theirs"): write_published(page, figure),
                page.t("published.when"): write_date(page, figure),
                page.t("published.read"): f"{page.number(pair.value)}{mark}" if pair else "–",
                page.t("published.on"): page.date(pair.as_of) if pair else "–",
                page.t("published.source"): figure.source_name,
            }
        )
    return pd.DataFrame(rows)
