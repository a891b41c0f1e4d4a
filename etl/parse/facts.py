"""What the columns of a row say about its person."""

from __future__ import annotations

import re

from etl.normalise.dates import birth_year
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from etl.normalise.workplaces import classify_segments
from etl.parse.commissions import find_commissions
from etl.parse.entries import Facts, read_facts, read_workplace
from etl.parse.grid import GridRow
from etl.parse.layout import PRIVATE_FIELDS, Layout
from etl.parse.legend import bare_code
from etl.parse.line import Line
from etl.parse.pieces import Piece
from etl.parse.state import State
from etl.records import Cell

_WRAPPED = re.compile(r"[«\"]?[а-яәғқңөұүһі][\w-]*[»\"]?(?:\s[а-яәғқңөұүһі][\w-]*)?")
"""One or two small words on a line of their own: the rest of the line above, such as «партиясы»."""


def snippet_of(row: GridRow, layout: Layout) -> str:
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


def printed_name(row: GridRow, layout: Layout) -> tuple[str, Cell | None]:
    """Return the printed name of a row and its first cell; parts in columns of their own are joined."""
    if layout.has("surname"):
        # «Тегі | Аты, әкесінің аты»: the second heading is that of a whole name, its column holds the rest of one.
        given = ("given_name", "patronymic") if layout.has("given_name") else ("name", "patronymic")
        columns = [layout.column(f) for f in ("surname", *given)]
        parts = [row.text(c) for c in columns if c is not None]
        cell = next((row.cells[c] for c in columns if c is not None and row.text(c)), None)
        return " ".join(p for p in parts if p), cell
    column = layout.column("name")
    return row.text(column), row.cells[column] if column is not None else None


def facts_of(row: GridRow, layout: Layout, state: State, facts: Facts) -> Facts:
    """Add to facts what the columns of a row say."""
    role = row.text(layout.column("role"))
    if role:
        code = state.legend.roles.get(bare_code(role)) or parse_role(role)
        if code is None and re.search(r"\w", role):
            state.issue(
                "unknown_role",
                f"the post {role!r} was not understood",
                row.row.locator,
                snippet_of(row, layout),
                in_list=False,
            )
            code = "unknown"
        facts.role = code or facts.role
        _add_from_post(role, layout, state, facts)
    else:
        facts.role = facts.role or post_beside(row, layout, state)
    _add_nominator(row, layout, state, facts)
    _add_workplace(row, layout, state, facts)
    for field in ("birth_date", "birth_year"):
        column = layout.column(field)
        if column is not None and row.text(column):
            cell = row.cells[column]
            value = cell.value if cell is not None and cell.value is not None else row.text(column)
            facts.birth_year = facts.birth_year or birth_year(value)
    facts.education = row.text(layout.column("education")) or facts.education
    party = row.text(layout.column("party_membership"))
    facts.stated_party = quote_cell(state.legend.parties.get(bare_code(party), party)) or facts.stated_party
    facts.ground = quote_cell(row.text(layout.column("reason"))) or facts.ground
    return facts


def _add_from_post(text: str, layout: Layout, state: State, facts: Facts) -> None:
    """«Төраға, «…» КММ мұғалімі; … партиясы»: the cell of the post may hold all else where no column does."""
    if not re.search(r"[,;\n]", text) or {"nominator", "employer", "employer_job", "job_title"} & set(
        layout.fields.values()
    ):
        return
    line = Line.of(text)
    said = read_facts(line, [(0, len(line.text))], state)
    facts.nominator = facts.nominator or said.nominator
    if facts.employer is None and facts.job is None:
        facts.employer, facts.job = said.employer, said.job


def post_beside(row: GridRow, layout: Layout, state: State) -> str | None:
    """Return the post that the cell of the commission names beside it: «УИК № 55, секретарь»."""
    for name in ("commission", "commission_number"):
        text = Line.of(row.text(layout.column(name))).text
        mentions = find_commissions(text, state.language)
        rest = text[mentions[0].end :].strip(" ,;:–—-()") if len(mentions) == 1 else ""
        if rest and len(rest) < 60 and (role := parse_role(rest)) is not None:
            return role
    return None


def _add_nominator(row: GridRow, layout: Layout, state: State, facts: Facts) -> None:
    """Read the nominator; a cell of several lines may hold the workplace, too; of one who left it holds the ground."""
    text = row.text(layout.column("nominator"))
    text = state.legend.nominators.get(bare_code(text), text)
    lines = [quote_cell(part) or "" for part in text.split("\n") if part.strip()]
    if (
        len(lines) > 1
        and not any(_WRAPPED.fullmatch(part) for part in lines[1:])
        and not layout.has("employer")
        and not layout.has("employer_job")
    ):
        kinds = [segment.kind for segment in classify_segments(lines, state.pack, state.language)]
        if "nominator" in kinds and any(kind in ("workplace", "employer", "status") for kind in kinds):
            facts.nominator = " ".join(part for part, kind in zip(lines, kinds, strict=True) if kind == "nominator")
            for part, kind in zip(lines, kinds, strict=True):
                if kind in ("workplace", "employer", "status", "job"):
                    line = Line.of(part)
                    read_workplace(line, [Piece(line.text, 0, len(line.text))], facts, state)
            return
    printed = quote_cell(text)
    if printed and state.mode == "released" and looks_like_nominator(printed, state.pack) < 0.4:
        facts.ground = facts.ground or printed
    elif printed:
        facts.nominator = printed


def quote_cell(text: str) -> str | None:
    """Return the text of a cell as printed on one line; None where it holds no word."""
    text = " ".join(text.split())
    return text if re.search(r"\w", text) else None


def _add_workplace(row: GridRow, layout: Layout, state: State, facts: Facts) -> None:
    employer = quote_cell(row.text(layout.column("employer")))
    job = quote_cell(row.text(layout.column("job_title")))
    both = quote_cell(row.text(layout.column("employer_job")))
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
