"""Running text of one paragraph, collected run by run, with what is bold and what is struck through."""

from __future__ import annotations

import re
from dataclasses import dataclass

_SPACES = re.compile(r"[ \t\r\n\f\v]+")
_NOT_SPACE = re.compile(r"\S")


@dataclass(frozen=True, slots=True)
class Settled:
    """One finished stretch of text: lines trimmed at both ends, blank lines taken out."""

    text: str
    struck: tuple[tuple[int, int], ...] = ()
    bold: bool = False

    @property
    def all_struck(self) -> bool:
        """Whether every printed character is struck through."""
        kept = list(self.text)
        for start, end in self.struck:
            kept[start:end] = " " * (end - start)
        return bool(self.struck) and not "".join(kept).strip()


class Inline:
    """Collects runs of text; ``settle`` hands back finished stretches and empties the collection."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._length = 0
        self._last = ""
        self._struck: list[tuple[int, int]] = []
        self._bold: list[tuple[int, int]] = []

    def add(self, text: str, *, struck: bool = False, bold: bool = False, collapse: bool = False) -> None:
        """Append a run.

        Args:
            text: the run; newlines in it are line breaks unless ``collapse`` is set.
            struck, bold: how the whole run is set.
            collapse: white space counts as one space, as in HTML outside ``pre``.
        """
        if collapse:
            text = _SPACES.sub(" ", text)
            if self._last in ("", " ", "\n"):
                text = text.lstrip(" ")
        if not text:
            return
        start = self._length
        self._parts.append(text)
        self._length += len(text)
        self._last = text[-1]
        if struck:
            self._struck.append((start, self._length))
        if bold:
            self._bold.append((start, self._length))

    def settle(self, *, split_blank: bool = False) -> list[Settled]:
        """Return the collected text without blank lines; empty when nothing was printed.

        Args:
            split_blank: a blank line ends a stretch instead of being dropped.
        """
        raw = "".join(self._parts)
        struck, bold = self._struck, self._bold
        self.__init__()  # type: ignore[misc]
        whole = raw.strip()
        if not whole:
            return []
        if "\n" not in whole and not struck and not bold:
            return [Settled(whole)]
        stretches: list[list[tuple[int, int]]] = [[]]
        position = 0
        for line in raw.split("\n"):
            stripped = line.strip()
            if stripped:
                start = position + line.index(stripped[0])
                stretches[-1].append((start, start + len(stripped)))
            elif split_blank and stretches[-1]:
                stretches.append([])
            position += len(line) + 1
        return [_join(raw, lines, struck, bold) for lines in stretches if lines]


def _join(
    raw: str, lines: list[tuple[int, int]], struck: list[tuple[int, int]], bold: list[tuple[int, int]]
) -> Settled:
    """Join trimmed lines and carry the marks of the raw text over to the joined one."""
    text = "\n".join(raw[start:end] for start, end in lines)
    if not struck and not bold:
        return Settled(text)
    moved: list[tuple[int, int]] = []
    printed = bold_printed = 0
    offset = 0
    for start, end in lines:
        for low, high in struck:
            first, last = max(low, start), min(high, end)
            if first < last:
                moved.append((first - start + offset, last - start + offset))
        printed += len(_NOT_SPACE.findall(raw, start, end))
        for low, high in bold:
            bold_printed += len(_NOT_SPACE.findall(raw, max(low, start), min(high, end))) if low < end else 0
        offset += end - start + 1
    return Settled(text, _merge(moved, text), 0 < printed == bold_printed)


def _merge(spans: list[tuple[int, int]], text: str) -> tuple[tuple[int, int], ...]:
    """Join touching spans, also over white space between them; drop spans of white space alone."""
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and not text[merged[-1][1] : start].strip():
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        elif text[start:end].strip():
            merged.append((start, end))
    return tuple(merged)
