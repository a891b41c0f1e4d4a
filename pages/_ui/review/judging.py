"""What every queue of pairs has: the pair that matters most, the reason, the verdict, and taking the last one back."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import streamlit as st

from etl.resolve.ledger import Judgement, LedgerError, append_judgement, read_ledger, withdraw
from models.editors import Editor
from pages._ui.data import Row, list_rows, read
from pages._ui.page import Page, escape
from pages._ui.review.sign_in import say

VERDICTS = {"same": ("Alt+1", ":material/merge:"), "different": ("Alt+2", ":material/call_split:"),
            "unsure": ("Alt+3", ":material/help:")}  # fmt: skip


@dataclass(frozen=True)
class Queue:
    """One kind of question.

    Args:
        section: part of the page; also names its words.
        question: the named question that lists pairs, with `pair_id`, `waiting` and `effect`.
        left, right: its columns with the ids that are judged.
    """

    section: str
    question: str
    left: str
    right: str

    def word(self, page: Page, name: str) -> str:
        """Give a text of this queue, else the one all queues share.

        Args:
            page: the page being drawn.
            name: end of the key.
        """
        own = f"review.{self.section}.{name}"
        return page.t(own if page.catalogue.has(own) else f"review.{name}")


@dataclass(frozen=True)
class Turn:
    """The pair that is looked at."""

    row: Row
    place: int
    count: int


def sort_judgement(judgement: Judgement) -> str:
    """Name the section a judgement belongs to, by the ids it speaks of.

    Args:
        judgement: a line of the ledger.
    """
    if any(identifier.startswith("r-") for identifier in judgement.pair):
        return "registers"
    return "organisations" if any(identifier.startswith("o-") for identifier in judgement.pair) else "pairs"


def take_turn(page: Page, editor: Editor, path: Path, queue: Queue) -> Turn | None:
    """Say how many pairs wait, offer to take the last verdict back, and give the pair to look at, if any waits.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
        queue: which pairs.
    """
    try:
        ledger = read_ledger(path)
    except LedgerError as error:
        st.error(page.t("review.file_bad", detail=escape(str(error))), icon=":material/error:")
        return None
    judged = {judgement.pair for judgement in ledger.standing() if judgement.is_human}
    listed = read(page, queue.question)
    waiting = [
        row for row in list_rows(listed) if tuple(sorted((row[queue.left], row[queue.right]))) not in judged
    ]  # fmt: skip
    total = int(listed["waiting"].iloc[0]) if len(listed) else 0
    applied = len(listed) - len(waiting)
    st.caption(page.t("review.pairs_waiting", waiting=page.number(total - applied), judged=page.number(applied)))
    own = [j for j in ledger.judgements if j.by == editor.name and sort_judgement(j) == queue.section]
    _offer_undo(page, editor, path, queue, own)
    if not waiting:
        st.success(page.t("review.nothing"), icon=":material/task_alt:")
        return None
    place = min(int(st.session_state.get(f"review.place.{queue.section}", 0)), len(waiting) - 1)
    return Turn(waiting[place], place, len(waiting))


def ask(page: Page, editor: Editor, path: Path, queue: Queue, turn: Turn) -> None:
    """Ask for reason and verdict.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
        queue: which pairs.
        turn: the pair looked at.
    """
    key = f"review.why.{turn.row['pair_id']}"
    st.text_input(page.t("review.why"), key=key, max_chars=300)
    with st.container(horizontal=True):
        for verdict, (keys, icon) in VERDICTS.items():
            st.button(
                queue.word(page, verdict),
                icon=icon,
                shortcut=keys,
                key=f"review.{verdict}",
                on_click=_judge,
                args=(page, editor, path, turn.row[queue.left], turn.row[queue.right], verdict, key),
            )
        st.button(
            page.t("review.later"),
            icon=":material/skip_next:",
            shortcut="Alt+4",
            key="review.later",
            on_click=_go_on,
            args=(queue.section, (turn.place + 1) % turn.count),
        )


def _go_on(section: str, place: int) -> None:
    st.session_state[f"review.place.{section}"] = place


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


def _offer_undo(page: Page, editor: Editor, path: Path, queue: Queue, own: list[Judgement]) -> None:
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
            "review.last", verdict=queue.word(page, last.verdict), why=escape(last.why), on=page.date(last.on)
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
