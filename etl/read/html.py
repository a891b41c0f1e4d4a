"""Reader of HTML pages, also old ones, pages saved by Word, and web archives (MHTML)."""

from __future__ import annotations

import email
import email.policy
import re

import lxml.html
from lxml import etree

from etl.read.encoding import decode_text
from etl.read.html_furniture import find_core
from etl.read.html_measure import measure_page
from etl.read.html_style import Look, StyleSheet, set_as_tables
from etl.read.html_walk import Page, Walk
from etl.read.result import Read
from etl.records import Issue, Locator

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_XML_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,100}encoding\s*=\s*[\"']([\w.:-]+)", re.IGNORECASE)
_CONDITION = re.compile(r"<!\[(?:if|endif)[^>]{0,200}\]>", re.IGNORECASE)
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_INLINE_TAG = re.compile(r"</?(?:font|span|b|i|u|center|big|small|strong|em|a|tt|nobr)\b[^>]*>", re.IGNORECASE)
HIDDEN_WORTH_SAYING = 40


def read_html(data: bytes) -> Read:
    """Return the blocks of a page in reading order.

    Args:
        data: the bytes of an HTML page or of an MHTML archive.
    """
    declared: str | None = None
    if is_mhtml(data):
        data, declared = _unpack_mhtml(data)
    match = _CHARSET.search(data[:20_000]) or _XML_ENCODING.search(data[:200])
    if match:
        declared = match.group(1).decode("ascii", errors="replace")
    decoded = decode_text(data, declared)
    issues = list(decoded.issues)
    root, cut = _parse(decoded.text)
    if cut:
        issues.append(Issue("damaged_markup", "The markup is nested too deeply; inline tags were taken out.", "info"))
    if root is None:
        return Read((), None, tuple(issues), decoded.encoding)
    title = root.findtext(".//title")
    sheet = StyleSheet(" ".join(style.text or "" for style in root.iter("style")))
    set_as_tables(root, sheet)
    measures = measure_page(root)
    body = root.find("body")
    if body is None:
        body = root
    core = find_core(body, measures)
    page = Page(measures, sheet, measures[body], core, coreless=core is body)
    blocks = Walk(page, Locator()).run(body, Look())
    if page.hidden_text > HIDDEN_WORTH_SAYING:
        message = f"The page hides {page.hidden_text} characters of text from its readers; they were left out."
        issues.append(Issue("hidden_text", message, "info"))
    return Read(tuple(blocks), " ".join((title or "").split()) or None, tuple(issues), decoded.encoding)


def is_mhtml(data: bytes) -> bool:
    """Whether bytes are a web page saved with its pictures in one file."""
    head = data[:2000].lower()
    return b"mime-version:" in head and b"multipart/related" in data[:4000].lower()


def _parse(text: str) -> tuple[lxml.html.HtmlElement | None, bool]:
    """Return the tree of a page, and whether inline tags had to go because they nest without end."""
    text = _CONDITION.sub("", _XML_DECLARATION.sub("", text))
    for cut in (False, True):
        if cut:
            text = _INLINE_TAG.sub("", text)
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True, recover=True, no_network=True)
        try:
            root = lxml.html.document_fromstring(text.encode("utf-8", errors="replace"), parser=parser)
        except etree.ParserError:
            return None, cut
        if not any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
            return root, cut
    return root, True


def _unpack_mhtml(data: bytes) -> tuple[bytes, str | None]:
    """Return the first HTML part of a web archive and the encoding named for it."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            payload = part.get_payload(decode=True)
            if isinstance(payload, bytes):
                return payload, part.get_content_charset()
    return b"", None
