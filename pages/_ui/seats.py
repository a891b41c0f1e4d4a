"""The people of one commission on one day: a row of seats by nominator, a table, and the source of each."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages._ui.charts import HATCH, INK, make_figure, show_chart
from pages._ui.data import Row, list_rows
from pages._ui.labels import colour_bloc, label, name_bloc
from pages._ui.page import Page
from pages._ui.tables import Column, show_table

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ORDER = {"chair": 0, "deputy_chair": 1, "secretary": 2, "member": 3, "unknown": 4}


def name_person(row: Mapping[str, Any]) -> str:
    """Give a person's name in the nominative; as printed where it was not taken apart.

    Args:
        row: a row of seats.
    """
    parts = [row["surname"], row["given_name"], row["patronymic"]]
    return " ".join(str(part) for part in parts if part) or str(row["name_as_printed"])


def name_nominator(page: Page, row: Mapping[str, Any], day: date) -> str:
    """Say who nominated a person: the party as it was called that day, the organisation, or the printed words.

    Args:
        page: the page being drawn.
        row: a row of seats.
        day: day of the composition.
    """
    if row["nominator_kind"] == "party" and row["bloc"]:
        return name_bloc(page, row["bloc"], on=day)
    if row["nominator_as_printed"]:
        return str(row["nominator_as_printed"])
    return page.t("not_printed")


def name_work(page: Page, row: Mapping[str, Any]) -> str:
    """Say where a person works, as printed, with the job.

    Args:
        page: the page being drawn.
        row: a row of seats.
    """
    parts = [row["employer_as_printed"], row["job_title"]]
    return ", ".join(str(part) for part in parts if part) or page.t("not_printed")


def order_blocs(rows: list[Row]) -> dict[str, int]:
    """Number the blocs of a commission, the largest first.

    Args:
        rows: rows of seats.
    """
    counts: dict[str, int] = {}
    for row in rows:
        if row["bloc"]:
            counts[row["bloc"]] = counts.get(row["bloc"], 0) + 1
    return {bloc: place for place, bloc in enumerate(sorted(counts, key=lambda b: (-counts[b], b)))}


def show_seat_chart(page: Page, frame: pd.DataFrame, unread: int, day: date) -> None:
    """Draw the seats as a row of boxes: colour and letter for the nominator, a sign for the post, hatching for unknown.

    Args:
        page: the page being drawn.
        frame: seats on the day, officers first.
        unread: seats declared by the act but not read.
        day: day of the composition.
    """
    rows = list_rows(frame)
    places = order_blocs(rows)
    groups: dict[str | None, list[tuple[int, Row | None]]] = {bloc: [] for bloc in places}
    for position, row in enumerate(rows):
        groups.setdefault(row["bloc"], []).append((position, row))
    for extra in range(unread):
        groups.setdefault(None, []).append((len(rows) + extra, None))
    figure = make_figure(page, height=230)
    twin = []
    for bloc, members in groups.items():
        name = _name_group(page, bloc, members, day)
        letter = LETTERS[places[bloc] % len(LETTERS)] if bloc else "?"
        figure.add_trace(_draw_group(page, bloc, members, f"{letter} · {name}", letter, places.get(bloc or "", 0)))
        twin.append(
            {page.t("column.nominator"): f"{letter} · {name}", page.t("column.seats"): page.number(len(members))}
        )
    total = len(rows) + unread
    figure.update_xaxes(visible=False, range=[-0.6, max(total, 5) - 0.4])
    figure.update_yaxes(visible=False, range=[0, 1.05])
    figure.update_layout(barmode="overlay", bargap=0.08, legend={"y": -0.05, "yanchor": "top"}, margin={"t": 8})
    parts = "; ".join(f"{line[page.t('column.nominator')]}: {line[page.t('column.seats')]}" for line in twin)
    alt = page.t("seats.alt", total=page.number(total), parts=parts)
    show_chart(page, figure, alt=alt, table=pd.DataFrame(twin), key="seats")


def _name_group(page: Page, bloc: str | None, members: list[tuple[int, Row | None]], day: date) -> str:
    row = members[0][1]
    if bloc is None or row is None:
        return page.t("bloc.unknown")
    return name_bloc(page, bloc, name=row["nominator_name"] or row["nominator_as_printed"], on=day)


def _draw_group(
    page: Page, bloc: str | None, members: list[tuple[int, Row | None]], name: str, letter: str, place: int
) -> go.Bar:
    colour = colour_bloc(page, bloc, place)
    party = bool(bloc) and str(bloc).startswith("party:")
    texts, hovers, widths = [], [], []
    for _, row in members:
        post = page.t(f"role.{row['role']}.sign") if row is not None else "?"
        texts.append(f"<b>{post}</b><br>{letter}" if post else letter)
        officer = row is not None and row["role"] in ("chair", "deputy_chair", "secretary")
        widths.append(4 if officer else 1)
        if row is None:
            hovers.append(page.t("seats.unread"))
        else:
            hovers.append("<br>".join((_plain(name_person(row)), label(page, "role", row["role"]), _plain(name))))
    return go.Bar(
        x=[position for position, _ in members],
        y=[1] * len(members),
        width=0.92,
        name=_plain(name),
        marker={
            "color": colour,
            "line": {"color": INK if bloc else HATCH, "width": widths},
            "pattern": {
                "shape": "" if party else ("/" if bloc is None else "."),
                "fgcolor": HATCH if not bloc else INK,
            },
        },
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


def show_seat_table(page: Page, frame: pd.DataFrame, day: date, *, sort: str) -> str | None:
    """Show the people; return the id of the seat the reader clicked.

    Args:
        page: the page being drawn.
        frame: seats on the day.
        day: day of the composition.
        sort: order, as `read_sort` gave it.
    """
    ordered = frame.assign(role_order=frame["role"].map(ORDER))
    click = show_table(page, ordered, list_seat_columns(page, day), key="seats", alt=page.t("seats.table"), sort=sort)
    place = click.opened if click.opened is not None else click.pointed
    return None if place is None else str(frame.loc[place, "seat_id"])


def list_seat_columns(page: Page, day: date) -> list[Column]:
    """List the columns of the table of people.

    Args:
        page: the page being drawn.
        day: day of the composition.
    """
    return [
        Column("name", page.t("column.name"), name_person, ("surname", "given_name"), pinned=True),
        Column("role", page.t("column.role"), lambda row: label(page, "role", row["role"]), ("role_order", "surname")),
        Column("nominator", page.t("column.nominator"), lambda row: name_nominator(page, row, day), ("bloc",)),
        Column("employer", page.t("column.employer"), lambda row: name_work(page, row), ("employer_as_printed",)),
        Column(
            "sector",
            page.t("column.sector"),
            lambda row: label(page, "sector", row["employer_sector"]),
            ("employer_sector",),
        ),
        Column("since", page.t("column.since"), lambda row: page.day(row["valid_from"]), ("valid_from",)),
    ]


def write_seats(page: Page, frame: pd.DataFrame, day: date) -> pd.DataFrame:
    """Write the people for a file, each with its source.

    Args:
        page: the page being drawn.
        frame: seats on the day.
        day: day of the composition.
    """
    rows = list_rows(frame)
    out: dict[str, Any] = {"seat_id": [row["seat_id"] for row in rows]}
    for column in list_seat_columns(page, day):
        out[column.title] = [column.write(row) for row in rows]
    out[page.t("source.act")] = [row["decision_number"] for row in rows]
    out[page.t("source.decided_on")] = [row["decided_on"] for row in rows]
    out[page.t("source.document")] = [row["document_path"] for row in rows]
    out[page.t("source.place")] = [write_locator(page, row["locator"]) for row in rows]
    out[page.t("source.url")] = [row["source_url"] for row in rows]
    return pd.DataFrame(out)


def write_locator(page: Page, locator: str | None) -> str:
    """Say in words where something stands in its document.

    Args:
        page: the page being drawn.
        locator: JSON of the database.
    """
    try:
        loaded = json.loads(locator or "{}")
    except json.JSONDecodeError:
        return str(locator)
    if not isinstance(loaded, dict):
        return str(locator)
    parts = [f"{label(page, 'locator', name)} {value}" for name, value in loaded.items()]
    return ", ".join(parts) or page.t("unknown")
