"""Tables of members: which column is what, which rows are headings, which are people."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from etl.normalise.dates import birth_year
from etl.normalise.names import SURNAME_FIRST, PersonName, looks_like_person, parse_name
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from etl.normalise.workplaces import classify_segments
from etl.parse.columns import PERSON_FIELDS, PRIVATE_FIELDS, Layout, find_groups, find_layout, is_heading_again
from etl.parse.commissions import CommissionMention, commission_name, find_commissions, find_settlement, refer
from etl.parse.entries import Facts, make_draft, read_facts, read_workplace
from etl.parse.grid import GridRow, grid_of
from etl.parse.line import Line
from etl.parse.pieces import Piece
from etl.parse.prose import looks_garbled as _looks_garbled
from etl.parse.shapes import OFFICERS, Post, find_posts, split_groups, unslash
from etl.parse.slices import member_names, slice_entries
from etl.parse.state import Draft, State
from etl.parse.subheadings import read_subheading
from etl.parse.wording import EXCLUDED, RELEASES, SIGNATURE, VACANCY
from etl.records import Cell, CommissionRef, Locator, Table

UNKNOWN_FORM = 0.4
"""Confidence of a name whose form no rule knows."""
ActSwitch = Callable[[str, State], None]


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
        if _is_empty_seat(text) or not re.search(r"\w", text):
            state.vacancy(post.cell.locator, text)
            continue

        def with_post(facts: Facts, role: str = post.role) -> Facts:
            facts.role = facts.role if facts.role in OFFICERS else role
            return facts

        read_name_cell(_unmarked(text), post.cell.locator, f"{post.commission} | {text}", state, with_post)


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


_TOTAL_ROW = re.compile(r"^\W*(?:барлығы|жиыны|всего|итого|қорытынды)\b", re.I)


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
        state.mode = "released" if RELEASES.search(word) else "elected"
        state.released_mode = True
    if layout.has("released") or layout.has("elected"):
        _read_pair(row, layout, state)
    else:
        _read_person(row, layout, state)


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


def _snippet(row: GridRow, layout: Layout) -> str:
    """Return the row as one line without the columns that hold personal data."""
    parts = []
    for cell in row.own:
        field = layout.fields.get(cell.column)
        text = cell.text.strip().replace("\n", " ")
        if not text or field in PRIVATE_FIELDS:
            continue
        if field in ("birth_date", "birth_year"):
            year = birth_year(cell.value if cell.value is not None else text)
            text = str(year) if year else ""
        if text:
            parts.append(text)
    return " | ".join(parts)


def _printed_name(row: GridRow, layout: Layout) -> tuple[str, Cell | None]:
    if layout.has("surname"):
        columns = [layout.column(f) for f in ("surname", "given_name", "patronymic")]
        parts = [row.text(c) for c in columns if c is not None]
        cell = next((row.cells[c] for c in columns if c is not None and row.text(c)), None)
        return " ".join(p for p in parts if p), cell
    column = layout.column("name")
    return row.text(column), row.cells[column] if column is not None else None


def _read_person(row: GridRow, layout: Layout, state: State) -> None:
    printed, cell = _printed_name(row, layout)
    locator = cell.locator if cell is not None else row.row.locator
    snippet = _snippet(row, layout)
    if not printed:
        _read_nameless(row, layout, state, locator, snippet)
        return
    if row.struck or (cell is not None and cell.struck):
        state.issue("struck_line", f"the line is struck out in the document: {printed!r}", locator, snippet)
        return
    if _is_empty_seat(printed):
        state.vacancy(locator, printed)
        return
    if EXCLUDED.search(printed):
        state.issue("excluded_line", f"the line takes its own person out again: {printed!r}", locator, snippet)
        return
    if layout.has("surname"):
        name = parse_name(printed, language=state.language, case="nominative")
        if name is None:
            state.issue("unreadable_name", f"no name was understood in {printed!r}", locator, snippet)
            return
        facts = _facts_of(row, layout, state, Facts(role=state.role))
        if make_draft(state, name, printed, facts, locator, snippet):
            state.used()
        return
    read_name_cell(
        printed,
        locator,
        snippet,
        state,
        lambda facts: _facts_of(row, layout, state, facts),
        trusted=bool(layout.headings),
    )


def _is_empty_seat(text: str) -> bool:
    return bool(VACANCY.search(text)) and looks_like_person(VACANCY.sub(" ", text)) < 0.5


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


_PLAIN_NAME = re.compile(r"[^\W\d_][\w'’ʼ`.-]*(?:\s+[^\W\d_][\w'’ʼ`.-]*){1,4}")


def _lone_name(printed: str, state: State) -> PersonName | None:
    """Read a cell of a column of names that holds nothing but two to five words."""
    text = Line.of(printed).text
    if not _PLAIN_NAME.fullmatch(text) or parse_role(text) is not None or _looks_garbled(text):
        return None
    name = parse_name(text, language=state.language)
    if name is not None:
        return name
    # A name no rule knows, such as one with three given names: the surname stands first in such columns.
    surname, *given = (word.title() if word.isupper() and len(word) > 2 else word for word in text.split())
    return PersonName(surname, " ".join(given), None, printed, "nominative", SURNAME_FIRST, UNKNOWN_FORM)


def read_name_cell(
    printed: str,
    locator: Locator,
    snippet: str,
    state: State,
    complete: Callable[[Facts], Facts],
    *,
    trusted: bool = False,
) -> list[Draft]:
    """Read a cell that holds a name, perhaps with more words or more people.

    Args:
        printed: the text of the cell.
        locator: where it stands.
        snippet: the line to quote.
        state: the walk.
        complete: adds what other columns say.
        trusted: a heading says that the column holds names, so that an unusual name is still one.
    """
    alone = _lone_name(printed, state) if trusted else None
    if alone is not None:
        draft = make_draft(state, alone, " ".join(printed.split()), complete(Facts(role=state.role)), locator, snippet)
        state.used(1 if draft else 0)
        return [draft] if draft else []
    lines = [part for part in printed.split("\n") if part.strip()]
    several = len(lines) > 1 and sum(bool(member_names(Line.of(part).text)) for part in lines) > 1
    line = Line.of(" ; ".join(lines) if several else printed)
    names = member_names(line.text)
    if not names:
        if not re.search(r"\w", line.text):
            state.vacancy(locator, printed)
            return []
        whole = parse_name(line.text, language=state.language)
        if whole is None or looks_like_person(line.text) < 0.5:
            state.issue("unreadable_name", f"no name was understood in {printed!r}", locator, snippet)
            return []
        draft = make_draft(
            state, whole, line.quote(0, len(line.text)), complete(Facts(role=state.role)), locator, snippet
        )
        state.used(1 if draft else 0)
        return [draft] if draft else []
    drafts = []
    for entry in slice_entries(line.text, names, 0, len(line.text)):
        facts = read_facts(line, [entry.before, entry.after], state, known_role=None)
        facts.role = facts.role or entry.group_role or state.role
        draft = make_draft(
            state,
            entry.name.name,
            line.quote(entry.name.start, entry.name.end),
            complete(facts),
            locator,
            snippet if len(names) == 1 else line.text[entry.before[0] : entry.after[1]],
        )
        if draft is not None:
            state.used()
            drafts.append(draft)
    return drafts


def _facts_of(row: GridRow, layout: Layout, state: State, facts: Facts) -> Facts:
    """Add to facts what the columns of a row say."""
    role = row.text(layout.column("role"))
    if role:
        code = parse_role(role)
        if code is None and re.search(r"\w", role):
            state.issue(
                "unknown_role",
                f"the post {role!r} was not understood",
                row.row.locator,
                _snippet(row, layout),
                in_list=False,
            )
            code = "unknown"
        facts.role = code or facts.role
    _add_nominator(row, layout, state, facts)
    _add_workplace(row, layout, state, facts)
    for field in ("birth_date", "birth_year"):
        column = layout.column(field)
        if column is not None and row.text(column):
            cell = row.cells[column]
            value = cell.value if cell is not None and cell.value is not None else row.text(column)
            facts.birth_year = facts.birth_year or birth_year(value)
    facts.education = row.text(layout.column("education")) or facts.education
    facts.stated_party = _quote(row.text(layout.column("party_membership"))) or facts.stated_party
    facts.ground = _quote(row.text(layout.column("reason"))) or facts.ground
    return facts


def _add_nominator(row: GridRow, layout: Layout, state: State, facts: Facts) -> None:
    """Read the nominator; a cell of several lines may hold the workplace, too; of one who left it holds the ground."""
    text = row.text(layout.column("nominator"))
    lines = [_quote(part) or "" for part in text.split("\n") if part.strip()]
    if len(lines) > 1 and not layout.has("employer") and not layout.has("employer_job"):
        kinds = [segment.kind for segment in classify_segments(lines, state.pack, state.language)]
        if "nominator" in kinds and any(kind in ("workplace", "employer", "status") for kind in kinds):
            facts.nominator = " ".join(part for part, kind in zip(lines, kinds, strict=True) if kind == "nominator")
            for part, kind in zip(lines, kinds, strict=True):
                if kind in ("workplace", "employer", "status", "job"):
                    line = Line.of(part)
                    read_workplace(line, [Piece(line.text, 0, len(line.text))], facts, state)
            return
    printed = _quote(text)
    if printed and state.mode == "released" and looks_like_nominator(printed, state.pack) < 0.4:
        facts.ground = facts.ground or printed
    elif printed:
        facts.nominator = printed


def _quote(text: str) -> str | None:
    text = " ".join(text.split())
    return text if re.search(r"\w", text) else None


def _add_workplace(row: GridRow, layout: Layout, state: State, facts: Facts) -> None:
    employer = _quote(row.text(layout.column("employer")))
    job = _quote(row.text(layout.column("job_title")))
    both = _quote(row.text(layout.column("employer_job")))
    if employer and job is None and layout.column("job_title") is None:
        both, employer = employer, None
    if employer:
        facts.employer = employer
    if job:
        facts.job = Line.of(job).text
        if employer is None and not layout.has("employer"):
            both, facts.job = job, None
    if both:
        line = Line.of(both)
        read_workplace(line, [Piece(line.text, 0, len(line.text))], facts, state)


def _read_pair(row: GridRow, layout: Layout, state: State) -> None:
    """Read a row that names who left and who came."""
    snippet = _snippet(row, layout)
    gone: list[Draft] = []
    column = layout.column("released")
    text = row.text(column)
    if column is not None and re.search(r"\w", text):
        gone = _read_side(text, row.cells[column], snippet, state, "released", lambda facts: facts)
        reason = _quote(row.text(layout.column("reason")))
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
        text, row.cells[column], snippet, state, "elected", lambda facts: _facts_of(row, layout, state, facts)
    )
    for leaver, comer in zip(gone, come, strict=False):
        comer.replaces, comer.in_place_of = leaver, True
    for draft in come:
        draft.ground = None


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
    if _is_empty_seat(text):
        state.vacancy(locator, text)
        return []
    before, role = state.mode, state.role
    state.mode, state.role = action, None
    drafts = read_name_cell(text, locator, snippet, state, complete)
    state.mode, state.role = before, role
    return drafts


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


def commission_of(level: str, number: int, language: str) -> CommissionRef:
    """Return the record of a commission known by level and number alone."""
    return CommissionRef(level, number, commission_name(level, number, language))


__all__ = ["PERSON_FIELDS", "commission_of", "read_name_cell", "read_table"]
