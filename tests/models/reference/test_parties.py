import datetime
import itertools

import pytest

from models.reference import Pack

SIX_OF_2019 = {"amanat", "akzhol", "npk", "auyl", "osdp", "adal"}
FIVE_OF_2022 = SIX_OF_2019 - {"adal"}


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "parties"),
    [
        ("2019-02-07", SIX_OF_2019),
        ("2022-04-25", SIX_OF_2019),
        ("2022-04-26", FIVE_OF_2022),
        ("2022-11-27", FIVE_OF_2022),
        ("2022-11-28", FIVE_OF_2022 | {"baytaq"}),
        ("2023-01-17", FIVE_OF_2022 | {"baytaq"}),
        ("2023-01-18", FIVE_OF_2022 | {"baytaq", "respublica"}),
        ("2024-05-31", FIVE_OF_2022 | {"baytaq", "respublica"}),
    ],
)
def test_registered_parties_follow_the_published_table(kz: Pack, on: str, parties: set[str]) -> None:
    registered = kz.parties_registered(day(on))
    assert registered is not None
    assert set(registered) == parties
    assert len(registered) == len(parties)


@pytest.mark.parametrize("on", ["2024-06-01", "2026-11-20", "2016-03-20", "1999-01-10"])
def test_outside_the_known_years_the_register_is_unknown(kz: Pack, on: str) -> None:
    assert kz.parties_registered(day(on)) is None


@pytest.mark.parametrize(
    ("party", "on", "answer"),
    [
        ("respublica", "2019-02-07", False),  # rule NOM-6: a nominee before registration
        ("respublica", "2010-01-01", False),  # known although the whole register of 2010 is not
        ("respublica", "2023-01-18", True),
        ("respublica", "2025-01-01", None),
        ("adal", "2022-04-26", False),
        ("adal", "2025-01-01", False),
        ("adal", "2015-01-01", True),
        ("auyl", "2016-03-20", True),
        ("rukhaniyat", "2016-03-20", False),
        ("alga_kazakhstan", "2023-03-19", False),
        ("aist", "2004-09-19", False),
    ],
)
def test_one_party_may_be_known_where_the_register_is_not(kz: Pack, party: str, on: str, answer: bool | None) -> None:
    assert kz.party_registered(party, day(on)) is answer


@pytest.mark.parametrize(
    ("party", "on", "successor"),
    [
        ("adal", "2022-04-25", "adal"),
        ("adal", "2022-04-26", "amanat"),
        ("rukhaniyat", "2013-04-25", "rukhaniyat"),
        ("rukhaniyat", "2013-04-26", "adal"),
        ("adilet", "2022-04-26", "amanat"),  # two mergers in a row
        ("patriots", "2015-09-05", "auyl"),
        ("cpk", "2024-01-01", "cpk"),  # a split is no succession
        ("azat", "2008-01-01", "azat"),  # joined and parted again
        ("amanat", "2024-01-01", "amanat"),
    ],
)
def test_successors_follow_mergers_only(kz: Pack, party: str, on: str, successor: str) -> None:
    assert kz.party_successor(party, day(on)) == successor


@pytest.mark.parametrize(
    ("party", "language", "on", "name"),
    [
        ("amanat", "ru", "2005-01-01", "Партия «Отан»"),
        ("amanat", "kk", "2022-02-28", "«Нұр Отан» партиясы"),
        ("amanat", "kk", "2022-03-01", "«AMANAT» партиясы"),
        ("npk", "ru", "2020-11-10", "Коммунистическая народная партия Казахстана"),
        ("npk", "ru", "2020-11-11", "Народная партия Казахстана"),
        ("adal", "kk", "2019-01-01", "«Бірлік» саяси партиясы"),
        ("auyl", "en", "2015-09-04", "Auyl Kazakhstani Social Democratic Party"),
    ],
)
def test_names_follow_the_day(kz: Pack, party: str, language: str, on: str, name: str) -> None:
    assert kz.party_name(party, language, day(on)) == name


def test_without_a_day_the_latest_name_is_given(kz: Pack) -> None:
    assert kz.party_name("npk", "kk") == "Қазақстан Халық партиясы"


def test_a_language_without_a_name_falls_back(ru: Pack) -> None:
    assert ru.party_name("er", "kk") == "Всероссийская политическая партия «ЕДИНАЯ РОССИЯ»"


def test_an_unknown_lineage_is_an_error(kz: Pack) -> None:
    with pytest.raises(KeyError):
        kz.party_name("nobody", "kk")
    with pytest.raises(KeyError):
        kz.party_successor("nobody", day("2020-01-01"))


def test_ordinary_words_are_guarded(kz: Pack) -> None:
    guarded = {(p.party_id, form.text) for p in kz.parties for form in p.forms if form.guarded}
    assert {("auyl", "Ауыл"), ("respublica", "Республика"), ("adal", "Адал"), ("adal", "Бірлік")} <= guarded


def test_the_communist_parties_share_no_form(kz: Pack) -> None:
    forms = {party: {form.text.lower() for form in kz.party_by_id[party].forms} for party in ("npk", "cpk")}
    assert not forms["npk"] & forms["cpk"]
    assert "ққкп" not in forms["npk"]
    assert {"ҚКП".lower(), "КПК".lower()} <= forms["cpk"]
    assert {"ҚКХП".lower(), "КНПК".lower()} <= forms["npk"]


def test_a_form_with_two_meanings_belongs_to_one_party_on_a_day(kz: Pack) -> None:
    owners = [(form, party.party_id) for party in kz.parties for form in party.forms if form.text == "ДПК"]
    assert {party for _, party in owners} == {"akzhol", "adilet"}
    for on in ("2005-01-01", "2019-01-01"):
        assert len([form for form, _ in owners if form.holds_on(day(on))]) == 1


def test_blocs_in_charts_can_be_told_apart(kz: Pack) -> None:
    def channels(colour: str) -> tuple[int, ...]:
        return tuple(int(colour[i : i + 2], 16) for i in (1, 3, 5))

    colours = [party.colour for party in kz.parties if party.colour] + [kz.party_file.neutral_colour]
    assert all(party.colour for party in kz.parties if party.kind == "party")
    for first, second in itertools.combinations(colours, 2):
        distance = sum((a - b) ** 2 for a, b in zip(channels(first), channels(second), strict=True)) ** 0.5
        assert distance > 40, (first, second)


def test_every_entry_says_where_it_comes_from(kz: Pack, ru: Pack) -> None:
    for pack in (kz, ru):
        entries = [*pack.parties, *pack.party_edges, *pack.regions, *pack.districts, *pack.elections]
        assert all(entry.source for entry in entries)
