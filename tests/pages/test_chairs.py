"""Who nominated the chairs of a place on two days: counts worked out here, links that lead to the seat."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from models.language import load_catalogue
from models.reference import load_pack
from tests.pages import factory
from tests.pages.conftest import Open

CATALOGUE = load_catalogue()
DISTRICT = {"region": "KZ-39", "district": "KZ-39-Сынақ ауданы"}


@pytest.fixture
def world(tmp_path: Path) -> Path:
    """Write three precincts: three chairs of one party in 2018; in 2023 one stays, one changes sides, one is not read."""
    world = factory.World()
    old = factory.add_document(world, "old.docx", decided_on=factory.FORMED, simulated=False, seats=3)
    new = factory.add_document(world, "new.docx", decided_on=factory.REFORMED, simulated=False, seats=2)
    party = {"nominator_kind": "party", "party_id": "amanat", "nominator_as_printed": "«AMANAT» партиясы"}
    other = {"nominator_kind": "association", "nominator_as_printed": "«Үлгі» қоғамдық бірлестігі"}
    for number, later in ((1, party), (2, other), (3, None)):
        commission = factory.add_commission(world, "PEC", number)
        seat = factory.add_seat(world, old, commission, number, role="chair", **party)
        factory.add_metrics(world, commission["commission_id"], factory.ELECTION, [seat])
        seat["valid_to"] = factory.REFORMED
        if later:
            seat = factory.add_seat(world, new, commission, number, role="chair", **later)
            factory.add_metrics(world, commission["commission_id"], factory.LATEST, [seat])
    return world.write(tmp_path / "chairs.duckdb", meta=factory.make_meta("chairs", simulated=False))


def test_chairs_stand_side_by_side(open_page: Open, world: Path) -> None:
    app = open_page(world, "regions", lang="en", level="PEC", as_of=factory.LATEST.isoformat(), **DISTRICT)
    assert not app.exception
    assert app.selectbox(key="regions.than").value == factory.ELECTION.isoformat()
    counts = app.table[-1].value.map(lambda cell: cell.replace("\\", ""))
    assert list(counts.columns[1:]) == [factory.ELECTION.isoformat(), factory.LATEST.isoformat()]
    by_side = {row[0]: tuple(row[1:]) for row in counts.itertuples(index=False, name=None)}
    party = load_pack().party_name("amanat", "en", factory.LATEST)
    assert by_side[party] == ("3 (100%)", "1 (50%)")
    assert by_side["«Үлгі» қоғамдық бірлестігі"] == ("0 (0%)", "1 (50%)")


def test_each_chair_leads_to_its_seat(open_page: Open, world: Path) -> None:
    app = open_page(world, "regions", lang="kk", level="PEC", as_of=factory.LATEST.isoformat(), **DISTRICT)
    table = app.dataframe[-1].value
    assert len(table) == 3
    third = table.iloc[2]
    assert third[f"link.{factory.LATEST}"] is None or third[f"link.{factory.LATEST}"] != third[f"link.{factory.LATEST}"]
    address = urlsplit(table.iloc[1][f"link.{factory.LATEST}"])
    query = {name: values[0] for name, values in parse_qs(address.query).items()}
    assert address.path == "commission"
    assert query["as_of"] == factory.LATEST.isoformat()
    opened = open_page(world, "commission", **query)
    assert not opened.exception
    assert not opened.warning
    assert opened.selectbox(key="commission.seat").value == query["seat"]


def test_region_names_the_district_of_each_chair(open_page: Open, world: Path) -> None:
    app = open_page(world, "regions", lang="ru", level="PEC", as_of=factory.LATEST.isoformat(), region="KZ-39")
    assert set(app.dataframe[-1].value[CATALOGUE.translate("column.district", "ru")]) == {"Сынақ ауданы"}


def test_place_without_chairs_is_said(open_page: Open, world: Path) -> None:
    app = open_page(world, "regions", lang="kk", level="TEC", as_of=factory.LATEST.isoformat(), region="KZ-39")
    assert CATALOGUE.translate("chairs.none", "kk") in [info.value for info in app.info]
