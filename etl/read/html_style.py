"""What the small part of CSS that changes meaning says: struck through, bold, hidden, set as a block."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_MEDIA = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_SIMPLE = re.compile(r"(?:([a-z][a-z0-9]*))?(?:([.#])([\w-]+))?")
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_STRUCK = re.compile(r"text-decoration[^:;]*:[^;]*line-through", re.IGNORECASE)
_WEIGHT = re.compile(r"(?:font-weight|font)\s*:[^;]*?\b(bold|bolder|[6-9]00|normal|lighter|[1-5]00)\b", re.IGNORECASE)
_BLOCK = re.compile(r"display\s*:\s*(?:block|flex|grid|list-item|table)\b", re.IGNORECASE)
_TABLE_STYLE = re.compile(
    r"display\s*:\s*(table-header-group|table-row-group|table-row|table-cell|table)\b", re.IGNORECASE
)
_STYLE_TAGS = {
    "table": "table",
    "table-header-group": "thead",
    "table-row-group": "tbody",
    "table-row": "tr",
    "table-cell": "td",
}
_ROLE_TAGS = {"table": "table", "grid": "table", "row": "tr", "cell": "td", "gridcell": "td", "columnheader": "th"}
_NO_MARKER = re.compile(r"list-style[^:;]*:[^;]*\bnone\b", re.IGNORECASE)

_STRUCK_TAGS = {"del", "s", "strike"}
_BOLD_TAGS = {"b", "strong"}
_SKIPPED_TAGS = frozenset(
    """script style template noscript select textarea button iframe object svg canvas video audio head math map applet
    noframes""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Look:
    """How text is set where the walk stands."""

    bold: bool = False
    struck: bool = False
    hidden: bool = False
    pre: bool = False
    furniture: bool = False


class StyleSheet:
    """Rules of ``style`` elements with one simple selector (tag, .class, #id); the rest is left alone."""

    def __init__(self, css: str) -> None:
        self._rules: dict[str, str] = {}
        css = _MEDIA.sub(" ", _COMMENT.sub(" ", css))
        for selectors, body in _RULE.findall(css):
            for selector in selectors.split(","):
                match = _SIMPLE.fullmatch(selector.strip().lower())
                if match and match.group(0):
                    self._rules[match.group(0)] = f"{self._rules.get(match.group(0), '')};{body}"

    def style_of(self, element: HtmlElement) -> str:
        """Return the declarations that apply to an element, the strongest last."""
        inline = element.get("style") or ""
        if not self._rules:
            return inline
        tag = element.tag
        keys = [tag]
        for name in (element.get("class") or "").lower().split():
            keys += [f".{name}", f"{tag}.{name}"]
        if element.get("id"):
            keys += [f"#{element.get('id').lower()}", f"{tag}#{element.get('id').lower()}"]
        return ";".join([self._rules[key] for key in keys if key in self._rules] + [inline])


def is_skipped(element: HtmlElement) -> bool:
    """Whether nothing inside an element is ever printed as text."""
    return element.tag in _SKIPPED_TAGS


def look_of(element: HtmlElement, around: Look, style: str) -> Look:
    """Return how text inside an element is set, given the look around it."""
    tag = element.tag
    bold, struck, hidden, pre = around.bold, around.struck, around.hidden, around.pre
    if tag in _BOLD_TAGS:
        bold = True
    elif tag in _STRUCK_TAGS:
        struck = True
    elif tag in ("pre", "xmp", "listing"):
        pre = True
    if style:
        weight = _WEIGHT.search(style)
        if weight:
            bold = weight.group(1).lower() in ("bold", "bolder", "600", "700", "800", "900")
        struck = struck or bool(_STRUCK.search(style))
        hidden = hidden or bool(_HIDDEN.search(style))
    if element.get("hidden") is not None:
        hidden = True
    if (bold, struck, hidden, pre) == (around.bold, around.struck, around.hidden, around.pre):
        return around
    return replace(around, bold=bold, struck=struck, hidden=hidden, pre=pre)


def set_as_tables(root: HtmlElement, sheet: StyleSheet) -> None:
    """Make table elements of elements that are shown as tables by their role or by CSS.

    Args:
        root: the page; changed in place.
        sheet: its rules.
    """
    for element in root.iter("div", "span", "section", "ul", "li", "p"):
        shown = _ROLE_TAGS.get((element.get("role") or "").lower())
        if shown is None:
            style = sheet.style_of(element)
            match = _TABLE_STYLE.search(style) if style else None
            shown = _STYLE_TAGS[match.group(1).lower()] if match else None
        if shown is not None:
            element.tag = shown


def is_block_style(style: str) -> bool:
    """Whether declarations set an inline element as a block."""
    return bool(style) and bool(_BLOCK.search(style))


def has_no_marker(style: str) -> bool:
    """Whether declarations take the bullets or numbers of a list away."""
    return bool(style) and bool(_NO_MARKER.search(style))
