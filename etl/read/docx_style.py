"""Styles and automatic numbers of a Word document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from lxml import etree

from etl.read.markers import number_marker

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"(heading|заголовок|тақырып)\s*\d|title|subtitle|название|подзаголовок", re.IGNORECASE)


def value_of(element: etree._Element | None, default: str | None = None) -> str | None:
    """Return the ``w:val`` of an element, the default where the element or the value is missing."""
    if element is None:
        return default
    return element.get(f"{W}val", default)


def is_on(properties: etree._Element | None, name: str) -> bool | None:
    """Return whether a switch such as bold is on, None where the properties do not say."""
    if properties is None:
        return None
    element = properties.find(W + name)
    if element is None:
        return None
    return element.get(f"{W}val", "true").lower() not in ("0", "false", "off", "none")


@dataclass(slots=True)
class Style:
    """What a style says, with what it takes from the styles it is based on."""

    bold: bool | None = None
    struck: bool | None = None
    hidden: bool | None = None
    heading: bool = False
    number: tuple[str | None, int] | None = None


_PLAIN = Style()


class Styles:
    """The styles of a document by id.

    Args:
        root: root of ``styles.xml``, None where the document has none.
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default_paragraph: str | None = None
        for element in root.iter(f"{W}style") if root is not None else ():
            identifier = element.get(f"{W}styleId")
            if identifier is None:
                continue
            self._elements[identifier] = element
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in ("1", "true"):
                self.default_paragraph = identifier

    def get(self, identifier: str | None) -> Style:
        """Return a style with everything it inherits; an empty one for an unknown id."""
        if identifier is None or identifier not in self._elements:
            return _PLAIN
        if identifier not in self._resolved:
            self._resolved[identifier] = Style()  # stops circles of based-on styles
            self._resolved[identifier] = self._resolve(self._elements[identifier])
        return self._resolved[identifier]

    def _resolve(self, element: etree._Element) -> Style:
        base = self.get(value_of(element.find(f"{W}basedOn")))
        run, paragraph = element.find(f"{W}rPr"), element.find(f"{W}pPr")
        bold, struck, hidden = is_on(run, "b"), is_on(run, "strike"), is_on(run, "vanish")
        if struck is None:
            struck = is_on(run, "dstrike")
        name = value_of(element.find(f"{W}name")) or ""
        outline = paragraph.find(f"{W}outlineLvl") if paragraph is not None else None
        return Style(
            base.bold if bold is None else bold,
            base.struck if struck is None else struck,
            base.hidden if hidden is None else hidden,
            bool(_HEADING.match(name.strip())) or is_outline(outline) or base.heading,
            number_of(paragraph) or base.number,
        )


def is_outline(outline: etree._Element | None) -> bool:
    """Whether an outline level marks a heading (levels 0 to 8; 9 is running text)."""
    level = value_of(outline)
    return level is not None and level.isdigit() and int(level) < 9


def number_of(paragraph: etree._Element | None) -> tuple[str | None, int] | None:
    """Return list and level named by paragraph properties; the list is None where only the level is named."""
    numbering = paragraph.find(f"{W}numPr") if paragraph is not None else None
    if numbering is None:
        return None
    level = value_of(numbering.find(f"{W}ilvl"), "0") or "0"
    return value_of(numbering.find(f"{W}numId")), int(level) if level.isdigit() else 0


@dataclass(slots=True)
class _Level:
    start: int = 1
    kind: str = "decimal"
    text: str = ""
    legal: bool = False
    restart: int | None = None


@dataclass(slots=True)
class _Sequence:
    levels: dict[int, _Level] = field(default_factory=dict)
    counts: dict[int, int] = field(default_factory=dict)


class Numbering:
    """The automatic lists of a document and where each of them stands.

    Args:
        root: root of ``numbering.xml``, None where the document has none.
        styles: root of ``styles.xml``, for lists that are named by a style.
    """

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[str, tuple[str, dict[int, _Level], dict[int, int]]] = {}
        self._shared: dict[str, _Sequence] = {}
        self._begun: set[tuple[str, int]] = set()
        if root is None:
            return
        abstracts = {element.get(f"{W}abstractNumId"): element for element in root.iter(f"{W}abstractNum")}
        linked = {
            value_of(e.find(f"{W}styleLink")): e for e in abstracts.values() if e.find(f"{W}styleLink") is not None
        }
        for number in root.iter(f"{W}num"):
            identifier, abstract_id = number.get(f"{W}numId"), value_of(number.find(f"{W}abstractNumId"))
            abstract = abstracts.get(abstract_id)
            if identifier is None or abstract_id is None or abstract is None:
                continue
            link = value_of(abstract.find(f"{W}numStyleLink"))
            levels = _read_levels(linked.get(link, abstract) if link else abstract)
            starts: dict[int, int] = {}
            for override in number.iter(f"{W}lvlOverride"):
                place = int(override.get(f"{W}ilvl") or 0)
                start = value_of(override.find(f"{W}startOverride"))
                if start is not None and start.lstrip("-").isdigit():
                    starts[place] = int(start)
                levels.update(_read_levels(override))
            self._lists[identifier] = (abstract_id, levels, starts)

    def next_marker(self, identifier: str | None, place: int) -> str | None:
        """Count one paragraph and return its marker, None for no list or a level without a printed mark."""
        if identifier is None or identifier == "0" or identifier not in self._lists:
            return None
        abstract, levels, starts = self._lists[identifier]
        sequence = self._shared.setdefault(abstract, _Sequence())
        level = levels.get(place, _Level(text=f"%{place + 1}."))
        if place in starts and (identifier, place) not in self._begun:
            sequence.counts[place] = starts[place] - 1
        elif place not in sequence.counts:
            sequence.counts[place] = level.start - 1
        self._begun.add((identifier, place))
        sequence.counts[place] += 1
        for deeper in [key for key in sequence.counts if key > place]:
            restart = levels.get(deeper, _Level()).restart
            if restart is None or restart > 0 and place < restart:
                del sequence.counts[deeper]
        return _print_marker(level, levels, sequence.counts)


def _read_levels(element: etree._Element) -> dict[int, _Level]:
    levels: dict[int, _Level] = {}
    for level in element.iter(f"{W}lvl"):
        start, restart = value_of(level.find(f"{W}start"), "1"), value_of(level.find(f"{W}lvlRestart"))
        levels[int(level.get(f"{W}ilvl") or 0)] = _Level(
            int(start) if start and start.lstrip("-").isdigit() else 1,
            value_of(level.find(f"{W}numFmt"), "decimal") or "decimal",
            value_of(level.find(f"{W}lvlText"), "") or "",
            bool(is_on(level, "isLgl")),
            int(restart) if restart and restart.isdigit() else None,
        )
    return levels


def _print_marker(level: _Level, levels: dict[int, _Level], counts: dict[int, int]) -> str | None:
    if level.kind == "bullet":
        return (
            "•" if len(level.text) == 1 and not level.text.isalnum() and level.text not in "-–—" else level.text or None
        )
    if level.kind == "none" and "%" not in level.text:
        return level.text.strip() or None

    def fill(match: re.Match[str]) -> str:
        place = int(match.group(1)) - 1
        shown = levels.get(place, _Level())
        kind = "decimal" if level.legal else shown.kind
        return "" if kind == "none" else number_marker(counts.get(place, shown.start), kind)

    return re.sub(r"%([1-9])", fill, level.text).strip() or None
