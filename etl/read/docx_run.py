"""The text of one Word paragraph: runs, fields, tracked changes, symbols, and the text boxes anchored in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from etl.read.docx_style import Style, Styles, W, is_on, value_of
from etl.read.inline import Inline

MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DROPPED = frozenset(
    W + name for name in ("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt", "sdtPr")
)
_SYMBOLS = {0xF0B7: "•", 0xF0A7: "▪", 0xF0FC: "✓", 0xF0A8: "□", 0xF0FE: "☑", 0xF0D8: "➢", 0xF02D: "-", 0xF0B0: "°"}
_BREAKS = {
    f"{W}tab": "\t",
    f"{W}ptab": "\t",
    f"{W}br": "\n",
    f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011",
    f"{W}softHyphen": "\u00ad",
}


@dataclass(slots=True)
class RunReader:
    """Collects the runs of a paragraph, or of several that a deleted mark joins; boxes and notes go to the caller.

    Args:
        styles: styles of the document.
    """

    styles: Styles
    inline: Inline = field(default_factory=Inline)
    _boxes: list[etree._Element] = field(default_factory=list)
    _notes: list[tuple[str, str]] = field(default_factory=list)
    _fields: list[bool] = field(default_factory=list)

    def collect(self, paragraph: etree._Element, style: Style) -> None:
        """Append the text of a paragraph to ``inline``.

        Args:
            paragraph: the ``w:p`` element.
            style: its style, resolved.
        """
        self._fields.clear()
        for child in paragraph:
            self._walk(child, style)

    def take(self) -> tuple[list[etree._Element], list[tuple[str, str]]]:
        """Hand over the text boxes and the references to notes that were met, and forget them."""
        found = self._boxes, self._notes
        self._boxes, self._notes = [], []
        return found

    def _walk(self, element: etree._Element, look: Style) -> None:
        tag = element.tag
        if tag in _DROPPED or not isinstance(tag, str):
            return
        if tag == f"{W}r":
            look = self._run_look(element, look)
            for child in element:
                self._take(child, look)
        elif tag == f"{MC}AlternateContent":
            self._walk_alternative(element, look)
        elif tag == f"{W}txbxContent":
            self._boxes.append(element)
        elif tag == f"{M}t":
            self.inline.add(element.text or "")
        else:
            for child in element:
                self._walk(child, look)

    def _take(self, element: etree._Element, look: Style) -> None:
        """Handle one child of a run."""
        tag = element.tag
        if tag == f"{W}fldChar":
            kind = element.get(f"{W}fldCharType")
            if kind == "begin":
                self._fields.append(True)
            elif kind == "separate" and self._fields:
                self._fields[-1] = False
            elif kind == "end" and self._fields:
                self._fields.pop()
            return
        if look.hidden or any(self._fields):
            return
        text: str | None = None
        if tag == f"{W}t":
            text = element.text
        elif tag in _BREAKS:
            text = _BREAKS[tag]
        elif tag == f"{W}sym":
            text = _symbol(element)
        elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
            self._notes.append((tag.removeprefix(W).removesuffix("Reference"), element.get(f"{W}id") or ""))
        else:
            self._walk(element, look)
        if text:
            self.inline.add(text, struck=bool(look.struck), bold=bool(look.bold))

    def _walk_alternative(self, element: etree._Element, look: Style) -> None:
        """Take one of several versions of the same content: the first choice that holds anything."""
        for option in element:
            if option.tag == f"{MC}Choice" and len(option):
                self._walk(option, look)
                return
        fallback = element.find(f"{MC}Fallback")
        if fallback is not None:
            self._walk(fallback, look)

    def _run_look(self, run: etree._Element, look: Style) -> Style:
        properties = run.find(f"{W}rPr")
        if properties is None:
            return look
        named = self.styles.get(value_of(properties.find(f"{W}rStyle")))
        bold, struck, hidden = is_on(properties, "b"), is_on(properties, "strike"), is_on(properties, "vanish")
        if not struck:
            double = is_on(properties, "dstrike")
            struck = double if double is not None else struck
        return Style(
            _first(bold, named.bold, look.bold),
            _first(struck, named.struck, look.struck),
            _first(hidden, named.hidden, look.hidden),
        )


def _first(own: bool | None, named: bool | None, around: bool | None) -> bool | None:
    """Return the nearest value that is said at all."""
    if own is not None:
        return own
    return around if named is None else named


def _symbol(element: etree._Element) -> str:
    """Return the character of a ``w:sym``; letters of the private area become what their font shows."""
    try:
        code = int(element.get(f"{W}char") or "", 16)
    except ValueError:
        return ""
    if code in _SYMBOLS:
        return _SYMBOLS[code]
    if 0xF000 <= code <= 0xF0FF:
        return "•" if "wingding" in (element.get(f"{W}font") or "").lower() else chr(code & 0xFF)
    return chr(code)
