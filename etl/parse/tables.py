"""Tables of members: which rows are headings, which are people, where a commission begins."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.normalise.names import looks_like_person
from etl.normalise.roles import parse_role
from etl.parse.cells import is_empty_seat, read_name_cell
from etl.parse.column_headings import is_heading_again
from etl.parse.columns import find_groups, find_layout
from etl.parse.commissions import CommissionMention, commission_name, find_commissions, refer
from etl.parse.entries import Facts
from etl.parse.grid import GridRow, grid_of
from etl.parse.headings import find_settlement
from etl.parse.layout import Layout
from etl.parse.line import Line
from etl.parse.reshape import reshape
from etl.parse.rows import read_pair, read_person
from etl.parse.shapes import OFFICERS, Post, find_posts, split_groups, unslash
from etl.parse.slices import member_names
from etl.parse.state import State, arriving
from etl.parse.subheadings import read_subheading
from etl.parse.wording import RELEASES, SIGNATURE
from etl.records import Cell, CommissionRef, Table

ActSwitch = Callable[[str, State], None]


_TOTAL_ROW = re.compile(r"^\W*(?:барлығы|жиыны|всего|итого|қорытынды)\b", re.I)


def read_table(table: Table, state: State, read_blocks: Callable[[Cell, State], None], switch_act: ActSwitch) -> None:
    """Read one table of members into the state.

    Args:
        table: the table.
        state: the walk so far.
        read_blocks: reads what stands inside a cell (nested tables, several paragraphs).
        switch_act: makes the act that a cell or heading names the current one.
    """
    if table.title:
        titled = find_commissions(Line.of(table.title).text, state.language)
        if len(titled) == 1:
            state.enter(refer(titled[0]))
    grid = grid_of(table)
    if all(SIGNATURE.search(row.printed) or not row.printed for row in grid) and len(grid) <= 3:
        return
    while grid and 0 < len(grid[-1].filled) <= 2 and SIGNATURE.search(grid[-1].filled[0].text):
        grid = grid[:-1]  # the signature below a table without rules was taken for its last row
    halved = unslash(grid)
    if halved is not None:
        grid = halved
        state.issue(
            "second_language",
            "cells print two languages with a slash: the second was left out",
            table.locator,
            severity="info",
            in_list=False,
        )
    grid = reshape(grid, state.pack, state.language)
    posts = find_posts(grid)
    if posts is not None:
        _read_titles(grid, state, switch_act)
        _read_posts(posts, state)
        return
    starts = find_groups(grid, state)
    for group in split_groups(grid, starts) if len(starts) > 1 else [grid]:
        _read_grid(group, state, read_blocks, switch_act)


def _read_titles(grid: list[GridRow], state: State, switch_act: ActSwitch) -> None:
    for row in grid[:4]:
        if len(row.filled) == 1 and not member_names(Line.of(row.filled[0].text).text):
            _read_title_row(row, state, switch_act)


def _read_posts(posts: list[Post], state: State) -> None:
    """Read a table of posts: the people of each post stand in one cell."""
    for post in posts:
        reference = _reference_of(post.commission, None, state)
        if reference is None:
            state.issue(
                "no_commission",
                f"a post of no known commission: {post.commission!r}",
                post.cell.locator,
                post.cell.text,
            )
            continue
        state.enter_same(reference)
        state.role = None
        text = post.cell.text
        if is_empty_seat(text) or not re.search(r"\w", text):
            state.vacancy(post.cell.locator, text)
            continue

        def with_post(facts: Facts, role: str = post.role) -> Facts:
            facts.role = facts.role if facts.role in OFFICERS else role
            return facts

        names = _unmarked(text)
        snippet = f"{post.commission} | {text}"
        read_name_cell(names, post.cell.locator, snippet, state, with_post, trusted="\n" not in names)


def _unmarked(text: str) -> str:
    """Put the people of «1. …; 2. …» on lines of their own."""
    return re.sub(r"(?:^|[;,\n]\s*)\d{1,2}[.)]\s+", "\n", text).strip()


def _read_grid(
    grid: list[GridRow], state: State, read_blocks: Callable[[Cell, State], None], switch_act: ActSwitch
) -> None:
    layout = find_layout(grid, state)
    if layout is None:
        for row in grid:
            _read_loose_row(row, state, read_blocks, switch_act)
        return
    for index, row in enumerate(grid):
        if index in layout.header_rows or not (row.filled):
            if index not in layout.header_rows:
                continue
            _read_title_row(row, state, switch_act) if layout.is_title(index) else None
            continue
        _read_row(row, layout, state, read_blocks, switch_act)


def _read_title_row(row: GridRow, state: State, switch_act: ActSwitch) -> None:
    filled = row.filled
    if len(filled) == 1:
        read_subheading(Line.of(filled[0].text), filled[0].locator, state, switch_act, in_table=False)


def _read_row(
    row: GridRow, layout: Layout, state: State, read_blocks: Callable[[Cell, State], None], switch_act: ActSwitch
) -> None:
    if is_heading_again(row, layout, state) or re.fullmatch(r"[\d\s|.]*", row.printed):
        if any(cell.blocks for cell in row.own):
            _read_loose_row(row, state, read_blocks, switch_act)
        return
    if any(_has_table(cell) for cell in row.own):
        _read_loose_row(row, state, read_blocks, switch_act)
        return
    if _TOTAL_ROW.match(row.printed) and not member_names(Line.of(row.printed).text):
        return
    distinct = {cell.text.strip() for cell in row.filled}
    filled = row.filled
    if len(distinct) == 1 and (len(filled) == 1 or filled[0].colspan > 1) and not _is_lone_person(row, layout):
        cell = filled[0]
        if read_subheading(Line.of(cell.text), cell.locator, state, switch_act, in_table=True):
            return
    _enter_commission(row, layout, state)
    if layout.has("decision"):
        switch_act(_decision_text(row, layout), state)
    if layout.has("action"):
        word = row.text(layout.column("action"))
        state.mode = "released" if RELEASES.search(word) else arriving(state)
        state.released_mode = True
    if layout.has("released") or layout.has("elected"):
        read_pair(row, layout, state)
    else:
        read_person(row, layout, state)


def _decision_text(row: GridRow, layout: Layout) -> str:
    """Join the cells that tell the act: day and number may stand in columns of their own."""
    parts = []
    for column in sorted(c for c, f in layout.fields.items() if f == "decision"):
        text = row.text(column)
        heading = layout.headings.get(column, "")
        bare = (
            re.fullmatch(r"[\w/.-]+", text)
            and re.search(r"номер|№|нөмір", heading, re.I)
            and not re.search(r"дата|күні", heading, re.I)
        )
        parts.append(f"№ {text}" if bare else text)
    return " ".join(parts)


def _is_lone_person(row: GridRow, layout: Layout) -> bool:
    column = layout.column("name")
    return bool(
        column is not None
        and row.text(column)
        and not find_commissions(row.text(column))
        and looks_like_person(row.text(column)) > 0.6
    )


def _has_table(cell: Cell) -> bool:
    return any(isinstance(block, Table) for block in cell.blocks)


def _enter_commission(row: GridRow, layout: Layout, state: State) -> None:
    """Make the commission that a column names the current one."""
    for name in ("commission", "commission_number", "settlement"):
        text = row.text(layout.column(name))
        if not text:
            continue
        if name == "settlement":
            state.amend(settlement=text)
            continue
        reference = _reference_of(text, layout.level, state)
        if reference is None:
            continue
        if state.commission is None or state.commission.key != reference.key:
            state.enter(reference)
        else:
            state.enter_same(reference)


def _reference_of(text: str, level: str | None, state: State) -> CommissionRef | None:
    """Return the commission a cell names, by its words or by a bare number."""
    line = Line.of(text)
    mentions = find_commissions(line.text, state.language)
    if mentions:
        return refer(mentions[0], line.text[mentions[0].end :])
    found = re.search(r"\d{1,5}", line.text)
    if not found:
        return None
    level = (
        level
        or state.side_car.level
        or (state.commission.level if state.commission and state.commission.number else "PEC")
    )
    number = int(found.group())
    mention = CommissionMention(
        level, number, commission_name(level, number, state.language), 0, found.end(), found.group()
    )
    return refer(mention, line.text[found.end() :])


def _read_loose_row(
    row: GridRow, state: State, read_blocks: Callable[[Cell, State], None], switch_act: ActSwitch
) -> None:
    """Read a row of a table without a heading: a commission beside its members, a post beside its people."""
    for cell in row.filled:
        if _has_table(cell):
            read_blocks(cell, state)
            continue
        line = Line.of(cell.text)
        role = parse_role(line.text)
        if role is not None and len(line.text) < 60:
            state.role = role
            state.used()
            continue
        names = member_names(line.text)
        if names and state.in_list:
            read_name_cell(cell.text, cell.locator, cell.text, state, lambda facts: facts)
            continue
        mentions = find_commissions(line.text, state.language)
        if not mentions and (number := re.match(r"\s*(?:№|N)\s*(\d{1,5})\b", line.text)) and state.in_list is not None:
            level = state.side_car.level or "PEC"
            mentions = [
                CommissionMention(
                    level,
                    int(number.group(1)),
                    commission_name(level, int(number.group(1)), state.language),
                    *number.span(),
                    number.group(),
                )
            ]
        if mentions:
            first = cell.text.split("\n")
            reference = refer(mentions[0], line.text[mentions[0].end :])
            state.enter(replace(reference, settlement=reference.settlement or find_settlement(" ".join(first[1:]))))
            continue
        if cell.blocks:
            read_blocks(cell, state)
        elif not re.fullmatch(r"[\d.\s)]*", line.text):
            read_subheading(line, cell.locator, state, switch_act, in_table=True)
