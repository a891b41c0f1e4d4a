"""Which addresses of a source are documents: its start addresses, or what its pages of lists link to."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable

from etl.fetch.declaration import FetchSource
from etl.fetch.errors import AddressError
from etl.fetch.guard import Guard
from etl.fetch.links import find_links, write_address

MAX_PAGES = 1_000
"""Most pages of lists read for one source in one run."""

ReadPage = Callable[[str], tuple[bytes, str]]
Tell = Callable[[str, str], None]


def find_documents(source: FetchSource, guard: Guard, read_page: ReadPage, tell: Tell) -> list[str]:
    """Return the addresses of the documents of a source, each once, in the order of its pages.

    Args:
        source: its start addresses, patterns and depth.
        guard: its hosts.
        read_page: gives the bytes of a page of lists and the address they came from.
        tell: told (address, why) of each address that is left out or could not be read.
    """
    starts = [write_address(start) for start in source.start]
    if source.links is None:
        return list(dict.fromkeys(starts))
    documents: dict[str, None] = {}
    refused: dict[str, None] = {}
    waiting = deque((start, 0) for start in dict.fromkeys(starts))
    seen = set(starts)
    read = 0
    while waiting:
        page, depth = waiting.popleft()
        if read == MAX_PAGES:
            tell(page, f"{len(waiting) + 1} more pages of lists are left out: at most {MAX_PAGES} are read in one run")
            break
        read += 1
        try:
            data, address = read_page(page)
        except AddressError as problem:
            tell(page, problem.reason)
            continue
        for link in find_links(data, address):
            if re.search(source.links, link):
                (documents if guard.permits(link) else refused)[link] = None
            elif source.follow and re.search(source.follow, link) and link not in seen and guard.permits(link):
                seen.add(link)
                if depth < source.depth:
                    waiting.append((link, depth + 1))
                else:
                    tell(link, f"this page of a list is left out: depth is {source.depth}")
    for link in refused:
        tell(link, "its host is not among the hosts of this source")
    return list(documents)
