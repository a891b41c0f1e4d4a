"""A printed line beside its repaired form, so that meaning is read from one and quoted from the other."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from unicodedata import is_normalized

from etl.normalise.alphabet import repair_homoglyphs

INVISIBLE = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
"""Soft hyphen, zero-width characters, direction marks: printed, never seen."""
_UNUSUAL = re.compile(f"[{''.join(sorted(INVISIBLE))}]")
LEFT_OUT = "\u2003"
"""Stands where something was left out of a line; no repaired text has it."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line: ``text`` is repaired (look-alikes, invisible characters, spaces), ``printed`` is as found.

    ``index[i]`` is the place in ``printed`` of character ``i`` of ``text``.
    """

    text: str
    printed: str
    index: tuple[int, ...]

    @classmethod
    def of(cls, printed: str) -> Line:
        """Repair a printed line and remember where each character came from."""
        if " ".join(printed.split()) == printed and not _UNUSUAL.search(printed) and is_normalized("NFC", printed):
            repaired = repair_homoglyphs(printed)
            if len(repaired) == len(printed):
                return cls(repaired, printed, tuple(range(len(printed))))
        characters: list[str] = []
        index: list[int] = []
        for place, raw in enumerate(printed):
            if raw in INVISIBLE:
                continue
            character = unicodedata.normalize("NFC", raw)
            if character.isspace():
                if not characters or characters[-1] in " \t":
                    continue
                # A tab parts columns that have no lines; a newline after a hyphen is a broken word.
                if raw == "\n" and _breaks_word(characters, printed, place):
                    characters.pop()
                    index.pop()
                    continue
                character = "\t" if raw == "\t" else " "
            characters.append(character)
            index.append(place)
        while characters and characters[-1] in " \t":
            characters.pop()
            index.pop()
        text = "".join(characters)
        repaired = repair_homoglyphs(text)
        if len(repaired) != len(index) or len(text) != len(index):
            # A combining mark merged letters: places are then only right for the whole line.
            repaired = text if len(text) == len(index) else repaired
            index = (index + [len(printed) - 1] * len(repaired))[: len(repaired)]
        return cls(repaired, printed, tuple(index))

    def quote(self, start: int, end: int) -> str:
        """Return the printed form of ``text[start:end]``, a line break as a space."""
        while start < end and self.text[start].isspace():
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if start >= end:
            return ""
        if LEFT_OUT in self.text[start:end]:
            places = range(start, end)
            kept = ("".join(" " if self.text[i] == LEFT_OUT else self.printed[self.index[i]] for i in places)).split()
            return " ".join(kept)
        printed = self.printed[self.index[start] : self.index[end - 1] + 1]
        return " ".join(printed.split())

    def without(self, start: int, end: int) -> Line:
        """Return the line with ``text[start:end]`` left out, so that no quotation holds it; places stay."""
        text = self.text[:start] + LEFT_OUT * (end - start) + self.text[end:]
        return Line(text, self.printed, self.index)


def _breaks_word(characters: list[str], printed: str, place: int) -> bool:
    """«ко-⏎миссии»: small letters on both sides of a hyphen at the end of a line."""
    following = printed[place + 1 : place + 2]
    return len(characters) > 1 and characters[-1] == "-" and characters[-2].islower() and following.islower()
