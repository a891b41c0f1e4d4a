"""Columns set with spaces in plain text: cells wrapped over lines are joined, headings between rows kept."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.records import Cell, Locator, Row, Table

MIN_ROWS = 3
"""Runs of fewer rows with the same columns are running text (a date line, a signature)."""
_MOST_BLANK = 2
_WRAPS_FROM = 0.6
"""A cell is wrapped where it and the next word would fill this share of its column."""
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")


@dataclass(slots=True)
class _Line:
    """One line cut at the columns; ``heading`` is a line that stands alone between rows."""

    index: int
    cells: dict[int, str]
    heading: bool = False
    after_blank: bool = False


def find_columns(lines: list[str], start: int, number: int) -> tuple[int, Table] | None:
    """Return the end and the table of a run of lines whose parts begin at the same places, None where there is none.

    Args:
        lines: all lines of the text.
        start: the line the run begins with; its parts give the columns.
        number: of the table in the document, from 1.
    """
    columns = _starts(lines[start])
    if len(columns) < 2:
        return None
    run, end = _collect(lines, start, columns)
    rows = _join_wrapped(run, columns)
    full = len(columns) - (1 if len(columns) >= 4 else 0)
    wide = sum(len(row[0].cells) >= full for row in rows)
    plain = sum(not row[0].heading for row in rows)
    exact = sum(len(line.cells) == len(columns) for line in run)
    if wide < MIN_ROWS or 2 * wide < plain or exact < min(MIN_ROWS, len(run)):
        return None
    return end, _table(rows, columns, start, number)


def _starts(line: str) -> list[int]:
    """Return the places at which a line starts and goes on after gaps of two or more spaces."""
    line = line.expandtabs(8).rstrip()
    places = [len(line) - len(line.lstrip())] if line.strip() else []
    places.extend(gap.end() for gap in _GAP.finditer(line))
    return places


def _cut(line: str, index: int, columns: list[int]) -> _Line | None:
    """Cut a line at the columns; None where a part begins where no column does."""
    places = _starts(line)
    shown = line.expandtabs(8).rstrip()
    cells: dict[int, str] = {}
    for place, following in zip(places, [*places[1:], len(shown)], strict=True):
        column = min(range(len(columns)), key=lambda c: abs(columns[c] - place))
        if abs(columns[column] - place) > 1 or column in cells:
            return None
        cells[column] = shown[place:following].strip()
    return _Line(index, cells)


def _collect(lines: list[str], start: int, columns: list[int]) -> tuple[list[_Line], int]:
    """Collect the lines of a run; a heading or a blank line belongs to it where rows follow."""
    run: list[_Line] = []
    blank = 0
    index = start
    while index < len(lines):
        if not lines[index].strip():
            blank += 1
            if blank >= _MOST_BLANK:
                break
            index += 1
            continue
        line = _cut(lines[index], index, columns)
        if line is not None and _stands_alone(line, columns, run):
            line.heading = True
        if line is None or (line.heading and not _rows_follow(lines, index + 1, columns)):
            break
        if blank and len(line.cells) < 2 and not line.heading:
            break
        line.after_blank = blank > 0
        run.append(line)
        blank = 0
        index += 1
    return run, (run[-1].index + 1 if run else start + 1)


def _stands_alone(line: _Line, columns: list[int], run: list[_Line]) -> bool:
    """Tell whether a line has one part only, at the left edge and too long for the first column."""
    if list(line.cells) != [0] or not run:
        return False
    return len(line.cells[0]) > columns[1] - columns[0] - 1


def _rows_follow(lines: list[str], start: int, columns: list[int]) -> bool:
    for index in range(start, min(len(lines), start + 2)):
        if lines[index].strip():
            line = _cut(lines[index], index, columns)
            return line is not None and len(line.cells) >= 2
    return False


def _join_wrapped(run: list[_Line], columns: list[int]) -> list[list[_Line]]:
    """Put the lines of one row together."""
    rows: list[list[_Line]] = []
    for line in run:
        if rows and _goes_on(line, rows[-1], columns, header=len(rows) == 1):
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _goes_on(line: _Line, row: list[_Line], columns: list[int], *, header: bool) -> bool:
    above = row[-1]
    if line.after_blank or line.heading or row[0].heading or len(line.cells) > len(columns) // 2:
        return False
    if header and 0 not in line.cells:
        return True
    if 0 in line.cells:
        return header and len(line.cells[0]) < columns[1] - columns[0] and not line.cells[0][:1].isdigit()
    if len(columns) == 2:
        return True
    return all(_wraps(above, row[0], column, text, columns) for column, text in line.cells.items())


def _wraps(above: _Line, first: _Line, column: int, text: str, columns: list[int]) -> bool:
    """Tell whether the cell above was full, so that its next word had to begin a new line."""
    last = above.cells.get(column) or (first.cells.get(column) if above is not first else None)
    if not last:
        return False
    if column + 1 >= len(columns):
        return True
    width = columns[column + 1] - columns[column]
    return last.endswith("-") or len(last) + 1 + len(text.split()[0]) >= _WRAPS_FROM * width


def _table(rows: list[list[_Line]], columns: list[int], start: int, number: int) -> Table:
    made: list[Row] = []
    for row in rows:
        place = Locator(table=number, row=len(made) + 1, line=row[0].index + 1)
        cells = []
        for column in sorted({column for line in row for column in line.cells}):
            text = "\n".join(line.cells[column] for line in row if column in line.cells)
            span = len(columns) if row[0].heading else 1
            cells.append(Cell(text, place.at(cell=column + 1), column, colspan=span))
        made.append(Row(tuple(cells), place))
    return Table(tuple(made), Locator(table=number, line=start + 1), len(columns))
