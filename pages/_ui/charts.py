"""A chart is never alone: its mark, a description for those who cannot see it, and its numbers as a table."""

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.page import Page, escape
from pages._ui.tables import show_plain_table

INK = "#0A121A"
GRID = "#E3E8EC"
MAIN = "#0B5C7A"
SOFT = "#7FB2C6"
HATCH = "#6B7680"

_PLOTLY_WORDS = {
    "Download plot as a png": "plotly.download",
    "Download plot": "plotly.download",
    "Zoom": "plotly.zoom",
    "Zoom in": "plotly.zoom_in",
    "Zoom out": "plotly.zoom_out",
    "Pan": "plotly.pan",
    "Autoscale": "plotly.reset",
    "Reset axes": "plotly.reset",
    "Double-click to zoom back out": "plotly.back",
}


def make_figure(page: Page, *, height: int, x_title: str = "", y_title: str = "") -> go.Figure:
    """Begin a figure with the common layout and, over simulated data, the mark across it.

    Args:
        page: the page being drawn.
        height: height in pixels.
        x_title: title of the horizontal axis.
        y_title: title of the vertical axis.
    """
    figure = go.Figure()
    figure.update_layout(
        height=height,
        margin={"l": 8, "r": 8, "t": 28, "b": 8},
        font={"color": INK, "size": 13, "family": '"Source Sans", "Source Sans Pro", "Noto Sans", sans-serif'},
        paper_bgcolor="#FFFFFF",
        plot_bgcolor="#FFFFFF",
        separators=".," if page.language == "en" else ",\u00a0",
        legend={
            "orientation": "h",
            "yanchor": "bottom",
            "y": 1.02,
            "x": 0,
            "itemclick": False,
            "itemdoubleclick": False,
        },
        hoverlabel={"align": "left"},
        dragmode=False,
        xaxis={"title": {"text": x_title}, "gridcolor": GRID, "automargin": True, "fixedrange": True},
        yaxis={"title": {"text": y_title}, "gridcolor": GRID, "automargin": True, "fixedrange": True},
    )
    if page.store.is_simulated:
        figure.add_annotation(
            text=wrap(page.t("simulated.mark"), 14, 3),
            xref="paper",
            yref="paper",
            x=0.5,
            y=0.5,
            showarrow=False,
            textangle=-12,
            font={"size": 22, "color": "rgba(176,0,32,0.32)"},
            name="simulated",
        )
    return figure


def scale_share(page: Page, *, top: float = 1.0) -> dict[str, object]:
    """Give the settings of an axis of shares, its ticks written in the reader's language.

    Args:
        page: the page being drawn.
        top: end of the axis.
    """
    ticks = [0, 0.25, 0.5, 0.75, 1]
    return {"range": [0, top], "tickmode": "array", "tickvals": ticks, "ticktext": [page.share(t) for t in ticks]}


def wrap(text: str, width: int = 24, lines: int = 2) -> str:
    """Break a long name of an axis into lines; what is too long even so ends in an ellipsis.

    Args:
        text: the name.
        width: letters per line.
        lines: lines at most.
    """
    return "<br>".join(textwrap.wrap(text.replace("<", "‹"), width, max_lines=lines, placeholder=" …"))


def fill(colour: str, shape: str, ink: str = "#FFFFFF") -> dict[str, object]:
    """Give the fill of a bar: a colour, and over it a pattern for those who cannot tell colours apart.

    Args:
        colour: the colour.
        shape: Plotly's sign for the pattern, empty for none.
        ink: colour of the pattern.
    """
    pattern = {"shape": shape, "fillmode": "overlay", "fgcolor": ink, "fgopacity": 0.85, "size": 6, "solidity": 0.2}
    return {"color": colour, "pattern": pattern}


def show_card(title: str, value: str, note: str = "", *, help_text: str | None = None) -> None:
    """Show a number with its name and a note; unlike a metric it never cuts a word.

    Args:
        title: what is counted.
        value: the number, in words.
        note: what belongs to it.
        help_text: explanation on demand.
    """
    with st.container(border=True, gap="xxsmall", height="stretch"):
        st.caption(title, help=help_text)
        st.markdown(f"#### {value}", anchors=False)
        if note:
            st.caption(note)


def show_chart(
    page: Page, figure: go.Figure, *, alt: str, table: pd.DataFrame | None, key: str, pick: bool = False
) -> list[str]:
    """Show a figure with its description and its numbers; tell which points the reader picked, by their custom data.

    Args:
        page: the page being drawn.
        figure: the figure.
        alt: what the figure shows, in one or two sentences.
        table: the same numbers, headings and cells in words; None where the page shows them beside the figure.
        key: key of the element.
        pick: let the reader pick a point, move and zoom.
    """
    words = {english: page.t(own) for english, own in _PLOTLY_WORDS.items()}
    config: dict[str, Any] = {
        "displaylogo": False,
        "modeBarButtonsToRemove": ["select2d", "lasso2d", "zoom2d", "pan2d", "zoomIn2d", "zoomOut2d", "autoScale2d"],
        "locale": page.language,
        "locales": {page.language: {"dictionary": words, "format": {}}},
        "toImageButtonOptions": {"filename": f"{page.name}-{key}-{page.store.build_id}", "scale": 2},
    }
    common: dict[str, Any] = {"width": "stretch", "theme": None, "key": f"{page.name}.{key}", "alt": alt}
    picked: list[str] = []
    if pick:
        config["modeBarButtonsToRemove"] = ["select2d", "lasso2d", "zoom2d", "autoScale2d"]
        event: Any = st.plotly_chart(figure, config=config, on_select="rerun", selection_mode="points", **common)
        picked = [str(point["customdata"][0]) for point in event.selection.points if point.get("customdata")]
    else:
        st.plotly_chart(figure, config=config, **common)
    if table is not None:
        with st.expander(page.t("chart.as_table")):
            st.caption(escape(alt))
            show_plain_table(table)
    return picked
