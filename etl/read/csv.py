"""Reader of tables as text (CSV and its relatives): one table, with the line numbers of the file."""

from __future__ import annotations

import csv
import io
from collections import Counter
from typing import Any

from etl.read.encoding import decode_text
from etl.read.result import Read
from etl.records import Cell, Issue, Locator, Row, Table

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE_RECORDS = 60
csv.field_size_limit(2**27)


def read_csv(data: bytes) -> Read:
    """Return the table of a delimited text file; empty cells are left out (their column numbers are not).

    Args:
        data: the bytes of the file.
    """
    decoded = decode_text(data)
    text = decoded.text
    first, _, rest = text.partition("\n")
    skipped = 0
    delimiter = None
    if first.lower().startswith("sep=") and len(first.strip()) == 5:
        delimiter, text, skipped = first.strip()[4], rest, 1
    delimiter = delimiter or find_delimiter(text)
    issues = list(decoded.issues)
    if _has_open_quote(text, delimiter):
        message = "A quotation mark is opened and never closed; quotation marks were read as ordinary characters."
        issues.append(Issue("open_quote", message))
        records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=csv.QUOTE_NONE)
    else:
        records = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, skipinitialspace=delimiter != "\t")
    at = Locator(table=1)
    rows, width = _read_rows(records, skipped)
    if not rows:
        return Read((), None, tuple(issues), decoded.encoding)
    return Read((Table(rows, at, width),), None, tuple(issues), decoded.encoding)


def _read_rows(records: Any, skipped: int) -> tuple[tuple[Row, ...], int]:
    rows: list[Row] = []
    width = 0
    line = skipped + 1
    for record in records:
        number = len(rows) + 1
        cells = tuple(
            [
                Cell(stripped, Locator(None, None, 1, number, place + 1, None, line), place)
                for place, printed in enumerate(record)
                if (stripped := printed.strip())
            ]
        )
        if cells:
            rows.append(Row(cells, Locator(None, None, 1, number, None, None, line)))
            width = max(width, cells[-1].column + 1)
        line = skipped + records.line_num + 1
    return tuple(rows), width


def find_delimiter(text: str) -> str:
    """Return the delimiter that cuts the first records most evenly into more than one cell.

    Title lines above the heading and ragged rows only lower the score; without any delimiter a comma is assumed.

    Args:
        text: the text of the file.
    """
    best, best_score = ",", 0.0
    sample = text[:200_000]
    for delimiter in _DELIMITERS:
        if delimiter not in sample:
            continue
        widths: Counter[int] = Counter()
        for index, record in enumerate(csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter)):
            if index >= _SAMPLE_RECORDS:
                break
            if any(cell.strip() for cell in record):
                widths[len(record)] += 1
        total = sum(widths.values())
        wide = {width: count for width, count in widths.items() if width > 1}
        if not total or not wide:
            continue
        width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
        score = count / total * min(width, 12) ** 0.5
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _has_open_quote(text: str, delimiter: str) -> bool:
    """Whether a quotation mark swallows the rest of the file: a strict second look at suspicious files only."""
    if '"' not in text:
        return False
    reader = csv.reader(
        io.StringIO(text, newline=""), delimiter=delimiter, strict=True, skipinitialspace=delimiter != "\t"
    )
    before = 0
    try:
        for _record in reader:
            if reader.line_num - before > 200:
                return True
            before = reader.line_num
    except csv.Error as error:
        return "unexpected end" in str(error)
    return False
