"""One address asked for politely: robots, pace, redirects, retries, conditions and limits."""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from pathlib import Path
from urllib.parse import urljoin

from urllib3.response import BaseHTTPResponse

from etl.fetch.body import receive
from etl.fetch.errors import AddressError, FailedError, RefusedError
from etl.fetch.guard import Guard, Target
from etl.fetch.kinds import check_announced
from etl.fetch.links import write_address
from etl.fetch.pace import MAX_WAIT, Pace
from etl.fetch.partial import Partial
from etl.fetch.robots import MAX_BYTES as ROBOTS_BYTES
from etl.fetch.robots import PRODUCT, Robots
from etl.fetch.transport import request

TRIES = 4
"""How often one address is asked for in one run."""

BACK_OFF = 2.0
"""Seconds before the second try; doubled before each further one."""

MAX_REDIRECTS = 5
GIVE_UP = 3
"""After so many addresses of one host failed one after another the rest of it is left for another run."""

_REDIRECTS = (301, 302, 303, 307, 308)
_PASSING = (408, 425, 429, 500, 502, 503, 504)


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave; without ``data`` it has not changed since the given marks."""

    status: int
    url: str
    data: bytes | None
    etag: str | None = None
    last_modified: str | None = None
    content_type: str = ""


@dataclass(frozen=True, slots=True)
class Manners:
    """How one source is asked: its guard, seconds between requests, and limits of one file."""

    guard: Guard
    interval: float
    max_bytes: int
    max_seconds: float


@dataclass(slots=True)
class Client:
    """Asks for addresses.

    Args:
        contact: told to the servers.
        partials: folder of files under way.
        pace: waits between requests.
        now: the time of day, for ``Retry-After`` dates.
    """

    contact: str
    partials: Path
    pace: Pace
    now: Callable[[], dt.datetime] = lambda: dt.datetime.now(dt.UTC)
    _robots: dict[int, Robots] = field(default_factory=dict)
    _failures: dict[str, int] = field(default_factory=dict)

    def get(
        self, address: str, manners: Manners, *, etag: str | None = None, last_modified: str | None = None
    ) -> Answer:
        """Return what an address gives, following redirects inside the declared hosts.

        Args:
            address: in the form of `write_address`.
            manners: of its source.
            etag, last_modified: marks of the version at hand; the same version is not sent again.

        Raises:
            RefusedError: it is not to be had: host, robots, status, size, type.
            FailedError: it was not to be had in all tries.
        """
        marks = {"If-None-Match": etag, "If-Modified-Since": last_modified if not etag else None}
        return self._follow(address, manners, {name: value for name, value in marks.items() if value})

    def _follow(self, address: str, manners: Manners, marks: dict[str, str], for_robots: bool = False) -> Answer:
        began = time.monotonic()
        waited = 0.0
        url, came_from = address, None
        for _ in range(MAX_REDIRECTS + 1):
            target = manners.guard.check(url, came_from)
            self.pace.slow_down(target.host, manners.interval)
            if not for_robots:
                self._ask_robots(target, manners)
            answer, next_url, slept = self._try(target, manners, marks, began + waited, for_robots)
            waited += slept
            if answer is not None:
                return answer
            url, came_from = next_url, url
        raise RefusedError(f"more than {MAX_REDIRECTS} redirects")

    def _ask_robots(self, target: Target, manners: Manners) -> None:
        robots = self._robots.get(id(manners.guard))
        if robots is None:

            def ask(url: str) -> tuple[int, bytes]:
                small = Manners(manners.guard, manners.interval, ROBOTS_BYTES, min(60.0, manners.max_seconds))
                answer = self._follow(url, small, {}, for_robots=True)
                return answer.status, answer.data or b""

            robots = self._robots[id(manners.guard)] = Robots(ask)
        rules = robots.rules_for(target.url)
        if rules.refusal:
            raise FailedError(f"the site is left alone: {rules.refusal}")
        if not rules.allows(target.url):
            raise RefusedError("the site's robots.txt does not allow it")
        if rules.interval > MAX_WAIT:
            raise RefusedError(f"the site's robots.txt asks for {rules.interval:g} seconds between requests")
        self.pace.slow_down(target.host, rules.interval)

    def _try(
        self, target: Target, manners: Manners, marks: dict[str, str], began: float, for_robots: bool
    ) -> tuple[Answer | None, str, float]:
        """Ask one address up to ``TRIES`` times; give the answer, or where it sends us, and the seconds slept."""
        if self._failures.get(target.host, 0) >= GIVE_UP:
            raise FailedError(f"left for another run: {GIVE_UP} addresses of {target.host} failed one after another")
        slept = 0.0
        for attempt in range(TRIES):
            before = time.monotonic()
            self.pace.wait(target.host)
            slept += time.monotonic() - before
            left = manners.max_seconds - (time.monotonic() - began - slept)
            try:
                if left <= 0:
                    raise FailedError(f"not finished after {manners.max_seconds:g} seconds")
                answer, location = self._exchange(target, manners, marks, left, for_robots)
            except FailedError as problem:
                wait = problem.wait if problem.wait is not None else BACK_OFF * 2**attempt
                if attempt == TRIES - 1 or wait > MAX_WAIT or left <= 0:
                    self._failures[target.host] = self._failures.get(target.host, 0) + 1
                    later = f"; it asks to come again in {wait:g} seconds" if wait > MAX_WAIT else ""
                    raise FailedError(f"{problem.reason}{later}") from problem
                self.pace.hold(target.host, wait)
            else:
                self._failures[target.host] = 0
                return answer, location, slept
        raise AssertionError("a try either answers or raises")

    def _exchange(
        self, target: Target, manners: Manners, marks: dict[str, str], seconds: float, for_robots: bool
    ) -> tuple[Answer | None, str]:
        partial = Partial(self.partials, target.url)
        headers = {
            "User-Agent": f"{PRODUCT}/0.1 (+{self.contact})",
            "Accept": "*/*",
            "Accept-Encoding": "identity",
            "Connection": "close",
            **marks,
        }
        here = partial.resumption()
        if here is not None:
            headers |= {"Range": f"bytes={here[0]}-", "If-Range": here[1]}
        with request(target, headers, seconds) as response:
            if response.status in _REDIRECTS:
                return None, _location(target, response)
            if response.status in _PASSING:
                raise FailedError(f"the server answers {response.status}", self._retry_after(response))
            if response.status == 416:
                partial.discard()
                raise FailedError("the server does not continue the file", 0.0)
            return self._accept(target, response, partial, manners, marks, for_robots), ""

    def _accept(
        self,
        target: Target,
        response: BaseHTTPResponse,
        partial: Partial,
        manners: Manners,
        marks: dict[str, str],
        for_robots: bool,
    ) -> Answer:
        told = response.headers
        etag, modified = told.get("ETag"), told.get("Last-Modified")
        kind = told.get("Content-Type", "")
        if response.status == 304 and marks:
            return Answer(304, target.url, None, etag, modified, kind)
        if response.status not in (200, 206):
            if for_robots:
                return Answer(response.status, target.url, b"")
            raise RefusedError(f"the server answers {response.status}")
        check_announced(kind)
        data = receive(response, partial, manners.max_bytes)
        return Answer(response.status, target.url, data, etag, modified, kind)

    def _retry_after(self, response: BaseHTTPResponse) -> float | None:
        text = response.headers.get("Retry-After", "").strip()
        if text.isascii() and text.isdigit():
            return float(text[:9])
        try:
            moment = parsedate_to_datetime(text)
        except ValueError:
            return None
        if moment.tzinfo is None:
            moment = moment.replace(tzinfo=dt.UTC)
        return max(0.0, (moment - self.now()).total_seconds())


def _location(target: Target, response: BaseHTTPResponse) -> str:
    location = response.headers.get("Location", "")
    if not location:
        raise RefusedError(f"the server answers {response.status} without saying where to")
    try:
        return write_address(urljoin(target.url, location))
    except (ValueError, UnicodeError) as problem:
        raise RefusedError("the server sends us to something that is not an address") from problem


__all__ = ["AddressError", "Answer", "Client", "Manners"]
