"""How long the graph takes and how large it is: `python -m tests.models.graph.benchmark [database [pack]]`.

Without a database: invented frames of 75,000 seats (one term) and 225,000 (three). Not part of the test run.
"""

import os
import random
import resource
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from models.graph import NODE_KINDS, Frames, Graph, Origin, build_graph, ego, paths, read_frames, to_networkx
from models.graph.frames import COLUMNS
from models.reference import DEFAULT_DIRECTORY, load_pack
from models.store import open_store
from tests.models.graph.synthetic import make_tables


def say(text: str) -> None:
    sys.stdout.write(text + "\n")


def clock(name: str, work: Callable[[], object]) -> object:
    """Run, and say the seconds by the clock and of the processor, and the peak memory of the process."""
    began, spent = time.perf_counter(), time.process_time()
    result = work()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    say(f"  {name}: {time.perf_counter() - began:.2f} s, processor {time.process_time() - spent:.2f} s, peak {peak} MB")
    return result


def measure_columns(graph: Graph) -> float:
    columns = [*vars(graph.edges).values(), *vars(graph.statements).values(), *graph.incidence, graph.nodes.kinds]
    columns += [*graph.nodes.ids.values(), *graph.nodes.attributes.values()]
    return sum(column.nbytes for column in columns) / 1e6


def time_questions(graph: Graph) -> None:
    """Ask for surroundings and paths of nodes drawn with a fixed seed."""
    drawn = random.Random(1).sample(range(len(graph.nodes)), 200)  # noqa: S311 - not for secrets
    keys = [graph.nodes.name(number) for number in drawn]
    party = NODE_KINDS.index("party")
    parties = [graph.nodes.name(int(number)) for number in np.flatnonzero(graph.nodes.kinds == party)]
    for name, asked in (
        ("ego of 2 hops, 300 nodes, with its NetworkX part", [lambda k=k: ego(graph, k, 2).graph for k in keys]),
        ("ego of parties", [lambda k=k: ego(graph, k, 2).graph for k in parties]),
        (
            "paths, 3 of at most 6 hops",
            [lambda a=a, b=b: paths(graph, a, b) for a, b in zip(keys[:80], keys[1:80], strict=False)],
        ),
    ):
        times = []
        for ask in asked:
            began = time.perf_counter()
            ask()
            times.append((time.perf_counter() - began) * 1000)
        if len(times) > 1:
            p95 = statistics.quantiles(times, n=20)[-1]
            say(f"  {name}: {len(times)} times, median {statistics.median(times):.0f} ms, p95 {p95:.0f} ms")


def run(read: Callable[[], Frames]) -> None:
    frames = clock("read", read)
    assert isinstance(frames, Frames)
    graph = clock("build", lambda: build_graph(frames))
    assert isinstance(graph, Graph)
    clock("edges by node", lambda: graph.incidence)
    say(f"  {len(graph.nodes)} nodes, {len(graph.edges)} edges, {measure_columns(graph):.0f} MB as columns")
    time_questions(graph)
    clock("whole as NetworkX", lambda: to_networkx(graph))


def make_frames(terms: int) -> Frames:
    tables = make_tables(75_000, terms)
    columns = {name: frame.reindex(columns=list(COLUMNS[name])) for name, frame in tables.items()}
    return Frames(**columns, origin=Origin("invented", "KZ", None, is_simulated=True))


def main(arguments: list[str]) -> None:
    """Time a database, or two sizes of country."""
    say(f"load of the machine: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores")
    if arguments:
        path = Path(arguments[0])
        pack = load_pack(DEFAULT_DIRECTORY.parent / (arguments[1] if len(arguments) > 1 else "kz"))
        say(str(path))
        run(lambda: read_frames(open_store(path), pack))
        return
    for terms in (1, 3):
        say(f"{terms} term(s)")
        run(lambda terms=terms: make_frames(terms))


if __name__ == "__main__":
    main(sys.argv[1:])
