"""Short forms of blocks, so that a test shows what it expects on one line."""

from __future__ import annotations

from etl.read import read_document
from etl.records import Block, Document, Paragraph, Table


def read_page(html: str | bytes, name: str = "page.html") -> Document:
    return read_document(name, html.encode("utf-8") if isinstance(html, str) else html)


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs()]


def content(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs() if not paragraph.furniture]


def furniture(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs() if paragraph.furniture]


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def grid(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def places(table: Table) -> list[list[tuple[int, int, int]]]:
    """Column, colspan and rowspan of each cell."""
    return [[(cell.column, cell.colspan, cell.rowspan) for cell in row.cells] for row in table.rows]


def outline(blocks: tuple[Block, ...]) -> list[str]:
    """One word per block: the text of a paragraph, ``#`` and the number of a table."""
    return [block.text if isinstance(block, Paragraph) else f"#{block.locator.table}" for block in blocks]


def codes(document: Document) -> list[str]:
    return [issue.code for issue in document.issues]
