"""Corrections of single values, and findings a reviewer confirms: both are lines of the corrections file."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from secrets import token_hex

import pandas as pd
import streamlit as st

from etl.corrections import CORRECTABLE, Correction, CorrectionsError, append_correction, read_corrections
from etl.corrections.apply import print_value
from models.editors import Editor
from models.schema import BY_NAME
from pages._ui.data import Row, list_rows, read
from pages._ui.labels import label, name_commission
from pages._ui.page import Page, escape
from pages._ui.review.sign_in import say
from pages._ui.seats import name_person
from pages._ui.state import bind


def show_values(page: Page, editor: Editor, path: Path) -> None:
    """Offer to correct a value of one statement, and list corrections with what became of them.

    Args:
        page: the page being drawn.
        editor: who corrects.
        path: the corrections file.
    """
    st.markdown(page.t("review.values_how"))
    bind("seat", "review.seat", "", lambda text: text[:40], str, page.report_bad_value)
    seat_id = st.text_input(page.t("review.seat"), key="review.seat", max_chars=40).strip()
    found = list_rows(read(page, "review_statements", seat_ids=seat_id)) if seat_id else []
    if seat_id and not found:
        st.warning(page.t("review.seat_unknown", seat=escape(seat_id)), icon=":material/search_off:")
    for row in found:
        _offer_correction(page, editor, path, row)
    _list_corrections(page, editor, path)


def _offer_correction(page: Page, editor: Editor, path: Path, row: Row) -> None:
    st.markdown(f"**{escape(name_person(row))}** – {escape(str(row['commission_name']))}")
    st.code(row["snippet"] or page.t("unknown"), language=None, wrap_lines=True)
    column = st.selectbox(page.t("review.column"), CORRECTABLE["seats"], key="review.column")
    old = _print(row[column])
    codes = {c.name: c for c in BY_NAME["seats"].columns}[column].codes
    place = f"review.value.{row['seat_id']}.{column}"
    with st.form(place):
        st.text_input(page.t("review.old"), old, disabled=True)
        if codes:
            at = ["", *codes].index(old) if old in codes else 0
            st.selectbox(page.t("review.new"), ["", *codes], index=at, key=f"{place}.new")
        else:
            st.text_input(page.t("review.new"), old, max_chars=300, key=f"{place}.new")
        st.text_input(page.t("review.why"), max_chars=300, key=f"{place}.why")
        st.text_input(page.t("review.source"), max_chars=300, key=f"{place}.source")
        line = Correction(f"c-{token_hex(8)}", "seats", row["seat_id"], column, old, "", "", "", "accepted",
                          editor.name, date.today().isoformat())  # fmt: skip
        st.form_submit_button(page.t("review.correct"), icon=":material/edit:", type="primary",
                              on_click=write_line, args=(page, path, line, place))  # fmt: skip


def _print(value: object) -> str:
    if value is None or value != value:  # NaN is not equal to itself
        return ""
    return print_value(int(value) if isinstance(value, float) and value % 1 == 0 else value)


def write_line(page: Page, path: Path, line: Correction, place: str) -> None:
    """Write one line of the corrections file, or say why it cannot be; a callback.

    Args:
        page: the page being drawn.
        path: the corrections file.
        line: the correction; what the reader typed replaces its new value, reason and source.
        place: beginning of the keys of the fields.
    """
    typed = {name: st.session_state.get(f"{place}.{name}") for name in ("new", "why", "source")}
    line = replace(
        line,
        new_value=line.new_value if typed["new"] is None else str(typed["new"]).strip(),
        reason=str(typed["why"] or "").strip(),
        source=line.source if typed["source"] is None else str(typed["source"]).strip(),
    )
    if line.old_value == line.new_value and line.table != "findings":
        say(page.t("review.no_change"))
        return
    try:
        append_correction(path, line)
    except CorrectionsError as error:
        say(page.t("review.not_written", detail=escape(str(error))))


def _list_corrections(page: Page, editor: Editor, path: Path) -> None:
    try:
        lines = read_corrections(path) if path.is_file() else []
    except CorrectionsError as error:
        st.error(page.t("review.file_bad", detail=escape(str(error))), icon=":material/error:")
        return
    if not lines:
        return
    built = {row["correction_id"]: row["outcome"] for row in list_rows(read(page, "corrections"))}
    st.subheader(page.t("review.corrections"), anchor=False)
    table = pd.DataFrame(
        {
            page.t("review.id"): [line.correction_id for line in lines],
            page.t("review.row"): [line.row_id for line in lines],
            page.t("review.column"): [line.column for line in lines],
            page.t("review.old"): [line.old_value for line in lines],
            page.t("review.new"): [line.new_value for line in lines],
            page.t("review.why"): [line.reason for line in lines],
            page.t("review.by"): [line.made_by for line in lines],
            page.t("review.outcome"): [
                label(page, "outcome", line.status if line.status == "withdrawn" else built.get(line.correction_id,
                      "next_build")) for line in lines
            ],
        }
    )  # fmt: skip
    st.dataframe(table, hide_index=True)
    standing = [line for line in lines if line.status == "accepted" and line.table != "findings"]
    if not standing:
        return
    chosen = st.selectbox(
        page.t("review.withdraw_which"), [line.correction_id for line in standing], key="review.withdraw_which"
    )
    st.text_input(page.t("review.why"), max_chars=300, key="review.withdraw.why")
    line = next(line for line in standing if line.correction_id == chosen)
    st.button(
        page.t("review.withdraw"),
        icon=":material/undo:",
        key="review.withdraw",
        on_click=write_line,
        args=(page, path, replace(line, status="withdrawn", made_by=editor.name, made_on=date.today().isoformat()),
              "review.withdraw"),
    )  # fmt: skip


def show_findings(page: Page, editor: Editor, path: Path) -> None:
    """Show findings that rest on equal names; a confirmed one is published with the reviewer's name.

    Args:
        page: the page being drawn.
        editor: who confirms.
        path: the corrections file.
    """
    st.markdown(page.t("review.findings_how"))
    rows = list_rows(read(page, "review_findings"))
    try:
        decided = {line.row_id for line in read_corrections(path)} if path.is_file() else set()
    except CorrectionsError as error:
        st.error(page.t("review.file_bad", detail=escape(str(error))), icon=":material/error:")
        return
    waiting = [row for row in rows if _finding_id(row) not in decided]
    if not waiting:
        st.success(page.t("review.nothing"), icon=":material/task_alt:")
        return
    for row in waiting[:20]:
        with st.container(border=True):
            st.markdown(f"**{escape(str(row['rule_id']))}** – {escape(name_commission(page, row))}, "
                        f"{page.day(row['as_of'])}")  # fmt: skip
            st.code(str(row["detail"]), language="json", wrap_lines=True)
            place = f"review.finding.{_finding_id(row)}"
            st.text_input(page.t("review.why"), key=f"{place}.why", max_chars=300)
            st.text_input(page.t("review.source"), key=f"{place}.source", max_chars=300)
            with st.container(horizontal=True):
                for value in ("public", "review"):
                    line = Correction(f"c-{token_hex(8)}", "findings", _finding_id(row), "visibility", "review", value,
                                      "", "", "accepted", editor.name, date.today().isoformat())  # fmt: skip
                    st.button(page.t(f"review.finding.{value}"), key=f"{place}.{value}", on_click=write_line,
                              args=(page, path, line, place))  # fmt: skip


def _finding_id(row: Row) -> str:
    return f"{row['rule_id']}|{row['commission_id']}|{str(row['as_of'])[:10]}"
