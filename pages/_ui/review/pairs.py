"""Two statements side by side: one person or two, judged by a named editor into the ledger."""

import json
from datetime import date
from pathlib import Path

import streamlit as st

from etl.resolve.ledger import Judgement, LedgerError, append_judgement, read_ledger, withdraw
from models.editors import Editor
from pages._ui.data import Row, list_rows, read
from pages._ui.labels import label, name_commission, name_district
from pages._ui.page import Page, escape
from pages._ui.review.difference import compare_words, write_words
from pages._ui.review.sign_in import say
from pages._ui.seats import name_nominator, name_work, write_locator
from pages._ui.source import show_link

VERDICTS = {"same": ("Alt+1", ":material/merge:"), "different": ("Alt+2", ":material/call_split:"),
            "unsure": ("Alt+3", ":material/help:")}  # fmt: skip


def show_pairs(page: Page, editor: Editor, path: Path) -> None:
    """Show the pair whose answer matters most, take the verdict, and offer to take the last one back.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
    """
    try:
        ledger = read_ledger(path)
    except LedgerError as error:
        st.error(page.t("review.file_bad", detail=escape(str(error))), icon=":material/error:")
        return
    judged = {judgement.pair for judgement in ledger.standing() if judgement.is_human}
    queue = read(page, "review_pairs")
    waiting = [
        row for row in list_rows(queue)
        if tuple(sorted((row["left_seat_id"], row["right_seat_id"]))) not in judged
    ]  # fmt: skip
    total = int(queue["waiting"].iloc[0]) if len(queue) else 0
    applied = len(queue) - len(waiting)
    st.caption(page.t("review.pairs_waiting", waiting=page.number(total - applied), judged=page.number(applied)))
    _offer_undo(page, editor, path, [j for j in ledger.judgements if j.by == editor.name])
    if not waiting:
        st.success(page.t("review.nothing"), icon=":material/task_alt:")
        return
    place = min(int(st.session_state.get("review.place", 0)), len(waiting) - 1)
    row = waiting[place]
    found = {str(seat["seat_id"]): seat for seat in list_rows(
        read(page, "review_statements", seat_ids=f"{row['left_seat_id']}\n{row['right_seat_id']}"))}  # fmt: skip
    left, right = found[row["left_seat_id"]], found[row["right_seat_id"]]
    names = [[str(seat[part] or "") for part in ("surname", "given_name", "patronymic")] for seat in (left, right)]
    marked = compare_words(*names)
    for column, seat, words in zip(st.columns(2), (left, right), marked, strict=True):
        with column.container(border=True):
            _show_statement(page, seat, write_words(words) or escape(str(seat["name_as_printed"])))
    _show_evidence(page, row)
    _ask(page, editor, path, row, place, len(waiting))


def _show_statement(page: Page, seat: Row, name: str) -> None:
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
        page.t("column.birth_year"): _write_year(page, seat["birth_year"]),
        page.t("column.decided_on"): f"{page.date(day)}, № {seat['decision_number'] or '–'}",
        page.t("source.document"): f"{seat['document_path']}, {write_locator(page, seat['locator'])}",
    }  # fmt: skip
    st.markdown("\n".join(f"- {escape(title)}: **{escape(text)}**" for title, text in facts.items()))
    st.code(seat["snippet"] or page.t("unknown"), language=None, wrap_lines=True)
    show_link(page, seat["source_url"])


def _write_year(page: Page, year: float | None) -> str:
    return page.t("not_printed") if year is None or year != year else str(int(year))  # NaN is not equal to itself


def _show_evidence(page: Page, row: Row) -> None:
    score = page.t("review.score", score=page.share(row["score"]), model=str(row["model"] or "–"))
    effect = page.t("review.effect", effect=page.number(row["effect"], 2))
    st.markdown(f"{escape(score)}  \n{escape(effect)}")
    if row["status"] == "conflict":
        st.warning(page.t("review.conflict"), icon=":material/warning:")
    with st.expander(page.t("review.evidence")):
        st.json(json.loads(row["evidence"] or "{}"))


def _ask(page: Page, editor: Editor, path: Path, row: Row, place: int, count: int) -> None:
    key = f"review.why.{row['pair_id']}"
    st.text_input(page.t("review.why"), key=key, max_chars=300)
    with st.container(horizontal=True):
        for verdict, (keys, icon) in VERDICTS.items():
            st.button(
                page.t(f"review.{verdict}"),
                icon=icon,
                shortcut=keys,
                key=f"review.{verdict}",
                on_click=_judge,
                args=(page, editor, path, row["left_seat_id"], row["right_seat_id"], verdict, key),
            )
        st.button(
            page.t("review.later"),
            icon=":material/skip_next:",
            shortcut="Alt+4",
            key="review.later",
            on_click=_go_on,
            args=((place + 1) % count,),
        )


def _go_on(place: int) -> None:
    st.session_state["review.place"] = place


def _judge(page: Page, editor: Editor, path: Path, left: str, right: str, verdict: str, key: str) -> None:
    why = " ".join(str(st.session_state.get(key, "")).split())
    if not why:
        say(page.t("review.why_missing"))
        return
    try:
        append_judgement(path, Judgement(left, right, verdict, editor.name, date.today(), why))
    except LedgerError as error:
        say(page.t("review.not_written", detail=escape(str(error))))


def _undo(page: Page, editor: Editor, path: Path, last: Judgement) -> None:
    try:
        withdraw(path, last.left, last.right, editor.name, date.today(), page.t("review.undo"))
    except LedgerError as error:
        say(page.t("review.not_written", detail=escape(str(error))))


def _offer_undo(page: Page, editor: Editor, path: Path, own: list[Judgement]) -> None:
    """The last of the editor's judgements that stands; taking it back is a new line."""
    standing: dict[tuple[str, str], Judgement] = {}
    for judgement in own:
        standing.pop(judgement.pair, None)
        if judgement.withdrawn_on is None:
            standing[judgement.pair] = judgement
    if not standing:
        return
    last = list(standing.values())[-1]
    with st.container(horizontal=True, vertical_alignment="center"):
        words = page.t(
            "review.last", verdict=page.t(f"review.{last.verdict}"), why=escape(last.why), on=page.date(last.on)
        )
        st.caption(words, width="stretch")
        st.button(
            page.t("review.undo"),
            icon=":material/undo:",
            shortcut="Alt+Z",
            key="review.undo",
            on_click=_undo,
            args=(page, editor, path, last),
        )
