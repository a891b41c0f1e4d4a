"""Two statements side by side: one person or two, judged by a named editor into the ledger."""

import json
from datetime import date
from pathlib import Path

import streamlit as st

from models.editors import Editor
from pages._ui.data import Row, list_rows, read
from pages._ui.labels import label, name_commission, name_district
from pages._ui.page import Page, escape
from pages._ui.review.difference import compare_words, write_words
from pages._ui.review.judging import Queue, ask, take_turn
from pages._ui.seats import name_nominator, name_work, write_locator
from pages._ui.source import show_link

PAIRS = Queue("pairs", "review_pairs", "left_seat_id", "right_seat_id")
NAME = ("surname", "given_name", "patronymic")


def show_pairs(page: Page, editor: Editor, path: Path) -> None:
    """Show the pair whose answer matters most, take the verdict, and offer to take the last one back.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
    """
    turn = take_turn(page, editor, path, PAIRS)
    if turn is None:
        return
    row = turn.row
    found = {str(seat["seat_id"]): seat for seat in list_rows(
        read(page, "review_statements", seat_ids=f"{row['left_seat_id']}\n{row['right_seat_id']}"))}  # fmt: skip
    left, right = found[row["left_seat_id"]], found[row["right_seat_id"]]
    names = [[str(seat[part] or "") for part in NAME] for seat in (left, right)]
    marked = compare_words(*names)
    for column, seat, words in zip(st.columns(2), (left, right), marked, strict=True):
        with column.container(border=True):
            show_statement(page, seat, write_words(words) or escape(str(seat["name_as_printed"])))
    _show_evidence(page, row)
    ask(page, editor, path, PAIRS, turn)


def show_statement(page: Page, seat: Row, name: str) -> None:
    """Show one statement: who, where, what for, and the line it was read from.

    Args:
        page: the page being drawn.
        seat: a row of `review_statements`.
        name: the person's name, as Markdown.
    """
    st.markdown(f"#### {name}")
    if page.store.is_simulated:
        st.badge(page.t("simulated.mark"), icon=":material/science:", color="red")
    day = seat["decided_on"]
    district = name_district(page, seat["district_id"], seat["district"], day)
    commission = name_commission(page, {**seat, "level": seat["commission_level"],
                                        "district_id": seat["commission_district_id"]})  # fmt: skip
    facts = {
        page.t("source.printed"): str(seat["name_as_printed"]),
        page.t("column.commission"): f"{commission}, {district}",
        page.t("column.role"): label(page, "role", seat["role"]),
        page.t("column.action"): label(page, "action", seat["action"]),
        page.t("column.nominator"): name_nominator(page, seat, day or date.max),
        page.t("column.employer"): name_work(page, seat),
        page.t("column.birth_year"): write_year(page, seat["birth_year"]),
        page.t("column.decided_on"): f"{page.date(day)}, № {seat['decision_number'] or '–'}",
        page.t("source.document"): f"{seat['document_path']}, {write_locator(page, seat['locator'])}",
    }  # fmt: skip
    st.markdown("\n".join(f"- {escape(title)}: **{escape(text)}**" for title, text in facts.items()))
    st.code(seat["snippet"] or page.t("unknown"), language=None, wrap_lines=True)
    show_link(page, seat["source_url"])


def write_year(page: Page, year: float | None) -> str:
    """Write a year of birth, or that none is printed.

    Args:
        page: the page being drawn.
        year: the year; None and NaN where not known.
    """
    return page.t("not_printed") if year is None or year != year else str(int(year))  # NaN is not equal to itself


def _show_evidence(page: Page, row: Row) -> None:
    score = page.t("review.score", score=page.share(row["score"]), model=str(row["model"] or "–"))
    effect = page.t("review.effect", effect=page.number(row["effect"], 2))
    st.markdown(f"{escape(score)}  \n{escape(effect)}")
    if row["status"] == "conflict":
        st.warning(page.t("review.conflict"), icon=":material/warning:")
    with st.expander(page.t("review.evidence")):
        st.json(json.loads(row["evidence"] or "{}"))
