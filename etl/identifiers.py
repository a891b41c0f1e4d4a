"""Stable ids: derived from documents and places, never from a person's name."""

from __future__ import annotations

import hashlib
import re


def stable_id(prefix: str, *parts: object) -> str:
    """Return ``prefix-`` and 16 hexadecimal digits that depend on nothing but the parts.

    Args:
        prefix: one letter or word that tells the kind of thing.
        parts: what identifies it; their text forms are joined unambiguously.
    """
    text = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{prefix}-{hashlib.blake2s(text.encode(), digest_size=8).hexdigest()}"


def commission_id(level: str, number: int | None, place: str, name: str = "") -> str:
    """Return the id of a commission: its place, level and number.

    Args:
        level: CEC, TEC, DEC or PEC.
        number: precinct or electoral district number, if it has one.
        place: district id, region id or, where neither is known, the id of the unplaced source.
        name: distinguishes commissions without number in one place; leave empty for the ordinary case.
    """
    parts = [re.sub(r"[^a-z0-9-]+", "-", place.lower()).strip("-"), level.lower()]
    if number is not None:
        parts.append(str(number))
    elif name:
        parts.append(stable_id("n", name).removeprefix("n-")[:8])
    return "-".join(parts)
