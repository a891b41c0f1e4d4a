"""Reader of OpenDocument files: texts (odt) with their lists and tables, workbooks (ods) with their sheets."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from etl.read.draft import Draft, DraftCell, DraftTable, Numbers, draft_paragraphs, finish_blocks
from etl.read.inline import Inline
from etl.read.limits import MAX_SPAN, MAX_TABLE_DEPTH
from etl.read.odf_style import ListStyles, TextStyles
from etl.read.package import Package, PackageError
from etl.read.result import Read
from etl.read.xlsx import Value, print_value
from etl.records import Block, Cell, Issue, Locator, Row, Table

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"

_LEFT_OUT = frozenset(
    (f"{_OFFICE}annotation", f"{_OFFICE}annotation-end", f"{_TEXT}tracked-changes", f"{_TEXT}note", f"{_TEXT}ruby-text")
)
_CONTAINERS = frozenset(
    (f"{_TEXT}section", f"{_TEXT}index-body", f"{_OFFICE}text", f"{_TEXT}table-of-content", f"{_TEXT}index-title")
    + (f"{_TEXT}list-header", f"{_DRAW}text-box", f"{_TEXT}note-body", f"{_TEXT}numbered-paragraph")
)
MAX_REPEATED = 1_000
"""Repeated cells or rows beyond this are the empty rest of a sheet."""


def read_odt(data: bytes) -> Read:
    """Return the blocks of a text document: body and notes, headers and footers as furniture.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    root, styles = _open(package)
    body = root.find(f"{_OFFICE}body/{_OFFICE}text")
    if body is None:
        raise PackageError("the body of the document is missing")
    reader = _Reader(TextStyles(root, styles), ListStyles(root, styles))
    numbers = Numbers()
    blocks = finish_blocks(reader.read(body), numbers=numbers)
    notes = [draft for note in root.iter(f"{_TEXT}note-body") for draft in reader.read(note)]
    blocks += finish_blocks(notes, numbers=numbers)
    if styles is not None:
        for part in styles.iter(f"{_STYLE}header", f"{_STYLE}footer"):
            blocks += finish_blocks(reader.read(part), furniture=True, numbers=numbers)
    issues = []
    pictures = sum(1 for _ in body.iter(f"{_DRAW}image"))
    if pictures:
        message = f"The document holds {pictures} pictures; what is printed in them was not read."
        issues.append(Issue("pictures_not_read", message, "info"))
    return Read(tuple(blocks), _title(package), tuple(issues))


def read_ods(data: bytes) -> Read:
    """Return one table per sheet that holds anything, with the row numbers of the spreadsheet.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    root, styles = _open(package)
    body = root.find(f"{_OFFICE}body/{_OFFICE}spreadsheet")
    if body is None:
        raise PackageError("the body of the workbook is missing")
    cell_styles = TextStyles(root, styles)
    blocks: list[Block] = []
    issues: list[Issue] = []
    for sheet in body.iter(f"{_TABLE}table"):
        table = _read_sheet(sheet, len(blocks) + 1, cell_styles)
        if table is None:
            continue
        blocks.append(table)
        if cell_styles.is_hidden_table(sheet.get(f"{_TABLE}style-name")):
            message = f"The sheet «{table.title}» is hidden; it was read."
            issues.append(Issue("hidden_sheet", message, "info", Locator(sheet=table.title)))
    return Read(tuple(blocks), _title(package), tuple(issues))


def _open(package: Package) -> tuple[etree._Element, etree._Element | None]:
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise PackageError("protected by a password")
    styles = package.parse("styles.xml") if "styles.xml" in package.names else None
    return package.parse("content.xml"), styles


def _title(package: Package) -> str | None:
    if "meta.xml" not in package.names:
        return None
    try:
        return " ".join((package.parse("meta.xml").findtext(f".//{_TITLE}") or "").split()) or None
    except PackageError:
        return None


@dataclass(slots=True)
class _Place:
    """Where in lists a paragraph stands: the style of the list and the level, from 1."""

    style: str | None
    level: int
    first: bool = True


@dataclass(slots=True)
class _Reader:
    text_styles: TextStyles
    list_styles: ListStyles
    _boxes: list[etree._Element] = field(default_factory=list)

    def read(self, parent: etree._Element, place: _Place | None = None, depth: int = 0) -> list[Draft]:
        """Return the drafts below an element."""
        found: list[Draft] = []
        for element in parent:
            if not isinstance(element.tag, str) or element.tag in _LEFT_OUT:
                continue
            if element.tag in (f"{_TEXT}p", f"{_TEXT}h"):
                found += self._paragraph(element, place, depth)
            elif element.tag == f"{_TEXT}list":
                found += self._list(element, place, depth)
            elif element.tag == f"{_TABLE}table":
                found += self._table(element, depth)
            elif element.tag in _CONTAINERS or element.tag in (f"{_DRAW}frame", f"{_DRAW}custom-shape"):
                found += self.read(element, place, depth)
        return found

    def _paragraph(self, element: etree._Element, place: _Place | None, depth: int) -> list[Draft]:
        inline = Inline()
        boxes: list[etree._Element] = []
        look = self.text_styles.look(element.get(f"{_TEXT}style-name"))
        self._collect(element, inline, look, boxes)
        stretches = inline.settle()
        kind, marker = "heading" if element.tag == f"{_TEXT}h" else "text", None
        if place is not None and kind == "text":
            kind = "item"
            if place.first:
                marker = self.list_styles.next_marker(place.style, place.level)
                place.first = False
        found: list[Draft] = list(draft_paragraphs(stretches, kind if marker or kind == "heading" else "text", marker))
        if depth < MAX_TABLE_DEPTH:
            for box in boxes:
                found += self.read(box, None, depth + 1)
        return found

    def _collect(
        self, element: etree._Element, inline: Inline, look: tuple[bool, bool], boxes: list[etree._Element]
    ) -> None:
        bold, struck = look
        _add(inline, element.text, bold, struck)
        for child in element:
            if isinstance(child.tag, str) and child.tag not in _LEFT_OUT:
                if child.tag == f"{_TEXT}s":
                    inline.add(" " * min(_count(child, f"{_TEXT}c"), MAX_SPAN), struck=struck, bold=bold)
                elif child.tag == f"{_TEXT}tab":
                    inline.add("\t", struck=struck, bold=bold)
                elif child.tag == f"{_TEXT}line-break":
                    inline.add("\n")
                elif child.tag in (f"{_DRAW}frame", f"{_DRAW}custom-shape"):
                    boxes.append(child)
                else:
                    own = self.text_styles.look(child.get(f"{_TEXT}style-name"), look)
                    self._collect(child, inline, own, boxes)
            _add(inline, child.tail, bold, struck)

    def _list(self, element: etree._Element, outer: _Place | None, depth: int) -> list[Draft]:
        style = element.get(f"{_TEXT}style-name") or (outer.style if outer else None)
        level = (outer.level if outer else 0) + 1
        continued = element.get(f"{_TEXT}continue-numbering") == "true" or element.get(f"{_TEXT}continue-list")
        if level == 1 and not continued:
            self.list_styles.begin(style)
        found: list[Draft] = []
        for item in element:
            if item.tag == f"{_TEXT}list-item":
                value = item.get(f"{_TEXT}start-value")
                if value and value.isdigit():
                    self.list_styles.set_next(style, level, int(value))
                found += self.read(item, _Place(style, level), depth)
            elif item.tag == f"{_TEXT}list-header":
                found += self.read(item, None, depth)
        return found

    def _table(self, element: etree._Element, depth: int) -> list[Draft]:
        if depth >= MAX_TABLE_DEPTH:
            return [d for p in element.iter(f"{_TEXT}p") for d in self._paragraph(p, None, depth)]
        draft = DraftTable()
        for row, header, _ in _rows(element):
            cells: list[DraftCell] = []
            for cell, column in _cells(row):
                if cell.tag == f"{_TABLE}covered-table-cell":
                    continue
                span = min(_count(cell, f"{_TABLE}number-columns-spanned"), MAX_SPAN)
                down = min(_count(cell, f"{_TABLE}number-rows-spanned"), MAX_SPAN)
                made = DraftCell(self.read(cell, None, depth + 1), header=header)
                # Columns of equal width stand for the columns the format counts itself.
                made.left, made.right, made.rowspan = 1000 * column, 1000 * (column + span), down
                cells.append(made)
            draft.rows.append(cells)
        return [draft]


def _add(inline: Inline, text: str | None, bold: bool, struck: bool) -> None:  # noqa: FBT001
    if text:
        inline.add(text, struck=struck, bold=bold, collapse=True)


def _count(element: etree._Element, name: str) -> int:
    value = element.get(name) or "1"
    return max(1, int(value)) if value.isdigit() else 1


def _rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool, int]]:
    """Yield rows with whether they are headings, and the number of each, from 1."""
    number = 1
    for element in table.iter(f"{_TABLE}table-row"):
        if next(element.iterancestors(f"{_TABLE}table")) is not table:
            continue
        parent = element.getparent()
        header = parent is not None and parent.tag == f"{_TABLE}table-header-rows"
        repeated = _count(element, f"{_TABLE}number-rows-repeated")
        filled = any(True for _ in element.iter(f"{_TEXT}p"))
        for index in range(min(repeated, MAX_REPEATED) if filled else 1):
            yield element, header, number + index
        number += repeated


def _cells(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Yield cells with their column, from 0."""
    column = 0
    for cell in row:
        if cell.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        repeated = _count(cell, f"{_TABLE}number-columns-repeated")
        for index in range(repeated if len(cell) and repeated <= MAX_REPEATED else 1):
            yield cell, column + index
        column += repeated


def _read_sheet(sheet: etree._Element, number: int, styles: TextStyles) -> Table | None:
    name = sheet.get(f"{_TABLE}name")
    at = Locator(table=number, sheet=name)
    rows: list[Row] = []
    width = 0
    for row, _, index in _rows(sheet):
        cells = []
        for cell, column in _cells(row):
            place = Locator(table=number, row=index, cell=column + 1, sheet=name)
            made = _read_cell(cell, column, place, styles) if cell.tag == f"{_TABLE}table-cell" else None
            if made is not None:
                cells.append(made)
                width = max(width, made.column + made.colspan)
        if cells:
            rows.append(Row(tuple(cells), Locator(table=number, row=index, sheet=name)))
    return Table(tuple(rows), at, width, name) if rows else None


def _read_cell(cell: etree._Element, column: int, at: Locator, styles: TextStyles) -> Cell | None:
    bold, struck = styles.look(cell.get(f"{_TABLE}style-name"))
    reader = _Reader(styles, ListStyles(None, None))
    inline = Inline()
    for paragraph in cell.iter(f"{_TEXT}p"):
        if next(paragraph.iterancestors(f"{_OFFICE}annotation"), None) is None:
            reader._collect(paragraph, inline, (bold, struck), [])
            inline.add("\n")
    settled = inline.settle()
    printed = settled[0].text if settled else ""
    text, value = _typed(cell, printed)
    if not text:
        return None
    span = min(_count(cell, f"{_TABLE}number-columns-spanned"), MAX_SPAN)
    down = min(_count(cell, f"{_TABLE}number-rows-spanned"), MAX_SPAN)
    whole = bool(settled and settled[0].all_struck) or struck
    return Cell(text, at, column, span, down, False, value, (), whole, bool(settled and settled[0].bold) or bold)


def _typed(cell: etree._Element, printed: str) -> tuple[str, Value]:
    """Return the text and the typed value of a cell as the reader of workbooks prints them."""
    kind = cell.get(f"{_OFFICE}value-type")
    raw = cell.get(f"{_OFFICE}value") or ""
    try:
        if kind in ("float", "currency"):
            return print_value(float(raw))
        if kind == "date":
            return print_value(dt.datetime.fromisoformat(cell.get(f"{_OFFICE}date-value") or ""))
        if kind == "boolean":
            return print_value(cell.get(f"{_OFFICE}boolean-value") == "true")
    except ValueError:
        return printed, None
    return printed, None
