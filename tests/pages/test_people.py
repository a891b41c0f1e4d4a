"""Organisations, People and Network: opened in three languages, spoken in one, each number led back to its source."""

import json
import re
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from models.language import LANGUAGES, load_catalogue
from tests.pages import factory
from tests.pages.conftest import Open, read_texts
from tests.pages.test_pages import LATIN, PROPER, SMALL_PEC

PAGES = ("organisations", "people", "network")
PERSON = "p:d:quram.docx:0"
SEATS_OF_AMANAT = 2 + 1
"""Of six parties in turn the first nominates places 0 and 6 of the seven, and place 0 of the five."""

CATALOGUE = load_catalogue()


def t(key: str, **values: object) -> str:
    return CATALOGUE.translate(key, "en", **values)


def find_cells(app: AppTest) -> str:
    return " ".join(read_texts(app))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("database", ["empty", "small"])
@pytest.mark.parametrize("name", PAGES)
def test_page_opens(open_page: Open, name: str, database: str, language: str) -> None:
    app = open_page(database, name, lang=language)
    assert not app.exception
    assert [title.value for title in app.title] == [CATALOGUE.translate(f"nav.{name}", language)]
    banner = CATALOGUE.translate("simulated.banner", language)
    assert (banner in [error.value for error in app.error]) == (database == "small")
    said = CATALOGUE.translate("empty.nothing", language) in [warning.value for warning in app.warning]
    assert said == (database == "empty")


VIEWS = [
    ("organisations", {}),
    ("organisations", {"view": "association"}),
    ("organisations", {"view": "employer"}),
    ("organisations", {"org": "party:amanat"}),
    ("organisations", {"view": "employer", "org": "org:org:school"}),
    ("people", {}),
    ("people", {"q": "тестбаев"}),
    ("people", {"person": PERSON}),
    ("network", {}),
    ("network", {"node": "organisation:amanat"}),
    ("network", {"node": f"commission:{SMALL_PEC}", "to": "organisation:org:school", "hops": "3", "time": "ever"}),
]


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(("name", "address"), VIEWS)
def test_page_speaks_one_language(open_page: Open, name: str, address: dict[str, str], language: str) -> None:
    app = open_page("small", name, lang=language, **address)
    assert not app.exception
    left = {text: LATIN.findall(PROPER.sub("", text)) for text in read_texts(app)}
    assert {text: words for text, words in left.items() if words} == {}


@pytest.mark.parametrize(("name", "address"), VIEWS)
def test_figures_have_the_mark_and_words(open_page: Open, name: str, address: dict[str, str]) -> None:
    app = open_page("small", name, lang="ru", **address)
    for figure in app.get("plotly_chart"):
        notes = json.loads(figure.proto.spec)["layout"]["annotations"]
        assert [note for note in notes if note.get("name") == "simulated"]
        assert len(figure.proto.alt) > 30
        assert app.get("table") or app.get("dataframe")


@pytest.mark.parametrize("name", PAGES)
def test_day_can_be_chosen_and_stays_in_the_address(open_page: Open, name: str) -> None:
    app = open_page("large", name, lang="en", as_of=factory.ELECTION.isoformat())
    assert not app.exception
    assert app.query_params["as_of"] == factory.ELECTION.isoformat()
    assert any(box.label == t("as_of.label") for box in app.selectbox)


def test_party_is_counted_by_seats_and_posts(open_page: Open) -> None:
    app = open_page("small", "organisations", lang="en")
    frame = app.dataframe[0].value
    top = frame[frame["name"] == "Amanat"].iloc[0] if "Amanat" in set(frame["name"]) else frame.iloc[0]
    # Nur Otan, as it was called on the day: two chairs, and place 6 of the seven.
    assert (top["seats"], top["officers"], top["chairs"], top["commissions"]) == (str(SEATS_OF_AMANAT), "2", "2", "2")


def test_employer_leads_to_its_people_and_their_commission(open_page: Open) -> None:
    app = open_page("small", "organisations", lang="en", view="employer", org="org:org:school")
    assert [header.value for header in app.header] == ["№ 5 жалпы білім беретін мектеп"]
    seats = app.dataframe[-1].value
    assert len(seats) == 4
    assert set(seats["document"]) == {"quram.docx"}
    assert set(seats["commission"]) == {"PEC No. 7"}


def test_organisation_without_seats_on_the_day_says_so(open_page: Open, tmp_path: Path) -> None:
    world = factory.World()
    facts = {"nominator_kind": "party", "party_id": "amanat", "nominator_id": "amanat"}
    for number, day, more in ((1, factory.FORMED, facts), (2, factory.REFORMED, {})):
        act = factory.add_document(world, f"{number}.docx", decided_on=day, simulated=False)
        commission = factory.add_commission(world, "PEC", number)
        end = {"valid_to": factory.REFORMED} if number == 1 else {}
        seat = factory.add_seat(world, act, commission, 0, **more, **end)
        factory.add_metrics(world, commission["commission_id"], day, [seat])
    path = world.write(tmp_path / "gone.duckdb", meta=factory.make_meta("gone", simulated=False))
    app = open_page(path, "organisations", lang="en", org="party:amanat", as_of=factory.REFORMED.isoformat())
    assert t("organisations.no_seats", day="12 January 2023") in [info.value for info in app.info]


@pytest.mark.parametrize(
    ("name", "parameter"), [("organisations", "org"), ("people", "person"), ("network", "node"), ("network", "kinds")]
)
def test_value_without_meaning_is_answered_with_a_notice(open_page: Open, name: str, parameter: str) -> None:
    app = open_page("small", name, lang="en", **{parameter: "no:such:thing"})
    assert not app.exception
    assert any("no:such:thing" in warning.value.replace("\\", "") for warning in app.warning)
    assert parameter not in app.query_params


def test_nominated_is_never_worded_as_member(open_page: Open) -> None:
    for name, address in VIEWS:
        for text in read_texts(open_page("small", name, lang="en", **address)):
            assert not re.search(r"\bparty members?\b", text.lower())
            assert "member of" not in text.lower()


@pytest.mark.parametrize("typed", ["Тестбаев", "тестбаев ерлан", "Testbayev", "ТЕСТБАЙЕВ", "Erlan Test"])
def test_search_forgives_spelling_and_script(open_page: Open, typed: str) -> None:
    app = open_page("small", "people", lang="en", q=typed)
    # The first of every list bears the name, and in the TEC of seven no other does.
    assert list(app.dataframe[0].value["name"]) == ["Тестбаев Ерлан"] * 3


def test_page_says_how_far_mentions_are_joined(open_page: Open) -> None:
    # The people of the three lists are numbered alike: seven persons in 7 + 5 + 5 mentions.
    app = open_page("small", "people", lang="en", q="тестбаев")
    assert t("people.joined", mentions="17", people="7") in [info.value for info in app.info]


def make_namesakes(path: Path) -> Path:
    """Write one name in two precincts of one district and in another district, and a name that does not fit."""
    world = factory.World()
    act = factory.add_document(world, "namesakes.docx", decided_on=factory.FORMED, simulated=False)
    names = (
        (1, "Сынақ ауданы", "Ержанқызы", "p1"),
        (2, "Сынақ ауданы", None, "p2"),
        (3, "Сынақ ауданы", "Ерланқызы", "p3"),
        (4, "Басқа ауданы", "Ержанқызы", "p4"),
    )
    for number, district, father, person in names:
        commission = factory.add_commission(world, "PEC", number, district=district)
        seat = factory.add_seat(
            world, act, commission, 0, surname="Мысалова", given_name="Айгүл", patronymic=father, person_id=person
        )
        factory.add_metrics(world, commission["commission_id"], factory.FORMED, [seat])
    return world.write(path, meta=factory.make_meta("namesakes", simulated=False))


def test_other_mentions_are_those_that_fit_in_the_district(open_page: Open, tmp_path: Path) -> None:
    path = make_namesakes(tmp_path / "namesakes.duckdb")
    app = open_page(path, "people", lang="en", q="Мысалова")
    shown = app.dataframe[0].value
    assert dict(zip(shown["commission"], shown["others"], strict=True)) == {
        "PEC No. 1": "1",  # precinct 2, where no patronymic is printed
        "PEC No. 2": "2",  # both 1 and 3 fit a missing patronymic
        "PEC No. 3": "1",
        "PEC No. 4": "0",  # another district
    }
    assert t("people.not_joined", mentions="4", people="4") in [info.value for info in app.info]
    app = open_page(path, "people", lang="en", person="p1")
    assert t("people.others") in [header.value for header in app.subheader]
    assert list(app.dataframe[-1].value["commission"]) == ["PEC No. 2"]


def test_profile_shows_seat_events_and_source(open_page: Open, tmp_path: Path) -> None:
    world = factory.World()
    act = factory.add_document(world, "formed.docx", decided_on=factory.FORMED, simulated=False)
    later = factory.add_document(world, "left.docx", decided_on=date(2021, 5, 4), simulated=False)
    commission = factory.add_commission(world, "PEC", 7)
    seat = factory.add_seat(world, act, commission, 0, person_id="p1", valid_to=date(2021, 5, 4), role="chair")
    factory.add_metrics(world, commission["commission_id"], factory.FORMED, [seat])
    factory.add_seat(
        world, later, commission, 0, person_id="p2", action="released", valid_from=None, closes_seat_id=seat["seat_id"]
    )
    path = world.write(tmp_path / "events.duckdb", meta=factory.make_meta("events", simulated=False))
    app = open_page(path, "people", lang="en", person="p1")
    events = app.table[1].value
    assert list(events[t("column.event")]) == [t("action.elected"), t("action.released")]
    assert "04.05.2021" in find_cells(app) or "2021" in find_cells(app)
    assert "1. Тестбаев Ерлан" in [code.value for code in app.code]


def test_undated_person_has_no_span(open_page: Open, tmp_path: Path) -> None:
    world = factory.World()
    act = factory.add_document(world, "undated.docx", decided_on=None, simulated=False)
    commission = factory.add_commission(world, "PEC", 7)
    factory.add_seat(world, act, commission, 0, person_id="p1", valid_from=None)
    path = world.write(tmp_path / "undated.duckdb", meta=factory.make_meta("undated", simulated=False, latest=None))
    for name, address in (("people", {"person": "p1"}), ("organisations", {}), ("network", {})):
        app = open_page(path, name, lang="kk", **address)
        assert not app.exception
    app = open_page(path, "people", lang="en", person="p1")
    assert t("people.seats.undated") in [caption.value for caption in app.caption]


def test_network_is_limited_and_gives_reasons(open_page: Open) -> None:
    app = open_page("large", "network", lang="en", node="organisation:amanat")
    said = [caption.value for caption in app.caption]
    assert any(text.startswith("Nodes shown: 300.") for text in said)
    frame = app.dataframe[0].value
    reasons = {t(f"reason.{code}") for code in ("centre", "fits", "links", "officer", "recent", "order")}
    assert set(frame["reason"]) <= reasons
    assert frame["reason"].iloc[0] == t("reason.centre")


def test_kinds_of_links_narrow_the_network(open_page: Open) -> None:
    address = {"node": f"commission:{SMALL_PEC}", "kinds": "sits_in", "hops": "1"}
    app = open_page("small", "network", lang="en", **address)
    # Five people; place 3 onwards share their surnames with nobody of the precinct.
    assert len(app.dataframe[0].value) == 1 + 5
    assert set(app.dataframe[0].value["kind"]) == {t("node.commission"), t("node.person")}


def test_path_cites_every_hop(open_page: Open) -> None:
    app = open_page("small", "network", lang="en", node=f"commission:{SMALL_PEC}", to="organisation:org:school")
    hops = [text.value for text in app.markdown if "→" in text.value or "←" in text.value]
    # Commission <- person -> school, for each of three of the four who work there.
    assert len(hops) == 2 * 3
    cited = [caption.value.replace("\\", "") for caption in app.caption if "quram" in caption.value]
    assert len(cited) == len(hops)
    assert all("18/103-VIII" in text and "row" in text for text in cited)


def test_node_not_linked_on_the_day_is_said(open_page: Open) -> None:
    app = open_page("small", "network", lang="en", node="organisation:org:school", kinds="nominated_by")
    assert t("network.alone") in [info.value for info in app.info]
