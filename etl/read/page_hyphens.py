"""Lines of print joined to running text: words broken with a hyphen made whole, breaks that were meant kept."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from etl.read.page import Line, Word, median

_COMPOUND = re.compile(r"([^\W\d_]+)[-‐‑]([^\W\d_]+)")
_BROKEN = re.compile(r"[^\W\d_]{2,}[-‐‑\u00ad¬]$")
_FIRST_PARTS = frozenset(
    (
        "социал",
        "халықтық",
        "национал",
        "народно",
        "экс",
        "вице",
        "мини",
        "пресс",
        "бизнес",
        "мектеп",
        "ясли",
        "балабақша",
    )
    + ("педагог", "генерал", "инженер", "юго", "северо", "интернет", "кіші", "ата", "аға", "мүше", "бас", "мемлекеттік")
)
"""First parts of compounds that keep their hyphen when a line happens to end after them."""


@dataclass(frozen=True, slots=True)
class Joined:
    """Running text with the spans of it that are struck through, and the least sure of its words."""

    text: str
    struck: tuple[tuple[int, int], ...]
    bold: bool
    confidence: float | None

    @property
    def all_struck(self) -> bool:
        """Whether everything printed is struck through."""
        kept = list(self.text)
        for start, end in self.struck:
            kept[start:end] = " " * (end - start)
        return bool(self.struck) and not "".join(kept).strip()


class Hyphens:
    """What a document itself shows about words with hyphens.

    Args:
        lines: all lines of print of the document.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        self._compounds: set[tuple[str, str]] = set()
        self._words: set[str] = set()
        for line in lines:
            text = line.rstrip().lower()
            for first, second in _COMPOUND.findall(text):
                self._compounds.add((first, second[:5]))
            self._words.update(re.findall(r"[^\W\d_]+", text))

    def is_break(self, line: str, following: str) -> bool:
        """Tell whether the hyphen at the end of a line only breaks a word.

        Args:
            line: ends with a hyphen.
            following: the next line.
        """
        if line.endswith(("\u00ad", "¬")):
            return True
        if not _BROKEN.search(line) or not following[:1].isalpha() or not following[:1].islower():
            return False
        first = re.split(r"[^\w]", line[:-1])[-1].lower()
        second = re.split(r"[^\w]", following)[0].lower()
        if (first, second[:5]) in self._compounds:
            return first + second in self._words
        return first not in _FIRST_PARTS


def joins_on(line: Line, following: Line, room: float) -> bool:
    """Tell whether a line was broken because the next word did not fit.

    Args:
        line, following: two lines of print, one below the other.
        room: free width to the right of ``line``.
    """
    if line.text.endswith(("-", "\u00ad", "¬")) and len(line.text) > 1 and line.text[-2].isalpha():
        return True
    first = following.words[0]
    return first.x1 - first.x0 + 0.25 * first.size > room - 0.3 * first.size


def join_lines(lines: Sequence[Line], hyphens: Hyphens, breaks: Sequence[bool] = ()) -> Joined:
    """Return lines as one text.

    Args:
        lines: from top to bottom.
        hyphens: what the document shows about broken words.
        breaks: for each line but the first, whether the break before it was meant and stays a newline.
    """
    text = ""
    spans: list[tuple[int, int]] = []
    for index, line in enumerate(lines):
        if index:
            printed = line.text
            if text.endswith(("-", "‐", "‑", "\u00ad", "¬")) and hyphens.is_break(text.rpartition("\n")[2], printed):
                text = text[:-1]
            elif index - 1 < len(breaks) and breaks[index - 1]:
                text += "\n"
            elif not _glues(text, printed):
                text += " "
        for number, word in enumerate(line.words):
            if number:
                text += " "
            if word.struck:
                spans.append((len(text), len(text) + len(word.text)))
            text += word.text
    words = [word for line in lines for word in line.words]
    return Joined(text, _merge_spans(spans, text), is_bold(words), confidence_of(words))


def _glues(text: str, following: str) -> bool:
    """A hyphen that belongs to the word needs no space after it (Әубәкірова-/Әбдірова, № 18-/104)."""
    return text[-1:] in "-‐‑" and len(text) > 1 and text[-2].isalnum() and following[:1].isalnum()


def _merge_spans(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        end = min(end, len(text))
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return tuple(merged)


def is_bold(words: Sequence[Word]) -> bool:
    """Whether every word with letters or digits is bold."""
    lettered = [word for word in words if any(c.isalnum() for c in word.text)]
    return bool(lettered) and all(word.bold for word in lettered)


def confidence_of(words: Sequence[Word]) -> float | None:
    """Return the mean confidence of words weighted by their length, None where nothing was recognised."""
    known = [(word.confidence, len(word.text)) for word in words if word.confidence is not None]
    if not known:
        return None
    return round(sum(c * n for c, n in known) / sum(n for _, n in known), 3)


def leading_of(lines: Sequence[Line]) -> float:
    """Return the usual distance between lines of print that follow each other closely."""
    steps = [b.bottom - a.bottom for a, b in zip(lines, lines[1:], strict=False)]
    sizes = median(line.size for line in lines) if lines else 10.0
    close = [step for step in steps if 0.8 * sizes < step < 1.9 * sizes]
    return median(close, 1.2 * sizes) if close else 1.2 * sizes
