"""How long the measures take: `python -m tests.models.measures.benchmark`. Not part of the test run."""

import sys
import time
from datetime import date

import numpy as np
import pandas as pd

from models.measures import measure_commissions

PARTIES = ["amanat", "akzhol", "npk", "auyl", "osdp", "respublica", "baytaq"]


def make_commissions(count: int) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Invent commissions with gaps in every column."""
    random = np.random.default_rng(2019)
    sizes = random.choice([5, 7, 9], count)
    owner = np.repeat(np.arange(count), sizes)
    total = len(owner)
    kind = random.choice(["party", "association", "unknown"], total, p=[0.6, 0.35, 0.05])
    party = np.where(kind == "party", random.choice(PARTIES, total), None)
    association = pd.Series(random.integers(0, 40, total)).map("id:a{}".format)
    employer = pd.Series(owner * 3 + random.integers(0, 4, total)).map("id:e{}".format)
    seats = pd.DataFrame(
        {
            "commission_id": pd.Series(owner).map("P{:05d}".format),
            "seat_id": pd.Series(np.arange(total)).map("s{}".format),
            "nominator_kind": kind,
            "party_id": party,
            "nominator_bloc": pd.Series("party:" + pd.Series(party)).fillna(association.where(kind == "association")),
            "employer_bloc": employer.where(random.random(total) < 0.85),
            "employer_sector": random.choice(["education", "health", "unknown"], total),
            "employer_ownership": random.choice(["public", "private", "unknown"], total),
            "employer_type": random.choice(["school", "hospital", "unknown"], total),
            "role": random.choice(["chair", "deputy_chair", "secretary", "member", "unknown"], total),
            "gender": random.choice(["f", "m", "unknown"], total),
        }
    )
    names = pd.Series(np.arange(count)).map("P{:05d}".format)
    return seats, pd.DataFrame({"commission_id": names, "n": sizes + (random.random(count) < 0.1)})


def main() -> None:
    """Time two sizes of country."""
    for count in (2000, 10400):
        seats, sizes = make_commissions(count)
        start = time.perf_counter()
        rows = measure_commissions(seats, sizes, PARTIES, date(2024, 2, 1))
        sys.stdout.write(f"{count} commissions, {len(rows)} rows: {time.perf_counter() - start:.2f} s\n")


if __name__ == "__main__":
    main()
