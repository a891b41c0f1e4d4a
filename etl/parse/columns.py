"""Which column of a table means what: told by its heading, by a side-car, or by what stands in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from etl.normalise.alphabet import fold
from etl.normalise.names import looks_like_person
from etl.normalise.nominators import looks_like_nominator
from etl.normalise.phrases import compile_phrases, skeleton, tidy
from etl.normalise.roles import parse_role
from etl.normalise.sieve import Sieve
from etl.parse.content import SAMPLE, by_legend, guess_field, share
from etl.parse.grid import GridRow, grid_of
from etl.parse.line import Line
from etl.parse.slices import member_names
from etl.parse.state import State
from etl.parse.wording import VACANCY
from etl.records import Table
from models.reference import Pack

PERSON_FIELDS = frozenset({"name", "surname", "released", "elected"})
PRIVATE_FIELDS = frozenset({"iin", "phone", "email", "address"})


@dataclass(slots=True)
class Layout:
    """The meaning of each column, and which rows are headings."""

    fields: dict[int, str]
    header_rows: set[int] = field(default_factory=set)
    titles: set[int] = field(default_factory=set)
    level: str | None = None
    headings: dict[int, str] = field(default_factory=dict)

    def column(self, name: str) -> int | None:
        """Return the column of a field, the first where several have it."""
        return next((column for column, found in sorted(self.fields.items()) if found == name), None)

    def has(self, name: str) -> bool:
        """Tell whether a column has this meaning."""
        return name in self.fields.values()

    def is_title(self, index: int) -> bool:
        """Tell whether a row stands above the heading and may name the commission."""
        return index in self.titles


_COMES_FIRST = re.compile(
    r"\W*(?:кто\s+|вновь\s+)?(?:введ[её]н|избран|включ[её]н|назначен|сайланған|енгізілген|тағайындалған)\w*\s.*(?:вместо|взамен|орнына|шыққан)",
    re.I,
)


@lru_cache(maxsize=8)
def _patterns(pack: Pack) -> list[tuple[str, Sieve, Sieve]]:
    return [(c.field, compile_phrases(c.phrases), compile_phrases(c.unless)) for c in pack.columns.columns]


@lru_cache(maxsize=4096)
def heading_field(heading: str, pack: Pack) -> str | None:
    """Return what a heading says its column holds, None where the pack does not know it.

    Args:
        heading: as printed.
        pack: the reference pack with its column map.
    """
    if not re.search(r"\w|№", heading) or len(heading) > 160:
        return None
    # What brackets add («Кто выбыл (Ф.И.О., причина)») says what else stands in the column, not what it is.
    bare = re.sub(r"\([^)]*\)?", " ", heading)
    if _COMES_FIRST.match(bare):
        return "elected"  # «Введён(а) вместо выбывшего»
    outside = _match(bare, pack)
    return outside if outside in ("released", "elected") else _match(heading, pack) or outside


def _match(heading: str, pack: Pack) -> str | None:
    text = skeleton(tidy(heading))
    for name, phrase, unless in _patterns(pack):
        if phrase.search(text) and not unless.search(text):
            return name
    return None


def find_groups(grid: list[GridRow], state: State) -> list[int]:
    """Return the first column of each group where a heading repeats side by side; one group is the ordinary case.

    Args:
        grid: the rows, spans resolved.
        state: side-car and pack.
    """
    told = {fold(heading): name for heading, name in state.side_car.columns}
    for row in grid[:12]:
        fields, _ = _fields_of(row, told, state.pack)
        if _header_score(row, fields) <= 0:
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
        fields = set(_fields_of(row, told, state.pack)[0].values())
        if fields & {"commission_number", "commission"} and fields & PERSON_FIELDS and fields & {"role", "nominator"}:
            return not _is_constituency(row)
    return False


def _is_constituency(row: GridRow) -> bool:
    """«Избирательный округ» beside names heads deputies or candidates as well as commissions: it tells nothing."""
    return any(re.search(r"округ", cell.text, re.I) and not re.search(r"комис", cell.text, re.I) for cell in row.filled)


def find_layout(grid: list[GridRow], state: State) -> Layout | None:
    """Return the layout of a table of members, None where it is not one.

    Args:
        grid: the rows, spans resolved.
        state: side-car and pack.
    """
    told = {fold(heading): name for heading, name in state.side_car.columns}
    best: tuple[float, int, dict[int, str], dict[int, str]] | None = None
    for index, row in enumerate(grid[:12]):
        fields, headings = _fields_of(row, told, state.pack)
        score = _header_score(row, fields)
        if score > 0 and (best is None or score > best[0]):
            best = (score, index, fields, headings)
        elif score <= 0 and len(row.filled) > 1 and _names_people(row):
            break  # the people have begun: no heading stands below them
    if best is None:
        return _by_content(grid, state)
    _, index, fields, headings = best
    layout = Layout(fields, set(range(index + 1)), set(range(index)), None, headings)
    _second_row(grid, index, layout, told, state.pack)
    if not set(fields.values()) & PERSON_FIELDS and "given_name" in fields.values():
        column = next(c for c, f in fields.items() if f == "given_name")
        layout.fields[column] = "name"  # «толық аты» without a column for the surname is the whole name
    body = [row for i, row in enumerate(grid) if i > index][:SAMPLE]
    _settle_posts(layout, body, state)
    _fill_unknown(layout, body, grid, state, told)
    layout.level = _level_of(headings)
    return layout if set(layout.fields.values()) & PERSON_FIELDS else _by_content(grid, state)


def _fields_of(row: GridRow, told: dict[str, str], pack: Pack) -> tuple[dict[int, str], dict[int, str]]:
    fields, headings = {}, {}
    for column, cell in enumerate(row.cells):
        if cell is None or cell.column != column or not cell.text.strip():
            continue
        heading = " ".join(cell.text.split())
        found = told.get(fold(heading)) or heading_field(heading, pack)
        if found is not None:
            fields[column] = found
            headings[column] = heading
    return fields, headings


def _header_score(row: GridRow, fields: dict[int, str]) -> float:
    """A heading row names at least two columns, one of them people, and is no row of data itself."""
    filled = row.filled
    if len(filled) < 2 or not set(fields.values()) & (PERSON_FIELDS | {"given_name"}):
        return 0
    if len(fields) < 2 or len(fields) * 2 < len(filled):
        return 0
    if _names_people(row) or any(VACANCY.search(cell.text) for cell in filled):
        return 0
    return len(set(fields.values())) + 0.1 * len(fields)


def _names_people(row: GridRow) -> bool:
    return any(member_names(Line.of(cell.text).text) for cell in row.filled)


def _second_row(grid: list[GridRow], index: int, layout: Layout, told: dict[str, str], pack: Pack) -> None:
    """A heading of two rows: the lower one names the parts of a merged cell above."""
    if index + 1 >= len(grid):
        return
    row = grid[index + 1]
    fields, headings = _fields_of(row, told, pack)
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
        texts = [row.text(column) for row in body if _begins(row, column)]
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


def _begins(row: GridRow, column: int) -> bool:
    cell = row.cells[column] if column < len(row.cells) else None
    return (
        cell is not None
        and cell.column == column
        and bool(cell.text.strip())
        and cell.colspan < max(2, len(row.cells) - 1)
    )


def _by_content(grid: list[GridRow], state: State) -> Layout | None:
    """A table without headings: its columns are known by what stands in them."""
    width = len(grid[0].cells) if grid else 0
    if width < 2 or len(grid) < 2:
        return None
    if any(block_cell for row in grid for block_cell in row.own if any(hasattr(b, "rows") for b in block_cell.blocks)):
        return None
    fields: dict[int, str] = {}
    body = [row for row in grid if len(row.filled) > 1]  # titles and commissions stand alone in their rows
    for column in range(width):
        texts = [row.cells[column].text.strip() for row in body if _begins(row, column)]  # type: ignore[union-attr]
        if len(texts) < max(2, 0.4 * len(grid)) and not (texts and len(grid) < 4):
            continue
        guess = guess_field(texts, state)
        if guess is not None and guess not in fields.values():
            fields[column] = guess
    if "name" not in fields.values() or len(fields) < 2:
        return None
    if set(fields.values()) == {"name", "role"} and fields.get(0) == "role" and _several_people(grid, fields):
        return None
    return Layout(fields)


def _several_people(grid: list[GridRow], fields: dict[int, str]) -> bool:
    column = next(c for c, f in fields.items() if f == "name")
    return any(row.text(column).count("\n") >= 2 for row in grid)


def is_heading_again(row: GridRow, layout: Layout, state: State) -> bool:
    """Tell whether a row repeats the heading, as on each page of a long table."""
    if not layout.headings:
        return False
    same = sum(
        " ".join(row.text(column).split()).lower() == heading.lower() for column, heading in layout.headings.items()
    )
    return same * 2 >= len(layout.headings) and same >= 2


def _level_of(headings: dict[int, str]) -> str | None:
    """«№ округа» numbers electoral districts, «№ участка» precincts."""
    for heading in headings.values():
        low = fold(heading)
        if re.search(r"участ|учаск|\bуик\b|\bуск\b", low):
            return "PEC"
        if re.search(r"округ(?!лый)", low) and re.search(r"№|номер|нөмір|избират|сайлау", low):
            return "DEC"
    return None
