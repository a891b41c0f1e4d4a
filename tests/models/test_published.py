"""Published figures: the files as they are, and our figures beside them."""

import csv
import datetime as dt
import re
from collections import Counter

import pandas as pd
import pytest
import yaml

from models.language.catalogue import DIRECTORY as CATALOGUE
from models.published import (
    COMMISSIONS_READ,
    DIRECTORY,
    NEAR,
    Figure,
    PublishedError,
    comparable,
    load_disagreements,
    load_figures,
)
from models.queries import run_query
from models.reference import load_pack
from models.store import open_store
from tests.pages import factory

ROW = {
    "figure_id": "uralsk-2019-teachers", "topic": "composition", "kind": "computed", "value": "0.6253",
    "qualifier": "exact", "unit": "share", "numerator": "696", "denominator": "1113", "scope_kind": "district",
    "scope_id": "KZ-27/Орал қаласы", "level": "PEC", "date": "2019-04-24", "election_id": "presidential-2019",
    "text_kk": "Мұғалімдер", "text_ru": "Учителя", "text_en": "Teachers", "source_name": "Газет", "source_url": "",
    "caveat_kk": "", "caveat_ru": "", "caveat_en": "", "disagreement": "", "comparable_metric": "school_teacher_share",
    "comparable_level": "PEC", "comparable_tiers": "", "verified": "true",
}  # fmt: skip
ELECTION = dt.date(2019, 6, 9)


def make_figure(**changes):
    return Figure.model_validate(ROW | changes)


def make_rows(*rows):
    """Aggregates: school teachers in precinct commissions of one city, as far as not told otherwise."""
    base = {
        "scope": "district", "scope_id": "KZ-27/Орал қаласы", "level": "PEC", "as_of": ELECTION,
        "metric": "school_teacher_share", "tiers": "", "value": 0.6, "lower": 0.5, "upper": 0.7, "ci_low": None,
        "ci_high": None, "commissions_read": 100, "commissions_expected": None,
    }  # fmt: skip
    return pd.DataFrame([base | row for row in rows] or [base])


FIGURES = load_figures()


@pytest.fixture(params=FIGURES, ids=lambda figure: figure.figure_id)
def figure(request):
    return request.param


def list_numbers(text):
    """Numbers of a text, whatever the language writes between thousands and before decimals."""
    joined = re.sub("\\b[1-9]\\d{0,2}(?:[\u00a0,]\\d{3})+(?!\\d)", lambda m: re.sub("[\u00a0,]", "", m[0]), text)
    return Counter(re.sub(",", ".", number) for number in re.findall(r"\d+(?:[.,]\d+)?", joined))


def test_every_language_says_the_same_numbers(figure):
    texts = [list_numbers(figure.text(language)) for language in ("kk", "ru", "en")]
    assert texts[0] == texts[1] == texts[2]
    if figure.caveat("en"):
        caveats = [list_numbers(figure.caveat(language)) for language in ("kk", "ru", "en")]
        assert caveats[0] == caveats[1] == caveats[2]


def test_the_value_stands_in_the_statement(figure):
    if figure.value is None or figure.unit != "share" or figure.kind == "opinion":
        return
    words = ("half", "half", "two thirds")
    shown = [float(number) for number in list_numbers(figure.text_en)]
    parts = figure.numerator is not None and {figure.numerator, figure.denominator} <= set(shown)
    per_cent = any(abs(number / 100 - figure.value) < 0.006 for number in shown)
    assert parts or per_cent or any(word in figure.text_en for word in words)


def test_languages_are_themselves(figure):
    assert set("әғқңөұүһі") & set(figure.text_kk.lower())
    assert not set("әғқңөұүһ") & set(re.sub(r"«[^»]*»|Жетісу|Ұлытау|Ақсуат", "", figure.text_ru).lower())
    assert not re.search("[а-я]", re.sub(r"«[^»]*»", "", figure.text_en).lower())


def test_place_and_election_are_in_the_pack(figure):
    pack = load_pack()
    if figure.election_id:
        assert figure.election_id in {election.election_id for election in pack.elections}
    if not figure.scope_id.startswith("KZ"):
        assert figure.topic == "other_countries"
        return
    region, _, district = figure.scope_id.partition("/")
    assert region == "KZ" or region in pack.region_by_id
    if district:
        homes = {d.names.kk: d.region_on(None) for d in pack.districts}
        assert homes[district] == region


def test_figures_of_an_election_are_of_its_time(figure):
    elections = {election.election_id: election.date for election in load_pack().elections}
    day = elections.get(figure.election_id)
    if day and figure.span:
        assert figure.span[0] - dt.timedelta(days=150) <= day <= figure.span[1] + dt.timedelta(days=150)


def test_comparable_metric_exists(figure):
    if figure.comparable_metric in (None, COMMISSIONS_READ):
        return
    texts = yaml.safe_load((CATALOGUE / "measures.yml").read_text(encoding="utf-8"))
    family = re.sub("_(amanat|akzhol|npk|auyl|osdp)$", "", figure.comparable_metric)
    assert f"metric.{family}.name" in texts


def test_sources_are_those_of_the_publishers(figure):
    for text in (figure.source_name, figure.source_url or ""):
        assert not re.search(r"seed|/work|shared|S\d:\d", text)


def test_known_figures():
    by_id = {figure.figure_id: figure for figure in FIGURES}
    amanat = by_id["odihr-2023-amanat-several"]
    assert (amanat.numerator, amanat.denominator) == (43, 121)
    assert amanat.value == pytest.approx(43 / 121, abs=1e-4)
    assert (amanat.comparable_metric, amanat.comparable_level, amanat.comparable_tiers) == (
        "multi_tied_amanat",
        "TEC",
        "1",
    )
    assert by_id["atyrau-slot-use"].value == pytest.approx(1306 / (6 * 270), abs=1e-4)
    assert by_id["odihr-2023-public-sector-amanat"].kind == "opinion"
    regional = [f.value for key, f in by_id.items() if key.startswith("prosecutor-2023-members-kz-")]
    assert sum(regional) == by_id["prosecutor-2023-members"].value == 18
    assert all(f.comparable_metric is None for f in FIGURES if f.topic in ("other_countries", "views"))


def test_disagreements_are_all_there_and_used():
    known = load_disagreements()
    assert list(known) == [f"D{number}" for number in range(1, 10)]
    used = {figure.disagreement for figure in FIGURES} - {None}
    # D5 is about candidates and D6 about parties: no figure of commissions rests on them.
    assert set(known) - used == {"D5", "D6"}
    for row in known.values():
        assert list_numbers(row.text_kk) == list_numbers(row.text_ru) == list_numbers(row.text_en)


def test_nearest_day_of_the_same_area_and_level():
    rows = make_rows(
        {"as_of": dt.date(2019, 1, 20), "value": 0.1},
        {"value": 0.61},
        {"as_of": dt.date(2021, 1, 10), "value": 0.2},
        {"level": "TEC", "as_of": dt.date(2019, 4, 24), "value": 0.3},
        {"scope_id": "KZ-27/Бөрлі ауданы", "as_of": dt.date(2019, 4, 24), "value": 0.4},
        {"metric": "women_share", "as_of": dt.date(2019, 4, 24), "value": 0.5},
    )
    found = comparable(make_figure(), rows, is_simulated=False)
    assert (found.value, found.as_of) == (0.61, ELECTION)
    assert found.days_apart == (ELECTION - dt.date(2019, 4, 24)).days
    assert (found.published, found.lower, found.upper, found.within_bounds) == (0.6253, 0.5, 0.7, True)
    assert (found.commissions_read, found.commissions_expected) == (100, None)


def test_equally_near_days_give_the_earlier():
    rows = make_rows({"as_of": dt.date(2019, 4, 25), "value": 0.2}, {"as_of": dt.date(2019, 4, 23), "value": 0.1})
    assert comparable(make_figure(), rows, is_simulated=False).value == 0.1


def test_simulated_data_is_marked_and_proves_nothing():
    found = comparable(make_figure(), make_rows(), is_simulated=True)
    assert (found.is_simulated, found.within_bounds, found.value) == (True, None, 0.6)
    with pytest.raises(TypeError):
        comparable(make_figure(), make_rows())


def test_tiers_are_not_mixed():
    figure = make_figure(comparable_metric="multi_tied_amanat", comparable_tiers="1")
    both = make_rows({"metric": "multi_tied_amanat", "tiers": "1,2"})
    assert comparable(figure, both, is_simulated=False) is None
    one = make_rows(
        {"metric": "multi_tied_amanat", "tiers": "1,2"}, {"metric": "multi_tied_amanat", "tiers": "1", "value": 0.3}
    )
    assert comparable(figure, one, is_simulated=False).value == 0.3


@pytest.mark.parametrize(
    ("qualifier", "value", "lower", "upper", "expected"),
    [
        ("exact", "0.6253", 0.62, 0.63, True),
        ("exact", "0.6253", 0.64, 0.9, False),
        ("over", "0.6667", 0.1, 0.7, True),
        ("over", "0.6667", 0.1, 0.6, False),
        ("under", "0.08", 0.05, 0.9, True),
        ("under", "0.08", 0.1, 0.9, False),
        ("about", "0.6667", 0.70, 0.8, True),
        ("about", "0.6667", 0.75, 0.8, False),
        ("exact", "0.6253", None, None, None),
    ],
)
def test_what_the_bounds_allow(qualifier, value, lower, upper, expected):
    figure = make_figure(qualifier=qualifier, value=value, numerator="", denominator="")
    found = comparable(figure, make_rows({"lower": lower, "upper": upper}), is_simulated=False)
    assert found.within_bounds is expected


def test_days_too_far_apart_are_not_put_together():
    far = make_rows({"as_of": dt.date(2019, 4, 24) + dt.timedelta(days=NEAR + 1)})
    assert comparable(make_figure(), far, is_simulated=False) is None
    near = make_rows({"as_of": dt.date(2019, 4, 24) + dt.timedelta(days=NEAR)})
    assert comparable(make_figure(), near, is_simulated=False).days_apart == NEAR


def test_month_and_year_are_spans():
    month = make_figure(date="2019-06")
    assert month.span == (dt.date(2019, 6, 1), dt.date(2019, 6, 30))
    assert make_figure(date="2019").span == (dt.date(2019, 1, 1), dt.date(2019, 12, 31))
    assert make_figure(date="2024-02").span[1] == dt.date(2024, 2, 29)
    assert comparable(month, make_rows(), is_simulated=False).days_apart == 0


def test_figure_without_a_date_needs_a_day():
    figure = make_figure(date="")
    assert comparable(figure, make_rows(), is_simulated=False) is None
    found = comparable(figure, make_rows(), is_simulated=False, on=ELECTION)
    assert (found.as_of, found.days_apart) == (ELECTION, None)


def test_number_of_commissions_read():
    figure = make_figure(
        kind="count", value="123", unit="stations", numerator="", denominator="", comparable_metric=COMMISSIONS_READ
    )
    found = comparable(figure, make_rows({"metric": "completeness_role"}), is_simulated=False)
    assert (found.published, found.value, found.lower, found.within_bounds) == (123, 100, None, None)


def test_count_is_compared_as_a_share():
    figure = make_figure(kind="count", value="1000", unit="members", numerator="1000", denominator="1113")
    assert comparable(figure, make_rows(), is_simulated=False).published == pytest.approx(1000 / 1113)


def test_nothing_to_compare_with():
    plain = make_figure(comparable_metric="", comparable_level="")
    assert comparable(plain, make_rows(), is_simulated=False) is None
    assert comparable(make_figure(), make_rows({"value": None}), is_simulated=False) is None
    assert comparable(make_figure(), make_rows().iloc[:0], is_simulated=False) is None


def test_question_asks_for_every_metric_compared(tmp_path):
    metrics = {(f.comparable_metric, f.comparable_tiers) for f in FIGURES if f.comparable_metric} - {
        (COMMISSIONS_READ, "")
    }
    world = factory.World()
    for number, (metric, tiers) in enumerate(sorted(metrics | {("completeness_role", ""), ("nominator_hhi", "")})):
        world.add(
            "aggregates", scope="country", scope_id="KZ", level="TEC", as_of=ELECTION, metric=metric, tiers=tiers,
            value=number / 10, commissions_read=number,
        )  # fmt: skip
    store = open_store(world.write(tmp_path / "a.duckdb", meta=factory.make_meta("b-1", simulated=True)))
    rows = run_query(store, "published_aggregates")
    assert set(zip(rows["metric"], rows["tiers"], strict=True)) == metrics | {("completeness_role", "")}
    figure = make_figure(scope_kind="country", scope_id="KZ", comparable_level="TEC", comparable_metric="women_share")
    assert comparable(figure, rows, is_simulated=store.is_simulated).is_simulated


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"value": "1.2", "numerator": "", "denominator": ""}, "value: .*|a share lies between 0 and 1, not 1.2"),
        ({"value": "0.5"}, "696.0 / 1113.0 is 0.6253, not 0.5"),
        ({"denominator": ""}, "numerator and denominator stand together"),
        ({"value": "", "unit": "", "qualifier": ""}, "a computed needs a value"),
        ({"unit": ""}, "a value needs a unit and a qualifier"),
        ({"text_kk": ""}, "line 2, text_kk"),
        ({"caveat_ru": "Только посещённые"}, "a caveat stands in all three languages or in none"),
        ({"date": "April 2019"}, "line 2, date"),
        ({"kind": "guess"}, "line 2, kind"),
        ({"level": "УИК"}, "line 2, level"),
        ({"verified": "perhaps"}, "line 2, verified"),
        ({"source_url": "www.example.org"}, "an address begins with http, not 'www.example.org'"),
        ({"comparable_level": ""}, "a comparison needs a metric and a level"),
        ({"comparable_tiers": "1"}, "tiers belong to metrics of ties"),
        ({"scope_kind": "abroad"}, "nothing to compare with"),
        ({"disagreement": "D99"}, "no disagreement is called 'D99'"),
        ({"note": "x"}, "line 2, note: Extra inputs are not permitted"),
    ],
)
def test_rows_that_do_not_fit_are_named(tmp_path, changes, message):
    write_files(tmp_path, [ROW | changes])
    with pytest.raises(PublishedError, match=message):
        load_figures(tmp_path)


def write_files(folder, rows):
    (folder / "disagreements.csv").write_text("disagreement,text_kk,text_ru,text_en\nD1,ә,а,a\n", encoding="utf-8")
    with (folder / "composition.csv").open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, fieldnames=list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def test_an_id_occurs_once(tmp_path):
    write_files(tmp_path, [ROW, ROW])
    with pytest.raises(PublishedError, match="the id 'uralsk-2019-teachers' occurs twice"):
        load_figures(tmp_path)


def test_missing_folder(tmp_path):
    with pytest.raises(PublishedError, match="disagreements.csv cannot be read: No such file"):
        load_figures(tmp_path / "none")


def test_header_is_the_same_everywhere():
    headers = {
        path.name: path.read_text(encoding="utf-8").split("\n", 1)[0]
        for path in DIRECTORY.glob("*.csv")
        if path.name != "disagreements.csv"
    }
    assert set(headers.values()) == {",".join(Figure.model_fields)}
    assert all(figure.topic == name for name, rows in read_topics().items() for figure in rows)


def read_topics():
    ids = {figure.figure_id: figure for figure in FIGURES}
    found = {}
    for path in DIRECTORY.glob("*.csv"):
        if path.name != "disagreements.csv":
            with path.open(encoding="utf-8", newline="") as handle:
                found[path.stem] = [ids[row["figure_id"]] for row in csv.DictReader(handle)]
    return found
