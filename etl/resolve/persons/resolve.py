"""Statements to persons: the ledger first, then what acts say, then what the weights say."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from etl.identifiers import stable_id
from etl.resolve.ledger import Judgement, Ledger
from etl.resolve.persons.acceptance import accept_pairs, add_probabilities, find_ambiguous
from etl.resolve.persons.clusters import Clusters
from etl.resolve.persons.constraints import COMPOSITION, make_holders
from etl.resolve.persons.links import make_links, read_levels
from etl.resolve.persons.mentions import make_mentions
from etl.resolve.persons.scoring import score_pairs
from etl.resolve.persons.weights import Weights, load_weights

Row = dict[str, Any]


@dataclass(slots=True)
class Resolution:
    """Who is who.

    Args:
        person_of: seat id -> person id.
        candidates: rows of the table of candidates.
        links: rows of the table of links, the pairs that joined statements.
        redirects: `old_id, new_id, reason` of every id a statement would bear alone and does not.
        issues: judgements that could not be followed.
    """

    person_of: dict[str, str] = field(default_factory=dict)
    candidates: list[Row] = field(default_factory=list)
    links: list[Row] = field(default_factory=list)
    redirects: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)


def person_id(seat_id: str) -> str:
    """Return the id of the person whose first statement this is; never derived from a name.

    Args:
        seat_id: of the earliest statement, ties by the id itself.
    """
    return stable_id("p", seat_id)


def resolve_persons(
    seats: Sequence[Row],
    decisions: Mapping[str, Row],
    old_surnames: Mapping[str, str] | None = None,
    ledger: Ledger | None = None,
    weights: Weights | None = None,
) -> Resolution:
    """Find out which statements are about one person. The answer depends on no order of the rows.

    Judgements of people come first, then links that acts themselves make (a release ends a seat, a change of
    surname renames its holder), then automatic judgements of the ledger, then pairs by falling probability.

    Args:
        seats: statements, with links and validity filled; they are not changed.
        decisions: acts by id.
        old_surnames: seat id of a renamed statement -> surname before.
        ledger: judgements to replay.
        weights: a version of the model; the current one where none is given.
    """
    model = weights or load_weights()
    mentions = make_mentions(seats, decisions, old_surnames)
    places = {seat: place for place, seat in enumerate(mentions["seat_id"])}
    result = Resolution()
    holders = make_holders(mentions)
    verdicts = _place_judgements(ledger or Ledger(), places, result)
    apart = {pair for pair, judgement in verdicts.items() if judgement.verdict in ("different", "unsure")}
    clusters = Clusters(holders, apart)
    for pair, judgement in verdicts.items():
        if judgement.verdict == "same" and judgement.is_human:
            obstacle = clusters.join(*pair, ground="judged", detail=judgement, judged=True)
            if obstacle:
                result.issues.append(_conflict_issue(judgement, obstacle))
    for left, right, act in _event_links(seats, places):
        clusters.join(left, right, ground="act", detail=act)
    for pair, judgement in verdicts.items():
        if judgement.verdict == "same" and not judgement.is_human:
            clusters.join(*pair, detail=judgement)
    pairs = add_probabilities(score_pairs(mentions, model))
    _join_pairs(pairs, clusters, verdicts, model, result)
    _name_groups(clusters, mentions["seat_id"].tolist(), result)
    result.links = make_links(clusters, result.person_of, model)
    return result


def _place_judgements(
    ledger: Ledger, places: Mapping[str, int], result: Resolution
) -> dict[tuple[int, int], Judgement]:
    """Put judgements on places; those on statements that are not there become issues."""
    for problem in ledger.problems:
        result.issues.append(_issue("ledger_line", "error", problem.message, str(problem.line), problem.message))
    found: dict[tuple[int, int], Judgement] = {}
    for judgement in ledger.standing():
        if any(not identifier.startswith("s-") for identifier in judgement.pair):
            continue  # about an organisation or a line of a register: replayed there
        missing = [seat for seat in judgement.pair if seat not in places]
        if missing:
            message = (
                f"the ledger judges {' and '.join(missing)}, which no document gives any more; the line is not used"
            )
            result.issues.append(_issue("ledger_unknown_seat", "warning", message, *judgement.pair))
            continue
        one, other = sorted((places[judgement.left], places[judgement.right]))
        found[one, other] = judgement
    return found


def _event_links(seats: Sequence[Row], places: Mapping[str, int]) -> list[tuple[int, int, str]]:
    """List statements that acts tie to a seat: its end, a new surname of its holder."""
    links = []
    for row in seats:
        for name, act in (("closes_seat_id", "release"), ("renames_seat_id", "surname_change")):
            if row.get(name) in places:
                one, other = sorted((places[row["seat_id"]], places[row[name]]))
                links.append((one, other, act))
    return sorted(links)


def _join_pairs(
    pairs: pd.DataFrame,
    clusters: Clusters,
    verdicts: Mapping[tuple[int, int], Judgement],
    model: Weights,
    result: Resolution,
) -> None:
    accepted = accept_pairs(pairs, model)
    order = pairs.assign(accepted=accepted).sort_values(
        ["probability", "weight", "left", "right"], ascending=[False, False, True, True]
    )
    unclear = find_ambiguous(pairs, clusters.holders, model)
    shown = order["accepted"] | order["probability"].ge(model.review)
    obstacles: dict[tuple[int, int], str] = {}
    for row in order.loc[order["accepted"]].itertuples(index=False):
        pair = (int(str(row.left)), int(str(row.right)))
        obstacle = "ambiguous" if pair in unclear else clusters.join(*pair, detail=row)
        if obstacle:
            obstacles[pair] = obstacle
    for row in order.loc[shown].itertuples(index=False):
        pair = (int(str(row.left)), int(str(row.right)))
        judgement = verdicts.get(pair)
        if judgement is not None and judgement.is_human:
            status = judgement.verdict
        elif clusters.are_one(*pair):
            status = "merged"
        else:
            status = "conflict" if obstacles.get(pair, "ambiguous") != "ambiguous" else "review"
        result.candidates.append(_candidate(row, status, obstacles.get(pair), clusters, model))


def _candidate(row: Any, status: str, obstacle: str | None, clusters: Clusters, model: Weights) -> Row:
    left, right = clusters.holders[row.left].seat_id, clusters.holders[row.right].seat_id
    evidence: Row = dict(read_levels(row))
    if obstacle:
        evidence["obstacle"] = obstacle
    return {
        "pair_id": stable_id("c", *sorted((left, right))),
        "left_seat_id": left,
        "right_seat_id": right,
        "score": float(row.probability),
        "model": model.version,
        "evidence": json.dumps(evidence, ensure_ascii=False),
        "status": status,
    }


def _name_groups(clusters: Clusters, seat_ids: list[str], result: Resolution) -> None:
    for group in clusters.groups():
        identifier = person_id(seat_ids[group[0]])
        for place in group:
            result.person_of[seat_ids[place]] = identifier
        # Whatever was read before: the id of a person was always that of one of these statements.
        result.redirects.extend(
            {
                "old_id": person_id(seat_ids[place]),
                "new_id": identifier,
                "reason": "one person with an earlier statement",
            }
            for place in group[1:]
        )
    result.redirects.sort(key=lambda row: row["old_id"])


def _conflict_issue(judgement: Judgement, obstacle: str) -> Row:
    reason = (
        "they hold two seats of one composition"
        if obstacle == COMPOSITION
        else f"another judgement stands against it ({obstacle})"
    )
    message = f"{judgement.by} judged {judgement.left} and {judgement.right} one person, but {reason}; not followed"
    return _issue("ledger_conflict", "error", message, *judgement.pair)


def _issue(code: str, severity: str, message: str, *parts: str) -> Row:
    return {
        "issue_id": stable_id("i", code, *parts),
        "document_path": "",
        "locator": "{}",
        "severity": severity,
        "code": code,
        "message": message,
    }
