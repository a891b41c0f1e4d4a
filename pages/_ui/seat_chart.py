"""The seats of one commission as a row of boxes: who nominated, which post, and what is not known."""

from datetime import date

import pandas as pd
import plotly.graph_objects as go

from pages._ui.charts import HATCH, INK, fill, make_figure, show_chart, wrap
from pages._ui.data import Row, list_rows
from pages._ui.labels import colour_bloc, label, name_bloc
from pages._ui.page import Page
from pages._ui.seats import OFFICERS, name_person

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"

Member = tuple[int, Row | None]
"""Position of a seat in the row, and the seat; None for one declared but not read."""


def show_seat_chart(page: Page, frame: pd.DataFrame, unread: int, day: date) -> None:
    """Draw the seats: colour and letter for the nominator, a sign and a frame for the post, hatching for unknown.

    Args:
        page: the page being drawn.
        frame: seats on the day, officers first.
        unread: seats declared by the act but not read.
        day: day of the composition.
    """
    rows = list_rows(frame)
    figure = make_figure(page, height=140)
    twin, below = [], 14
    for place, (bloc, members) in enumerate(group_seats(rows, unread).items()):
        letter = LETTERS[place % len(LETTERS)] if bloc else "?"
        name = _name_group(page, bloc, members, day)
        words = wrap(name, 40)
        figure.add_trace(_draw_group(page, bloc, members, words, letter, place))
        figure.add_annotation(_write_key(page, bloc, letter, place, below))
        figure.add_annotation(_write_key(page, bloc, words, place, below, words=True))
        below += 22 * (1 + words.count("<br>"))
        twin.append(
            {page.t("column.nominator"): f"{letter} · {name}", page.t("column.seats"): page.number(len(members))}
        )
    total = len(rows) + unread
    figure.update_xaxes(visible=False, range=[-0.6, max(total, 5) - 0.4])
    figure.update_yaxes(visible=False, range=[0, 1.05])
    # Names stand below, one under the other: on a phone there is no room for two side by side. They are annotations,
    # since Plotly's own legend hides part of a long list behind a bar to scroll.
    figure.update_layout(
        barmode="overlay", bargap=0.08, height=140 + below, margin={"t": 8, "b": below}, showlegend=False
    )
    parts = "; ".join(f"{line[page.t('column.nominator')]}: {line[page.t('column.seats')]}" for line in twin)
    alt = page.t("seats.alt", total=page.number(total), parts=parts)
    show_chart(page, figure, alt=alt, table=pd.DataFrame(twin), key="seats")


def _write_key(
    page: Page, bloc: str | None, text: str, place: int, below: int, *, words: bool = False
) -> dict[str, object]:
    """Write one line of the key: the letter on the group's colour, or the name beside it."""
    colour = "#FFFFFF" if bloc is None else colour_bloc(page, bloc, place)
    common = {"text": text, "xref": "paper", "yref": "paper", "x": 0, "y": 0, "xanchor": "left", "yanchor": "top",
              "yshift": -below, "align": "left", "showarrow": False}  # fmt: skip
    if words:
        return common | {"xshift": 26, "name": "key"}
    mark = {"bgcolor": colour, "bordercolor": HATCH if bloc is None else INK, "borderwidth": 1, "borderpad": 1}
    return (
        common | mark | {"width": 16, "align": "center", "font": {"color": INK if bloc is None else _contrast(colour)}}
    )


def group_seats(rows: list[Row], unread: int) -> dict[str | None, list[Member]]:
    """Group seats by nominator bloc, the largest first and the unknown last.

    Args:
        rows: seats in the order drawn.
        unread: seats declared but not read; they stand behind the others.
    """
    groups: dict[str | None, list[Member]] = {}
    for position, row in enumerate(rows):
        groups.setdefault(row["bloc"], []).append((position, row))
    for extra in range(unread):
        groups.setdefault(None, []).append((len(rows) + extra, None))
    order = sorted(groups, key=lambda bloc: (bloc is None, -len(groups[bloc]), bloc or ""))
    return {bloc: groups[bloc] for bloc in order}


def _name_group(page: Page, bloc: str | None, members: list[Member], day: date) -> str:
    row = members[0][1]
    if bloc is None or row is None:
        return page.t("bloc.unknown")
    return name_bloc(page, bloc, name=row["nominator_name"] or row["nominator_as_printed"], on=day)


def _draw_group(page: Page, bloc: str | None, members: list[Member], name: str, letter: str, place: int) -> go.Bar:
    colour = colour_bloc(page, bloc, place)
    party = bloc is not None and bloc.startswith("party:")
    shape = "/" if bloc is None else "" if party else "."
    texts, hovers, widths = [], [], []
    for _, row in members:
        post = page.t(f"role.{row['role']}.sign") if row is not None else "?"
        texts.append(f"<b>{post}</b><br>{letter}" if post else letter)
        widths.append(4 if row is not None and row["role"] in OFFICERS else 1)
        words = (
            (page.t("seats.unread"),) if row is None else (_plain(name_person(row)), label(page, "role", row["role"]))
        )
        hovers.append("<br>".join((*words, name)))
    return go.Bar(
        x=[position for position, _ in members],
        y=[1] * len(members),
        width=0.92,
        name=name,
        marker=fill(colour, shape, HATCH if bloc is None else "#FFFFFF")
        | {"line": {"color": INK if bloc else HATCH, "width": widths}},
        text=texts,
        textposition="inside",
        insidetextanchor="middle",
        textangle=0,
        textfont={"size": 15, "color": INK if bloc is None else _contrast(colour)},
        constraintext="none",
        hovertext=hovers,
        hovertemplate="%{hovertext}<extra></extra>",
    )


def _plain(text: str) -> str:
    # Plotly reads a few tags in texts; a name never has any.
    return text.replace("<", "‹").replace(">", "›")


def _contrast(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    bright = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
    return INK if bright > 0.22 else "#FFFFFF"
