"""Running heads, feet and page numbers: what stands at the edge of pages and is no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from etl.read.page import Line, Page, gather_lines, median
from etl.read.page_hyphens import leading_of

EDGE_LINES = 4
"""Lines at the top and at the bottom of a page that may be furniture."""

_PAGE_NUMBER = re.compile(
    r"^[\W_]*(?:(?:стр(?:аница|\.)?|бет|page)\W*)?\d{1,4}(?:\W*(?:из|/|of|бет\w*|стр\.?|-?ші бет)\W*\d{0,4})*[\W_]*$",
    re.IGNORECASE,
)
_PAGE_WORD = re.compile(r"\b(?:стр|страница|бет|беті|page|лист|парақ)\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")


def take_furniture(pages: Sequence[Page]) -> list[list[tuple[Line, bool]]]:
    """Take the furniture off pages and return its lines per page, with whether each stands at the top.

    A line is furniture where it is a page number alone at the edge, or where the same words stand at the same height
    on other pages, with the same numbers or ones that count the pages, unless they head the columns of a table.

    Args:
        pages: all pages of a document; their words lose the furniture.
    """
    edges = [_edge_lines(page) for page in pages]
    seen: dict[tuple[str, bool], list[_Seen]] = {}
    for page, found in zip(pages, edges, strict=True):
        for edge in found:
            for part in edge.parts:
                seen.setdefault(_key(part, edge.top), []).append(_Seen(page.number, part.bottom, _numbers(part)))
    body = median((word.size for page in pages for word in page.words), 10.0)
    taken: list[list[tuple[Line, bool]]] = []
    for page, found in zip(pages, edges, strict=True):
        chosen = [(edge, _furniture_of(edge, page, seen, len(pages))) for edge in found]
        chosen = _without_close([(edge, parts) for edge, parts in chosen if parts])
        if page is pages[0]:
            chosen = [(edge, parts) for edge, parts in chosen if not _is_title(edge, body)]
        own = [(part, edge.top) for edge, parts in _without_headings(chosen, body, len(pages)) for part in parts]
        dropped = {id(word) for line, _ in own for word in line.words}
        page.words = [word for word in page.words if id(word) not in dropped]
        taken.append(own)
    return taken


@dataclass(slots=True)
class _Edge:
    """A line at the edge of a page, taken apart at wide white: a running head has a title here, a number there."""

    line: Line
    parts: list[Line]
    top: bool
    outermost: bool
    detached: bool
    inner: Line | None = None
    near: bool = False
    repeats: int = 0


def _without_close(chosen: list[tuple[_Edge, list[Line]]]) -> list[tuple[_Edge, list[Line]]]:
    """Leave out lines set as close to the text as its own lines: the last words of a cell may be alike on pages."""
    kept: list[tuple[_Edge, list[Line]]] = []
    taken: set[int] = set()
    foot, top = [c for c in chosen if not c[0].top], [c for c in chosen if c[0].top]
    for edge, parts in [*foot, *reversed(top)]:  # from the text to the edge of the page
        sure = (edge.repeats >= 2 and len(edge.line.words) > 3) or _PAGE_NUMBER.match(edge.line.text)
        if not edge.near or edge.inner is None or id(edge.inner) in taken or sure:
            kept.append((edge, parts))
            taken.add(id(edge.line))
    return [c for c in chosen if c in kept]


def _furniture_of(edge: _Edge, page: Page, seen: dict[tuple[str, bool], list[_Seen]], pages: int) -> list[Line]:
    """Return the parts of a line that are furniture: all of them or, in a line that stands apart, some."""
    if edge.outermost and _PAGE_NUMBER.match(edge.line.text) and _stands_apart(edge.line, page):
        return [edge.line]
    repeated = []
    for part in edge.parts:
        alike = seen[_key(part, edge.top)] if not page.rough else _alike(_key(part, edge.top), seen, _numbers(part))
        counting = _counts_pages(part, page.number)
        count = _count_repeats(_Seen(page.number, part.bottom, _numbers(part)), alike, counting=counting)
        edge.repeats = max(edge.repeats, count)
        if count >= (1 if pages <= 3 else 2):
            repeated.append(part)
    if len(repeated) == len(edge.parts):
        return [edge.line]
    if not (edge.outermost and edge.detached):
        return []
    numbers = [part for part in edge.parts if part not in repeated and _PAGE_NUMBER.match(part.text)]
    return [part for part in edge.parts if part in repeated or (repeated and part in numbers)]


def _alike(key: tuple[str, bool], seen: dict[tuple[str, bool], list[_Seen]], numbers: tuple[int, ...]) -> list[_Seen]:
    """Return what was read much like a line with as many numbers: recognition hardly reads a line twice alike."""
    found = list(seen[key])
    for (words, top), places in seen.items():
        if words != key[0] and top == key[1] and len(words) > 8:
            alike = SequenceMatcher(None, words, key[0]).ratio() > 0.85
            found += [place for place in places if alike and len(place.numbers) == len(numbers)]
    return found


def _is_title(edge: _Edge, body: float) -> bool:
    """Whether a repeated line at the top of the first page is the title that other pages repeat."""
    return edge.top and edge.line.size > 0.97 * body and len(edge.parts) == 1 and len(edge.line.words) > 2


def _without_headings(
    chosen: list[tuple[_Edge, list[Line]]], body: float, pages: int
) -> list[tuple[_Edge, list[Line]]]:
    """Leave out what heads several acts of a short document: many lines, or ones set large or bold."""
    if pages > 3:
        return chosen
    head = [edge for edge, _ in chosen if edge.top]
    loud = any(edge.line.size > 1.12 * body or edge.line.bold for edge in head)
    if len(head) > 3 or (len(head) > 1 and loud):
        return [(edge, parts) for edge, parts in chosen if not edge.top]
    return chosen


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


def _counts_pages(line: Line, page: int) -> bool:
    """Whether a number in a line may be that of the page, not of one thing after the other (участок № 12, № 13)."""
    if _PAGE_NUMBER.match(line.text) or _PAGE_WORD.search(line.text):
        return True
    words = [word.text.strip(".,–—-|") for word in line.words]
    return str(page) in (words[0], words[-1]) and not any("№" in word for word in words)


def _count_repeats(own: _Seen, others: Sequence[_Seen], *, counting: bool) -> int:
    """Return on how many other pages a line stands too, numbers unchanged or counting the pages."""
    alike = {
        other.page
        for other in others
        if other.page != own.page
        and abs(other.bottom - own.bottom) < 9
        and all(
            b == a or (counting and b - a == other.page - own.page)
            for a, b in zip(own.numbers, other.numbers, strict=True)
        )
    }
    return len(alike)


def _edge_lines(page: Page) -> list[_Edge]:
    """Return the lines at the edges of a page that may be furniture: not those that head the columns of a table."""
    lines = gather_lines(page.words)
    page.words = [word for line in lines for word in line.words]
    top = [(line, True, index == 0) for index, line in enumerate(lines[:EDGE_LINES]) if line.top < 0.2 * page.height]
    rest = lines[len(top) :][-EDGE_LINES:]
    foot = [(line, False, line is lines[-1]) for line in rest if line.bottom > 0.8 * page.height]
    step = leading_of(lines)
    found: list[_Edge] = []
    headed: Line | None = None
    for line, at_top, outermost in top + foot:
        close = headed is not None and line.top - headed.bottom < 0.8 * line.size
        if close or _heads_columns(line, page, lines):
            headed = line
            continue
        detached = outermost and _is_detached(line, lines, at_top=at_top)
        edge = _Edge(line, _parts(line) if outermost else [line], at_top, outermost, detached)
        place = lines.index(line) + (1 if at_top else -1)
        if 0 <= place < len(lines):
            edge.inner = lines[place]
            distance = abs(line.bottom - edge.inner.bottom)
            edge.near = distance < 1.2 * step and line.size > 0.93 * edge.inner.size
        found.append(edge)
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


def _heads_columns(line: Line, page: Page, lines: Sequence[Line]) -> bool:
    """Whether the parts of a line stand over columns: the white between them goes on through the lines below."""
    if any(rule.start - 2 < line.top and line.bottom < rule.end + 2 for rule in page.down):
        return True
    pairs = zip(line.words, line.words[1:], strict=False)
    gaps = [(a.x1 + b.x0) / 2 for a, b in pairs if b.x0 - a.x1 > 0.8 * line.size]
    below = [other for other in lines if line.bottom < other.top < line.bottom + 20 * line.size][:7]
    if len(gaps) < 2 or len(below) < 3:
        return False
    parted = 0
    for gap in gaps:
        crossed = sum(any(w.x0 < gap < w.x1 for w in other.words) for other in below)
        beside = sum(other.x0 < gap < other.x1 for other in below)
        parted += beside >= 3 and crossed <= 0.2 * len(below)
    return parted >= 2
