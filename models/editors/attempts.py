"""How often a password may be tried: one guess costs more the more have failed."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable

FREE = 5
"""Failures before waiting begins."""

LONGEST = 900.0
"""Seconds of the longest wait."""


class Attempts:
    """Counts failures of all readers of a server together: a new browser window is no new chance."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._failures = 0
        self._open_at = 0.0
        self._lock = threading.Lock()

    def seconds_left(self) -> float:
        """Return how long nobody may try; 0 where one may."""
        with self._lock:
            return max(0.0, self._open_at - self._clock())

    def fail(self) -> None:
        """Count a wrong password: from the sixth on the wait doubles."""
        with self._lock:
            self._failures += 1
            if self._failures > FREE:
                self._open_at = self._clock() + min(LONGEST, 2.0 ** (self._failures - FREE))

    def succeed(self) -> None:
        """Begin again: the right person is in."""
        with self._lock:
            self._failures, self._open_at = 0, 0.0
