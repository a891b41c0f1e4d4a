"""The address carries a page's state: it goes round, outlives a language, and bad values are answered politely."""

import pytest

from models.language import LANGUAGES, load_catalogue
from tests.pages.conftest import Open

SMALL_PEC = "PEC:KZ-39:Сынақ ауданы:7"


def test_choice_goes_into_the_address_and_default_stays_out(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="kk")
    assert set(app.query_params) == {"lang", "as_of"}, "language and day are always named: a shared link must not drift"
    app.button_group(key="concentration.level").set_value("TEC").run()
    assert app.query_params["level"] == "TEC"
    app.button_group(key="concentration.level").set_value("PEC").run()
    assert "level" not in app.query_params


def test_address_reproduces_the_view(open_page: Open) -> None:
    address = {"level": "TEC", "region": "KZ-39", "complete": "50", "sort": "n", "q": "ауданы"}
    app = open_page("large", "concentration", lang="ru", **address)
    assert app.button_group(key="concentration.level").value == "TEC"
    assert app.selectbox(key="concentration.region").value == "KZ-39"
    assert app.text_input(key="concentration.q").value == "ауданы"
    assert {name: app.query_params[name] for name in address} == address
    assert not app.warning


def test_language_changes_and_filters_stay(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="ru", region="KZ-39")
    app.button_group(key="app.lang").set_value("kk").run()
    assert app.title[0].value == load_catalogue().translate("nav.concentration", "kk")
    assert (app.query_params["lang"], app.query_params["region"]) == ("kk", "KZ-39")
    assert app.selectbox(key="concentration.region").value == "KZ-39"


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("page", "name", "value"),
    [
        ("concentration", "level", "village"),
        ("concentration", "region", "KZ-00"),
        ("concentration", "as_of", "yesterday"),
        ("concentration", "complete", "fifty"),
        ("concentration", "complete", "٥٠"),
        ("concentration", "sort", "-password"),
        ("concentration", "p", "999999"),
        ("concentration", "view", "<script>alert(1)</script>"),
        ("commission", "commission", "no/such"),
        ("sources", "p", "-1"),
    ],
)
def test_bad_value_falls_back_with_a_notice(open_page: Open, page: str, name: str, value: str, language: str) -> None:
    address = {"view": "issues"} if page == "sources" else {}
    app = open_page("large", page, lang=language, **(address | {name: value}))
    assert not app.exception
    assert app.query_params.get(name) != value
    assert name == "as_of" or name not in app.query_params
    notices = [warning.value for warning in app.warning]
    assert any(name in notice for notice in notices)
    assert not any("<script" in notice.replace("\\<", "") for notice in notices)


def test_bad_language_falls_back_with_a_notice(open_page: Open) -> None:
    app = open_page("small", "overview", lang="xx")
    assert app.query_params["lang"] in LANGUAGES
    assert any("lang" in warning.value for warning in app.warning)


def test_bad_seat_falls_back_with_a_notice(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC, seat="nobody")
    assert not app.exception
    assert any("seat" in warning.value for warning in app.warning)


def test_district_of_another_region_gives_way(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="en", region="KZ-39", district="KZ-39-Мысал-00 ауданы")
    assert app.selectbox(key="concentration.district").value == "KZ-39-Мысал-00 ауданы"
    app.selectbox(key="concentration.region").select("KZ-10").run()
    assert app.selectbox(key="concentration.district").value == ""
    assert "district" not in app.query_params


def test_links_keep_language_and_day(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="kk", as_of="2019-06-09")
    links = [link.proto.query_string for link in app.get("page_link")]
    assert links
    assert all("lang=kk" in link and "as_of=2019-06-09" in link for link in links)


def test_retired_id_leads_to_the_one_in_use(open_page: Open, tmp_path) -> None:  # type: ignore[no-untyped-def]
    from tests.pages import factory

    world = factory.World()
    act = factory.add_document(world, "a.docx", decided_on=factory.FORMED, simulated=True)
    commission = factory.add_commission(world, "PEC", 5)
    seat = factory.add_seat(world, act, commission, 0)
    factory.add_metrics(world, commission["commission_id"], factory.FORMED, [seat])
    world.add("redirects", old_id="pec-five", new_id=commission["commission_id"], reason="moved")
    path = world.write(tmp_path / "moved.duckdb", meta=factory.make_meta("moved", simulated=True))
    app = open_page(path, "commission", lang="en", commission="pec-five")
    assert app.query_params["commission"] == commission["commission_id"]
    assert app.header[0].value.replace("\\", "") == "Precinct election commission No. 5"
