"""Running text of a zone of a page: lines of print joined to paragraphs, headings and list items."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from etl.read.markers import split_marker
from etl.read.page import Line, median
from etl.read.page_hyphens import Hyphens, Joined, join_lines, joins_on, leading_of
from etl.records import Locator, Paragraph

_ENDED = re.compile(r"[.;:!?…»\")]\s*$")
_STOPPED = re.compile(r"[.;:!?]\s*$")
_LISTED = re.compile(r":\s*$")
_BULLET = re.compile(r"^[•●○▪■◦‣·–—*-]$")


@dataclass(slots=True)
class Passage:
    """Lines that form one paragraph, with what tells whether it goes on in the next column or on the next page.

    Args:
        lines: the lines of print.
        breaks: for each line but the first, whether the break before it was meant.
        left, right: the edges of the zone.
        page: page of the first line.
        heading: set larger, or bold and centred.
        indented: the first line is set in.
        size: of the print.
    """

    lines: list[Line]
    breaks: list[bool]
    left: float
    right: float
    page: int
    heading: bool = False
    indented: bool = False
    furniture: bool = False
    marks: list[str] = field(default_factory=list)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(line.bold for line in self.lines)

    @property
    def size(self) -> float:
        """Size of its print."""
        return median(line.size for line in self.lines)


def gather_passages(
    lines: Sequence[Line], left: float, right: float, page: int, body: float, *, rough: bool = False
) -> list[Passage]:
    """Return the paragraphs of a zone.

    Args:
        lines: from top to bottom, in one column.
        left, right: the edges between which the column is set.
        page: number of the page.
        body: usual size of print in the document.
        rough: places were measured on a picture.
    """
    passages: list[Passage] = []
    step = leading_of(lines)
    hanging = (_find_hanging(lines) if rough else None) or _find_entries(lines, right)
    set_in = _first_lines_set_in(lines, left)
    openings = _usual_openings(lines) if rough else frozenset()
    for index, line in enumerate(lines):
        if index == 0:
            passages.append(Passage([line], [], left, right, page))
            continue
        last = passages[-1]
        begins = _begins(last, line, step, rough=rough, set_in=set_in)
        if begins is None and line.words[0].text in openings and _ENDED.search(last.lines[-1].text):
            begins = False
        hung = _hangs(last.lines[-1], line, hanging, step) if hanging is not None else None
        if hung is not None:
            begins = hung or None
        if begins is None:
            last.lines.append(line)
            last.breaks.append(False)
        elif begins is False:
            last.lines.append(line)
            last.breaks.append(True)
        else:
            passages.append(Passage([line], [], left, right, page))
    for passage in passages:
        passage.indented = passage.lines[0].x0 > left + 0.8 * passage.size and not _is_centred(
            passage.lines[0], passage
        )
        passage.heading = _is_heading(passage, body)
    return passages


def _find_hanging(lines: Sequence[Line]) -> tuple[float, float] | None:
    """Return where the items of a list and the lines below them begin, set in; its markers may be misread."""
    pairs = [
        (above.x0, line.x0)
        for above, line in zip(lines, lines[1:], strict=False)
        if split_marker(above.text)[0] and not split_marker(line.text)[0] and 0.8 < (line.x0 - above.x0) / line.size < 4
    ]
    if len(pairs) < 2:
        return None
    first, rest = median(a for a, _ in pairs), median(b for _, b in pairs)
    size = lines[0].size
    alike = sum(abs(a - first) < 0.5 * size and abs(b - rest) < 0.5 * size for a, b in pairs)
    return (first, rest) if alike >= 2 else None


def _find_entries(lines: Sequence[Line], right: float) -> tuple[float, float] | None:
    """Return where entries without numbers begin and go on, where lines below are set in by themselves.

    Where the line above had room for the next word, an entry begins: nearly always at the edge, not set in.
    """
    edge = min((line.x0 for line in lines), default=0.0)
    begun: list[float] = []
    rest: list[float] = []
    for above, line in zip(lines, lines[1:], strict=False):
        set_in = line.x0 - edge
        if not (set_in < 0.3 * line.size or 0.6 * line.size < set_in < 4 * line.size):
            continue
        (rest if joins_on(above, line, right - above.x1) else begun).append(set_in / line.size)
    inner = [shift for shift in rest if shift > 0.6]
    at_edge = sum(shift < 0.3 for shift in begun)
    if len(inner) < 3 or at_edge < 3 or at_edge < 0.9 * len(begun) or len(inner) < 0.6 * len(rest):
        return None
    shift = median(inner)
    if sum(abs(other - shift) < 0.3 for other in inner) < 0.9 * len(inner):
        return None
    return edge, edge + shift * median(line.size for line in lines)


def _hangs(above: Line, line: Line, hanging: tuple[float, float], step: float) -> bool | None:
    """Tell whether a line begins an item of a list set in (True) or goes on in one (False); None where neither."""
    first, rest = hanging
    slack = 0.45 * line.size
    if abs(line.x0 - first) < slack and abs(above.x0 - rest) < slack:
        return True
    close = (line.top + line.bottom - above.top - above.bottom) / 2 < 1.32 * step
    if close and abs(line.x0 - rest) < slack and abs(above.x0 - first) < slack:
        return False
    return None


def _usual_openings(lines: Sequence[Line]) -> frozenset[str]:
    """Return the capitalised words that begin several lines («Член комиссии: …»), where entries have no numbers."""
    counts = Counter(line.words[0].text for line in lines if line.words[0].text[:1].isupper())
    return frozenset(word for word, count in counts.items() if count >= 3 and len(word) > 3)


def _first_lines_set_in(lines: Sequence[Line], left: float) -> bool:
    """Whether paragraphs begin with a line set in and go on at the edge: then two lines set in are two paragraphs."""
    pairs = [(above.x0 - left, line.x0 - left, line.size) for above, line in zip(lines, lines[1:], strict=False)]
    return sum(0.8 * size < a < 5 * size and abs(b) < 0.3 * size for a, b, size in pairs) >= 3


def _begins(last: Passage, line: Line, step: float, *, rough: bool, set_in: bool = False) -> bool | None:
    """Tell how a line relates to the passage above: True begins another, False a new line of it, None goes on."""
    above = last.lines[-1]
    size = min(line.size, above.size)
    distance = (line.top + line.bottom - above.top - above.bottom) / 2
    if distance > max(1.32 * step, step + 0.3 * size) or abs(line.size - above.size) > (0.25 if rough else 0.13) * size:
        return True
    if not rough and line.bold != above.bold and _many(line) and _many(above):
        return True
    block = _is_block(line, last) and _is_block(above, last)
    room = last.right - last.left - (above.x1 - above.x0) if block else last.right - above.x1
    wrapped = joins_on(above, line, room - (0.5 * size if rough else 0))
    if block:
        return None if wrapped else False
    indent = line.x0 - last.left
    marker = split_marker(line.text)[0]
    if (
        marker
        and not (wrapped and _BULLET.match(marker))
        and (not wrapped or indent > 0.8 * size or _ENDED.search(above.text))
    ):
        return True
    shift = line.x0 - above.x0
    first = len(last.lines) == 1
    hangs = first and split_marker(above.text)[0] is not None
    if shift > 0.8 * size and not hangs and (not wrapped or indent > 0.8 * size):
        return True
    if shift < -0.8 * size and not first:
        return True
    if first and abs(shift) < 0.3 * size and indent > 0.8 * size:
        ended = _STOPPED if set_in and indent < 5 * size else _LISTED
        if ended.search(above.text):
            return True
    if wrapped:
        return None
    return bool(_STOPPED.search(above.text)) or 0.8 * size < indent < 5 * size


def _many(line: Line) -> bool:
    return sum(character.isalpha() for character in line.text) > 2


def _is_block(line: Line, passage: Passage) -> bool:
    """Whether a line is centred, or set to the right edge with white before it."""
    return _is_centred(line, passage) or (
        line.x0 - passage.left > 0.25 * (passage.right - passage.left) and passage.right - line.x1 < line.size
    )


def _is_centred(line: Line, passage: Passage) -> bool:
    before, after = line.x0 - passage.left, passage.right - line.x1
    return (
        before > 1.5 * line.size
        and after > 1.5 * line.size
        and abs(before - after) < 0.08 * (passage.right - passage.left) + line.size
    )


def _is_heading(passage: Passage, body: float) -> bool:
    if len(passage.lines) > 4:
        return False
    if passage.size > 1.15 * body:
        return True
    return passage.bold and all(_is_centred(line, passage) for line in passage.lines)


def goes_on(last: Passage, following: Passage) -> bool:
    """Tell whether a paragraph goes on at the top of the next column or page.

    Args:
        last: the last of a column or page.
        following: the first of the next one.
    """
    if last.heading or following.heading or last.bold != following.bold or following.furniture or last.furniture:
        return False
    if abs(last.size - following.size) > 0.13 * last.size:
        return False
    end, begin = last.lines[-1], following.lines[0]
    if end.text[-1:] in "-\u00ad" and end.text[-2:-1].isalpha():
        return True
    if following.indented or split_marker(begin.text)[0] or _STOPPED.search(end.text):
        return False
    return joins_on(end, begin, last.right - end.x1) or end.text.endswith(",") or begin.text[:1].islower()


def append(last: Passage, following: Passage) -> None:
    """Join the end of a paragraph to its beginning.

    Args:
        last: the beginning.
        following: what stands in the next column or on the next page.
    """
    last.breaks.append(False)
    last.lines.extend(following.lines)
    last.breaks.extend(following.breaks)


def finish_passage(passage: Passage, number: int, hyphens: Hyphens) -> Paragraph:
    """Return a paragraph with its locator.

    Args:
        passage: the lines.
        number: its number in the document, from 1.
        hyphens: what the document shows about broken words.
    """
    joined = join_lines(passage.lines, hyphens, passage.breaks)
    at = Locator(page=passage.page, paragraph=number)
    kind = "heading" if passage.heading else "text"
    if passage.furniture:
        return Paragraph(joined.text, at, struck=joined.struck, furniture=True, confidence=joined.confidence)
    marker, rest = split_marker(joined.text)
    if marker is None or passage.heading:
        return Paragraph(joined.text, at, kind, None, joined.bold, joined.struck, confidence=joined.confidence)
    return Paragraph(rest, at, "item", marker, joined.bold, _moved(joined, rest), confidence=joined.confidence)


def _moved(joined: Joined, rest: str) -> tuple[tuple[int, int], ...]:
    """Return the struck spans of a text whose beginning was taken off."""
    offset = len(joined.text) - len(rest)
    return tuple((max(0, a - offset), b - offset) for a, b in joined.struck if b > offset)
