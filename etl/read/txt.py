"""Reader of plain text and Markdown: every printed line is a paragraph, tables are recognised."""

from __future__ import annotations

import re

from etl.read.encoding import decode_text
from etl.read.markers import split_marker
from etl.read.result import Read
from etl.read.txt_tables import find_tables
from etl.records import Block, Locator, Paragraph

_HASHES = re.compile(r"^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$")
_STARS = re.compile(r"^(\*\*|__)(?=\S)(.+?)(?<=\S)\1$")
_STRUCK = re.compile(r"~~(?=\S)(.+?)(?<=\S)~~")


def read_txt(data: bytes) -> Read:
    """Return the lines of a text in order; blank lines are left out, wrapped lines are not joined.

    Args:
        data: the bytes of a text or Markdown file.
    """
    decoded = decode_text(data)
    lines = decoded.text.replace("\f", "\n").replace("\u2028", "\n").replace("\u0085", "\n").split("\n")
    tables = {found.first: found for found in find_tables(lines)}
    blocks: list[Block] = []
    paragraphs = 0
    index = 0
    while index < len(lines):
        if index in tables:
            blocks.append(tables[index].table)
            index = tables[index].last + 1
            continue
        if lines[index].strip():
            paragraphs += 1
            blocks.append(_read_line(lines[index], Locator(paragraph=paragraphs, line=index + 1)))
        index += 1
    return Read(tuple(blocks), None, decoded.issues, decoded.encoding)


def _read_line(line: str, at: Locator) -> Paragraph:
    text = line.strip()
    heading = _HASHES.match(line)
    if heading:
        return Paragraph(heading.group(2), at, "heading")
    bold = _STARS.match(text)
    if bold and bold.group(1) not in bold.group(2):
        return Paragraph(bold.group(2), at, bold=True)
    marker, rest = split_marker(text)
    text, struck = _take_struck(rest)
    return Paragraph(text, at, "item" if marker else "text", marker, struck=struck)


def _take_struck(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Return a text without the tildes of Markdown, and the spans they struck through."""
    spans: list[tuple[int, int]] = []
    kept = ""
    last = 0
    for match in _STRUCK.finditer(text):
        kept += text[last : match.start()]
        spans.append((len(kept), len(kept) + len(match.group(1))))
        kept += match.group(1)
        last = match.end()
    return kept + text[last:], tuple(spans)
