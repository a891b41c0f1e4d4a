"""Running heads, feet and page numbers: what stands at the edge of pages and is no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from etl.read.page import Line, Page, gather_lines

EDGE_LINES = 4
"""Lines at the top and at the bottom of a page that may be furniture."""

_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:(?:стр(?:аница|\.)?|бет|page)\W*)?\d{1,4}(?:\W*(?:из|/|of|бет\w*|стр\.?|-?ші бет)\W*\d{0,4})*[\W_]*$",
    re.IGNORECASE,
)
_DIGITS = re.compile(r"\d+")


def take_furniture(pages: Sequence[Page]) -> list[list[tuple[Line, bool]]]:
    """Take the furniture off pages and return its lines per page, with whether each stands at the top.

    A line is furniture where it is a page number alone at the edge, or where the same words stand at the same height
    on other pages, with the same numbers or ones that count the pages, unless they head the columns of a table.

    Args:
        pages: all pages of a document; their words lose the furniture.
    """
    edges = [_edge_parts(page) for page in pages]
    seen: dict[tuple[str, bool], list[_Seen]] = {}
    for page, found in zip(pages, edges, strict=True):
        for line, top, _ in found:
            seen.setdefault(_key(line, top), []).append(_Seen(page.number, line.bottom, _numbers(line)))
    taken: list[list[tuple[Line, bool]]] = []
    for page, found in zip(pages, edges, strict=True):
        own = []
        for line, top, outermost in found:
            number = outermost and bool(_PAGE_NUMBER.match(line.text)) and _stands_apart(line, page)
            if number or _is_repeated(
                _Seen(page.number, line.bottom, _numbers(line)), seen[_key(line, top)], len(pages)
            ):
                own.append((line, top))
        dropped = {id(word) for line, _ in own for word in line.words}
        page.words = [word for word in page.words if id(word) not in dropped]
        taken.append(own)
    return taken


@dataclass(frozen=True, slots=True)
class _Seen:
    """Where a line was seen, and the numbers in it."""

    page: int
    bottom: float
    numbers: tuple[int, ...]


def _key(line: Line, top: bool) -> tuple[str, bool]:  # noqa: FBT001
    return _DIGITS.sub("#", line.text.lower()), top


def _numbers(line: Line) -> tuple[int, ...]:
    return tuple(int(digits) for digits in _DIGITS.findall(line.text)[:6])


def _is_repeated(own: _Seen, others: Sequence[_Seen], pages: int) -> bool:
    """Whether a line stands on other pages too, numbers unchanged or counting the pages."""
    alike = {
        other.page
        for other in others
        if other.page != own.page
        and abs(other.bottom - own.bottom) < 6
        and all(b - a in (0, other.page - own.page) for a, b in zip(own.numbers, other.numbers, strict=True))
    }
    return len(alike) >= (1 if pages <= 3 else 2)


def _edge_parts(page: Page) -> list[tuple[Line, bool, bool]]:
    """Return what stands at the edges of a page: part of a line, at the top, and whether it is the outermost line.

    A line is taken apart at wide white, as running heads set a title on one side and a number on the other.
    """
    lines = gather_lines(page.words)
    page.words = [word for line in lines for word in line.words]
    top = [(line, True, index == 0) for index, line in enumerate(lines[:EDGE_LINES]) if line.top < 0.2 * page.height]
    rest = lines[len(top) :][-EDGE_LINES:]
    foot = [(line, False, line is lines[-1]) for line in rest if line.bottom > 0.8 * page.height]
    found: list[tuple[Line, bool, bool]] = []
    headed: Line | None = None
    for line, at_top, outermost in top + foot:
        close = headed is not None and line.top - headed.bottom < 0.8 * line.size
        if close or _heads_columns(line, page):
            headed = line
            continue
        parts = _parts(line) if outermost and _is_detached(line, lines, at_top=at_top) else [line]
        found += [(part, at_top, outermost) for part in parts]
    return found


def _is_detached(line: Line, lines: Sequence[Line], *, at_top: bool) -> bool:
    """Whether wide white parts the outermost line of a page from the text."""
    if len(lines) < 2:
        return True
    white = lines[1].top - line.bottom if at_top else line.top - lines[-2].bottom
    return white > 0.9 * line.size


def _parts(line: Line) -> list[Line]:
    parts = [[line.words[0]]]
    for word in line.words[1:]:
        if word.x0 - parts[-1][-1].x1 > 2.5 * line.size:
            parts.append([word])
        else:
            parts[-1].append(word)
    return [Line(words) for words in parts]


def _stands_apart(line: Line, page: Page) -> bool:
    """Whether nothing stands close to a page number: it is no cell of a table or line of a text."""
    for word in page.words:
        if word in line.words:
            continue
        if abs(word.middle - line.words[0].middle) < 1.1 * line.size:
            return False
    inside = [rule for rule in page.down if rule.start < line.top and line.bottom < rule.end]
    return len(inside) < 2


def _heads_columns(line: Line, page: Page) -> bool:
    """Whether the parts of a line stand over columns: parts of the lines below begin where they begin."""
    if any(rule.start - 2 < line.top and line.bottom < rule.end + 2 for rule in page.down):
        return True
    starts = [line.words[0].x0]
    starts += [b.x0 for a, b in zip(line.words, line.words[1:], strict=False) if b.x0 - a.x1 > 0.8 * line.size]
    if len(starts) < 3:
        return False
    below = [word for word in page.words if line.bottom < word.top < line.bottom + 20 * line.size]
    backed = sum(sum(abs(word.x0 - start) < 2.5 for word in below) >= 3 for start in starts)
    return backed >= 2
