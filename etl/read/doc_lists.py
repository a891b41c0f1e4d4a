"""Automatic numbers of Word 97-2003 files (MS-DOC 2.9.131 to 2.9.150)."""

from __future__ import annotations

import struct
from dataclasses import dataclass, field

from etl.read.doc_file import DocFile
from etl.read.markers import number_marker

_FORMATS = {0: "decimal", 1: "upperRoman", 2: "lowerRoman", 3: "upperLetter", 4: "lowerLetter", 22: "decimalZero"} | {
    58: "russianLower",
    59: "russianUpper",
}
_BULLET = 23
_LISTS, _OVERRIDES = 0x2E2, 0x2EA


@dataclass(slots=True)
class _Level:
    start: int
    format: int
    template: str


@dataclass(slots=True)
class _List:
    levels: list[_Level]
    counters: dict[int, int] = field(default_factory=dict)


class Lists:
    """Counts the items of the lists of a file.

    Args:
        source: the file.
    """

    def __init__(self, source: DocFile) -> None:
        try:
            lists = _read_lists(source)
            self._by_override = _read_overrides(source.slice(_OVERRIDES), lists)
        except (struct.error, IndexError):
            self._by_override = {}

    def next_marker(self, override: int, level: int) -> str | None:
        """Return the number or bullet of the next item, None where the file does not define it.

        Args:
            override: number of the list of the paragraph, from 1.
            level: from 0.
        """
        found = self._by_override.get(override)
        if found is None or not 0 <= level < len(found.levels):
            return None
        own = found.levels[level]
        if own.format == _BULLET:
            return "•"
        found.counters[level] = found.counters.get(level, own.start - 1) + 1
        for deeper in [key for key in found.counters if key > level]:
            del found.counters[deeper]
        return "".join(_expand(character, found) for character in own.template).strip() or None


def _expand(character: str, found: _List) -> str:
    """Replace a placeholder (characters 0 to 8) by the number of that level."""
    place = ord(character)
    if place > 8 or place >= len(found.levels):
        return character
    level = found.levels[place]
    return number_marker(found.counters.get(place, level.start), _FORMATS.get(level.format, "decimal"))


def _read_lists(source: DocFile) -> dict[int, _List]:
    start = struct.unpack_from("<i", source.main, _LISTS)[0] if len(source.main) > _LISTS + 4 else 0
    raw = source.table
    if start <= 0 or start + 2 > len(raw) or not source.slice(_LISTS):
        return {}
    count = struct.unpack_from("<H", raw, start)[0]
    heads = [
        (struct.unpack_from("<i", raw, start + 2 + 28 * index)[0], bool(raw[start + 2 + 28 * index + 26] & 1))
        for index in range(count)
    ]
    position = start + 2 + 28 * count
    lists = {}
    for identifier, simple in heads:
        levels = []
        for _ in range(1 if simple else 9):
            level, position = _read_level(raw, position)
            levels.append(level)
        lists[identifier] = _List(levels)
    return lists


def _read_level(raw: bytes, position: int) -> tuple[_Level, int]:
    first, kind = struct.unpack_from("<iB", raw, position)
    characters, paragraphs = raw[position + 24], raw[position + 25]
    position += 28 + characters + paragraphs
    length = struct.unpack_from("<H", raw, position)[0]
    template = raw[position + 2 : position + 2 + 2 * length].decode("utf-16-le", "replace")
    return _Level(first, kind, template), position + 2 + 2 * length


def _read_overrides(raw: bytes, lists: dict[int, _List]) -> dict[int, _List]:
    """Return the list of each number that paragraphs use; one that sets its own start counts by itself."""
    if len(raw) < 4:
        return {}
    count = min(struct.unpack_from("<I", raw, 0)[0], (len(raw) - 4) // 16)
    position = 4 + 16 * count
    found = {}
    for index in range(count):
        identifier = struct.unpack_from("<i", raw, 4 + 16 * index)[0]
        changes, position = _read_changes(raw, position, raw[4 + 16 * index + 12])
        base = lists.get(identifier)
        if base is None:
            continue
        if not changes:
            found[index + 1] = base
            continue
        levels = [changes.get(number, level) for number, level in enumerate(base.levels)]
        starts = [
            _Level(own.start, own.format or level.format, own.template or level.template)
            for own, level in zip(levels, base.levels, strict=True)
        ]
        found[index + 1] = _List(starts)
    return found


def _read_changes(raw: bytes, position: int, count: int) -> tuple[dict[int, _Level], int]:
    """Read what one number changes in its list: level -> start, with format and template where it brings its own."""
    changes: dict[int, _Level] = {}
    position += 4
    for _ in range(count):
        if position + 8 > len(raw):
            break
        start, flags = struct.unpack_from("<iI", raw, position)
        position += 8
        if flags & 0x20:
            changes[flags & 0xF], position = _read_level(raw, position)
        elif flags & 0x10:
            changes[flags & 0xF] = _Level(start, 0, "")
    return changes, position
