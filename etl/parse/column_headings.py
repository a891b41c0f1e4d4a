"""What the headings of a table say of its columns."""

from __future__ import annotations

import re
from functools import lru_cache

from etl.normalise.alphabet import fold
from etl.normalise.phrases import compile_phrases, skeleton, tidy
from etl.normalise.sieve import Sieve
from etl.parse.grid import GridRow
from etl.parse.layout import PERSON_FIELDS, Layout
from etl.parse.line import Line
from etl.parse.slices import member_names
from etl.parse.state import State
from etl.parse.wording import VACANCY
from models.reference import Pack

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


def is_constituency(row: GridRow) -> bool:
    """Tell whether «Избирательный округ» heads a column: of deputies or candidates as well as of commissions.

    Args:
        row: the row of headings.
    """
    return any(re.search(r"округ", cell.text, re.I) and not re.search(r"комис", cell.text, re.I) for cell in row.filled)


def read_headings(row: GridRow, told: dict[str, str], pack: Pack) -> tuple[dict[int, str], dict[int, str]]:
    """Return the field of each column that a row of headings names, and the heading as printed.

    Args:
        row: the row.
        told: what a side-car says of headings.
        pack: reference data.
    """
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


def score_headings(row: GridRow, fields: dict[int, str]) -> float:
    """Score a row as a heading: it names at least two columns, one of them people, and is no row of data itself.

    Args:
        row: the row.
        fields: of its columns.
    """
    filled = row.filled
    if len(filled) < 2 or not set(fields.values()) & (PERSON_FIELDS | {"given_name"}):
        return 0
    if len(fields) < 2 or len(fields) * 2 < len(filled):
        return 0
    if names_people(row) or any(VACANCY.search(cell.text) for cell in filled):
        return 0
    return len(set(fields.values())) + 0.1 * len(fields)


def names_people(row: GridRow) -> bool:
    """Tell whether a cell of a row names a person.

    Args:
        row: the row.
    """
    return any(member_names(Line.of(cell.text).text) for cell in row.filled)


def is_heading_again(row: GridRow, layout: Layout, state: State) -> bool:
    """Tell whether a row repeats the heading, as on each page of a long table."""
    if not layout.headings:
        return False
    same = sum(
        " ".join(row.text(column).split()).lower() == heading.lower() for column, heading in layout.headings.items()
    )
    return same * 2 >= len(layout.headings) and same >= 2


def find_level(headings: dict[int, str]) -> str | None:
    """Return the level that headings tell: «№ округа» numbers electoral districts, «№ участка» precincts.

    Args:
        headings: of the columns, as printed.
    """
    for heading in headings.values():
        low = fold(heading)
        if re.search(r"участ|учаск|\bуик\b|\bуск\b", low):
            return "PEC"
        if re.search(r"округ(?!лый)", low) and re.search(r"№|номер|нөмір|избират|сайлау", low):
            return "DEC"
    return None
