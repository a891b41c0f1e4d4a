"""Tables in plain text: Markdown, boxes drawn with characters, tabs, and columns aligned by spaces."""

from __future__ import annotations

import re
from dataclasses import dataclass

from etl.read.txt_columns import find_columns
from etl.records import Cell, Locator, Row, Table

MIN_LINES = 3
"""Runs of fewer lines with the same columns are running text (a date line, a signature)."""

_RULE = re.compile(r"^[\s|+\-=_:─━═│┃║┌┐└┘├┤┬┴┼╔╗╚╝╠╣╦╩╬╟╢]+$")
_MARKDOWN_RULE = re.compile(r"^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$")
_BARS = re.compile(r"[│┃║]")
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
        aligned = find_columns(lines, index, len(found) + 1)
        if aligned is not None:
            end, table = aligned
            found.append(Found(index, end - 1, table))
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
