"""One printed page as marks on paper: words with their places and ruled lines, from a PDF or from a scan."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(slots=True)
class Word:
    """One word; places in points from the upper left corner of the page as it is read.

    Args:
        text: the letters.
        x0, x1: left and right edge.
        top, bottom: of the line of print, so that words of one line agree.
        size: height of the print.
        bold, struck: all of it is bold, struck through.
        confidence: how sure recognition was, 0 to 1; None where nothing was recognised.
        open_left, open_right: no printed space on that side, so a neighbour that touches is the same word.
    """

    text: str
    x0: float
    x1: float
    top: float
    bottom: float
    size: float
    bold: bool = False
    struck: bool = False
    confidence: float | None = None
    open_left: bool = True
    open_right: bool = True

    @property
    def middle(self) -> float:
        """Height of the middle of the line of print."""
        return (self.top + self.bottom) / 2


@dataclass(slots=True)
class Rule:
    """One straight ruled line: ``at`` is its place across, ``start`` and ``end`` its reach along."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """How long the rule is."""
        return self.end - self.start


@dataclass(slots=True)
class Page:
    """The marks of one page.

    Args:
        number: from 1.
        width, height: in points, after rotation.
        words: in no order.
        across: horizontal rules, ``at`` from the top.
        down: vertical rules, ``at`` from the left.
        rough: places are measured on a picture, not printed by a program.
    """

    number: int
    width: float
    height: float
    words: list[Word] = field(default_factory=list)
    across: list[Rule] = field(default_factory=list)
    down: list[Rule] = field(default_factory=list)
    rough: bool = False


@dataclass(slots=True)
class Line:
    """Words of one line of print, from left to right."""

    words: list[Word]

    @property
    def x0(self) -> float:
        """Left edge of the first word."""
        return self.words[0].x0

    @property
    def x1(self) -> float:
        """Right edge of the last word."""
        return max(word.x1 for word in self.words)

    @property
    def top(self) -> float:
        """Upper edge."""
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        """Height of the print, by the word in the middle of all sizes."""
        return sorted(word.size for word in self.words)[len(self.words) // 2]

    @property
    def text(self) -> str:
        """The words with single spaces."""
        return " ".join(word.text for word in self.words)

    @property
    def bold(self) -> bool:
        """Every word that has letters is bold."""
        lettered = [word for word in self.words if any(c.isalnum() for c in word.text)]
        return bool(lettered) and all(word.bold for word in lettered)


def median(values: Iterable[float], default: float = 0.0) -> float:
    """Return the value in the middle, ``default`` where there is none."""
    ordered = sorted(values)
    return ordered[len(ordered) // 2] if ordered else default


def gather_lines(words: Sequence[Word]) -> list[Line]:
    """Return words as lines of print from top to bottom, pieces of one word joined, letter-spacing closed.

    Two words share a line where the middle of one lies within the height of the other.

    Args:
        words: of one page or of a part of it, in any order.
    """
    heaps: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.middle, w.x0)):
        for heap in reversed(heaps[-4:]):
            anchor = heap[0]
            reach = 0.45 * min(word.size, anchor.size)
            if abs(word.middle - anchor.middle) <= max(reach, 0.35 * max(word.size, anchor.size) - 1):
                heap.append(word)
                break
        else:
            heaps.append([word])
    lines = [Line(_close_up(_join_pieces(sorted(heap, key=lambda w: (w.x0, w.x1))))) for heap in heaps]
    return sorted(lines, key=lambda line: (line.top + line.bottom, line.x0))


def _join_pieces(words: list[Word]) -> list[Word]:
    """Join words that touch without a printed space; drop a word printed twice on one place (false bold)."""
    joined: list[Word] = []
    for word in words:
        if not joined:
            joined.append(word)
            continue
        last = joined[-1]
        gap = word.x0 - last.x1
        if word.text == last.text and abs(word.x0 - last.x0) < 0.12 * word.size:
            last.bold = True
        elif gap < 0.12 * word.size and gap > -0.5 * word.size and last.open_right and word.open_left:
            joined[-1] = merge_words(last, word, last.text + word.text)
        else:
            joined.append(word)
    return joined


def merge_words(first: Word, second: Word, text: str) -> Word:
    """Return one word that covers two and reads ``text``."""
    known = [w.confidence for w in (first, second) if w.confidence is not None]
    return Word(
        text,
        min(first.x0, second.x0),
        max(first.x1, second.x1),
        min(first.top, second.top),
        max(first.bottom, second.bottom),
        max(first.size, second.size),
        first.bold and second.bold,
        first.struck and second.struck,
        min(known) if known else None,
        first.open_left,
        second.open_right,
    )


def _close_up(words: list[Word]) -> list[Word]:
    """Join letter-spaced words (Р Е Ш Е Н И Е): runs of four or more single letters at even distances."""
    closed: list[Word] = []
    index = 0
    while index < len(words):
        end = index
        while end < len(words) and len(words[end].text) == 1 and words[end].text.isalpha():
            end += 1
        run = words[index:end]
        gaps = [b.x0 - a.x1 for a, b in zip(run, run[1:], strict=False)]
        usual = median(gaps)
        if len(run) < 4 or usual > 1.6 * run[0].size or max(gaps) > 4 * run[0].size:
            closed.extend(words[index : max(end, index + 1)])
            index = max(end, index + 1)
            continue
        whole = run[0]
        for gap, word in zip(gaps, run[1:], strict=True):
            if gap > 1.7 * max(usual, 0.25 * word.size):
                closed.append(whole)
                whole = word
            else:
                whole = merge_words(whole, word, whole.text + word.text)
        closed.append(whole)
        index = end
    return closed
