"""From what a rule sees to what may be said: an answer no stronger than the known text of the law allows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any, Final, Literal

from models.rules.book import Rule, RuleBook, Status

_JSON: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True)

Outcome = Literal["pass", "fail", "unknown", "not_applicable"]


@dataclass(frozen=True)
class Verdict:
    """What a rule sees in a commission, before asking whether the law's text of that day is known.

    `judged_on` is the day on which the rule is applied: SIZE the day of formation, NOM the day of election, ORG-1 the
    day asked for. `flag_only` keeps a mismatch from being called a breach, for `reason`.
    """

    outcome: Outcome
    judged_on: date | None = None
    reason: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    evidence: Sequence[str] = ()
    flag_only: bool = False


@dataclass(frozen=True)
class Finding:
    """A row of the table `findings`."""

    rule_id: str
    commission_id: str
    as_of: date
    status: Status
    law_edition: str | None
    visibility: str
    reviewed_by: str | None
    detail: str
    evidence: str


def conclude(book: RuleBook, rule: Rule, commission_id: str, as_of: date, verdict: Verdict) -> Finding:
    """Turn a verdict into a finding.

    The text from 1 July 2026 is not known: rules of changed articles answer `unknown` for later days, whether the day
    judged or the day asked for is later. Before `confirmed_from` the strongest answer is `worst_before`, before
    `valid_from` it is `unknown`.

    Args:
        book: the rules, for the edition.
        rule: the rule.
        commission_id: the commission.
        as_of: the day asked for.
        verdict: what the rule saw.
    """
    status, reasons = _decide(book, rule, as_of, verdict)
    edition = book.edition.edition_id if book.edition and status != "unknown" else None
    detail = dict(verdict.detail)
    if verdict.judged_on:
        detail["judged_on"] = verdict.judged_on.isoformat()
    if reasons:
        detail["reasons"] = reasons
    return Finding(
        rule_id=rule.rule_id,
        commission_id=commission_id,
        as_of=as_of,
        status=status,
        law_edition=edition,
        visibility=rule.visibility,
        reviewed_by=None,
        detail=_JSON.encode(detail),
        evidence=_encode_evidence(tuple(verdict.evidence)),
    )


@lru_cache(maxsize=50_000)
def _encode_evidence(seats: tuple[str, ...]) -> str:
    # The same people sit in a commission on many of the days asked for.
    return _JSON.encode(list(seats)) if seats else "[]"


def _decide(book: RuleBook, rule: Rule, as_of: date, verdict: Verdict) -> tuple[Status, list[str]]:
    own = [verdict.reason] if verdict.reason else []
    if verdict.outcome == "not_applicable":
        return "not_applicable", own
    judged_on = verdict.judged_on or as_of
    latest = max(judged_on, as_of)
    changed = book.edition is not None and book.edition.unknown_from is not None and latest >= book.edition.unknown_from
    if changed and rule.in_new_text == "unknown":
        return "unknown", ["new_text_not_read"]
    if judged_on < rule.valid_from or (rule.valid_to is not None and judged_on > rule.valid_to):
        return "unknown", ["before_text"]
    remark = ["new_text_unchecked"] if changed else []
    if verdict.outcome != "fail":
        return verdict.outcome, own + remark
    if judged_on < rule.confirmed_from:
        return rule.worst_before, [*own, "start_not_established", *remark]
    strongest: Status = "flag" if verdict.flag_only and rule.worst == "breach" else rule.worst
    return strongest, own + remark
