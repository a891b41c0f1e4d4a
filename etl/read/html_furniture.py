"""Which parts of a web page are not its content: menus, banners, comments, related news, footers."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

from etl.read.html_measure import Measure

_ALWAYS = {"nav", "aside"}
_AT_PAGE_LEVEL = {"header", "footer", "form", "menu", "search"}
_ROLES = {"navigation", "banner", "contentinfo", "complementary", "search", "menu", "menubar"}
_WORDS = frozenset(
    [
        "nav",
        "navbar",
        "navigation",
        "menu",
        "topmenu",
        "mainmenu",
        "submenu",
        "breadcrumb",
        "breadcrumbs",
        "crumbs",
        "crumb",
        "pathway",
        "sidebar",
        "side",
        "rightcol",
        "leftcol",
        "footer",
        "foot",
        "footnav",
        "copyright",
        "comments",
        "comment",
        "commentlist",
        "disqus",
        "share",
        "sharing",
        "social",
        "socials",
        "likes",
        "related",
        "similar",
        "readmore",
        "readalso",
        "recent",
        "popular",
        "banner",
        "banners",
        "advert",
        "ads",
        "adv",
        "reklama",
        "cookie",
        "cookies",
        "subscribe",
        "subscription",
        "search",
        "login",
        "lang",
        "langs",
        "language",
        "languages",
        "tabs",
        "tags",
        "tagcloud",
        "pager",
        "pagination",
        "widget",
        "widgets",
        "counter",
        "counters",
        "skiplink",
        "toolbar",
        "hdr",
        "topbar",
    ]
)
_FOLDED_WORDS = frozenset(
    ["acc", "accordion", "collapse", "collapsible", "panel", "tab", "pane", "tabpanel", "spoiler", "toggle", "content"]
)
_SPLIT = re.compile(r"[^a-z0-9]+|(?<=[a-z])(?=[A-Z])")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")

MAIN_SHARE = 0.4
"""An element with more than this share of the text of a page is its content, whatever it is called."""

MENU_SHARE = 0.25
"""A block of links with at most this share of the text is a menu."""


def names_of(element: HtmlElement) -> set[str]:
    """Return the words of an element's class and id in lower case."""
    joined = f"{element.get('class') or ''} {element.get('id') or ''}"
    return {word for word in _SPLIT.split(_CAMEL.sub(" ", joined).lower()) if word}


def is_furniture(element: HtmlElement, own: Measure, page: Measure, inside_content: bool) -> bool:
    """Whether an element is furniture of the page.

    Args:
        element: the element.
        own, page: what was counted in it and in the whole page.
        inside_content: it stands inside ``main`` or ``article``.
    """
    tag = element.tag
    if tag in ("html", "body", "main", "article") or own.content or own.text > MAIN_SHARE * page.text:
        return False
    if tag in _ALWAYS or (element.get("role") or "").lower() in _ROLES:
        return True
    if tag in _AT_PAGE_LEVEL and not inside_content:
        return not own.top_heading and not (tag == "form" and (own.tables or own.blocks > 3))
    if tag in ("p", "span", "font", "b", "td", "tr", "table", "tbody", "a") and tag != "td":
        return False
    if names_of(element) & _WORDS:
        return not own.top_heading
    return not inside_content and is_menu(element, own, page)


def is_menu(element: HtmlElement, own: Measure, page: Measure) -> bool:
    """Whether an element outside the content holds hardly anything but three or more short links."""
    if element.tag not in ("ul", "div", "td", "center", "ol") or own.links < 3 or own.headings:
        return False
    if own.text > MENU_SHARE * page.text:
        return False
    return own.linked >= 0.7 * own.text and own.linked <= 60 * own.links


def is_folded(element: HtmlElement) -> bool:
    """Whether a hidden element is one that a reader opens by a click (accordion, tab), so part of the content."""
    return bool(names_of(element) & _FOLDED_WORDS) or element.tag == "details"
