"""A country of invented commissions as frames, as large as one likes; every identifier is a number."""

import numpy as np
import pandas as pd

PARTIES = ("amanat", "akzhol", "npk", "auyl", "osdp", "respublica", "baytaq")
SEATS = 7
PRECINCTS_OF_DISTRICT = 50
DISTRICTS_OF_REGION = 11
STARTS = ("2014-02-01", "2019-02-07", "2024-01-22", "2029-01-20")


def make_tables(seats_per_term: int = 75_000, terms: int = 1, seed: int = 1) -> dict[str, pd.DataFrame]:
    """Invent the core tables the graph is made from.

    Of the members of a term 55 % sat in the same commission the term before; schools stand under the education
    department of their district and that under the akimat. One seat in twenty names no employer.

    Args:
        seats_per_term: about so many seats a term.
        terms: number of terms, at most three.
        seed: of the random numbers.
    """
    random = np.random.default_rng(seed)
    precincts = seats_per_term // SEATS
    districts = max(1, precincts // PRECINCTS_OF_DISTRICT)
    regions = max(1, districts // DISTRICTS_OF_REGION)
    total = precincts + districts
    district_of = np.concatenate([np.arange(precincts) % districts, np.arange(districts)])
    names = pd.Series(np.arange(total)).map("kz-pec-{}".format)
    names[precincts:] = pd.Series(np.arange(districts)).map("kz-tec-{}".format).to_numpy()
    place = pd.Series(district_of).map("kz-{}-rayon".format)
    region = pd.Series(district_of % regions).map("KZ-{}".format)
    commissions = pd.DataFrame(
        {
            "commission_id": names,
            "level": np.where(np.arange(total) < precincts, "PEC", "TEC"),
            "number": pd.array(np.arange(total), dtype="Int64"),
            "name": "№ " + pd.Series(np.arange(total)).astype(str) + " учаскелік сайлау комиссиясы",
            "region_id": region,
            "district": "Қ" + pd.Series(district_of).astype(str) + " ауданы",
            "district_id": place,
            "parent_commission_id": ("kz-tec-" + pd.Series(district_of).astype(str)).where(
                np.arange(total) < precincts
            ),
        }
    )
    seats, decisions, people, next_person = [], [], None, 0
    for term in range(terms):
        count = total * SEATS
        fresh = np.arange(next_person, next_person + count)
        kept = random.random(count) < 0.55
        people = fresh if people is None else np.where(kept, people, fresh)
        next_person += count
        seats.append(_make_seats(random, people, district_of, names, term, STARTS))
        decisions.append(_make_decisions(districts, regions, term))
    every = pd.concat(seats, ignore_index=True)
    persons = np.sort(every["person_id"].unique())
    return {
        "seats": every,
        "commissions": commissions,
        "organisations": _make_organisations(districts, regions),
        "persons": pd.DataFrame(
            {"person_id": persons, "name_ru": "Ивановский Иван " + pd.Series(persons), "mentions": 1}
        ),
        "decisions": pd.concat(decisions, ignore_index=True),
    }


def _make_seats(random, people, district_of, names, term, starts):
    commission = np.repeat(np.arange(len(district_of)), SEATS)
    count = len(commission)
    district = district_of[commission]
    party = np.array(PARTIES, dtype=object)[random.integers(0, len(PARTIES), count)]
    association = "o-a" + pd.Series(district * 4 + random.integers(0, 4, count)).astype(str)
    school = "o-s" + pd.Series(district * 20 + random.integers(0, 20, count)).astype(str)
    by_party = pd.Series(random.random(count) < 0.66)
    number = pd.Series(np.arange(count) + term * count)
    role = np.array(["chair", "deputy_chair", "secretary", "member", "member", "member", "member"], dtype=object)
    return pd.DataFrame(
        {
            "seat_id": "s-" + number.map("{:016x}".format),
            "document_path": "html/" + pd.Series(district).astype(str) + f"-{term}.html",
            "decision_id": "d-" + pd.Series(district).astype(str) + f"-{term}",
            "commission_id": names.to_numpy()[commission],
            "action": "elected",
            "name_as_printed": "Иванов",
            "role": np.tile(role, len(district_of)),
            "nominator_kind": np.where(by_party, "party", "association"),
            "nominator_id": association.mask(by_party, pd.Series(party)),
            "party_id": pd.Series(party).where(by_party),
            "employer_id": school.where(random.random(count) < 0.95),
            "person_id": "p-" + pd.Series(people).map("{:016x}".format),
            "locator": '{"paragraph": ' + number.mod(900).astype(str) + "}",
            "confidence": 0.99,
            "valid_from": pd.Timestamp(starts[term]),
            "valid_to": pd.Timestamp(starts[term + 1]) if term < 2 else pd.NaT,
        }
    )


def _make_decisions(districts, regions, term):
    district = pd.Series(np.arange(districts))
    return pd.DataFrame(
        {
            "decision_id": "d-" + district.astype(str) + f"-{term}",
            "document_path": "html/" + district.astype(str) + f"-{term}.html",
            "number": district.astype(str) + "-1/VIII",
            "decided_on": pd.Timestamp(STARTS[term]),
            "date_basis": "decision",
            "kind": "formation",
            "district_id": district.map("kz-{}-rayon".format),
            "region_id": (district % regions).map("KZ-{}".format),
            "source_url": None,
        }
    )


def _make_organisations(districts, regions):
    frames = []
    for prefix, kind, each, parent in (
        ("a", "association", 4, None),
        ("s", "employer", 20, "e"),
        ("e", "employer", 1, "k"),
        ("k", "state_body", 1, None),
    ):
        number = pd.Series(np.arange(districts * each))
        owner = number // each
        frames.append(
            pd.DataFrame(
                {
                    "org_id": f"o-{prefix}" + number.astype(str),
                    "kind": kind,
                    "name": f"{prefix} № " + number.astype(str),
                    "region_id": (owner % regions).map("KZ-{}".format),
                    "parent_org_id": f"o-{parent}" + owner.astype(str) if parent else None,
                }
            )
        )
    parties = pd.DataFrame({"org_id": PARTIES, "kind": "party", "name": PARTIES})
    return pd.concat([*frames, parties], ignore_index=True)
