"""What people judged of organisations: two are one, or stay two. Replayed after organisations were found by key."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping, Set
from dataclasses import dataclass, field
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.ledger import Judgement

Row = dict[str, Any]
Pair = tuple[str, str]

PREFIX = "o-"


@dataclass(slots=True)
class Replay:
    """What became of the judgements.

    Args:
        new_of: id of an organisation that was joined to another -> id in use.
        verdicts: pair of ids -> same, different or unsure, of judgements on organisations of this build.
        redirects: `old_id, new_id, reason` of every joined id.
        issues: judgements that could not be followed.
    """

    new_of: dict[str, str] = field(default_factory=dict)
    verdicts: dict[Pair, str] = field(default_factory=dict)
    redirects: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)


def replay(judgements: Iterable[Judgement], known: Container[str], above: Mapping[str, Set[str]]) -> Replay:
    """Follow the judgements on pairs of organisations; the order of the ledger does not matter.

    The smallest id of those joined stays in use. Two organisations are not joined where another judgement keeps them
    apart, or where one stands above the other: that is an issue, and the build goes on.

    Args:
        judgements: those that stand; pairs that are not two organisations are left to others.
        known: ids of the organisations found by key.
        above: id -> ids of the bodies directly above it, on any day.
    """
    result = Replay()
    placed: list[Judgement] = []
    for judgement in judgements:
        if any(not identifier.startswith(PREFIX) for identifier in judgement.pair):
            continue  # about a statement or a line of a register: replayed there
        missing = [identifier for identifier in judgement.pair if identifier not in known]
        if missing:
            message = (
                f"the ledger judges {' and '.join(missing)}, which is no employer or body of this build; "
                "the line is not used"
            )
            result.issues.append(_issue("ledger_unknown_organisation", "warning", message, judgement))
            continue
        result.verdicts[judgement.pair] = judgement.verdict
        placed.append(judgement)
    apart = [pair for pair, verdict in sorted(result.verdicts.items()) if verdict == "different"]
    same = [judgement for judgement in placed if judgement.verdict == "same"]
    members: dict[str, set[str]] = {}
    reasons: dict[str, str] = {}
    for judgement in sorted(same, key=lambda judgement: (not judgement.is_human, judgement.pair)):
        left, right = (members.get(identifier, {identifier}) for identifier in judgement.pair)
        if left is right:
            continue
        obstacle = _find_obstacle(left, right, apart, above)
        if obstacle:
            message = f"{judgement.by} judged {judgement.left} and {judgement.right} to be one organisation: {obstacle}"
            result.issues.append(_issue("ledger_conflict", "error", message, judgement))
            continue
        joined = left | right
        for identifier in joined:
            members[identifier] = joined
        reasons[max(judgement.pair)] = _write_reason(judgement)
    for identifier in sorted(members):
        first = min(members[identifier])
        if identifier != first:
            result.new_of[identifier] = first
            reason = reasons.get(identifier, "judged one organisation with another that was")
            result.redirects.append({"old_id": identifier, "new_id": first, "reason": reason})
    return result


def _find_obstacle(left: set[str], right: set[str], apart: Iterable[Pair], above: Mapping[str, Set[str]]) -> str | None:
    for one, other in apart:
        if (one in left and other in right) or (one in right and other in left):
            return f"another judgement keeps {one} and {other} apart"
    if _climb(left, above) & right or _climb(right, above) & left:
        return "one stands above the other"
    return None


def _climb(start: set[str], above: Mapping[str, Set[str]]) -> set[str]:
    """List all bodies above some, on any day."""
    reached: set[str] = set()
    waiting = list(start)
    while waiting:
        for parent in above.get(waiting.pop(), ()):
            if parent not in reached:
                reached.add(parent)
                waiting.append(parent)
    return reached


def _write_reason(judgement: Judgement) -> str:
    # The words of the editor stay in the ledger: this table is public.
    return f"judged one organisation by {judgement.by} on {judgement.on.isoformat()}"


def _issue(code: str, severity: str, message: str, judgement: Judgement) -> Row:
    return {
        "issue_id": stable_id("i", code, *judgement.pair),
        "document_path": "",
        "locator": "{}",
        "severity": severity,
        "code": code,
        "message": message,
    }
