"""Which column of a table means what: told by its heading, by a side-car, or by what stands in it."""

from __future__ import annotations

from etl.normalise.alphabet import fold
from etl.normalise.names import looks_like_person
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.roles import parse_role
from etl.parse.column_headings import find_level, is_constituency, names_people, read_headings, score_headings
from etl.parse.content import SAMPLE, by_legend, guess_field, share
from etl.parse.grid import GridRow, grid_of
from etl.parse.layout import PERSON_FIELDS, Layout
from etl.parse.state import State
from etl.parse.unheaded import begins_in, find_unheaded
from etl.records import Table
from models.reference import Pack


def find_groups(grid: list[GridRow], state: State) -> list[int]:
    """Return the first column of each group where a heading repeats side by side; one group is the ordinary case.

    Args:
        grid: the rows, spans resolved.
        state: side-car and pack.
    """
    told = {fold(heading): name for heading, name in state.side_car.columns}
    for row in grid[:12]:
        fields, _ = read_headings(row, told, state.pack)
        if score_headings(row, fields) <= 0:
            continue
        ordered = sorted(fields)
        people = [c for c in ordered if fields[c] in ("name", "surname")]
        if len(people) < 2 or len({fields[c] for c in people}) > 1:
            return [0]
        first = ordered[0]
        starts = [c for c in ordered if fields[c] == fields[first]]
        return starts if len(starts) == len(people) else [0]
    return [0]


def composes_commissions(table: Table, state: State) -> bool:
    """Tell whether the heading of a table alone says that it lists members: precinct, name, and post or nominator.

    Args:
        table: the table.
        state: side-car and pack.
    """
    told = {fold(heading): name for heading, name in state.side_car.columns}
    for row in grid_of(table)[:12]:
        fields = set(read_headings(row, told, state.pack)[0].values())
        if fields & {"commission_number", "commission"} and fields & PERSON_FIELDS and fields & {"role", "nominator"}:
            return not is_constituency(row)
    return False


def find_layout(grid: list[GridRow], state: State) -> Layout | None:
    """Return the layout of a table of members, None where it is not one.

    Args:
        grid: the rows, spans resolved.
        state: side-car and pack.
    """
    told = {fold(heading): name for heading, name in state.side_car.columns}
    best: tuple[float, int, dict[int, str], dict[int, str]] | None = None
    for index, row in enumerate(grid[:12]):
        fields, headings = read_headings(row, told, state.pack)
        score = score_headings(row, fields)
        if score > 0 and (best is None or score > best[0]):
            best = (score, index, fields, headings)
        elif score <= 0 and len(row.filled) > 1 and names_people(row):
            break  # the people have begun: no heading stands below them
    if best is None:
        return find_unheaded(grid, state)
    _, index, fields, headings = best
    layout = Layout(fields, set(range(index + 1)), set(range(index)), None, headings)
    _second_row(grid, index, layout, told, state.pack)
    if not set(fields.values()) & PERSON_FIELDS and "given_name" in fields.values():
        column = next(c for c, f in fields.items() if f == "given_name")
        layout.fields[column] = "name"  # «толық аты» without a column for the surname is the whole name
    body = [row for i, row in enumerate(grid) if i > index][:SAMPLE]
    _settle_posts(layout, body, state)
    _fill_unknown(layout, body, grid, state, told)
    layout.level = find_level(headings)
    return layout if set(layout.fields.values()) & PERSON_FIELDS else find_unheaded(grid, state)


def _second_row(grid: list[GridRow], index: int, layout: Layout, told: dict[str, str], pack: Pack) -> None:
    """A heading of two rows: the lower one names the parts of a merged cell above."""
    if index + 1 >= len(grid):
        return
    row = grid[index + 1]
    fields, headings = read_headings(row, told, pack)
    filled = row.filled
    if not filled or len(fields) * 2 < len(filled) or not any(c.colspan > 1 for c in grid[index].own):
        return
    if any(looks_like_person(cell.text) > 0.8 for cell in filled):
        return
    for column, found in fields.items():
        layout.fields[column] = found
        layout.headings[column] = headings[column]
    layout.header_rows.add(index + 1)


def _settle_posts(layout: Layout, body: list[GridRow], state: State) -> None:
    """«Должность» alone may be the post in the commission or the job: what stands in the column decides."""
    for column, name in list(layout.fields.items()):
        if name in ("employer", "education") and not layout.has("nominator"):
            _settle_nominator(layout, column, body, state)
        if name not in ("role", "job_title", "employer_job", "note", "experience"):
            continue
        texts = [row.text(column) for row in body if row.text(column)]
        if not texts:
            continue
        if state.legend and (told := by_legend(texts, state)):
            layout.fields[column] = told
            continue
        roles = sum(parse_role(text) is not None for text in texts) / len(texts)
        if name != "role" and roles >= 0.6 and not layout.has("role"):
            layout.fields[column] = "role"
        elif name == "role" and roles < 0.2 and len(texts) >= 3:
            layout.fields[column] = "employer_job" if any("«" in t or '"' in t for t in texts) else "job_title"


def _settle_nominator(layout: Layout, column: int, body: list[GridRow], state: State) -> None:
    """«Из какой организации» above nothing but parties is the nominator's column."""
    texts = [row.text(column) for row in body if row.text(column)]
    if len(texts) >= 3 and share(looks_like_nominator(t, state.pack) >= 0.85 for t in texts) > 0.6:
        layout.fields[column] = "nominator"


def _fill_unknown(layout: Layout, body: list[GridRow], grid: list[GridRow], state: State, told: dict[str, str]) -> None:
    """Give a meaning to columns whose heading is unknown, where their content leaves no doubt; else say so."""
    width = len(grid[0].cells) if grid else 0
    for column in range(width):
        if column in layout.fields:
            continue
        texts = [row.text(column) for row in body if begins_in(row, column)]
        if not texts:
            continue
        guess = guess_field(texts, state)
        header = max(layout.header_rows)
        heading = grid[header].text(column) if column < width else ""
        if (
            guess is not None
            and not layout.has(guess)
            and not (guess == "employer_job" and (layout.has("employer") or layout.has("job_title")))
        ):
            layout.fields[column] = guess
        elif heading and len(texts) >= 2:
            cell = grid[header].cells[column]
            state.issue(
                "unknown_column",
                f"the meaning of the column {heading!r} is not known; a side-car can name it",
                cell.locator if cell else grid[header].row.locator,
                heading,
                in_list=False,
            )
