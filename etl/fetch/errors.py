"""Why one address gave no document: a refusal is final, a failure may pass."""

from __future__ import annotations


class AddressError(Exception):
    """One address gave nothing; the message says why in one line.

    Args:
        reason: what happened, in words.
        wait: seconds the server asked us to wait, where it did.
    """

    def __init__(self, reason: str, wait: float | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.wait = wait


class RefusedError(AddressError):
    """We do not take it: host, address, robots, size, kind. Asking again would not help."""


class FailedError(AddressError):
    """It did not work this time: server error, silence, a body cut short. Asking again may help."""
