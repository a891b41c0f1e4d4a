"""How often a host is asked: never sooner than its slowest declared rate and its robots file allow."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, field

MAX_WAIT = 300.0
"""Longest wait for one request, in seconds; a host that asks for more is left for another run."""


@dataclass(slots=True)
class Pace:
    """The waits between requests, per host.

    Args:
        clock: seconds that only grow.
        sleep: waits for some seconds.
    """

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    _intervals: dict[str, float] = field(default_factory=dict)
    _next: dict[str, float] = field(default_factory=dict)

    def slow_down(self, host: str, seconds: float) -> None:
        """Ask a host at most once in so many seconds; the longest interval told counts.

        Args:
            host: its name.
            seconds: the interval.
        """
        self._intervals[host] = max(self._intervals.get(host, 0.0), min(seconds, MAX_WAIT))

    def hold(self, host: str, seconds: float) -> None:
        """Leave a host alone from now on for so many seconds.

        Args:
            host: its name.
            seconds: as the server or the back-off says.
        """
        self._next[host] = max(self._next.get(host, 0.0), self.clock() + seconds)

    def wait(self, host: str) -> None:
        """Wait until a host may be asked, and count the request that follows.

        Args:
            host: its name.
        """
        now = self.clock()
        due = self._next.get(host, now)
        if due > now:
            self.sleep(due - now)
            now = max(self.clock(), due)
        self._next[host] = now + self._intervals.get(host, 0.0)
