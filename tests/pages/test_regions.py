"""The Regions page: what is unread is not zero, a press leads down, and every figure carries its bounds and coverage."""

import json
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from models.language import LANGUAGES, load_catalogue
from models.reference import load_pack
from pages._ui.places import count_territorial
from pages._ui.tile_map import SCALE, break_name, cut_classes, place_class
from tests.pages import factory
from tests.pages.conftest import Open, read_texts

CATALOGUE = load_catalogue()
REGIONS = load_pack().regions


def read_tiles(app: object) -> dict[str, dict[str, str]]:
    """Read the tiles of the map: region -> words on the tile, colour, pattern."""
    figure = app.get("plotly_chart")[0]  # type: ignore[attr-defined]
    tiles = {}
    for trace in json.loads(figure.proto.spec)["data"]:
        for text, data in zip(trace.get("text") or [], trace.get("customdata") or [], strict=True):
            marker = trace["marker"]
            words = text.replace("<br>", " ")
            tiles[data[0]] = {"text": words, "colour": marker["color"], "pattern": marker["pattern"].get("shape", "")}
    return tiles


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_region_has_a_tile_and_the_unread_are_hatched(open_page: Open, language: str) -> None:
    tiles = read_tiles(open_page("small", "regions", lang=language))
    assert set(tiles) == {region.region_id for region in REGIONS}
    assert len(tiles) == 20
    unread = CATALOGUE.translate("regions.unread", language)
    for code, tile in tiles.items():
        if code == "KZ-39":
            assert tile["colour"] in SCALE
            assert unread not in tile["text"]
        elif unread in tile["text"]:
            assert tile["pattern"] == "/"
            assert "0 %" not in tile["text"] and "0%" not in tile["text"]
        else:  # formed in June 2022, after the day of the small database
            assert CATALOGUE.translate("regions.absent", language) in tile["text"]
            assert code in {"KZ-10", "KZ-33", "KZ-62"}


def test_tile_shows_value_bounds_and_coverage(open_page: Open) -> None:
    tile = read_tiles(open_page("small", "regions", lang="en"))["KZ-39"]["text"]
    # Of two precincts one has four of five at a school (80–100 %, the pensioner's employer has no id),
    # the other knows nobody's employer (20–100 %): the mean of what is known is 100 %, bounds are means of bounds.
    assert "<b>100%</b>" in tile
    assert "50–100%" in tile
    assert "2 / ?" in tile


def test_expected_territorial_commissions_come_from_the_pack(open_page: Open) -> None:
    app = open_page("small", "regions", lang="en", level="TEC")
    pack, day = load_pack(), factory.ELECTION
    units = [pack.district_by_id.get(unit) for unit in pack.territorial_units(day)]
    kostanay = 1 + sum(1 for unit in units if unit and unit.region_on(day) == "KZ-39")
    assert count_territorial(pack, day)["KZ-39"] == kostanay
    assert f"1 / {kostanay}" in read_tiles(app)["KZ-39"]["text"]


def test_region_without_value_is_marked_and_not_coloured(open_page: Open) -> None:
    # Nobody's employer is known in the territorial commission of the small database.
    tile = read_tiles(open_page("small", "regions", lang="en", level="TEC"))["KZ-39"]
    assert tile["colour"] not in SCALE
    assert tile["pattern"] == "."
    assert CATALOGUE.translate("unknown", "en") in tile["text"]


def test_region_leads_to_districts_and_commissions(open_page: Open) -> None:
    app = open_page("large", "regions", lang="kk", region="KZ-39")
    table = app.dataframe[0].value
    read = table[table["value"] != CATALOGUE.translate("regions.unread", "kk")]
    assert set(read["name"]) == {f"Мысал-{number:02d} ауданы" for number in range(0, 60, 4)}
    # Districts of the pack of which nothing was read are listed, not left out.
    assert len(table) > len(read)
    app = open_page("large", "regions", lang="kk", region="KZ-39", district="KZ-39-Мысал-00 ауданы")
    assert all("Мысал-00" in cell for cell in app.dataframe[0].value["district"])


def test_all_levels_of_a_district_stand_together(open_page: Open) -> None:
    address = {"region": "KZ-39", "district": "KZ-39-Сынақ ауданы", "level": "all"}
    names = open_page("small", "regions", lang="en", **address).dataframe[0].value["name"]
    assert len(names) == 3


def test_commissions_without_a_region_are_counted_and_reached(open_page: Open, tmp_path: Path) -> None:
    world = factory.World()
    act = factory.add_document(world, "1.docx", decided_on=factory.ELECTION, simulated=False)
    commission = factory.add_commission(world, "PEC", 1) | {"region_id": None, "district_id": None, "district": None}
    world.rows["commissions"][-1].update(commission)
    seats = [factory.add_seat(world, act, commission, place) for place in range(5)]
    factory.add_metrics(world, commission["commission_id"], factory.ELECTION, seats)
    path = world.write(tmp_path / "nowhere.duckdb", meta=factory.make_meta("nowhere", simulated=False))
    app = open_page(path, "regions", lang="ru")
    assert not app.exception
    assert any("на карту не" in text or "На карте нет" in text for text in read_texts(app))
    down = open_page(path, "regions", lang="ru", region="-", district="-")
    assert len(down.dataframe[0].value) == 1


def test_choice_lives_in_the_address(open_page: Open) -> None:
    address = {"level": "TEC", "measure": "women_share", "region": "KZ-39", "as_of": "2019-06-09"}
    app = open_page("large", "regions", lang="en", **address)
    assert {name: app.query_params[name] for name in ("level", "measure", "region")} == {
        name: value for name, value in address.items() if name != "as_of"
    }
    assert not app.warning


def test_bad_values_of_the_address_are_answered(open_page: Open) -> None:
    app = open_page("small", "regions", lang="en", level="<script>", region="KZ-99")
    assert not app.exception
    assert len(app.warning) == 2


@pytest.mark.parametrize("values", [[0.0, 1.0], [0.37, 0.41], [0.5], [1.0, 3.0], [0.0, 7.0], [0.2, 0.4, 0.6]])
def test_classes_hold_every_value_once(values: list[float]) -> None:
    edges = cut_classes(values)
    assert 1 <= len(edges) - 1 <= len(SCALE)
    assert all(b > a for a, b in pairwise(edges))
    for value in values:
        place = place_class(value, edges)
        assert edges[place] - 1e-9 <= value < edges[place + 1] + 1e-9


def test_small_differences_share_a_class() -> None:
    edges = cut_classes([0.371, 0.372, 0.374])
    assert len({place_class(value, edges) for value in (0.371, 0.372, 0.374)}) == 1


def test_long_names_are_broken_between_syllables() -> None:
    assert break_name("Карагандинская") == "Караган-<br>динская"
    assert break_name("Батыс Қазақстан") == "Батыс<br>Қазақстан"
    assert break_name("Абай") == "Абай"


def test_regions_counted_on_their_own_day() -> None:
    # Abai was formed on 8 June 2022: before that it has no commissions to expect.
    pack = load_pack()
    assert count_territorial(pack, date(2022, 6, 7))["KZ-10"] == 0
    assert count_territorial(pack, date(2023, 3, 19))["KZ-10"] > 1


def test_districts_of_the_country_stand_together_until_a_region_is_chosen(open_page: Open) -> None:
    app = open_page("large", "regions", lang="kk", level="PEC")
    table = app.dataframe[0].value
    inside = open_page("large", "regions", lang="kk", level="PEC", region="KZ-39").dataframe[0].value
    names = set(table["name"])
    assert len(table) > len(inside)
    assert all(", " in name for name in names), "a district is named with its region"
