"""Precision, recall, time and memory of three engines on the same labelled rows, as a section of docs/accuracy.md.

``python -m etl.resolve.persons.compare --truth DIR/truth.jsonl`` writes Markdown to standard output.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from etl.resolve.persons.engines import ENGINES
from etl.resolve.persons.simulated import read_labelled
from etl.resolve.persons.weights import CURRENT
from models.reference import load_pack


@dataclass(frozen=True, slots=True)
class Score:
    """Pairs of statements about one person: true ones, those an engine says, those it says rightly."""

    true: int
    found: int
    right: int

    @property
    def precision(self) -> float:
        """Share of the pairs found that are right; 1 where none was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of the true pairs that were found; 1 where there is none."""
        return self.right / self.true if self.true else 1.0


@dataclass(frozen=True, slots=True)
class Run:
    """One engine on one set of rows."""

    engine: str
    score: Score
    seconds: float
    processor: float
    megabytes: int


def score_clusters(found: Mapping[str, str], truth: Mapping[str, str]) -> Score:
    """Count pairs over all statements that have a truth.

    Args:
        found: seat id -> person as found.
        truth: seat id -> person.
    """
    said = [(truth[seat], found[seat]) for seat in found if seat in truth]
    return Score(
        _pairs(Counter(true for true, _ in said)),
        _pairs(Counter(person for _, person in said)),
        _pairs(Counter(said)),
    )


def _pairs(counts: Counter[str] | Counter[tuple[str, str]]) -> int:
    return sum(count * (count - 1) // 2 for count in counts.values())


def run_engine(name: str, truth: Path) -> tuple[Run, int]:
    """Run one engine; meant for a process of its own, so that its memory is its own.

    Args:
        name: a key of `ENGINES`.
        truth: truth.jsonl.

    Returns:
        The run, and the number of statements.
    """
    labelled = read_labelled(truth, load_pack())
    clock, processor = time.perf_counter(), time.process_time()
    found = ENGINES[name](labelled)
    seconds, processor = time.perf_counter() - clock, time.process_time() - processor
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Run(name, score_clusters(found, labelled.truth), seconds, processor, peak // 1024), len(labelled.seats)


def compare_engines(truth: Path) -> str:
    """Return the section of the page: one row an engine, each run in a fresh process, one after the other.

    Args:
        truth: truth.jsonl of simulated documents.
    """
    context = multiprocessing.get_context("spawn")
    runs: list[Run] = []
    statements = 0
    for name in ENGINES:
        with context.Pool(1) as pool:
            run, statements = pool.apply(run_engine, (name, truth))
        runs.append(run)
    rows = [
        f"| {run.engine} | {run.score.precision:.4f} | {run.score.recall:.4f} | {run.seconds:.1f} "
        f"| {run.processor:.1f} | {run.megabytes} |"
        for run in runs
    ]
    return "\n".join(
        [
            "## Who is who: three engines on the same rows",
            "",
            f"{statements} simulated statements ({runs[0].score.true} pairs about one person), weights {CURRENT}. "
            "Pairwise precision and recall over all statements; seconds of the wall clock and of the processors, "
            "greatest memory of the process in MB, rows included. Rows as if every line had been read without error.",
            "",
            "| engine | precision | recall | seconds | processor | MB |",
            "| --- | --- | --- | --- | --- | --- |",
            *rows,
            "",
        ]
    )


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the section to standard output.

    Args:
        arguments: words of the call.
    """
    parser = argparse.ArgumentParser(prog="python -m etl.resolve.persons.compare", description=__doc__)
    parser.add_argument("--truth", type=Path, required=True, metavar="FILE", help="truth.jsonl of simulated documents")
    sys.stdout.write(compare_engines(parser.parse_args(arguments).truth))
    return 0


if __name__ == "__main__":
    sys.exit(main())
