"""Training: reasoned weights joined with what labelled documents show, written as a new frozen version.

After ``python -m etl demo --out DIR``: ``python -m etl.resolve.persons.train --truth DIR/truth.jsonl --version NAME``.
A build never trains.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pandas as pd
import yaml

from etl.resolve.persons.comparisons import COMPARISONS, make_settings
from etl.resolve.persons.mentions import make_mentions
from etl.resolve.persons.scoring import collect_pairs, make_linker
from etl.resolve.persons.simulated import Labelled, read_labelled
from etl.resolve.persons.weights import DIRECTORY, Weights, read_weights
from models.reference import load_pack

REASONED = DIRECTORY / "reasoned.yml"
_LEAST = 0.0005
"""A level that the simulator never shows is rare, not impossible."""
_SAMPLE = 4
"""Of every so many mentions one is compared with all others of its district, for pairs about two people."""


def read_reasoned(path: Path = REASONED) -> tuple[Weights, list[str]]:
    """Return the weights as reasoned and the comparisons that counting may change.

    Args:
        path: reasoned.yml.
    """
    data = yaml.safe_load(path.read_text(encoding="utf-8"))
    levels = {
        name: [{"level": level, "m": shares["m"], "u": shares["u"]} for level, shares in entries.items()]
        for name, entries in data["comparisons"].items()
    }
    return read_weights({**data, "version": "reasoned", "comparisons": levels}), list(data["counted"])


def count_levels(labelled: Labelled, weights: Weights) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Compare labelled mentions: pairs about one person found by blocking, pairs about two people of one district.

    Args:
        labelled: statements with the person each is about.
        weights: any version; only the levels reached are used.

    Returns:
        Levels of the pairs about one person, and of the pairs about two.
    """
    mentions = make_mentions(labelled.seats, labelled.decisions, labelled.old_surnames)
    person = mentions["seat_id"].map(labelled.truth)
    settings = make_settings(weights)
    matches = collect_pairs(make_linker(mentions, settings))
    same = person.iloc[matches["left"]].to_numpy() == person.iloc[matches["right"]].to_numpy()
    some = mentions[mentions["place"] % _SAMPLE == 0]
    district = {"blocking_rule": "l.district = r.district and l.decision_id <> r.decision_id", "sql_dialect": "duckdb"}
    strangers = collect_pairs(make_linker(some, {**settings, "blocking_rules_to_generate_predictions": [district]}))
    apart = person.iloc[strangers["left"]].to_numpy() != person.iloc[strangers["right"]].to_numpy()
    return matches[same], strangers[apart]


def train(labelled: Labelled, version: str) -> dict[str, Any]:
    """Return the content of a file of weights.

    Where the reasoning leaves a comparison open to counting, a share is the mean of the reasoned and the counted one.

    Args:
        labelled: statements with the person each is about.
        version: name of the new version.
    """
    reasoned, counted = read_reasoned()
    one, two = count_levels(labelled, reasoned)
    comparisons: dict[str, list[dict[str, Any]]] = {}
    for name in COMPARISONS:
        shares = {level.name: (level.m, level.u) for level in reasoned.comparisons[name]}
        if name in counted:
            seen = [pairs[name].dropna().value_counts(normalize=True) for pairs in (one, two)]
            shares = {
                level: (
                    _mean(m, float(seen[0].get(level, 0.0))),
                    _mean(u, float(seen[1].get(level, 0.0))),
                )
                for level, (m, u) in shares.items()
            }
        comparisons[name] = [{"level": level, "m": m, "u": u} for level, (m, u) in shares.items()]
    return {
        "version": version,
        "trained_on": {"statements": len(labelled.seats), "pairs_of_one": len(one), "pairs_of_two": len(two)},
        "prior": reasoned.prior,
        "merge": reasoned.merge,
        "review": reasoned.review,
        "comparisons": comparisons,
    }


def _mean(reasoned: float, counted: float) -> float:
    return round((reasoned + max(counted, _LEAST)) / 2, 5)


def main(arguments: Sequence[str] | None = None) -> int:
    """Train and write a version; an existing one is never overwritten.

    Args:
        arguments: words of the call.
    """
    parser = argparse.ArgumentParser(prog="python -m etl.resolve.persons.train", description=__doc__)
    parser.add_argument("--truth", type=Path, required=True, metavar="FILE", help="truth.jsonl of simulated documents")
    parser.add_argument("--version", required=True, help="name of the new version, as persons-2")
    parser.add_argument("--out", type=Path, default=DIRECTORY, metavar="DIR", help="default: data/identity")
    parsed = parser.parse_args(arguments)
    path: Path = parsed.out / f"{parsed.version}.json"
    if path.exists():
        sys.stderr.write(f"{path} exists: a version never changes, choose another name\n")
        return 1
    content = train(read_labelled(parsed.truth, load_pack()), parsed.version)
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
