"""How long the server takes to draw each page, warm: `python tests/benchmarks/bench_pages.py [--db FILE] [--runs N] [--only NAME]`.

Not a test: numbers depend on the machine, and on a busy one the processor's times say more than the clock's.
The aim is 300 ms for 95 of 100 runs over a national database. What is asked for (the region with most commissions, the
two largest nominators, one commission, one person) is chosen by questions, so that any database will do.
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
from models.store import Store, open_store  # noqa: E402
from tests.pages import factory  # noqa: E402

VIEWS: tuple[tuple[str, dict[str, str]], ...] = (
    ("overview", {}),
    ("concentration", {}),
    ("concentration", {"q": "1"}),
    ("concentration", {"view": "distribution"}),
    ("concentration", {"view": "nominators"}),
    ("concentration", {"view": "employers"}),
    ("regions", {}),
    ("regions", {"level": "all", "region": "<region>"}),
    ("regions", {"region": "<region>", "district": "<district>"}),
    ("commission", {}),
    ("commission", {"commission": "<commission>"}),
    ("organisations", {}),
    ("organisations", {"view": "employer"}),
    ("organisations", {"org": "<largest>"}),
    ("people", {"q": "а"}),
    ("people", {"person": "<person>"}),
    ("network", {"node": "organisation:<party>"}),
    ("network", {"node": "organisation:<party>", "to": "organisation:<other>"}),
    ("network", {"node": "person:<person>", "hops": "3"}),
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


def choose_values(store: Store) -> dict[str, str]:
    """Choose what the pages are asked for: what is largest in the database, or stands first in it."""
    days = run_query(store, "days")
    day = days.loc[days["seats"].idxmax(), "as_of"]
    commissions = run_query(store, "commission_list")
    commissions = commissions[commissions["first_day"].notna() & commissions["level"].eq("PEC")]
    region = str(commissions["region_id"].mode().iloc[0])
    inside = commissions[commissions["region_id"] == region]
    blocs = run_query(store, "bloc_totals", as_of=day, level="PEC", view="nominator")["bloc"].tolist()
    parties = [bloc.partition(":")[2] for bloc in blocs if bloc.startswith("party:")]
    return {
        "region": region,
        "district": str(inside["district_id"].fillna(inside["district"]).mode().iloc[0]),
        "commission": str(inside["commission_id"].iloc[0]),
        "largest": str(blocs[0]),
        "party": parties[0],
        "other": parties[1],
        "person": str(run_query(store, "people_names")["person_id"].iloc[0]),
    }


def find_p95(times: list[float]) -> float:
    """Give the time that 95 of 100 draws do not exceed."""
    return statistics.quantiles(times, n=20)[-1]


def fill(text: str, chosen: dict[str, str]) -> str:
    """Put what was chosen where a name stands in angle brackets."""
    for name, value in chosen.items():
        text = text.replace(f"<{name}>", value)
    return text


def main() -> None:
    """Print a table of medians and 95th percentiles."""
    logging.disable(logging.WARNING)
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--db", type=Path, help="database; without it one of about 24,000 seats is invented")
    parser.add_argument("--runs", type=int, default=20)
    parser.add_argument("--only", default="", help="name of one page")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.db or factory.make_large(Path(folder) / "large.duckdb")
        os.environ["COMMISSIONS_DB"] = str(path)
        store = open_store(path)
        total = run_query(store, "total").iloc[0]
        chosen = choose_values(store)
        sys.stdout.write(f"{total['commissions']} commissions, {total['seats']} memberships, {options.runs} runs\n")
        sys.stdout.write(f"{'page':<54}{'median ms':>10}{'p95 ms':>10}{'CPU median':>12}{'CPU p95':>10}\n")
        for name, address in VIEWS:
            if options.only not in ("", name):
                continue
            settled = {key: fill(value, chosen) for key, value in address.items()}
            clock, processor = measure(name, settled, options.runs)
            shown = " ".join([name, *(f"{key}={value}" for key, value in address.items())])
            numbers = [f(times) for times in (clock, processor) for f in (statistics.median, find_p95)]
            sys.stdout.flush()
            sys.stdout.write(
                f"{shown:<54}{numbers[0]:>10.0f}{numbers[1]:>10.0f}{numbers[2]:>12.0f}{numbers[3]:>10.0f}\n"
            )


if __name__ == "__main__":
    main()
