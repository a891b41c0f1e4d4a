"""The regions as tiles of one size, each where it lies: a map on which a small region is as legible as a large one."""

import math
import re
from collections.abc import Mapping, Sequence

import plotly.graph_objects as go
import streamlit as st

from models.reference.places import Tile
from pages._ui.charts import HATCH, INK, fill, make_figure, show_chart, wrap
from pages._ui.measures import is_share, name_measure
from pages._ui.page import Page
from pages._ui.places import Place, write_places, write_read, write_state

SCALE = ("#E6F0F4", "#B4D2DE", "#7FB2C6", "#3D829D", "#0B4A63")
LIGHT_FROM = 3
"""The class from which ink on a tile is white."""

_STEPS = (0.05, 0.1, 0.2, 0.5, 1.0, 2.0, 5.0)
"""Widths of a class; finer ones would paint differences that mean nothing."""

_TILE = 112
_LONG = 9
_VOWELS = "аәеёиіоөуұүыэюя"
_SYLLABLE = re.compile(rf"(?<=[{_VOWELS}])([^{_VOWELS}\W]+)(?=[{_VOWELS}])")


def cut_classes(values: Sequence[float]) -> list[float]:
    """Cut the range of the values into at most as many steps as there are colours; gives their edges.

    Args:
        values: the values known.
    """
    if not values:
        return []
    for step in _STEPS:
        low, high = math.floor(min(values) / step + 1e-9), math.floor(max(values) / step + 1e-9) + 1
        if high - low <= len(SCALE):
            return [round(place * step, 6) for place in range(low, high + 1)]
    return [min(values), max(values) + 1]


def place_class(value: float, edges: Sequence[float]) -> int:
    """Give the class of a value; one on an edge belongs to the class above.

    Args:
        value: the value.
        edges: edges of the classes.
    """
    return max(0, min(sum(value >= edge - 1e-9 for edge in edges) - 1, len(edges) - 2))


def shorten_name(page: Page, code: str, name: str) -> str:
    """Shorten a region's name for a tile: without the word for its kind; a city keeps a sign of being one.

    Args:
        page: the page being drawn.
        code: id of the region.
        name: its name.
    """
    kinds = page.t("regions.kinds").split()
    short = " ".join(word for word in name.split() if word not in kinds) or name
    region = page.pack.region_by_id.get(code) if page.pack else None
    return page.t("regions.city", name=short) if region and region.kind == "city" else short


def break_name(name: str) -> str:
    """Break a name into short lines, long words between two syllables near their middle.

    Args:
        name: the name.
    """
    return "<br>".join(part for word in name.replace("-", "- ").split(" ") for part in _break_word(word))


def _break_word(word: str) -> list[str]:
    if len(word) <= _LONG:
        return [word]
    # One consonant goes with the vowel after it; of several the first stays behind.
    ends = [found.start(1) + (len(found[1]) > 1) for found in _SYLLABLE.finditer(word.lower())]
    inside = [place for place in ends if 3 <= place <= len(word) - 3]
    if not inside:
        return [word]
    middle = min(inside, key=lambda place: abs(place - len(word) / 2))
    return [f"{word[:middle]}-", word[middle:]]


def show_tile_map(page: Page, places: Sequence[Place], metric: str, title: str) -> str | None:
    """Show the regions of the pack as tiles and tell which one the reader pressed.

    Args:
        page: the page being drawn.
        places: all regions.
        metric: measure id.
        title: measure, level and day in words.
    """
    tiles = {region.region_id: region.tile for region in page.pack.regions if region.tile} if page.pack else {}
    drawn = [place for place in places if place.code in tiles]
    if not drawn:
        return None
    edges = cut_classes([place.value for place in drawn if place.read and place.value is not None])
    rows = 1 + max(tile.row for tile in tiles.values())
    figure = make_figure(page, height=70 + _TILE * rows)
    for group, members in _group(page, drawn, metric, edges).items():
        figure.add_trace(_draw(page, group, members, metric, tiles))
    columns = 1 + max(tile.column for tile in tiles.values())
    figure.update_layout(barmode="overlay", bargap=0, uniformtext=None, clickmode="event+select")
    # A country of one region gets a tile and not a wall.
    figure.update_xaxes(visible=False, range=[-0.5, max(columns, 4) - 0.5])
    figure.update_yaxes(visible=False, range=[rows, 0])
    alt, table = describe_map(page, places, metric, title), write_places(page, places, metric)
    picked = show_chart(page, figure, alt=alt, table=table, key=f"map-{metric}", pick=True)
    return picked[0] if picked else None


def _group(
    page: Page, places: Sequence[Place], metric: str, edges: Sequence[float]
) -> dict[tuple[str, str, str, str], list[Place]]:
    share = is_share(metric)
    groups: dict[tuple[str, str, str, str], list[Place]] = {}
    for number in range(len(edges) - 1):
        digits = 0 if share else 2 if edges[1] - edges[0] < 0.1 else 1
        words = page.bounds(edges[number], edges[number + 1], share=share, digits=digits)
        groups[words, SCALE[number], "", "#FFFFFF" if number >= LIGHT_FROM else INK] = []
    classes = list(groups)
    for place in places:
        if place.read and place.value is not None:
            groups[classes[place_class(place.value, edges)]].append(place)
        else:
            state = "regions.legend.unknown" if place.read else "regions.unread" if place.existed else "regions.absent"
            look = {"regions.legend.unknown": ".", "regions.unread": "/", "regions.absent": ""}[state]
            groups.setdefault((page.t(state), "#FFFFFF", look, INK), []).append(place)
    return groups


def _draw(
    page: Page, group: tuple[str, str, str, str], places: Sequence[Place], metric: str, tiles: Mapping[str, Tile]
) -> go.Bar:
    words, colour, pattern, ink = group
    texts, hovers = [], []
    for place in places:
        value, bounds = write_state(page, place, metric)
        lines = [break_name(shorten_name(page, place.code, place.name)), f"<b>{value}</b>", bounds]
        if not place.read:
            lines[1] = f"<b>{break_name(value)}</b>"
        if place.existed or place.read:
            lines.append(write_read(page, place))
        texts.append("<br>".join(line for line in lines if line))
        hovers.append("<br>".join(line for line in (f"<b>{place.name}</b>", *_explain(page, place, metric)) if line))
    corners = [tiles[place.code] for place in places]
    # A class without tiles still stands in the legend, which Plotly leaves out without a single bar.
    nothing: list[float | None] = [None]
    marker = fill(colour, pattern, HATCH) | {"line": {"color": HATCH if ink == INK else colour, "width": 1}}
    if pattern:
        marker["pattern"] = {"shape": pattern, "fgcolor": "#B9C2C9", "size": 9, "solidity": 0.12, "fillmode": "overlay"}
    return go.Bar(
        x=[corner.column for corner in corners] or nothing,
        y=[0.94] * len(corners) or nothing,
        base=[corner.row + 0.03 for corner in corners] or nothing,
        width=0.94,
        name=words,
        marker=marker,
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        insidetextfont={"color": ink, "size": 14},
        constraintext="inside",
        customdata=[[place.code, hover] for place, hover in zip(places, hovers, strict=True)],
        hovertemplate="%{customdata[1]}<extra></extra>",
        selected={"marker": {"opacity": 1}},
        unselected={"marker": {"opacity": 1}, "textfont": {"color": ink}},
        showlegend=True,
    )


def _explain(page: Page, place: Place, metric: str) -> list[str]:
    value, bounds = write_state(page, place, metric)
    lines = [wrap(f"{name_measure(page, metric)}: {value}", 44, 4)]
    if bounds:
        lines.append(f"{page.t('column.bounds')}: {bounds}")
    if place.read and not place.existed:
        lines.append(wrap(page.t("regions.later"), 44, 4))
    if place.read:
        lines.append(f"{page.t('regions.read')}: {write_read(page, place)}")
        lines.append(f"{page.t('column.seats')}: {page.number(place.seats)}")
    return lines


def describe_map(page: Page, places: Sequence[Place], metric: str, title: str) -> str:
    """Say what the map shows: least and greatest value, and how many regions have none.

    Args:
        page: the page being drawn.
        places: all regions.
        metric: measure id.
        title: measure, level and day in words.
    """
    known = sorted((p for p in places if p.measured and p.read), key=lambda p: p.value or 0.0)
    unread = sum(1 for p in places if not p.read and p.existed)
    words = page.t("regions.map.alt", title=title, unread=page.number(unread))
    if not known:
        return words
    ends = [f"{p.name} – {write_state(page, p, metric)[0]}" for p in (known[0], known[-1])]
    return f"{words} {page.t('regions.map.ends', least=ends[0], greatest=ends[1])}"


def choose_by_click(page: Page, pressed: str | None, name: str) -> None:
    """Let a tile that was pressed settle a choice; a press counts once, so that the list can change it again.

    Args:
        page: the page being drawn.
        pressed: code of the tile, as the map told.
        name: parameter of the address that is chosen.
    """
    memory = f"{page.name}.{name}.pressed"
    if pressed and pressed != st.session_state.get(memory):
        st.session_state[f"{page.name}.{name}"] = pressed
    st.session_state[memory] = pressed
