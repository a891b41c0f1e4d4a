"""How long the server takes to draw each page, warm: `python tests/benchmarks/bench_pages.py [--db FILE] [--runs N]`.

Not a test: numbers depend on the machine, and on a busy one the processor's times say more than the clock's.
The aim is 300 ms for 95 of 100 runs at 24,000 seats.
"""

import argparse
import logging
import os
import statistics
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from streamlit.testing.v1 import AppTest  # noqa: E402

from models.queries import run_query  # noqa: E402
from models.store import open_store  # noqa: E402
from tests.pages import factory  # noqa: E402

VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("concentration", {}),
    ("concentration", {"q": "1"}),
    ("concentration", {"view": "distribution"}),
    ("concentration", {"view": "nominators"}),
    ("concentration", {"view": "employers"}),
    ("regions", {}),
    ("regions", {"level": "all", "region": "KZ-39"}),
    ("regions", {"region": "KZ-39", "district": "KZ-39-Мысал-00 ауданы"}),
    ("commission", {}),
    ("commission", {"commission": "…"}),
    ("organisations", {}),
    ("organisations", {"view": "employer"}),
    ("organisations", {"org": "party:amanat"}),
    ("people", {"q": "а"}),
    ("people", {"person": "…"}),
    ("network", {"node": "organisation:amanat"}),
    ("network", {"node": "organisation:amanat", "to": "organisation:auyl"}),
    ("network", {"node": "person:…", "hops": "3"}),
    ("published", {}),
    ("published", {"topic": "commissions"}),
    ("sources", {}),
    ("sources", {"view": "issues"}),
    ("sources", {"view": "coverage"}),
    ("method", {}),
)


def measure(name: str, address: dict[str, str], runs: int) -> tuple[list[float], list[float]]:
    """Draw a page again and again; give times by the clock and of the processor.

    The first two draws, which fill the caches, do not count.
    """
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=120)
    app.query_params["lang"] = "kk"
    app.run()
    if name != "overview":
        app.switch_page(f"pages/{name}.py")
    for parameter, value in address.items():
        app.query_params[parameter] = value
    app.run()
    if app.exception:
        raise SystemExit(f"{name} {address}: {app.exception[0].message}")
    clock, processor = [], []
    for _ in range(runs):
        begin, worked = time.perf_counter(), time.process_time()
        app.run()
        clock.append((time.perf_counter() - begin) * 1000)
        processor.append((time.process_time() - worked) * 1000)
    return clock, processor


def find_p95(times: list[float]) -> float:
    """Give the time that 95 of 100 draws do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


def main() -> None:
    """Print a table of medians and 95th percentiles."""
    logging.disable(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path, help="database; without it one of about 24,000 seats is invented")
    parser.add_argument("--runs", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or factory.make_large(Path(folder) / "large.duckdb")
        os.environ["COMMISSIONS_DB"] = str(path)
        store = open_store(path)
        total = run_query(store, "total").iloc[0]
        person = run_query(store, "people_names")["person_id"].iloc[0]
        firsts = {"commission": run_query(store, "commission_list")["commission_id"].iloc[0], "person": person}
        sys.stdout.write(f"{total['commissions']} commissions, {total['seats']} memberships, {options.runs} runs\n")
        sys.stdout.write(f"{'page':<34}{'median ms':>10}{'p95 ms':>10}{'CPU median':>12}{'CPU p95':>10}\n")
        for name, address in VIEWS:
            settled = {
                key: value.replace("…", firsts.get(key, person)) if "…" in value else value
                for key, value in address.items()
            }
            clock, processor = measure(name, settled, options.runs)
            shown = " ".join([name, *(f"{key}={value}" for key, value in address.items())])
            numbers = [f(times) for times in (clock, processor) for f in (statistics.median, find_p95)]
            sys.stdout.write(
                f"{shown:<34}{numbers[0]:>10.0f}{numbers[1]:>10.0f}{numbers[2]:>12.0f}{numbers[3]:>10.0f}\n"
            )


if __name__ == "__main__":
    main()
