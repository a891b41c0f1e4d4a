"""One pass over a page that counts what the later decisions need: text, links, blocks, headings, tables."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree
from lxml.html import HtmlElement

from etl.read.html_style import is_skipped

BLOCK_TAGS = frozenset(
    """html body p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table thead tbody tfoot tr td th caption section article main
    header footer nav aside address blockquote center pre form fieldset legend figure figcaption hr details summary
    menu dir xmp listing hgroup search""".split()  # noqa: SIM905
)
HEADING_TAGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LEAF_BLOCKS = frozenset("p li dt dd h1 h2 h3 h4 h5 h6 pre blockquote address".split())  # noqa: SIM905


@dataclass(slots=True)
class Measure:
    """Counts of one element and everything below it."""

    text: int = 0
    linked: int = 0
    links: int = 0
    blocks: int = 0
    headings: int = 0
    top_heading: bool = False
    tables: int = 0
    content: bool = False

    def take(self, other: Measure) -> None:
        """Add the counts of a child."""
        self.text += other.text
        self.linked += other.linked
        self.links += other.links
        self.blocks += other.blocks
        self.headings += other.headings
        self.top_heading = self.top_heading or other.top_heading
        self.tables += other.tables
        self.content = self.content or other.content


def measure_page(root: HtmlElement) -> dict[HtmlElement, Measure]:
    """Return the measure of every element of a page."""
    measures: dict[HtmlElement, Measure] = {}
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        if event == "start":
            measures[element] = Measure()
            if not isinstance(element.tag, str) or is_skipped(element):
                walk.skip_subtree()
            elif element.text:
                measures[element].text = len(element.text.strip())
            continue
        own = measures[element]
        if isinstance(element.tag, str):
            _count_tag(element, own)
        parent = element.getparent()
        if parent is not None and element is not root:
            above = measures[parent]
            above.take(own)
            if element.tail:
                above.text += len(element.tail.strip())
    return measures


def _count_tag(element: HtmlElement, own: Measure) -> None:
    tag = element.tag
    if tag == "a" and element.get("href") is not None:
        own.linked, own.links = own.text, own.links + 1
    elif tag in HEADING_TAGS:
        own.headings += 1
        own.top_heading = own.top_heading or tag in ("h1", "h2")
    elif tag == "table":
        own.tables += 1
    elif tag in ("main", "article"):
        own.content = True
    if tag in _LEAF_BLOCKS and own.text and not own.blocks:
        own.blocks = 1
