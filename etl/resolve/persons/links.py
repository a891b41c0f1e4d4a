"""Why statements are one person's: the pairs that joined them, each with its ground (docs/identity.md)."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.ledger import Judgement
from etl.resolve.persons.clusters import Clusters, Join
from etl.resolve.persons.comparisons import COMPARISONS
from etl.resolve.persons.weights import Weights

Row = dict[str, Any]


def read_levels(pair: Any) -> dict[str, str]:
    """Return the level that each comparison of a scored pair reached; what cannot be compared is left out.

    Args:
        pair: a row of `score_pairs`, as a named tuple.
    """
    levels = {name: getattr(pair, name) for name in COMPARISONS}
    return {name: level for name, level in levels.items() if isinstance(level, str)}


def make_links(clusters: Clusters, person_of: Mapping[str, str], weights: Weights) -> list[Row]:
    """Return rows of the table of links: for a person with n statements n - 1 of them, a tree.

    Args:
        clusters: all pairs joined.
        person_of: seat id -> person id.
        weights: the model that scored them.
    """
    rows = [_link(join, clusters, person_of, weights) for join in clusters.joins]
    return sorted(rows, key=lambda row: (row["person_id"], row["link_id"]))


def _link(join: Join, clusters: Clusters, person_of: Mapping[str, str], weights: Weights) -> Row:
    left, right = (clusters.holders[place].seat_id for place in sorted((join.left, join.right)))
    score: float | None = None
    model: str | None = None
    evidence: Row
    if isinstance(join.detail, Judgement):
        judgement = join.detail
        evidence = {"by": judgement.by, "on": judgement.on.isoformat()}
        if judgement.why:
            evidence["why"] = judgement.why
        if not judgement.is_human:
            score, model = judgement.score, judgement.model
    elif join.ground == "act":
        evidence = {"act": join.detail}
    else:
        evidence = dict(read_levels(join.detail))
        score, model = float(join.detail.probability), weights.version
    return {
        "link_id": stable_id("l", *sorted((left, right))),
        "person_id": person_of[left],
        "left_seat_id": left,
        "right_seat_id": right,
        "score": score,
        "model": model,
        "ground": join.ground,
        "evidence": json.dumps(evidence, ensure_ascii=False),
    }
