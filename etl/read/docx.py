"""Reader of Word documents (docx), straight from their XML."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lxml import etree

from etl.read.cells import make_cell
from etl.read.docx_grid import CellDraft, blocks_below, cells_of, rows_of, skipped_columns, spans_of
from etl.read.docx_run import RunReader
from etl.read.docx_style import Numbering, Style, Styles, W, is_on, is_outline, number_of, value_of
from etl.read.html import read_html
from etl.read.limits import MAX_TABLE_DEPTH
from etl.read.package import Package, PackageError
from etl.read.result import Read, note_pictures
from etl.records import Block, Issue, Locator, Paragraph, Row, Table

_RELATION_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_PICTURE = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
_OLD_PICTURE = "{urn:schemas-microsoft-com:vml}imagedata"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"


def read_docx(data: bytes) -> Read:
    """Return the blocks of a Word document: headers, body, notes, footers.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: the file is broken, protected or too large; the caller makes an issue of it.
    """
    package = Package(data)
    main = _main_part(package)
    related = package.related(main)
    root = package.parse(main)
    if root.tag != f"{W}document":
        raise PackageError("the main part is not a Word document of the transitional kind")
    styles = Styles(_optional(package, related, "styles"))
    numbering = Numbering(_optional(package, related, "numbering"), styles)
    reader = _Reader(styles, numbering)
    for name in related.get("header", ()):
        reader.read_part(package.parse(name), furniture=True)
    body = root.find(f"{W}body")
    if body is not None:
        reader.read_part(body)
    for kind in ("footnote", "endnote"):
        notes = _optional(package, related, f"{kind}s")
        if notes is not None:
            reader.read_notes(notes, kind)
    for name in related.get("footer", ()):
        reader.read_part(package.parse(name), furniture=True)
    chunks = list(root.iter(f"{W}altChunk"))
    if chunks:
        embedded = _read_chunks(package, main, chunks) if not reader.blocks else None
        if embedded is not None:
            return embedded
        reader.issues.append(Issue("embedded_part", f"{len(chunks)} embedded documents were not read.", "error"))
    pictures = sum(1 for _ in root.iter(_PICTURE, _OLD_PICTURE))
    reader.issues += note_pictures(pictures)
    if reader.covered:
        message = f"{reader.covered} merged cells hide text that Word does not show; it was left out."
        reader.issues.append(Issue("hidden_text", message, "info"))
    return Read(tuple(reader.blocks), _title(package), tuple(reader.issues))


def _read_chunks(package: Package, main: str, chunks: list[etree._Element]) -> Read | None:
    """Return the web page that a document consists of, None where it is anything else."""
    target = package.target_of(main, chunks[0].get(_RELATION_ID))
    if len(chunks) > 1 or target is None or not target.lower().endswith((".html", ".htm", ".mht", ".xhtml")):
        return None
    return read_html(package.read(target))


def _main_part(package: Package) -> str:
    found = package.related("").get("officeDocument", [])
    if found:
        return found[0]
    if "word/document.xml" in package.names:
        return "word/document.xml"
    raise PackageError("the main part of the document is missing")


def _optional(package: Package, related: dict[str, list[str]], kind: str) -> etree._Element | None:
    """Return the root of a helping part, None where it is missing or damaged: the text does not need it."""
    names = related.get(kind)
    try:
        return package.parse(names[0]) if names else None
    except PackageError:
        return None


def _title(package: Package) -> str | None:
    if "docProps/core.xml" not in package.names:
        return None
    try:
        title = package.parse("docProps/core.xml").findtext(f".//{_TITLE}")
    except PackageError:
        return None
    return " ".join((title or "").split()) or None


@dataclass(slots=True)
class _Reader:
    styles: Styles
    numbering: Numbering
    blocks: list[Block] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    covered: int = 0
    _paragraphs: int = 0
    _tables: int = 0
    _notes: dict[tuple[str, str], int] = field(default_factory=dict)

    def read_part(self, root: etree._Element, *, furniture: bool = False) -> None:
        """Append the blocks of the body, a header or a footer."""
        self.blocks += self._read_blocks(root, Locator(), furniture=furniture, depth=0)

    def read_notes(self, root: etree._Element, kind: str) -> None:
        """Append the notes that the text refers to, each with its number as marker."""
        for note in root:
            number = self._notes.get((kind, note.get(f"{W}id") or ""))
            if number is None:
                continue
            for index, block in enumerate(self._read_blocks(note, Locator(), furniture=False, depth=0)):
                if isinstance(block, Paragraph) and index == 0:
                    block = Paragraph(
                        block.text, block.locator, "text", f"[{number}]", block.bold, block.struck, furniture=False
                    )
                self.blocks.append(block)

    def _read_blocks(self, parent: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        blocks: list[Block] = []
        self._put(blocks, self._read_raw(parent, base, furniture=furniture, depth=depth), base)
        return blocks

    def _read_raw(self, parent: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        """Return the blocks below an element, paragraphs not yet numbered."""
        runs = RunReader(self.styles)
        found: list[Block] = []
        for element in blocks_below(parent):
            if element.tag == f"{W}tbl":
                found += self._finish(runs, base, None, Style(), furniture=furniture, depth=depth)
                found += self._read_table(element, base, furniture=furniture, depth=depth)
            else:
                found += self._read_paragraph(element, runs, base, furniture=furniture, depth=depth)
        # What a deleted paragraph mark carried on stays here where no paragraph follows to join it (so before tables).
        return found + self._finish(runs, base, None, Style(), furniture=furniture, depth=depth)

    def _put(self, blocks: list[Block], found: Sequence[Block], base: Locator) -> None:
        """Append blocks; paragraphs get their number, counted in the cell or in the whole document."""
        for block in found:
            if isinstance(block, Paragraph):
                if base.table is None:
                    self._paragraphs = count = self._paragraphs + 1
                else:
                    count = sum(isinstance(other, Paragraph) for other in blocks) + 1
                block = _place(block, Locator(None, count, base.table, base.row, base.cell))
            blocks.append(block)

    def _read_paragraph(
        self, element: etree._Element, runs: RunReader, base: Locator, *, furniture: bool, depth: int
    ) -> list[Block]:
        properties = element.find(f"{W}pPr")
        named = value_of(properties.find(f"{W}pStyle")) if properties is not None else None
        style = self.styles.get(named or self.styles.default_paragraph)
        runs.collect(element, style)
        if _is_mark_deleted(properties):
            return []
        return self._finish(runs, base, properties, style, furniture=furniture, depth=depth)

    def _finish(
        self,
        runs: RunReader,
        base: Locator,
        properties: etree._Element | None,
        style: Style,
        *,
        furniture: bool,
        depth: int,
    ) -> list[Block]:
        """Return the paragraph that was collected, followed by the text boxes anchored in it."""
        found: list[Block] = []
        marker, numbered = self._number(properties, style)  # an empty list paragraph counts too, as in Word
        for settled in runs.inline.settle():
            outline = properties.find(f"{W}outlineLvl") if properties is not None else None
            kind = "heading" if style.heading or is_outline(outline) else "item" if numbered else "text"
            found.append(Paragraph(settled.text, base, kind, marker, settled.bold, settled.struck, furniture=furniture))
        boxes, notes = runs.take()
        for note in notes:
            self._notes.setdefault(note, len(self._notes) + 1)
        if depth < MAX_TABLE_DEPTH:
            for box in boxes:
                found += self._read_raw(box, base, furniture=furniture, depth=depth + 1)
        return found

    def _number(self, properties: etree._Element | None, style: Style) -> tuple[str | None, bool]:
        """Return the automatic marker of a paragraph and whether it belongs to a list."""
        own = number_of(properties)
        named = style.number
        if own is None and named is None:
            return None, False
        identifier, level = own if own is not None else named  # type: ignore[misc]
        if identifier is None and named is not None:
            identifier = named[0]
        if identifier in (None, "0"):
            return None, False
        return self.numbering.next_marker(identifier, level), True

    def _read_table(self, element: etree._Element, base: Locator, *, furniture: bool, depth: int) -> list[Block]:
        if depth >= MAX_TABLE_DEPTH:
            found: list[Block] = []
            for paragraph in element.iter(f"{W}p"):
                runs = RunReader(self.styles)
                found += self._read_paragraph(paragraph, runs, base, furniture=furniture, depth=depth)
            return found
        self._tables += 1
        number = self._tables
        at = Locator(table=number)
        drafts: list[tuple[Locator, list[CellDraft]]] = []
        open_cells: dict[int, CellDraft] = {}
        width = 0
        for row in rows_of(element):
            place = at.at(row=len(drafts) + 1)
            drafts.append((place, []))
            column = skipped_columns(row, "gridBefore")
            header = bool(is_on(row.find(f"{W}trPr"), "tblHeader"))
            reached: dict[int, CellDraft] = {}
            for cell in cells_of(row):
                span, merge = spans_of(cell)
                above = open_cells.get(column)
                if merge == "continue" and above is not None and above.span == span:
                    above.rows += 1
                    reached[column] = above
                    self.covered += bool("".join(cell.itertext(f"{W}t")).strip())
                else:
                    draft = CellDraft(column, span, header)
                    here = Locator(None, None, number, place.row, len(drafts[-1][1]) + 1)
                    blocks = self._read_blocks(cell, here, furniture=furniture, depth=depth + 1)
                    draft.cell = make_cell(blocks, here)
                    drafts[-1][1].append(draft)
                    if merge is not None:
                        reached[column] = draft
                column += span
            open_cells = reached
            width = max(width, column)
        rows = [Row(tuple(draft.finish() for draft in cells), place) for place, cells in drafts if cells]
        if not any(cell.text or cell.blocks for row in rows for cell in row.cells):
            self._tables = number - 1
            return []
        return [Table(tuple(rows), at, width, None, furniture)]


def _is_mark_deleted(properties: etree._Element | None) -> bool:
    """Whether a tracked change joins a paragraph with the next one."""
    run = properties.find(f"{W}rPr") if properties is not None else None
    return run is not None and run.find(f"{W}del") is not None


def _place(paragraph: Paragraph, at: Locator) -> Paragraph:
    return Paragraph(
        paragraph.text,
        at,
        paragraph.kind,
        paragraph.marker,
        paragraph.bold,
        paragraph.struck,
        paragraph.furniture,
    )
