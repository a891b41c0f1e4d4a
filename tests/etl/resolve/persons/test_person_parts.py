"""Mentions, frequencies, constraints, weights, the table of persons and ties of tier 3, one by one."""

import json

import pandas as pd
import pytest

from etl.resolve.persons.acceptance import add_probabilities
from etl.resolve.persons.compare import score_clusters
from etl.resolve.persons.comparisons import COMPARISONS, make_settings
from etl.resolve.persons.constraints import find_conflict, make_holders
from etl.resolve.persons.earlier import find_earlier_nominations
from etl.resolve.persons.frequencies import count_frequencies
from etl.resolve.persons.mentions import COLUMNS, make_mentions
from etl.resolve.persons.people import make_persons
from etl.resolve.persons.train import main, read_reasoned
from etl.resolve.persons.weights import CURRENT, DIRECTORY, WeightsError, load_weights, read_weights


def test_mentions_have_one_key_in_both_languages_and_initials_aside(world, terms):
    world.say(terms[0], "Умирзакова Шолпан Айдаровна")
    world.say(terms[1], "Өмірзақова Ш. А.")
    mentions = make_mentions(world.seats, world.decisions).set_index("seat_id")
    full, short = mentions.loc["s-7"], mentions.loc["s-8"]
    assert full["surname"] == short["surname"]
    assert (full["given_initial"], full["patronymic_initial"]) == (short["given_initial"], short["patronymic_initial"])
    assert short["given"] is None
    assert short["full_name"] is None
    assert list(mentions.reset_index()[list(COLUMNS)].columns) == list(COLUMNS)


def test_mentions_stand_in_the_order_of_days_undated_last(world):
    undated, late, early = (world.act(day) for day in (None, "2024-01-19", "2019-01-25"))
    for act in (undated, late, early):
        world.say(act, "Ким Вера Юрьевна")
    assert make_mentions(world.seats, world.decisions)["seat_id"].tolist() == ["s-3", "s-2", "s-1"]


def test_a_frequent_name_counts_with_its_frequency_where_it_stands(world):
    act = world.act("2019-01-25")
    for number in range(800):
        name = (
            "Ахметов Асан Болатұлы"
            if number % 2
            else f"Ы{'абвгдежзик'[number % 10]}{'лмнопрстуф'[number // 80]}ын Асан"
        )
        world.say(act, name, number=number)
    table = count_frequencies(make_mentions(world.seats, world.decisions), "surname").set_index("surname_term")
    shares = table["tf_surname_term"]
    common = shares[[term for term in shares.index if term.endswith("|ахмет")]]
    assert common.iloc[0] == pytest.approx(399 / 800, abs=0.25)
    assert shares.max() == common.iloc[0]
    assert (shares > 0).all(), "a name seen once is rare, not impossible"


def test_few_documents_give_no_rare_names(world):
    act = world.act("2019-01-25")
    world.say(act, "Ыбырайхан Гүлсәуір")
    table = count_frequencies(make_mentions(world.seats, world.decisions), "surname")
    assert table["tf_surname_term"].item() > 1 / 2000


def conflict(world, one, other):
    holders = {holder.seat_id: holder for holder in make_holders(make_mentions(world.seats, world.decisions))}
    assert find_conflict(holders[one], holders[other]) == find_conflict(holders[other], holders[one])
    return find_conflict(holders[one], holders[other])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({}, {}, None),
        ({"birth_year": 1970}, {"birth_year": 1971}, None),
        ({"birth_year": 1970}, {"birth_year": 1972}, "birth_year"),
        ({"birth_year": 1970}, {"birth_year": None}, None),
        ({"gender": "f"}, {"gender": "m", "patronymic": None, "surname": "Ким", "given_name": "Женя"}, "gender"),
        ({}, {"given_name": "Роза"}, "name"),
        ({}, {"patronymic": "О."}, "name"),
        ({}, {"patronymic": "Ю."}, None),
        ({}, {"patronymic": None}, None),
        ({}, {"surname": "Өмірзақова"}, None),
    ],
)
def test_what_stands_against_one_person(world, terms, one, other, expected):
    left = world.say(terms[0], "Ким Вера Юрьевна", **{"gender": None, **one})
    right = world.say(terms[1], "Ким Вера Юрьевна", **{"gender": None, **other})
    assert conflict(world, left, right) == expected


def test_an_act_may_release_and_elect_one_person(world, terms):
    change = world.act("2021-05-01", "replacement")
    gone = world.say(change, "Ким Вера Юрьевна", action="released")
    come = world.say(change, "Ким Вера Юрьевна")
    twin = world.say(change, "Ким Вера Юрьевна")
    assert conflict(world, gone, come) is None
    assert conflict(world, come, twin) == "composition"


def test_rivals_share_one_probability():
    pairs = pd.DataFrame(
        {
            "left": [0, 1, 2],
            "right": [5, 5, 6],
            "weight": [7.0, 7.0, 7.0],
            "decision_left": ["d-1", "d-1", "d-1"],
            "decision_right": ["d-2", "d-2", "d-2"],
        }
    )
    found = add_probabilities(pairs)["probability"].tolist()
    assert found[0] == found[1] == pytest.approx(128 / 257, abs=1e-4)
    assert found[2] == pytest.approx(128 / 129, abs=1e-4)


def test_the_current_weights_have_every_level_and_make_a_model():
    weights = load_weights()
    assert weights.version == CURRENT
    assert {name: {level.name for level in levels} for name, levels in weights.comparisons.items()} == {
        name: set(comparison.levels) for name, comparison in COMPARISONS.items()
    }
    assert len(make_settings(weights)["comparisons"]) == len(COMPARISONS)
    reasoned, counted = read_reasoned()
    assert set(counted) < set(reasoned.comparisons)


def test_weights_that_are_not_there_or_no_probabilities_are_refused():
    with pytest.raises(WeightsError, match="persons-none"):
        load_weights("persons-none")
    data = json.loads((DIRECTORY / f"{CURRENT}.json").read_text("utf-8"))
    with pytest.raises(ValueError, match="1.5 is no probability"):
        read_weights({**data, "merge": 1.5})


def test_a_version_is_never_trained_again(tmp_path, capsys):
    (tmp_path / "persons-7.json").write_text("{}", "utf-8")
    assert main(["--truth", str(tmp_path / "none"), "--version", "persons-7", "--out", str(tmp_path)]) == 1
    assert "never changes" in capsys.readouterr().err


def test_pairs_are_scored_by_hand_count():
    truth = {"s-1": "a", "s-2": "a", "s-3": "a", "s-4": "b"}
    found = {"s-1": "x", "s-2": "x", "s-3": "y", "s-4": "y", "s-5": "y"}
    score = score_clusters(found, truth)
    assert (score.true, score.found, score.right) == (3, 2, 1)
    assert (score.precision, score.recall) == (0.5, pytest.approx(1 / 3))


def test_a_person_bears_the_most_complete_and_latest_name_of_each_language(world, terms):
    seats = [
        world.say(terms[0], "Яковлева Р. Н."),
        world.say(terms[0], "Яковлева Раиса Никитична", number=6),
        world.say(terms[1], "Кузнецова Раиса Никитична"),
        world.say(terms[1], "Kuznetsova R.", number=7),
    ]
    for row in world.seats:
        row["person_id"] = "p-1" if row["seat_id"] in seats else f"p-{row['seat_id']}"
    person = next(row for row in make_persons(world.seats, world.decisions) if row["person_id"] == "p-1")
    assert person == {
        "person_id": "p-1",
        "name_ru": "Яковлева Раиса Никитична",
        "name_kk": "Кузнецова Раиса Никитична",
        "name_latin": "Kuznetsova R.",
        "gender": "f",
        "mentions": 4,
    }


def test_a_seat_is_tied_to_the_party_of_an_earlier_one(world, terms):
    party = {"nominator_kind": "party", "party_id": "akzhol", "nominator_id": "akzhol"}
    first = world.say(terms[0], "Ким Вера Юрьевна", **party)
    second = world.say(terms[1], "Ким Вера Юрьевна", party_id="amanat")
    again = world.say(world.act("2019-02-10"), "Ким Вера Юрьевна", **party)
    for row in world.seats:
        row["person_id"] = "p-1" if row["seat_id"] in (first, second, again) else f"p-{row['seat_id']}"
    ties = find_earlier_nominations(world.seats, world.decisions)
    assert [(tie["seat_id"], tie["party_id"], tie["tie"], tie["tier"]) for tie in ties] == [
        (second, "akzhol", "earlier_nominee", 3)
    ]
    assert ties[0]["document_path"] == f"{world.seats[-1]['decision_id']}.html", (
        "the latest earlier statement proves it"
    )
    assert ties[0]["valid_from"] == world.decisions[terms[1]]["decided_on"]


def test_what_has_no_day_is_neither_earlier_nor_later(world, terms):
    undated = world.act(None)
    one = world.say(undated, "Ким Вера Юрьевна", party_id="akzhol")
    other = world.say(terms[1], "Ким Вера Юрьевна")
    for row in world.seats:
        row["person_id"] = "p-1" if row["seat_id"] in (one, other) else f"p-{row['seat_id']}"
    assert find_earlier_nominations(world.seats, world.decisions) == []
