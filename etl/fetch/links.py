"""Addresses: one written form for each, and those a page links to."""

from __future__ import annotations

import re
from urllib.parse import quote, urljoin, urlsplit, urlunsplit

from bs4 import BeautifulSoup

_SAFE = "/%:@!$&'()*+,;=~-._?[]"
_PLACES = (("a", "href"), ("area", "href"), ("iframe", "src"), ("embed", "src"), ("object", "data"))
MAX_LENGTH = 2_000
"""Longest address taken; longer ones are made by programs that count up something."""


def write_address(address: str) -> str:
    """Return an address in the form it is asked for and compared: no fragment, other letters as percent codes.

    Args:
        address: a whole address.

    Raises:
        ValueError: it is not one.
    """
    parts = urlsplit(address.strip())
    host = parts.hostname or ""
    if not host.isascii():
        host = host.encode("idna").decode("ascii")
    name = f"[{host}]" if ":" in host else host
    if parts.username is not None or parts.password is not None:
        name = f"{parts.netloc.rpartition('@')[0]}@{name}"  # kept, so that the guard sees and refuses it
    usual = {"http": 80, "https": 443}.get(parts.scheme.lower())
    port = "" if parts.port in (None, usual) else f":{parts.port}"
    path = quote(parts.path or "/", safe=_SAFE)
    return urlunsplit((parts.scheme.lower(), name.lower() + port, path, quote(parts.query, safe=_SAFE), ""))


def find_links(data: bytes, address: str) -> list[str]:
    """Return the addresses a page links to, each once, in the order of the page.

    A link from a page read over https to the same host over http is asked for over https.

    Args:
        data: the page as received.
        address: where it was read; its own ``<base>`` goes first.
    """
    page = BeautifulSoup(data, "lxml")
    base = page.find("base", href=True)
    start = urljoin(address, str(base["href"])) if base else address
    found: dict[str, None] = {}
    for element in page.find_all([tag for tag, _ in _PLACES]):
        attribute = dict(_PLACES)[element.name]
        value = element.get(attribute)
        if not isinstance(value, str) or not value.strip() or value.strip().startswith("#"):
            continue
        try:
            link = write_address(urljoin(start, re.sub(r"[\t\r\n]", "", value.strip())))
        except (ValueError, UnicodeError):
            continue  # not an address; a browser could not follow it either
        if link.startswith(("http:", "https:")) and len(link) <= MAX_LENGTH:
            found[_prefer_https(link, address)] = None
    return list(found)


def _prefer_https(link: str, address: str) -> str:
    here, there = urlsplit(address), urlsplit(link)
    if here.scheme == "https" and there.scheme == "http" and here.netloc == there.netloc and there.port is None:
        return "https" + link.removeprefix("http")
    return link
