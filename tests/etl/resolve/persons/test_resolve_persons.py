"""Who is who: languages, initials, new surnames, namesakes, compositions, judgements, ids."""

import datetime as dt
import json
import random

import pandas as pd
import pytest

from etl.resolve.ledger import Judgement, Ledger, Problem
from etl.resolve.persons.acceptance import accept_pairs
from etl.resolve.persons.resolve import person_id
from etl.resolve.persons.weights import load_weights

DAY = dt.date(2026, 11, 20)


def judged(left, right, verdict, by="Айдос", **more):
    return Ledger((Judgement(left, right, verdict, by, DAY, "сөйлестім", **more),))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Садвакасова Дана Азаматовна", "Садуақасова Дана Азаматқызы"),
        ("Умирзакова Шолпан Айдаровна", "Өмірзақова Шолпан Айдарқызы"),
        ("Мүсілімова Сәбира Бақытқызы", "Муслимова Сабира Бакытовна"),
        ("Нурланов Е. К.", "Нұрланов Ерлан Қанатұлы"),
        ("Сердюк З.", "Сердюк Зинаида Павловна"),
        ("Шукир Куляш", "Шүкір Күләш Ұланқызы"),
    ],
)
def test_one_commission_two_terms_two_languages(world, terms, before, after):
    one, other = world.say(terms[0], before), world.say(terms[1], after)
    assert world.are_one(one, other)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Асанов Марат Серикович", "Асанов Мұрат Серікұлы"),  # brothers
        ("Асанова Айгуль Маратовна", "Асанов Айдар Маратұлы"),
        ("Асанова Айгуль Маратовна", "Асанова Айгүл Болатқызы"),
        ("Ахметов А. Б.", "Ахметов Ерлан Бақытұлы"),
    ],
)
def test_other_names_of_one_commission_stay_apart(world, terms, before, after):
    one, other = world.say(terms[0], before), world.say(terms[1], after)
    assert not world.are_one(one, other)


def test_two_people_of_one_list_are_never_one_even_under_one_name(world, terms):
    one, other = world.say(terms[0], "Асанова Алтынай Хамитовна"), world.say(terms[0], "Асанова Алтынай Хамитовна")
    assert not world.are_one(one, other)


def test_a_later_list_cannot_join_two_people_of_one_composition_through_a_third(world, terms):
    first, twin = (world.say(terms[0], "Асанова Алтынай Хамитовна", birth_year=year) for year in (1983, 1964))
    later = world.say(terms[1], "Асанова Алтынай Хамитқызы", birth_year=1983)
    assert world.are_one(first, later)
    assert not world.are_one(twin, later)


def test_somebody_elected_while_a_namesake_sits_is_another_person(world, terms):
    change = world.act("2021-05-01", "replacement")
    one, other = world.say(terms[0], "Асанова Алтынай Хамитовна"), world.say(change, "Асанова Алтынай Хамитовна")
    assert not world.are_one(one, other)


def test_a_list_printed_again_names_the_same_people(world, terms):
    again = world.act("2019-02-20")
    one, other = world.say(terms[0], "Асанова Алтынай Хамитовна"), world.say(again, "Асанова Алтынай Хамитовна")
    assert world.are_one(one, other)


def test_namesakes_of_one_district_are_told_apart_by_the_year_of_birth(world, terms):
    one = world.say(terms[0], "Муканова Бибигуль Кабиболловна", number=52, birth_year=1970)
    other = world.say(terms[1], "Мұқанова Бибігүл Қабиболлақызы", number=60, birth_year=1987)
    assert not world.are_one(one, other)


def test_another_district_needs_more_than_the_name(world, terms):
    name = "Матвеева Елена Владимировна"
    one = world.say(terms[0], name)
    far = world.say(terms[1], name, district="kz-39-qarabalyq")
    assert not world.are_one(one, far)


def test_two_commissions_of_one_day_need_more_than_the_name(world, terms):
    name = "Жолдыбаева Ырысты Дарханқызы"
    one, other = world.say(terms[0], name, number=7), world.say(terms[0], name, number=8)
    assert not world.are_one(one, other)


def test_an_initial_that_fits_two_people_joins_neither(world, terms):
    anna = world.say(terms[0], "Ахметова Анна Борисовна")
    alla = world.say(terms[0], "Ахметова Алла Борисовна")
    later = world.say(terms[1], "Ахметова А. Б.")
    person_of = world.resolve().person_of
    assert len({person_of[seat] for seat in (anna, alla, later)}) == 3


def test_a_release_and_a_new_surname_stay_with_the_person(world, terms):
    seat = world.work(world.say(terms[0], "Яковлева Раиса Никитична"), "o-1")
    renaming = world.act("2021-03-01", "surname_change")
    renamed = world.say(renaming, "Кузнецова Раиса Никитична", action="renamed", old_surname="Яковлева")
    release = world.act("2022-06-17", "release")
    released = world.say(release, "Кузнецова Раиса Никитична", action="released")
    later = world.work(world.say(terms[1], "Кузнецова Раиса Никитична", number=6), "o-1")
    world.link()
    assert world.are_one(seat, renamed, released)
    assert person_id(seat) == world.resolve().person_of[later]


def test_another_surname_without_an_act_is_shown_and_not_joined(world, terms):
    one = world.say(terms[0], "Горшкова Любовь Александровна")
    other = world.say(terms[1], "Алимжанова Любовь Александровна")
    found = world.resolve()
    assert found.person_of[one] != found.person_of[other]


def test_another_surname_with_one_employer_in_one_commission_may_be_marriage(world, terms):
    one = world.work(world.say(terms[0], "Горшкова Ырыскүл Есенғалиқызы", birth_year=1980), "o-1")
    other = world.work(world.say(terms[1], "Алимжанова Ырыскүл Есенғалиқызы", birth_year=1980), "o-1")
    assert world.are_one(one, other)


def test_a_person_says_different_and_the_program_obeys(world, terms):
    one, other = world.say(terms[0], "Цой Вера Львовна"), world.say(terms[1], "Цой Вера Львовна")
    assert world.are_one(one, other)
    for verdict in ("different", "unsure"):
        assert not world.are_one(one, other, ledger=judged(one, other, verdict))
    undone = judged(one, other, "different").judgements + (Judgement(one, other, "", "Айдос", DAY, withdrawn_on=DAY),)
    assert world.are_one(one, other, ledger=Ledger(undone))


def test_a_person_says_same_over_names_years_and_districts(world, terms):
    one = world.say(terms[0], "Горшкова Любовь Александровна", birth_year=1970)
    other = world.say(terms[1], "Алимжанова Л.", district="kz-39-qarabalyq", birth_year=1979)
    assert not world.are_one(one, other)
    assert world.are_one(one, other, ledger=judged(one, other, "same"))


def test_nobody_can_say_that_two_seats_of_one_list_are_one_person(world, terms):
    one, other = world.say(terms[0], "Ли Роза Ивановна"), world.say(terms[0], "Ли Роза Ивановна")
    found = world.resolve(judged(one, other, "same"))
    assert found.person_of[one] != found.person_of[other]
    assert [(issue["code"], issue["severity"]) for issue in found.issues] == [("ledger_conflict", "error")]
    assert one in found.issues[0]["message"]


def test_two_judgements_that_contradict_each_other_through_a_third_are_an_issue(world, terms):
    third = world.act("2014-01-20")
    seats = [world.say(act, "Ли Роза Ивановна") for act in (third, *terms)]
    ledger = Ledger(
        (
            Judgement(seats[0], seats[1], "same", "Айдос", DAY),
            Judgement(seats[1], seats[2], "same", "Айдос", DAY),
            Judgement(seats[0], seats[2], "different", "Айдос", DAY),
        )
    )
    found = world.resolve(ledger)
    assert found.person_of[seats[0]] != found.person_of[seats[2]]
    assert [issue["code"] for issue in found.issues] == ["ledger_conflict"]


def test_judgements_on_statements_that_are_gone_and_broken_lines_become_issues(world, terms):
    one = world.say(terms[0], "Ли Роза Ивановна")
    ledger = Ledger(judged(one, "s-gone", "same").judgements, (Problem(4, "line 4: verdict 'maybe'"),))
    issues = {issue["code"]: issue["message"] for issue in world.resolve(ledger).issues}
    assert "s-gone" in issues["ledger_unknown_seat"]
    register = Ledger(judged("r-1", one, "same").judgements)
    assert world.resolve(register).issues == [], "entries of registers are judged elsewhere"
    assert "line 4" in issues["ledger_line"]


def test_an_automatic_line_is_replayed_and_gives_way_to_a_person(world, terms):
    one = world.say(terms[0], "Матвеева Елена Владимировна")
    other = world.say(terms[1], "Матвеева Елена Владимировна", district="kz-39-qarabalyq")
    automatic = judged(one, other, "same", by="auto", score=0.95, model="persons-0").judgements
    assert world.are_one(one, other, ledger=Ledger(automatic))
    assert not world.are_one(one, other, ledger=Ledger(automatic + judged(one, other, "different").judgements))


def test_nothing_depends_on_the_order_of_the_rows(world, terms):
    for act, names in zip(terms, (("А. Б.", "Анна Борисовна"), ("Алла Борисовна", "Анна Борисовна")), strict=True):
        for number in range(4):
            for name in names:
                world.say(act, f"Ахметова {name}", number=number)
    expected = world.resolve()
    for seed in range(3):
        shuffled = random.Random(seed).sample(world.seats, len(world.seats))
        found = world.resolve(seats=shuffled)
        assert found.person_of == expected.person_of
        assert found.candidates == expected.candidates
        assert found.redirects == expected.redirects


def test_the_id_is_that_of_the_earliest_statement_and_older_ids_lead_to_it(world, terms):
    early = world.act("2014-01-20")
    later, earlier = world.say(terms[0], "Цой Вера Львовна"), world.say(early, "Цой Вера Львовна")
    found = world.resolve()
    assert found.person_of[later] == person_id(earlier)
    assert {row["old_id"]: row["new_id"] for row in found.redirects} == {person_id(later): person_id(earlier)}
    assert not {row["old_id"] for row in found.redirects} & set(found.person_of.values())


def test_an_id_says_nothing_of_the_name(world, terms):
    seat = world.say(terms[0], "Цой Вера Львовна")
    before = world.resolve().person_of[seat]
    world.seats[-1] |= {"surname": "Ли", "given_name": "Роза", "name_as_printed": "Ли Роза Львовна"}
    assert world.resolve().person_of[seat] == before


def test_candidates_say_what_became_of_a_pair_and_why(world, terms):
    one, other = world.say(terms[0], "Цой Вера Львовна"), world.say(terms[1], "Цой Вера Львовна")
    merged = [row for row in world.resolve().candidates if row["left_seat_id"] == one]
    assert [(row["right_seat_id"], row["status"]) for row in merged] == [(other, "merged")]
    assert merged[0]["score"] > 0.99
    assert '"where": "commission"' in merged[0]["evidence"]
    judgement = judged(one, other, "different")
    after = [row for row in world.resolve(judgement).candidates if row["left_seat_id"] == one]
    assert [row["status"] for row in after] == ["different"]


def test_no_statements_no_persons(world):
    assert world.resolve(seats=[]).person_of == {}


def test_names_that_cannot_be_read_join_nobody(world, terms):
    one, other = world.say(terms[0], "Цой"), world.say(terms[1], "Цой")
    world.seats[-1]["surname"] = world.seats[-2]["surname"] = None
    assert not world.are_one(one, other)


TERM_END = {"valid_to": dt.date(2024, 1, 19)}
"""The seat that an act of 2021 renames ends with the list of 2024."""


NAMED = {"surname": "exact", "given": "exact", "patronymic": "exact"}
NOTHING = {"birth_year": None, "employer": None, "nominator": None, "post": "member", "sitting": "else"}
OFFICER = {"nominator": "same", "post": "same_officer"}


@pytest.mark.parametrize(
    ("found", "probability", "expected"),
    [
        ({"employer": "else"}, 0.98, False),
        ({"employer": "kind"}, 0.98, False),
        ({}, 0.98, False),
        ({}, 0.995, True),
        ({"employer": "else", "nominator": "else", "post": "else"}, 0.995, True),
        ({"patronymic": "initial", "given": "initial"}, 0.999, False),
        ({"patronymic": None}, 0.999, False),
        ({"nominator": "same"}, 0.95, False),  # a party nominates half of a district's members
        (OFFICER, 0.95, True),
        (OFFICER | {"employer": "else"}, 0.95, False),
        (OFFICER | {"employer": "else"}, 0.98, True),
        ({"employer": "else", "birth_year": "equal"}, 0.95, True),
        ({"employer": "same"}, 0.95, True),
        ({"employer": "same", "patronymic": "initial", "given": "initial"}, 0.95, True),
        ({"where": "commission"}, 0.95, True),
        ({"where": "constituency"}, 0.98, False),
        ({"sitting": "levels_at_once"}, 0.999, False),
        ({"sitting": "levels_at_once", "employer": "same"}, 0.95, True),
        ({"sitting": "levels_at_once", "birth_year": "equal"}, 0.95, True),
        ({"sitting": "constituency_at_once"}, 0.995, True),
        ({"sitting": "same_level_at_once", "employer": "same"}, 0.999, False),
    ],
)
def test_a_name_alone_does_not_lead_to_another_commission(found, probability, expected):
    pair = {**NAMED, "where": "district", **NOTHING, **found, "probability": probability}
    frame = pd.DataFrame([pair]).astype({name: "object" for name in pair if name != "probability"})
    assert accept_pairs(frame, load_weights()).tolist() == [expected]


@pytest.mark.parametrize(
    ("found", "expected"), [({}, False), ({"birth_year": 1979}, True), ({"birth_year": 1980}, False)]
)
def test_a_third_statement_seats_nobody_in_two_commissions_at_once(world, terms, found, expected):
    """The seat of 2019 leads to the precinct's of 2024, and would lead on to the territorial commission's of that day."""
    name = ("Ыдырысов Қайрат Сейтқалиұлы", {"birth_year": 1979} if found else {})
    before = world.work(world.say(terms[0], name[0], **name[1]), "o-1")
    precinct = world.say(terms[1], name[0], **name[1])
    above = {"level": "TEC", "commission_id": "kz-39-auliekol-tec"}
    territorial = world.work(world.say(terms[1], name[0], **above, **found), "o-1")
    assert world.are_one(before, precinct)
    assert world.are_one(precinct, territorial) is expected


def read_links(found):
    """Read the links of a resolution by pair, without the statements of the fixture."""
    return {(row["left_seat_id"], row["right_seat_id"]): row for row in found.links}


def test_links_are_the_pairs_that_joined_each_with_its_ground(world, terms):
    seat = world.say(terms[0], "Яковлева Раиса Никитична")
    renamed = world.say(
        world.act("2021-03-01", "surname_change"), "Кузнецова Раиса Никитична", action="renamed", old_surname="Яковлева"
    )
    released = world.say(world.act("2022-06-17", "release"), "Кузнецова Раиса Никитична", action="released")
    one, other = world.say(terms[0], "Цой Вера Львовна", number=7), world.say(terms[1], "Цой Вера Львовна", number=7)
    near = world.say(terms[0], "Горшкова Любовь Александровна", number=8)
    far = world.say(terms[1], "Алимжанова Л.", district="kz-39-qarabalyq")
    world.link()
    found = world.resolve(judged(near, far, "same"))
    links = read_links(found)
    assert set(links) == {(seat, renamed), (seat, released), (one, other), (near, far)}
    grounds = {pair: (row["ground"], json.loads(row["evidence"])) for pair, row in links.items()}
    assert grounds[seat, renamed] == ("act", {"act": "surname_change"})
    assert grounds[seat, released] == ("act", {"act": "release"})
    assert grounds[near, far] == ("judged", {"by": "Айдос", "on": "2026-11-20", "why": "сөйлестім"})
    assert grounds[one, other][0] == "model"
    assert grounds[one, other][1]["where"] == "commission"
    assert links[one, other]["score"] > 0.99
    assert links[one, other]["model"] == load_weights().version
    assert (links[seat, renamed]["score"], links[near, far]["score"]) == (None, None)
    assert {row["person_id"] for row in found.links} == {
        found.person_of[seat],
        found.person_of[one],
        found.person_of[near],
    }


def test_a_person_of_n_statements_has_n_minus_one_links(world, terms):
    acts = (world.act("2014-01-20"), world.act("2019-02-20"), *terms)
    seats = [world.say(act, "Цой Вера Львовна", number=7) for act in acts]
    found = world.resolve()
    person = found.person_of[seats[0]]
    assert {found.person_of[seat] for seat in seats} == {person}
    assert len(found.links) == len(seats) - 1
    assert {seat for pair in read_links(found) for seat in pair} == set(seats), "the pairs hang together"


def test_an_automatic_line_links_with_its_own_score(world, terms):
    one = world.say(terms[0], "Матвеева Елена Владимировна")
    other = world.say(terms[1], "Матвеева Елена Владимировна", district="kz-39-qarabalyq")
    link = read_links(world.resolve(judged(one, other, "same", by="auto", score=0.95, model="persons-0")))[one, other]
    assert (link["ground"], link["score"], link["model"]) == ("model", 0.95, "persons-0")


def test_one_employer_leads_to_another_commission(world, terms):
    one = world.work(world.say(terms[0], "Толегенов Даурен Еркинулы", number=8), "o-1")
    other = world.work(world.say(terms[1], "Төлегенов Дәурен Еркінұлы", number=2), "o-1")
    assert world.are_one(one, other)


@pytest.mark.parametrize(("employer", "expected"), [("o-1", True), ("o-2", False)])
def test_a_new_surname_is_followed_by_the_work_of_the_seat_it_renames(world, terms, employer, expected):
    seat = world.work(world.say(terms[0], "Омарова Маржан Кенескызы", number=4), "o-1")
    renaming = world.act("2021-09-14", "surname_change", language="kk")
    world.say(renaming, "Нүсіпова Маржан Кеңесқызы", number=4, action="renamed", old_surname="Омарова", **TERM_END)
    later = world.work(world.say(terms[1], "Нүсіпова Маржан Кеңесқызы", number=3), employer)
    world.link()
    assert world.are_one(seat, later) is expected


def test_who_bears_a_given_up_surname_in_a_later_list_is_somebody_else(world, terms):
    seat = world.work(world.say(terms[0], "Байжанова Раушан Амангельдыевна", number=11), "o-1")
    renaming = world.act("2021-09-14", "surname_change", language="kk")
    renamed = world.say(
        renaming, "Сейітова Раушан Амангелдіқызы", number=11, action="renamed", old_surname="Байжанова", **TERM_END
    )
    same = world.work(world.say(terms[1], "Сейітова Раушан Амангелдіқызы", number=11), "o-1")
    namesake = world.work(world.say(terms[1], "Байжанова Раушан Амангелдіқызы", number=11), "o-2")
    world.link()
    assert world.are_one(seat, renamed, same)
    assert not world.are_one(seat, namesake)
