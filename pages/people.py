"""People: search over printed names, and the profile of one person with seats, events and sources."""

from datetime import date
from functools import partial

import streamlit as st

from pages._ui.data import choose_day, list_rows, read
from pages._ui.downloads import offer_download
from pages._ui.filters import choose_region
from pages._ui.page import Page
from pages._ui.people_index import People, load_people
from pages._ui.people_list import LIMIT, SORTS, filter_mentions, list_columns, read_mentions, write_mentions
from pages._ui.person_profile import (
    offer_statements,
    show_events,
    show_heading,
    show_others,
    show_seats,
    show_statement,
)
from pages._ui.shell import start_page, stop_empty
from pages._ui.state import bind
from pages._ui.tables import read_sort, show_table
from pages._ui.widgets import switch, type_text


def say_identity(page: Page) -> None:
    """Say plainly how far mentions were joined into people.

    Args:
        page: the page being drawn.
    """
    count = read(page, "person_count").iloc[0]
    key = "people.not_joined" if count["people"] == count["mentions"] else "people.joined"
    words = {"people": page.number(int(count["people"])), "mentions": page.number(int(count["mentions"]))}
    st.info(page.t(key, **words), icon=":material/person_alert:")


def read_choice(page: Page) -> str:
    """Settle which person is shown; empty for the search.

    Args:
        page: the page being drawn.
    """

    def parse(text: str) -> str | None:
        return text if not text or len(read(page, "person_statements", person_id=text)) else None

    return bind("person", "people.person", "", parse, str, page.report_bad_value)


def open_person(person_id: str) -> None:
    """Go to the profile of a person.

    Args:
        person_id: id of the person.
    """
    st.session_state["people.person"] = person_id
    for name in ("p", "seat"):
        st.query_params.pop(name, None)
    st.rerun()


def show_search(page: Page, people: People, day: date) -> None:
    """Let the reader search, and open the mention clicked.

    Args:
        page: the page being drawn.
        people: all mentions.
        day: the day.
    """
    st.markdown(page.t("people.intro"))
    with st.grid(3, min_column_width=240):
        text = type_text(page, "q", label=page.t("people.search"), hint=page.t("people.search.hint"))
        region = choose_region(page, people.frame, day)
        when = switch(
            page, "when", ("ever", "day"), lambda code: page.t(f"people.when.{code}"), label=page.t("people.when")
        )
    if not text:
        st.info(page.t("people.hint"))
        return
    found = filter_mentions(people, people.index.search(text), region, day if when == "day" else None)
    if not len(found):
        st.info(page.t("people.nothing"))
        return
    shown = [int(place) for place in found[:LIMIT]]
    st.caption(page.t("people.found", count=page.number(len(found))))
    if len(found) > LIMIT:
        st.caption(page.t("people.first", limit=page.number(LIMIT)))
    frame = read_mentions(page, people, shown)
    sort = read_sort(page, SORTS, "best")
    click = show_table(page, frame, list_columns(page, day), key="found", alt=page.t("people.alt"), sort=sort)
    if click.opened is not None:
        open_person(str(frame.loc[click.opened, "person_id"]))
    filters = {page.t("as_of.label"): page.day(day), page.t("people.search"): text}
    offer_download(page, partial(write_mentions, page, frame, day), filters, name="people")


def show_person(page: Page, people: People, person_id: str, day: date) -> None:
    """Show one person.

    Args:
        page: the page being drawn.
        people: all mentions.
        person_id: id of the person.
        day: the day.
    """
    query = page.query(q=str(st.query_params.get("q", "")))
    icon = ":material/arrow_back:"
    st.page_link("pages/people.py", label=page.t("people.back"), icon=icon, query_params=dict(query))
    rows = list_rows(read(page, "person_statements", person_id=person_id))
    show_heading(page, rows, person_id)
    show_seats(page, rows, day)
    show_events(page, rows)
    show_statement(page, rows, day)
    opened = show_others(page, people, rows, day)
    if opened:
        open_person(opened)
    offer_statements(page, people, rows, day)


page = start_page("people")
if read(page, "total")["documents"].iloc[0] == 0:
    stop_empty(page)
day = choose_day(page) or page.store.latest_day or date.today()
say_identity(page)
chosen = read_choice(page)
if chosen:
    show_person(page, load_people(page), chosen, day)
else:
    show_search(page, load_people(page), day)
