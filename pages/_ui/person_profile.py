"""One person as far as identity is established: seats over time, events, the source, other mentions with the name."""

from datetime import date, timedelta
from functools import partial

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from pages._ui.charts import INK, MAIN, make_figure, show_chart, wrap
from pages._ui.data import Row, list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.labels import label, name_commission, name_district
from pages._ui.page import Page, escape
from pages._ui.people_index import People
from pages._ui.people_list import LIMIT, SORTS, list_columns, read_mentions, write_mentions
from pages._ui.person_links import show_links
from pages._ui.seats import name_nominator, name_person, name_work
from pages._ui.source import show_source
from pages._ui.tables import read_sort, show_plain_table, show_table
from pages._ui.widgets import choose

SEATING = ("elected", "appointed")


def show_seats(page: Page, rows: list[Row], day: date) -> None:
    """Show the seats of a person over time, each with a link to its commission.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
        day: the day chosen.
    """
    st.subheader(page.t("people.seats"), anchor=False)
    seats = [row for row in rows if row["action"] in SEATING and row["names_person"]]
    if not seats:
        st.caption(page.t("people.seats.none"))
        return
    dated = [row for row in seats if row["valid_from"]]
    if dated:
        _show_spans(page, dated, day)
    else:
        st.caption(page.t("people.seats.undated"))
    for row in seats:
        if not row["commission_id"]:
            continue
        named = name_row(page, row)
        place = name_district(page, row["district_id"], row["district"], day)
        held = row["valid_from"] and row["valid_from"] <= day and (not row["valid_to"] or day < row["valid_to"])
        query = page.query(
            commission=str(row["commission_id"]),
            seat=str(row["seat_id"]) if held else "",
            as_of=day.isoformat() if held else "",
        )
        st.page_link(
            "pages/commission.py",
            label=escape(page.t("people.open_commission", name=f"{named}, {place}")),
            icon=":material/groups:",
            query_params=dict(query),
        )


def name_row(page: Page, row: Row) -> str:
    """Name the commission of a statement.

    Args:
        page: the page being drawn.
        row: a statement.
    """
    if not row["level"]:
        return page.t("unknown")
    return name_commission(page, row | {"number": row["commission_number"]})


def _show_spans(page: Page, seats: list[Row], day: date) -> None:
    last = max([day, *(row["valid_to"] or row["valid_from"] for row in seats)]) + timedelta(days=120)
    names = [wrap(f"{name_row(page, row)} ({label(page, 'role', row['role'])})", 26) for row in seats]
    figure = make_figure(page, height=110 + 46 * len(seats))
    for number, row in enumerate(seats):
        end = row["valid_to"] or last
        words = _write_span(page, row)
        figure.add_trace(
            go.Scatter(
                x=[row["valid_from"], end],
                y=[number, number],
                mode="lines",
                line={"color": MAIN, "width": 16},
                hovertemplate=f"{words}<extra></extra>",
                showlegend=False,
            )
        )
    figure.add_vline(x=day.isoformat(), line={"color": INK, "dash": "dot", "width": 1.5})
    figure.update_yaxes(
        tickmode="array",
        tickvals=list(range(len(seats))),
        ticktext=names,
        range=[len(seats) - 0.4, -0.6],
        showgrid=False,
        zeroline=False,
    )
    ticks = sorted({row["valid_from"] for row in seats} | {row["valid_to"] for row in seats if row["valid_to"]} | {day})
    figure.update_xaxes(
        tickmode="array",
        tickvals=[tick.isoformat() for tick in ticks],
        ticktext=[page.day(tick) for tick in ticks],
        range=[(min(ticks) - timedelta(days=60)).isoformat(), last.isoformat()],
    )
    lines = [
        {
            page.t("column.commission"): name_row(page, row),
            page.t("column.role"): label(page, "role", row["role"]),
            page.t("column.since"): page.day(row["valid_from"]),
            page.t("column.until"): page.day(row["valid_to"]) if row["valid_to"] else page.t("history.open"),
            page.t("column.nominator"): name_nominator(page, row, day),
            page.t("column.employer"): name_work(page, row),
        }
        for row in seats
    ]
    show_chart(page, figure, alt=page.t("people.seats.alt"), table=None, key="spans")
    show_plain_table(pd.DataFrame(lines), alt=page.t("people.seats"))


def _write_span(page: Page, row: Row) -> str:
    end = page.day(row["valid_to"]) if row["valid_to"] else page.t("history.open")
    return page.t("network.span", start=page.day(row["valid_from"]), end=end)


def show_events(page: Page, rows: list[Row]) -> None:
    """Show what documents tell of the person, act by act.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
    """
    st.subheader(page.t("people.events"), anchor=False)
    lines = [
        {
            page.t("source.decided_on"): page.day(row["decided_on"]),
            page.t("column.event"): label(page, "action", row["action"]),
            page.t("source.printed"): row["name_as_printed"],
            page.t("column.role"): label(page, "role", row["role"]),
            page.t("column.commission"): name_row(page, row),
            page.t("history.ground"): row["release_ground"] or "–",
            page.t("source.act"): row["decision_number"] or page.t("unknown"),
            page.t("source.document"): row["document_path"],
        }
        for row in rows
    ]
    show_plain_table(pd.DataFrame(lines), alt=page.t("people.events"))


def show_statement(page: Page, rows: list[Row], day: date) -> None:
    """Show the source of the statement the reader chose.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
        day: the day.
    """
    st.subheader(page.t("people.source"), anchor=False)
    known = {str(row["seat_id"]): row for row in rows}

    def describe(code: str) -> str:
        row = known[code]
        return " · ".join((page.day(row["decided_on"]), label(page, "action", row["action"]), name_row(page, row)))

    chosen = choose(page, "seat", list(known), describe, label=page.t("source.label"))
    show_source(page, known[chosen], day)


def show_others(page: Page, people: People, rows: list[Row], day: date) -> str | None:
    """Show other mentions with the same or a compatible name in the district; return the person opened.

    Args:
        page: the page being drawn.
        people: all mentions.
        rows: every statement about the person.
        day: the day.
    """
    st.subheader(page.t("people.others"), anchor=False)
    own = {str(row["seat_id"]) for row in rows}
    places = [place for seat in sorted(own) if (place := people.find_seat(seat)) is not None]
    others = sorted({other for place in places for other in people.list_others(place)})
    others = [place for place in others if str(people.frame["seat_id"].iloc[place]) not in own][:LIMIT]
    if not others:
        known = any(people.districts[place] for place in places)
        st.caption(page.t("people.others.none" if known else "people.others.no_district"))
        return None
    st.caption(page.t("people.others.note"))
    frame = read_mentions(page, people, others)
    columns = [column for column in list_columns(page, day) if column.name != "others"]
    sort = read_sort(page, SORTS, "best")
    click = show_table(page, frame, columns, key="others", alt=page.t("people.others"), sort=sort)
    return None if click.opened is None else str(frame.loc[click.opened, "person_id"])


def show_heading(page: Page, rows: list[Row], person_id: str) -> None:
    """Name the person by the most complete name printed, link to the network, and say why statements were joined.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
        person_id: id of the person.
    """
    st.header(escape(name_whole(page, rows, person_id)), anchor=False)
    st.page_link(
        "pages/network.py",
        label=page.t("people.network"),
        icon=":material/hub:",
        query_params=dict(page.query(node=f"person:{person_id}")),
    )
    show_links(page, rows, person_id)


def name_whole(page: Page, rows: list[Row], person_id: str) -> str:
    """Give the most complete name printed of a person, in the reader's language where it is as complete there.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
        person_id: id of the person.
    """
    order = ("kk", "ru", "latin") if page.language == "kk" else ("ru", "kk", "latin")
    found = list_rows(read(page, "person_names", person_id=person_id))
    names = [str(found[0][f"name_{code}"]) for code in order if found and found[0][f"name_{code}"]]
    if not names:
        return name_person(next(row for row in rows if row["names_person"]))
    # max keeps the first of equals: the reader's language.
    return max(names, key=lambda name: sum(1 if part.endswith(".") else 2 for part in name.split()))


def offer_statements(page: Page, people: People, rows: list[Row], day: date) -> None:
    """Offer the statements about the person as a file.

    Args:
        page: the page being drawn.
        people: all mentions.
        rows: every statement about the person.
        day: the day.
    """
    places = [place for row in rows if (place := people.find_seat(str(row["seat_id"]))) is not None]
    filters = {page.t("as_of.label"): page.day(day)}
    offer_download(page, partial(_write, page, people, places, day), filters, name="person")


def _write(page: Page, people: People, places: list[int], day: date) -> pd.DataFrame:
    return write_mentions(page, read_mentions(page, people, places), day)
