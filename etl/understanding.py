"""What becomes of a document: loaded, or queued because most of its list was not understood."""

from __future__ import annotations

from typing import Any

from etl.coding import Coded
from etl.identifiers import stable_id
from etl.records import SideCar
from models.reference import Pack

Row = dict[str, Any]

UNREADABLE = frozenset(("document_failed", "empty_document", "unreadable_document", "unsupported_format"))
"""Issues of reading that mean that there was no text to look for a list in."""


def settle(coded: Coded, side_car: SideCar, pack: Pack) -> Coded:
    """Give a document its status, and hold back what was read of one that was hardly understood.

    A document waits where both the share of its list lines that were understood and the people found per list line
    are below the bar of the reference pack: it keeps its acts, but no seat, commission or term of it is loaded. Each
    of its list lines is an issue with its text, so that nothing of it is lost from sight. ``accept: true`` in its
    side-car loads it nevertheless.

    Args:
        coded: the rows of one document.
        side_car: what was said about it from outside.
        pack: its bar.
    """
    document = coded.document
    lines, seats = document.get("list_lines") or 0, document["seats"]
    bar = pack.info.understanding.bar
    if is_hardly_understood(lines, document.get("used_lines") or 0, seats, bar):
        if not side_car.accept:
            return _hold_back(coded, bar)
        coded.issues.append(_accepted(document, bar))
    elif not seats and not lines:
        broken = any(issue["code"] in UNREADABLE and issue["severity"] == "error" for issue in coded.issues)
        document["status"] = "failed" if broken else "left_out"
        return coded
    document["status"] = "loaded"
    return coded


def is_hardly_understood(lines: int, used: int, seats: int, bar: float) -> bool:
    """Tell whether most of a list was not understood.

    People found count beside the score: remarks and stray lines around a list that was read must not hold it back.

    Args:
        lines: lines that stand inside a list.
        used: those that were understood.
        seats: statements about people found in them.
        bar: of the reference pack.
    """
    return lines > 0 and used < bar * lines and seats < bar * lines


def _hold_back(coded: Coded, bar: float) -> Coded:
    document = coded.document
    issues = [*coded.issues, _queued(document, bar), *(_line(row) for row in coded.seats)]
    return Coded(
        document={**document, "status": "queued", "seats": 0},
        decisions=[{**row, "seats": 0} for row in coded.decisions],
        issues=issues,
    )


def _queued(document: Row, bar: float) -> Row:
    lines, used = document["list_lines"], document["used_lines"]
    return {
        "issue_id": stable_id("i", document["sha256"], document["document_path"], "queued"),
        "document_path": document["document_path"],
        "locator": "{}",
        "severity": "warning",
        "code": "document_queued",
        "message": (
            f"only {used} of {lines} list lines were understood ({document['understanding']:.2f}, the bar is {bar:g}) "
            f"and {document['seats']} people found: the document waits and none of its seats is loaded. `columns` in a "
            "side-car tells what its columns mean; `accept: true` loads what was understood"
        ),
        "text": document["title"],
    }


def _accepted(document: Row, bar: float) -> Row:
    return {
        "issue_id": stable_id("i", document["sha256"], document["document_path"], "accepted"),
        "document_path": document["document_path"],
        "locator": "{}",
        "severity": "info",
        "code": "document_accepted",
        "message": (
            f"the understanding of {document['understanding']:.2f} is below the bar of {bar:g}; loaded because its "
            "side-car says `accept: true`"
        ),
        "text": document["title"],
    }


def _line(seat: Row) -> Row:
    """Keep a line that was read as a member: its seat is not loaded, its text stays in sight."""
    return {
        "issue_id": stable_id("i", seat["seat_id"], "queued"),
        "document_path": seat["document_path"],
        "locator": seat["locator"],
        "severity": "info",
        "code": "line_queued",
        "message": "this line was read as a member; it is not loaded while its document waits",
        "text": seat["snippet"],
    }
