"""What a site asks of programs: its robots.txt, read once per site and run (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import urlsplit

from protego import Protego

from etl.fetch.errors import FailedError, RefusedError

PRODUCT = "who-counts-the-votes"
"""Name by which robots files may speak of us."""

MAX_BYTES = 500 * 1024
"""Part of a robots file that is read (RFC 9309, section 2.5)."""


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules of one site; ``refusal`` says why nothing may be asked at all."""

    parsed: Protego | None = None
    refusal: str | None = None

    def allows(self, url: str) -> bool:
        """Tell whether an address may be asked for.

        Args:
            url: the address.
        """
        return self.refusal is None and (self.parsed is None or bool(self.parsed.can_fetch(url, PRODUCT)))

    @property
    def interval(self) -> float:
        """Return the seconds between requests that the site asks for."""
        if self.parsed is None:
            return 0.0
        interval = float(self.parsed.crawl_delay(PRODUCT) or 0.0)
        rate = self.parsed.request_rate(PRODUCT)
        return max(interval, rate.seconds / rate.requests if rate and rate.requests else 0.0)


def rules_of(status: int, data: bytes) -> Rules:
    """Return what the answer to a request for robots.txt means.

    No file means no rules (RFC 9309, section 2.3.1.3); a site that wants a password for it, or that is in trouble
    (2.3.1.4), is left alone.

    Args:
        status: of the answer.
        data: its body.
    """
    if status in (401, 403):
        return Rules(refusal=f"its robots.txt is closed to us (status {status})")
    if status == 429 or status >= 500:
        return Rules(refusal=f"its robots.txt could not be read (status {status})")
    if status >= 300:
        return Rules()
    return Rules(Protego.parse(data[:MAX_BYTES].decode("utf-8-sig", errors="replace")))


class Robots:
    """The rules of all sites of a run.

    Args:
        ask: fetches an address and gives status and body.
    """

    def __init__(self, ask: Callable[[str], tuple[int, bytes]]) -> None:
        self._ask = ask
        self._known: dict[str, Rules] = {}

    def rules_for(self, url: str) -> Rules:
        """Return the rules of an address's site.

        Args:
            url: the address.
        """
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._known:
            try:
                self._known[site] = rules_of(*self._ask(f"{site}/robots.txt"))
            except (RefusedError, FailedError) as problem:
                self._known[site] = Rules(refusal=f"its robots.txt could not be read ({problem.reason})")
        return self._known[site]
