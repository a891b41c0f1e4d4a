"""Precision, recall and F1 of the published pairs, tier by tier; as a module it prints the table."""

import csv
import sys
from collections import defaultdict
from pathlib import Path
from typing import NamedTuple

from etl.resolve.match import match_pair

HERE = Path(__file__).parent
FILES = {
    "published": HERE / "name_pairs.csv",
    "held out": HERE / "name_pairs_heldout.csv",
    "fresh": HERE / "name_pairs_fresh.csv",
}


class Pair(NamedTuple):
    kind: str
    a: str
    b: str
    same: bool
    tier: str
    note: str


class Score(NamedTuple):
    pairs: int
    right: int
    true_positives: int
    false_positives: int
    false_negatives: int

    @property
    def precision(self) -> float | None:
        said = self.true_positives + self.false_positives
        return self.true_positives / said if said else None

    @property
    def recall(self) -> float | None:
        are = self.true_positives + self.false_negatives
        return self.true_positives / are if are else None

    @property
    def f1(self) -> float | None:
        total = 2 * self.true_positives + self.false_positives + self.false_negatives
        return 2 * self.true_positives / total if total else None


def read_pairs(path: Path) -> list[Pair]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Pair(row["kind"], row["a"], row["b"], row["same"] == "1", row["tier"], row["note"])
            for row in csv.DictReader(file)
        ]


def answer(pairs: list[Pair]) -> list[bool]:
    return [match_pair(pair.kind, pair.a, pair.b)[1] for pair in pairs]


def score_tiers(pairs: list[Pair], answers: list[bool]) -> dict[tuple[str, str], Score]:
    """Score each tier and each kind as a whole (tier "all")."""
    groups: dict[tuple[str, str], list[tuple[bool, bool]]] = defaultdict(list)
    for pair, said in zip(pairs, answers, strict=True):
        for tier in (pair.tier, "all"):
            groups[pair.kind, tier].append((pair.same, said))
    return {
        key: Score(
            len(group),
            sum(same == said for same, said in group),
            sum(same and said for same, said in group),
            sum(said and not same for same, said in group),
            sum(same and not said for same, said in group),
        )
        for key, group in groups.items()
    }


def format_table(scores: dict[tuple[str, str], Score]) -> str:
    def show(value: float | None) -> str:
        return "" if value is None else f"{value:.3f}"

    lines = [
        "| kind | tier | pairs | right | precision | recall | F1 |",
        "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ]
    for (kind, tier), score in sorted(
        scores.items(), key=lambda item: (item[0][0] != "person", item[0][1] == "all", item[0])
    ):
        figures = " | ".join(show(value) for value in (score.precision, score.recall, score.f1))
        lines.append(f"| {kind} | {tier} | {score.pairs} | {score.right} | {figures} |")
    return "\n".join(lines)


def main() -> None:
    for title, path in FILES.items():
        pairs = read_pairs(path)
        answers = answer(pairs)
        sys.stdout.write(f"## Names: {title} pairs (`tests/{path.name}`, {len(pairs)})\n\n")
        sys.stdout.write(format_table(score_tiers(pairs, answers)) + "\n\n")
        if "-v" in sys.argv:
            for pair, said in zip(pairs, answers, strict=True):
                if said != pair.same:
                    sys.stdout.write(
                        f"    {'MERGED' if said else 'missed'} {pair.tier}: {pair.a} | {pair.b} {match_pair(pair.kind, pair.a, pair.b)[0]}\n"
                    )


if __name__ == "__main__":
    main()
