"""Which parts of a web page are not its content: menus, banners, comments, related news, footers."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from etl.read.html_measure import Measure

_ALWAYS = {"nav", "aside"}
_AT_PAGE_LEVEL = {"header", "footer", "form", "menu", "search"}
_NEVER = frozenset(("html", "body", "main", "article", "p", "span", "font", "b", "tr", "table", "tbody", "a", "li"))
_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}
_STRONG_WORDS = frozenset(
    """nav navbar navigation topmenu mainmenu submenu breadcrumb breadcrumbs crumbs crumb pathway sidebar footer footnav
    copyright comments commentlist disqus share sharing socials related similar readmore readalso""".split()  # noqa: SIM905
)
_WEAK_WORDS = frozenset(
    """menu side rightcol leftcol foot comment social likes recent popular banner banners advert ads adv reklama cookie
    cookies subscribe subscription search login lang langs language languages tabs tags tagcloud pager pagination widget
    widgets counter counters skiplink toolbar hdr topbar""".split()  # noqa: SIM905
)
_FOLDED_WORDS = frozenset(
    ("acc", "accordion", "collapse", "collapsible", "panel", "tab", "pane", "tabpanel", "spoiler")
)
_DENIED = re.compile(r"^(?:no|has|with|without|is|not|hide)[-_]", re.IGNORECASE)
_SPLIT = re.compile(r"[^a-z0-9]+")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_LABELS = re.compile(
    r"\W*(?:популярн|читайте также|похожие|комментари|последние новости|другие новости|смотрите также|поделиться"
    r"|материалы по теме|соңғы жаңалықтар|басқа жаңалықтар|тағы оқыңыз|оқи отырыңыз|пікірлер|бөлісу|related|comments"
    r"|read also|share)",
    re.IGNORECASE,
)
_LABEL_LENGTH = 40

STRONG_SHARE = 0.6
"""An element with more than this share of the text of a page is its content, whatever it is called."""

WEAK_SHARE = 0.4
"""The same for names that content bears too now and then, such as ``tabs`` or ``widget``."""

MENU_SHARE = 0.25
"""A block of links, or one under a label such as «Читайте также», with at most this share of the text is furniture."""


def is_furniture(element: HtmlElement, own: Measure, page: Measure, *, inside_article: bool, beside: bool) -> bool:
    """Whether an element is furniture of the page.

    Args:
        element: the element.
        own, page: what was counted in it and in the whole page.
        inside_article: it stands inside ``main`` or ``article``.
        beside: it stands outside the part of the page that holds most of the running text.
    """
    tag = element.tag
    if tag in _NEVER or own.content:
        return False
    if tag in _ALWAYS or (element.get("role") or "").lower() in _ROLES:
        return not own.top_heading
    if own.text > STRONG_SHARE * page.text:
        return False
    if tag in _AT_PAGE_LEVEL and not inside_article:
        return not own.top_heading and not (tag == "form" and (own.tables or own.blocks > 3))
    if own.top_heading:
        return False
    names = names_of(element)
    if names & _STRONG_WORDS:
        return True
    if names & _WEAK_WORDS and not own.tables and own.text <= WEAK_SHARE * page.text:
        return True
    if own.text > MENU_SHARE * page.text or own.tables:
        return False
    return _is_labelled(element) or (beside and not inside_article and _is_menu(tag, own))


def names_of(element: HtmlElement) -> set[str]:
    """Return the words of an element's class and id in lower case; ``no-sidebar`` and the like say nothing."""
    names = f"{element.get('class') or ''} {element.get('id') or ''}".split()
    joined = " ".join(_CAMEL.sub(" ", name) for name in names if not _DENIED.match(name))
    return {word for word in _SPLIT.split(joined.lower()) if word}


def _is_labelled(element: HtmlElement) -> bool:
    """Whether a block begins with a label that web pages put over comments and other news."""
    if element.tag not in ("div", "section", "td", "ul"):
        return False
    for text in element.itertext():
        if text.strip():
            return len(text.strip()) <= _LABEL_LENGTH and bool(_LABELS.match(text))
    return False


def _is_menu(tag: str, own: Measure) -> bool:
    """Whether a block holds hardly anything but three or more short links."""
    if tag not in ("ul", "div", "td", "center", "ol") or own.links < 3 or own.headings:
        return False
    return own.linked >= 0.7 * own.text and own.linked <= 60 * own.links


def is_folded(element: HtmlElement) -> bool:
    """Whether a hidden element is one that a reader opens by a click (accordion, tab), so part of the content."""
    return bool(names_of(element) & _FOLDED_WORDS) or (element.get("role") or "").lower() == "tabpanel"


def find_core(body: HtmlElement, measures: dict[HtmlElement, Measure]) -> HtmlElement:
    """Return the smallest element that holds most of the text outside links.

    Args:
        body: the body of the page.
        measures: what was counted in each element.
    """
    whole = measures[body].text - measures[body].linked
    core = body
    while True:
        inner = max(
            (child for child in core if isinstance(child.tag, str)),
            key=lambda child: measures[child].text - measures[child].linked,
            default=None,
        )
        if inner is None or measures[inner].text - measures[inner].linked < STRONG_SHARE * whole:
            return core
        core = inner
