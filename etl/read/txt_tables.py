"""Tables in plain text: Markdown, boxes drawn with characters, tabs, and columns aligned by spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.records import Cell, Locator, Row, Table

MIN_LINES = 3
"""Runs of fewer lines with the same columns are running text (a date line, a signature)."""

_RULE = re.compile(r"^[\s|+\-=_:─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╟╢]+$")
_MARKDOWN_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BARS = re.compile(r"[│┃║]")
_WIDE_GAP = re.compile(r"\s*\t\s*| {2,}")
_ESCAPED = re.compile(r"(?<!\\)\|")


@dataclass(frozen=True, slots=True)
class Found:
    """A table found in lines ``first`` to ``last`` (0-based, inclusive)."""

    first: int
    last: int
    table: Table


def find_tables(lines: list[str]) -> list[Found]:
    """Return the tables in a text, in order and without overlaps; table numbers count from 1.

    Args:
        lines: the lines of the text without line ends.
    """
    found: list[Found] = []
    index = 0
    while index < len(lines):
        end = _run_of(lines, index, _is_barred)
        if end - index >= MIN_LINES or (end - index >= 2 and any(_MARKDOWN_RULE.match(x) for x in lines[index:end])):
            table = _barred_table(lines, index, end, len(found) + 1)
            if table is not None:
                found.append(Found(index, end - 1, table))
                index = end
                continue
        end = _tabbed_run(lines, index)
        if end - index >= MIN_LINES:
            found.append(Found(index, end - 1, _tabbed_table(lines, index, end, len(found) + 1)))
            index = end
            continue
        aligned = _aligned_run(lines, index)
        if aligned is not None:
            end, cuts = aligned
            found.append(Found(index, end - 1, _aligned_table(lines, index, end, cuts, len(found) + 1)))
            index = end
            continue
        index += 1
    return found


def _run_of(lines: list[str], start: int, test: object) -> int:
    end = start
    while end < len(lines) and test(lines[end]):  # type: ignore[operator]
        end += 1
    return end


def _is_barred(line: str) -> bool:
    """Whether a line belongs to a table with drawn column borders."""
    line = _BARS.sub("|", line)
    return line.count("|") >= 2 or bool(line.strip() and _RULE.match(line) and len(line.strip()) >= 5)


def _barred_table(lines: list[str], start: int, end: int, number: int) -> Table | None:
    rows: list[Row] = []
    width = 0
    boxed = any(_RULE.match(line) and "|" not in line for line in lines[start + 1 : end])
    header_end = next((i for i in range(start, end) if _MARKDOWN_RULE.match(lines[i]) and i > start), None)
    pending: list[tuple[int, list[str]]] = []

    def close() -> None:
        nonlocal width
        if not pending:
            return
        line = pending[0][0]
        columns = max(len(parts) for _, parts in pending)
        cells = []
        for column in range(columns):
            text = "\n".join(parts[column] for _, parts in pending if column < len(parts) and parts[column])
            if text:
                at = Locator(table=number, row=len(rows) + 1, cell=column + 1, line=line + 1)
                is_header = header_end is not None and line < header_end
                cells.append(Cell(text, at, column, header=is_header))
        if cells:
            rows.append(Row(tuple(cells), Locator(table=number, row=len(rows) + 1, line=line + 1)))
            width = max(width, columns)
        pending.clear()

    for index in range(start, end):
        line = _BARS.sub("|", lines[index])
        if _RULE.match(line) and not re.search(r"\w", line):
            close()
            continue
        stripped = line.strip()
        stripped = stripped.removeprefix("|")
        if stripped.endswith("|") and not stripped.endswith("\\|"):
            stripped = stripped[:-1]
        parts = [part.replace("\\|", "|").strip() for part in _ESCAPED.split(stripped)]
        # In a drawn box a row may take several lines: they continue while the first cell stays empty.
        if not (boxed and pending and not parts[0]):
            close()
        pending.append((index, parts))
    close()
    filled = [row for row in rows if len(row.cells) > 1]
    return Table(tuple(rows), Locator(table=number, line=start + 1), width) if filled else None


def _tabbed_run(lines: list[str], start: int) -> int:
    """Return the end of the run of lines with tabs between words; lines may differ by one column."""
    counts: list[int] = []
    end = start
    while end < len(lines):
        line = lines[end].strip(" ")
        count = len(re.findall(r"\t", line.rstrip("\t")))
        if not count or not line.strip() or (counts and abs(count - counts[0]) > 1):
            break
        counts.append(count)
        end += 1
    return end


def _tabbed_table(lines: list[str], start: int, end: int, number: int) -> Table:
    rows: list[Row] = []
    width = 0
    for index in range(start, end):
        place = Locator(table=number, row=len(rows) + 1, line=index + 1)
        cells = []
        for column, part in enumerate(lines[index].split("\t")):
            if part.strip():
                cells.append(Cell(part.strip(), place.at(cell=column + 1), column))
                width = max(width, column + 1)
        rows.append(Row(tuple(cells), place))
    return Table(tuple(rows), Locator(table=number, line=start + 1), width)


def _aligned_run(lines: list[str], start: int) -> tuple[int, list[int]] | None:
    """Return end and column starts of a run of lines whose words begin at the same places after wide gaps."""
    first = _starts(lines[start]) if lines[start].strip() else []
    if len(first) < 2:
        return None
    end = start + 1
    while end < len(lines) and lines[end].strip() and _fits(_starts(lines[end]), first):
        end += 1
    full = sum(len(_starts(lines[index])) == len(first) for index in range(start, end))
    if end - start < MIN_LINES or full < MIN_LINES or 2 * full < end - start:
        return None
    return end, first


def _starts(line: str) -> list[int]:
    """Return the places at which a line starts and goes on after gaps of two or more spaces."""
    line = line.expandtabs(8).rstrip()
    places = [len(line) - len(line.lstrip())] if line.strip() else []
    for gap in re.finditer(r"(?<=\S) {2,}(?=\S)", line):
        places.append(gap.end())
    return places


def _fits(places: list[int], columns: list[int]) -> bool:
    """Whether all parts of a line begin where a column begins, give or take one place."""
    if len(places) < 2 and not (places and places[0] > columns[0] + 1):
        return False
    return all(any(abs(place - column) <= 1 for column in columns) for place in places)


def _aligned_table(lines: list[str], start: int, end: int, columns: list[int], number: int) -> Table:
    rows: list[Row] = []
    for index in range(start, end):
        line = lines[index].expandtabs(8).rstrip()
        place = Locator(table=number, row=len(rows) + 1, line=index + 1)
        cells: list[Cell] = []
        parts = _starts(line)
        for part, begin in enumerate(parts):
            finish = parts[part + 1] if part + 1 < len(parts) else len(line)
            column = min(range(len(columns)), key=lambda c: abs(columns[c] - begin))
            text = line[begin:finish].strip()
            cells.append(Cell(text, place.at(cell=column + 1), column))
        rows.append(Row(tuple(cells), place))
    return Table(tuple(rows), Locator(table=number, line=start + 1), len(columns))
