"""Styles of OpenDocument files: what is bold, struck or hidden, and how the items of lists are numbered."""

from __future__ import annotations

from lxml import etree

from etl.read.markers import number_marker
from etl.read.odf import STYLE, TABLE, TEXT

_FO = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_MAX_PARENTS = 20


class TextStyles:
    """Looks up how text is set.

    Args:
        content, styles: roots of the two parts that hold styles.
    """

    def __init__(self, content: etree._Element, styles: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for root in (styles, content):
            if root is not None:
                for style in root.iter(f"{STYLE}style"):
                    self._styles[style.get(f"{STYLE}name") or ""] = style
        self._looks: dict[tuple[str, tuple[bool, bool]], tuple[bool, bool]] = {}

    def look(self, name: str | None, inherited: tuple[bool, bool] = (False, False)) -> tuple[bool, bool]:
        """Return whether a style is bold and whether it is struck through.

        Args:
            name: of the style; None changes nothing.
            inherited: what holds around it.
        """
        if name is None:
            return inherited
        key = (name, inherited)
        if key not in self._looks:
            bold = self._property(name, f"{_FO}font-weight")
            line = self._property(name, f"{STYLE}text-line-through-style")
            kind = self._property(name, f"{STYLE}text-line-through-type")
            struck = inherited[1]
            if line is not None or kind is not None:
                struck = (line or kind) != "none" and kind != "none"
            heavy = inherited[0] if bold is None else bold == "bold" or (bold.isdigit() and int(bold) >= 600)
            self._looks[key] = (heavy, struck)
        return self._looks[key]

    def is_hidden_table(self, name: str | None) -> bool:
        """Return whether a table style hides its sheet."""
        style = self._styles.get(name or "")
        properties = style.find(f"{STYLE}table-properties") if style is not None else None
        return properties is not None and properties.get(f"{TABLE}display") == "false"

    def _property(self, name: str, attribute: str) -> str | None:
        for _ in range(_MAX_PARENTS):
            style = self._styles.get(name)
            if style is None:
                return None
            properties = style.find(f"{STYLE}text-properties")
            value = properties.get(attribute) if properties is not None else None
            if value is not None:
                return str(value)
            name = style.get(f"{STYLE}parent-style-name") or ""
        return None


class ListStyles:
    """Counts the items of lists.

    Args:
        content, styles: roots of the two parts that hold styles.
    """

    def __init__(self, content: etree._Element | None, styles: etree._Element | None) -> None:
        self._levels: dict[str, dict[int, etree._Element]] = {}
        self._counters: dict[str, dict[int, int]] = {}
        for root in (styles, content):
            if root is not None:
                for style in root.iter(f"{TEXT}list-style"):
                    levels = {int(e.get(f"{TEXT}level") or 1): e for e in style if isinstance(e.tag, str)}
                    self._levels[style.get(f"{STYLE}name") or ""] = levels

    def begin(self, style: str | None) -> None:
        """Start counting anew."""
        self._counters.pop(style or "", None)

    def set_next(self, style: str | None, level: int, value: int) -> None:
        """Set the number that the next item of a level gets."""
        self._counters.setdefault(style or "", {})[level] = value - 1

    def next_marker(self, style: str | None, level: int) -> str | None:
        """Return the number or bullet of the next item, None where the style prints none."""
        definition = self._levels.get(style or "", {}).get(level)
        if definition is None:
            return None
        if definition.tag == f"{TEXT}list-level-style-bullet":
            return "•"
        if definition.tag != f"{TEXT}list-level-style-number":
            return None
        counters = self._counters.setdefault(style or "", {})
        start = int(definition.get(f"{TEXT}start-value") or 1)
        counters[level] = counters.get(level, start - 1) + 1
        for deeper in [key for key in counters if key > level]:
            del counters[deeper]
        shown = int(definition.get(f"{TEXT}display-levels") or 1)
        numbers = [self._number(style or "", lower) for lower in range(level - shown + 1, level + 1) if lower > 0]
        if not definition.get(f"{STYLE}num-format"):
            return None
        prefix, suffix = definition.get(f"{STYLE}num-prefix") or "", definition.get(f"{STYLE}num-suffix") or ""
        return f"{prefix}{'.'.join(numbers)}{suffix}".strip() or None

    def _number(self, style: str, level: int) -> str:
        definition = self._levels[style].get(level)
        kind = definition.get(f"{STYLE}num-format") if definition is not None else "1"
        return number_marker(self._counters[style].get(level, 1), kind or "1")
