import datetime
from collections import Counter

import pytest

from models.reference import Pack

TODAY = datetime.date(2026, 11, 20)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "count"), [("2018-06-18", 16), ("2018-06-19", 17), ("2022-06-07", 17), ("2022-06-08", 20)]
)
def test_number_of_regions(kz: Pack, on: str, count: int) -> None:
    assert len(kz.regions_on(day(on))) == count


@pytest.mark.parametrize(
    ("on", "commissions"),
    [
        ("2016-03-20", 16 + 208),  # ODIHR interim report of 11 March 2016
        ("2020-12-20", 232),  # ODIHR interim report, December 2020
        ("2022-06-08", 239),  # after CEC resolutions 48/507 to 48/510
    ],
)
def test_units_with_a_territorial_commission_agree_with_published_numbers(kz: Pack, on: str, commissions: int) -> None:
    assert len(kz.territorial_units(day(on))) == commissions


def test_maslikhats_of_2023(kz: Pack) -> None:
    """20 of regions, 37 of cities, 166 of rayons (CEC release 8937)."""
    kinds = Counter(district.kind for district in kz.districts_on(day("2023-03-19")) if district.own_commission)
    assert len(kz.regions_on(day("2023-03-19"))) == 20
    assert (kinds["city"], kinds["rayon"]) == (37, 166)


def test_every_region_has_districts_on_every_election_day(kz: Pack) -> None:
    for on in kz.election_days():
        if on < day("2018-06-19"):
            continue
        for region in kz.regions_on(on):
            assert kz.districts_on(on, region.region_id), (region.region_id, on)


def test_districts_of_regions_add_up(kz: Pack) -> None:
    for on in (day("2019-02-07"), day("2024-01-31"), TODAY):
        parts = [kz.districts_on(on, region.region_id) for region in kz.regions_on(on)]
        assert sum(len(part) for part in parts) == len(kz.districts_on(on))


def test_a_district_belongs_to_a_region_that_exists(kz: Pack) -> None:
    for district in kz.districts:
        for membership in district.memberships:
            region = kz.region_by_id[membership.region_id]
            start = membership.valid_from or region.valid_from or datetime.date(1999, 1, 1)
            assert region.holds_on(start), (district.district_id, membership)
            if membership.valid_to:
                assert region.holds_on(membership.valid_to - datetime.timedelta(days=1))


def test_memberships_follow_each_other_without_a_gap(kz: Pack) -> None:
    for district in kz.districts:
        for earlier, later in zip(district.memberships, district.memberships[1:], strict=False):
            assert earlier.valid_to == later.valid_from, district.district_id


def test_the_id_begins_with_the_first_region(kz: Pack) -> None:
    for district in kz.districts:
        assert district.district_id.startswith(district.memberships[0].region_id.lower() + "-")


@pytest.mark.parametrize("on", ["2017-01-01", "2019-02-07", "2022-06-08", "2024-01-31", "2026-11-20"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_names_are_unique_inside_a_region(kz: Pack, on: str, language: str) -> None:
    for region in kz.regions_on(day(on)):
        names = Counter(
            kz.district_name(district.district_id, language, day(on))
            for district in kz.districts_on(day(on), region.region_id)
        )
        assert not [name for name, count in names.items() if count > 1], region.region_id


def test_every_place_has_a_name_in_three_languages(kz: Pack) -> None:
    for place in (*kz.regions, *kz.districts):
        assert place.names.kk and place.names.ru and place.names.en
        assert place.names.kk.endswith(("ауданы", "қаласы", "облысы"))


@pytest.mark.parametrize(
    ("district", "before", "after"),
    [
        ("kz-63-besqaragai", "KZ-63", "KZ-10"),
        ("kz-63-semey", "KZ-63", "KZ-10"),
        ("kz-19-koksu", "KZ-19", "KZ-33"),
        ("kz-19-taldyqorgan", "KZ-19", "KZ-33"),
        ("kz-35-zhanaarqa", "KZ-35", "KZ-62"),
        ("kz-35-qarazhal", "KZ-35", "KZ-62"),
        ("kz-63-katonqaragai", "KZ-63", "KZ-63"),
        ("kz-19-zhambyl", "KZ-19", "KZ-19"),
        ("kz-35-nura", "KZ-35", "KZ-35"),
    ],
)
def test_rayons_moved_on_8_june_2022(kz: Pack, district: str, before: str, after: str) -> None:
    entry = kz.district_by_id[district]
    assert entry.region_on(day("2022-06-07")) == before
    assert entry.region_on(day("2022-06-08")) == after
    assert entry.region_on(None) == after


def test_the_decree_of_2022_moved_these_units(kz: Pack) -> None:
    """Decree No. 887: ten units to Abai, ten to Jetisu, five to Ulytau."""
    moved = Counter(
        district.region_on(day("2022-06-08"))
        for district in kz.districts
        if district.region_on(day("2022-06-07")) != district.region_on(day("2022-06-08"))
    )
    assert moved == {"KZ-10": 10, "KZ-33": 10, "KZ-62": 5}


def test_shymkent_is_a_district_to_18_june_2018(kz: Pack) -> None:
    shymkent = kz.district_by_id["kz-61-shymkent"]
    assert shymkent.region_on(day("2018-06-18")) == "KZ-61"
    assert shymkent.region_on(day("2018-06-19")) is None
    assert kz.region_by_id["KZ-79"].holds_on(day("2018-06-19"))
    assert kz.district_by_id["kz-61-shymkent-qaratau"].region_on(day("2020-01-01")) == "KZ-79"


@pytest.mark.parametrize(
    ("region", "language", "on", "name"),
    [
        ("KZ-61", "ru", "2018-06-18", "Южно-Казахстанская область"),
        ("KZ-61", "kk", "2018-06-19", "Түркістан облысы"),
        ("KZ-71", "kk", "2019-03-22", "Астана қаласы"),
        ("KZ-71", "kk", "2019-03-23", "Нұр-Сұлтан қаласы"),
        ("KZ-71", "ru", "2022-11-20", "город Астана"),
    ],
)
def test_region_names_follow_the_day(kz: Pack, region: str, language: str, on: str, name: str) -> None:
    assert kz.region_name(region, language, day(on)) == name


@pytest.mark.parametrize(
    ("district", "on", "name"),
    [
        ("kz-39-beiimbet-mailin", "2019-02-01", "Тарановский район"),
        ("kz-39-beiimbet-mailin", "2024-01-31", "район Беимбета Майлина"),
        ("kz-55-terengkol", "2018-01-01", "Качирский район"),
        ("kz-19-qonaev", "2021-01-10", "город Капшагай"),
        ("kz-19-qonaev", "2023-03-19", "город Қонаев"),
    ],
)
def test_district_names_follow_the_day(kz: Pack, district: str, on: str, name: str) -> None:
    assert kz.district_name(district, "ru", day(on)) == name


def test_tiles_of_todays_regions_fill_a_map(kz: Pack) -> None:
    tiles = {(region.tile.row, region.tile.column) for region in kz.regions if region.tile}
    assert len(tiles) == 20
    assert max(row for row, _ in tiles) <= 5
    assert max(column for _, column in tiles) <= 6
    # Mangystau lies in the south-west, East Kazakhstan in the east
    by_id = {region.region_id: region.tile for region in kz.regions}
    assert by_id["KZ-47"].column == 0
    assert by_id["KZ-63"].column == max(column for _, column in tiles)
