"""How a measure is spread over commissions, with what the unknown seats could make of it."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.charts import HATCH, INK, MAIN, make_figure, show_chart
from pages._ui.measures import FURTHER, HEADLINE, is_share, name_measure, write_value
from pages._ui.page import Page
from pages._ui.widgets import choose

_EPSILON = 1e-9


def choose_measure(page: Page) -> str:
    """Let the reader choose the measure shown.

    Args:
        page: the page being drawn.
    """
    options = [*HEADLINE, *FURTHER]
    return choose(
        page,
        "measure",
        options,
        lambda metric: name_measure(page, metric),
        label=page.t("column.measure"),
        default="employer_share_max",
    )


def cut_edges(frame: pd.DataFrame, metric: str) -> np.ndarray:
    """Cut the range of a measure into steps a reader would choose: tenths for shares, whole numbers for counts.

    Args:
        frame: commissions with the measure's columns.
        metric: measure id.
    """
    if metric == "nominator_hhi" or is_share(metric):
        tenths = np.linspace(0, 1, 11)
        beyond = bool((frame[f"{metric}_upper"] > 1 + _EPSILON).any())
        return np.append(tenths, np.inf) if beyond else tenths
    top = float(np.nanmax([1.0, *frame[f"{metric}_upper"].dropna().to_list()]))
    return np.arange(0, np.ceil(top) + 2) - 0.5


def count_steps(values: pd.Series, edges: np.ndarray) -> np.ndarray:
    """Count values per step; a value on an edge belongs to the step that begins there, and 1 to the last tenth.

    Args:
        values: the values, missing ones left out.
        edges: edges of the steps.
    """
    known = values.dropna().to_numpy(dtype=float)
    if np.isinf(edges[-1]):  # 100 % itself is not beyond 100 %
        known = np.where(np.abs(known - edges[-2]) < _EPSILON, (edges[-3] + edges[-2]) / 2, known)
    places = np.clip(np.searchsorted(edges, known + _EPSILON, side="right") - 1, 0, len(edges) - 2)
    return np.bincount(places, minlength=len(edges) - 1)


def name_steps(page: Page, edges: np.ndarray, metric: str) -> list[str]:
    """Name the steps.

    Args:
        page: the page being drawn.
        edges: edges of the steps.
        metric: measure id.
    """
    if not is_share(metric) and metric != "nominator_hhi":
        return [page.number(edge + 0.5) for edge in edges[:-1]]
    pairs: Sequence[tuple[float, float]] = list(zip(edges[:-1], edges[1:], strict=True))
    share = is_share(metric)
    return [
        page.t("distribution.beyond", edge=page.share(a) if share else page.number(a))
        if np.isinf(b)
        else page.bounds(a, b, share=share, digits=0 if share else 1)
        for a, b in pairs
    ]


def show_distribution(page: Page, frame: pd.DataFrame, level: str) -> None:
    """Show how many commissions stand at each step, beside the least and greatest picture the unknown seats allow.

    Args:
        page: the page being drawn.
        frame: commissions that fit the filters.
        level: level of the commissions.
    """
    metric = choose_measure(page)
    name = name_measure(page, metric)
    edges = cut_edges(frame, metric)
    steps = name_steps(page, edges, metric)
    counts = {part: count_steps(frame[f"{metric}_{part}"], edges) for part in ("value", "lower", "upper")}
    unknown = int(frame[f"{metric}_value"].isna().sum())
    figure = make_figure(page, height=400, x_title=name, y_title=page.t("distribution.y"))
    hover = page.t("distribution.hover")
    figure.add_trace(
        go.Bar(
            x=[*steps, page.t("unknown")],
            y=[*counts["value"], unknown],
            name=page.t("distribution.value"),
            marker={
                "color": [MAIN] * len(steps) + ["#FFFFFF"],
                "line": {"color": [MAIN] * len(steps) + [HATCH], "width": 1},
                "pattern": {"shape": [""] * len(steps) + ["/"], "fillmode": "overlay", "fgcolor": HATCH},
            },
            hovertemplate=f"{name}: %{{x}}<br>{hover}: %{{y}}<extra></extra>",
        )
    )
    for part, dash, colour in (("lower", "dot", "#B35900"), ("upper", "dash", INK)):
        figure.add_trace(
            go.Scatter(
                x=steps,
                y=counts[part],
                name=page.t(f"distribution.{part}"),
                mode="lines+markers",
                line={"dash": dash, "color": colour, "width": 2},
                marker={"symbol": "circle-open" if part == "lower" else "diamond-open", "size": 8},
                hovertemplate=f"%{{fullData.name}}<br>{name}: %{{x}}<br>{hover}: %{{y}}<extra></extra>",
            )
        )
    figure.update_layout(bargap=0.08)
    figure.update_yaxes(tickformat=",d", rangemode="tozero")
    middle = frame[f"{metric}_value"].median()
    alt = page.t(
        "distribution.alt",
        measure=name,
        level=page.t(f"level.{level}"),
        commissions=page.number(len(frame)),
        middle=write_value(page, metric, middle),
        unknown=page.number(unknown),
    )
    twin = pd.DataFrame({name: [*steps, page.t("unknown")]})
    for part in ("value", "lower", "upper"):
        extra = unknown if part == "value" else int(frame[f"{metric}_{part}"].isna().sum())
        twin[page.t(f"distribution.{part}")] = [page.number(int(count)) for count in [*counts[part], extra]]
    show_chart(page, figure, alt=alt, table=twin, key="distribution")
    st.caption(page.t("distribution.note"))
