"""Plain text and CSV files."""

from __future__ import annotations

import csv
import io

from etl.demo.blocks import Block, Para, Sheet


def render_text(blocks: list[Block]) -> bytes:
    """Write blocks as text: titles in lines of their own, list items numbered, tables as tab-separated lines."""
    lines: list[str] = []
    number = 0
    for block in blocks:
        if isinstance(block, Para):
            number = number + 1 if block.kind == "item" else 0
            text = block.text.replace("\t", " " * 20)
            if block.kind == "item":
                lines.append(f"{number}) {text}")
            elif block.kind == "right":
                lines.append(" " * 40 + text)
            else:
                lines += ([""] if block.kind in ("title", "heading") and lines else []) + [text]
            continue
        lines += ["\t".join(cell.text.replace("\n", " ") for cell in row) for row in block.rows]
    return ("\n".join(lines) + "\n").encode("utf-8")


def render_csv(sheet: Sheet, encoding: str, delimiter: str) -> bytes:
    """Write a sheet as a CSV file.

    Args:
        sheet: rows
        encoding: utf-8, utf-8-sig or cp1251 (the sheet must then hold no Kazakh letters)
        delimiter: comma, semicolon or tab
    """
    buffer = io.StringIO()
    writer = csv.writer(buffer, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([["" if value is None else value for value in row] for row in sheet.rows])
    return buffer.getvalue().encode(encoding)
