"""Cells of tables from the blocks found in them."""

from __future__ import annotations

from etl.records import Block, Cell, Locator, Paragraph


def make_cell(blocks: list[Block], at: Locator) -> Cell:
    """Return a cell for the blocks found in it; blocks are kept only where the text does not say all."""
    paragraphs = [block for block in blocks if isinstance(block, Paragraph)]
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    bold = bool(paragraphs) and all(paragraph.bold for paragraph in paragraphs)
    struck = bool(paragraphs) and all(p.struck == ((0, len(p.text)),) for p in paragraphs)
    partly = not struck and any(paragraph.struck for paragraph in paragraphs)
    plain = len(blocks) <= 1 and len(paragraphs) == len(blocks)
    if plain and not partly and all(p.kind == "text" and p.marker is None for p in paragraphs):
        return Cell(text, at, struck=struck, bold=bold)
    return Cell(text, at, blocks=tuple(blocks), struck=struck, bold=bold)
