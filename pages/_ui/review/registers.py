"""A line of a register beside a statement: the same person or another, judged by a named editor into the ledger."""

from pathlib import Path

import streamlit as st

from models.editors import Editor
from pages._ui.data import Row, list_rows, read
from pages._ui.labels import label, name_district, name_party, name_region
from pages._ui.page import Page, escape
from pages._ui.review.difference import compare_words, write_words
from pages._ui.review.judging import Queue, ask, take_turn
from pages._ui.review.pairs import NAME, show_statement, write_year
from pages._ui.seats import write_locator
from pages._ui.source import show_link

REGISTERS = Queue("registers", "review_registers", "entry_id", "seat_id")


def show_registers(page: Page, editor: Editor, path: Path) -> None:
    """Show an entry of a register beside a statement with a like name, and take the verdict.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
    """
    turn = take_turn(page, editor, path, REGISTERS)
    if turn is None:
        return
    entry = turn.row
    (seat,) = list_rows(read(page, "review_statements", seat_ids=str(entry["seat_id"])))
    names = [[str(row[part] or "") for part in NAME] for row in (entry, seat)]
    marked = compare_words(*names)
    left, right = st.columns(2)
    with left.container(border=True):
        _show_entry(page, entry, write_words(marked[0]) or escape(str(entry["name_as_printed"])))
    with right.container(border=True):
        show_statement(page, seat, write_words(marked[1]) or escape(str(seat["name_as_printed"])))
    st.markdown(escape(page.t("review.registers.effect", effect=page.number(entry["effect"], 2))))
    ask(page, editor, path, REGISTERS, turn)


def _show_entry(page: Page, entry: Row, name: str) -> None:
    st.markdown(f"#### {name}")
    if page.store.is_simulated:
        st.badge(page.t("simulated.mark"), icon=":material/science:", color="red")
    place = name_district(page, entry["district_id"], None) if entry["district_id"] else ""
    facts = {
        page.t("source.printed"): str(entry["name_as_printed"]),
        page.t("review.says"): label(page, "register", entry["says"]),
        page.t("review.party"): name_party(page, str(entry["party_id"])),
        page.t("review.position"): str(entry["position"] or page.t("not_printed")),
        page.t("column.birth_year"): write_year(page, entry["birth_year"]),
        page.t("review.place"): place or name_region(page, entry["region_id"]) or page.t("unknown"),
        page.t("review.days"): _write_days(page, entry),
        page.t("source.publisher"): str(entry["publisher"] or page.t("unknown")),
        page.t("source.document"): f"{entry['document_path']}, {write_locator(page, entry['locator'])}",
    }
    st.markdown("\n".join(f"- {escape(title)}: **{escape(text)}**" for title, text in facts.items()))
    show_link(page, entry["source_url"])


def _write_days(page: Page, entry: Row) -> str:
    first, last = (None if entry[day] is None or entry[day] != entry[day] else page.day(entry[day])
                   for day in ("valid_from", "valid_to"))  # fmt: skip
    if first and last:
        return f"{first} – {last}"
    if first or last:
        return page.t("review.days_from", day=first) if first else page.t("review.days_until", day=last)
    return page.t("not_printed")
