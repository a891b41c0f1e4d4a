"""Rows that are people: one person, one without a name, or one who left and one who came."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.normalise.names import parse_name
from etl.parse.cells import is_empty_seat, read_name_cell
from etl.parse.drafts import make_draft
from etl.parse.entries import Facts
from etl.parse.facts import facts_of, post_beside, printed_name, quote_cell, snippet_of
from etl.parse.grid import GridRow
from etl.parse.layout import Layout
from etl.parse.line import Line
from etl.parse.slices import member_names
from etl.parse.state import Draft, State, arriving
from etl.parse.wording import EXCLUDED, VACANCY
from etl.records import Cell, Locator


def read_person(row: GridRow, layout: Layout, state: State) -> None:
    """Read a row that holds one person, or several in the cell of names."""
    stacked = _unstack(row, layout)
    if stacked:
        for part in stacked:
            read_person(part, layout, state)
        return
    printed, cell = printed_name(row, layout)
    locator = cell.locator if cell is not None else row.row.locator
    snippet = snippet_of(row, layout)
    if not printed:
        _read_nameless(row, layout, state, locator, snippet)
        return
    if row.struck or (cell is not None and cell.struck):
        state.issue("struck_line", f"the line is struck out in the document: {printed!r}", locator, snippet)
        return
    if is_empty_seat(printed) or _is_dash(printed):
        state.vacancy(locator, printed if re.search(r"\w", printed) else row.printed)
        return
    if EXCLUDED.search(printed):
        state.issue("excluded_line", f"the line takes its own person out again: {printed!r}", locator, snippet)
        return
    if layout.has("surname"):
        name = parse_name(printed, language=state.language, case="nominative")
        if name is None:
            state.issue("unreadable_name", f"no name was understood in {printed!r}", locator, snippet)
            return
        facts = facts_of(row, layout, state, Facts(role=state.role))
        if make_draft(state, name, printed, facts, locator, snippet):
            state.used()
        return
    read_name_cell(
        printed,
        locator,
        snippet,
        state,
        lambda facts: facts_of(row, layout, state, facts),
        trusted=bool(layout.headings),
    )


def _unstack(row: GridRow, layout: Layout) -> list[GridRow]:
    """Part a row whose cells stack one line for each of several people; empty where it is not one.

    A column belongs to the stack where it has as many lines as there are names.
    """
    column = layout.column("name")
    names = _lines(row.text(column))
    if layout.has("surname") or len(names) < 3 or any(len(member_names(Line.of(n).text)) != 1 for n in names):
        return []
    stacks = {c.column: _lines(c.text) for c in row.own if len(_lines(c.text)) == len(names)}
    if len(stacks) < 2:
        return []
    parts = []
    for place in range(len(names)):
        cells = tuple(
            replace(cell, text=stacks[index][place], value=None, blocks=())
            if cell is not None and index in stacks
            else cell
            for index, cell in enumerate(row.cells)
        )
        parts.append(GridRow(cells, tuple(cells[c.column] or c for c in row.own), row.row))
    return parts


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _read_nameless(row: GridRow, layout: Layout, state: State, locator: Locator, snippet: str) -> None:
    """A row without a name: a vacancy, a commission that continues, or something not understood."""
    if VACANCY.search(row.printed):
        state.vacancy(row.row.locator, row.printed)
        return
    others = [
        c
        for c in row.filled
        if layout.fields.get(c.column) not in ("number", "commission", "commission_number", "settlement")
    ]
    if others and not all(_is_dash(c.text) for c in others):
        state.issue("unread_line", f"a row of the list has no name: {snippet!r}", locator, snippet)
    elif others:
        state.vacancy(row.row.locator, row.printed)


def _is_dash(text: str) -> bool:
    return not re.search(r"\w", text)


def read_pair(row: GridRow, layout: Layout, state: State) -> None:
    """Read a row that names who left and who came."""
    snippet = snippet_of(row, layout)
    gone: list[Draft] = []
    column = layout.column("released")
    text = row.text(column)
    if column is not None and re.search(r"\w", text):
        gone = _read_side(
            text, row.cells[column], snippet, state, "released", lambda facts: _with_post(facts, row, layout, state)
        )
        reason = quote_cell(row.text(layout.column("reason")))
        for draft in gone:
            draft.nominator = None
            draft.ground = draft.ground or (state.redact(reason) if reason else None)
    column = layout.column("elected") if layout.has("elected") else layout.column("name")
    if column is None:
        return
    text = row.text(column)
    if not re.search(r"\w", text):
        if not gone:
            _read_nameless(row, layout, state, row.row.locator, snippet)
        return
    come = _read_side(
        text, row.cells[column], snippet, state, arriving(state), lambda facts: facts_of(row, layout, state, facts)
    )
    for leaver, comer in zip(gone, come, strict=False):
        comer.replaces, comer.in_place_of = leaver, True
    for draft in come:
        draft.ground = None


def _with_post(facts: Facts, row: GridRow, layout: Layout, state: State) -> Facts:
    facts.role = facts.role or post_beside(row, layout, state)
    return facts


def _read_side(
    text: str,
    cell: Cell | None,
    snippet: str,
    state: State,
    action: str,
    complete: Callable[[Facts], Facts],
    *,
    trusted: bool = False,
) -> list[Draft]:
    locator = cell.locator if cell is not None else Locator()
    if is_empty_seat(text):
        state.vacancy(locator, text)
        return []
    before, role = state.mode, state.role
    state.mode, state.role = action, None
    drafts = read_name_cell(text, locator, snippet, state, complete)
    state.mode, state.role = before, role
    return drafts
