"""The default world against the figures it is calibrated to; bounds are stated in docs/simulator.md."""

from collections import Counter

import pytest

from etl.demo.demo import open_worlds
from etl.demo.records import Act, Planted, Roster


@pytest.fixture(scope="module")
def simulated() -> tuple[list[Act], list[Planted]]:
    acts: list[Act] = []
    planted: list[Planted] = []
    for world in open_worlds("default", 1):
        acts += list(world.run())
        planted += world.planted
    return acts, planted


def rosters_of(acts: list[Act], level: str) -> list[Roster]:
    return [r for a in acts if a.kind == "formation" for r in a.rosters if r.commission.level == level]


def test_size_of_the_default_world(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, _ = simulated
    for year in (2019, 2024):
        rosters = [r for a in acts if a.kind == "formation" and a.decided_on.year == year for r in a.rosters]
        assert 600 <= len(rosters) <= 850
        assert 4000 <= sum(len(r.entries) for r in rosters) <= 5500


def test_more_than_two_thirds_are_women(simulated: tuple[list[Act], list[Planted]]) -> None:
    people = {e.person.key: e.person for r in rosters_of(simulated[0], "PEC") for e in r.entries}
    assert 0.667 < sum(p.gender == "f" for p in people.values()) / len(people) < 0.73


def test_school_teachers_in_cities_are_near_the_figure_of_uralsk(simulated: tuple[list[Act], list[Planted]]) -> None:
    seats = [e for r in rosters_of(simulated[0], "PEC") if r.commission.settlement.is_city for e in r.entries]
    share = sum(bool(e.placement and e.placement.is_school_teacher) for e in seats) / len(seats)
    assert 0.57 <= share <= 0.67  # 696 of 1,113 = 0.625


def test_party_nominees_are_near_the_figure_of_atyrau(simulated: tuple[list[Act], list[Planted]]) -> None:
    seats = [e for r in rosters_of(simulated[0], "PEC") for e in r.entries]
    share = sum(bool(e.nominator and e.nominator.kind == "party") for e in seats) / len(seats)
    assert 0.62 <= share <= 0.71  # 1,306 of 1,966 = 0.664


def test_sizes_follow_the_law_unless_planted(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, planted = simulated
    odd = {(p.act_key, p.commission.key) for p in planted if p.kind == "wrong_size"}
    for act in acts:
        for roster in act.rosters if act.kind == "formation" else []:
            commission = roster.commission
            if (act.key, commission.key) in odd:
                assert roster.declared % 2 == 0
            elif commission.level == "TEC":
                assert roster.declared == 7
            elif commission.level == "DEC":
                assert roster.declared == 5
            else:
                assert roster.declared in ((7, 9) if (commission.voters or 0) > 2000 else (5, 7))


def test_mean_size_of_a_region_is_plausible(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, _ = simulated
    sizes: dict[str, list[int]] = {}
    for act in acts:
        for roster in act.rosters if act.kind == "formation" else []:
            if roster.commission.level == "PEC":
                sizes.setdefault(act.region.key, []).append(roster.declared)
    means = {region: sum(values) / len(values) for region, values in sizes.items()}
    assert all(5.2 <= mean <= 7.6 for mean in means.values())
    assert means["KZ-59"] < means["KZ-43"] < means["KZ-23"]


def test_no_workplace_holds_more_than_half_unless_planted(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, planted = simulated
    marked = {(p.act_key, p.commission.key) for p in planted if p.kind == "one_workplace"}
    found = set()
    for act in acts:
        for roster in act.rosters if act.kind == "formation" else []:
            blocs = Counter(e.placement.bloc for e in roster.entries if e.placement and e.placement.employer)
            if blocs and 2 * max(blocs.values()) > roster.declared:
                found.add((act.key, roster.commission.key))
    assert {key for key in found if "/PEC/" in key[1] or "/DEC/" in key[1]} == marked


def test_parties_propose_one_each_and_only_when_registered_unless_planted(
    simulated: tuple[list[Act], list[Planted]],
) -> None:
    acts, planted = simulated
    doubled = {(p.act_key, p.commission.key) for p in planted if p.kind == "two_nominees_one_party"}
    early = {(p.act_key, p.commission.key) for p in planted if p.kind == "party_before_registration"}
    found_doubled, found_early = set(), set()
    for act in acts:
        for roster in act.rosters if act.kind == "formation" else []:
            key = (act.key, roster.commission.key)
            parties = Counter(e.nominator.party_id for e in roster.entries if e.nominator and e.nominator.party_id)
            if parties and max(parties.values()) > 1:
                found_doubled.add(key)
            if act.decided_on.year <= 2019 and {"respublica", "baytaq"} & set(parties):
                found_early.add(key)
            if act.decided_on.year >= 2023:
                assert "adal" not in parties
    assert (found_doubled, found_early) == (doubled, early)


def test_nobody_sits_in_two_commissions_of_one_term_unless_planted(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, planted = simulated
    expected = Counter(p.act_key[: p.act_key.index("/")] for p in planted if p.kind == "person_in_two_commissions")
    found: Counter[str] = Counter()
    for year in (2019, 2024):
        seats = [
            (e.person.key, act.district.key if act.district else act.region.key)
            for act in acts
            if act.kind == "formation" and act.decided_on.year == year
            for roster in act.rosters
            for e in roster.entries
        ]
        times = Counter(person for person, _ in seats)
        homes = dict(seats)
        found.update(homes[person] for person, n in times.items() if n > 1)
    assert found == expected


def test_every_replacement_names_somebody_who_sat_there(simulated: tuple[list[Act], list[Planted]]) -> None:
    acts, _ = simulated
    seated: dict[str, set[str]] = {}
    for act in sorted(acts, key=lambda a: (a.decided_on, a.kind != "formation")):
        for roster in act.rosters if act.kind == "formation" else []:
            seated[roster.commission.key] = {e.person.key for e in roster.entries}
        for entry in act.entries:
            members = seated[entry.commission.key]
            if entry.action == "released":
                members.remove(entry.person.key)
            elif entry.action == "renamed":
                assert entry.person.key in members
            else:
                assert entry.person.key not in members
                members.add(entry.person.key)


def test_precincts_of_a_large_city_lie_in_the_city() -> None:
    almaty = next(world for world in open_worlds("national", 1) if world.plan.unit.key == "KZ-75")
    places = {r.commission.settlement.label("ru") for act in almaty.run() for r in act.rosters}
    assert places == {"город Алматы"}
