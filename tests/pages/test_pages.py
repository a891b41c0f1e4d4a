"""Every page opens in every language over an empty, a small and a large database, and speaks one language only."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from models.language import LANGUAGES, load_catalogue
from tests.pages import factory
from tests.pages.conftest import ROOT, SIZES, Open, read_texts

PAGES = ("overview", "concentration", "regions", "commission", "published", "sources", "method")
SMALL_PEC = "PEC:KZ-39:Сынақ ауданы:7"
LARGE_PEC = "PEC:KZ-39:Мысал-00 ауданы:7"

LATIN = re.compile(r"[A-Za-z]{3,}")
PROPER = re.compile(
    r"python -m etl[^`]*|\S+\.(docx|csv|duckdb|json)|datapackage\.json|https?://\S+|`[^`]*`"
    r"|\b(AMANAT|ADAL|Respublica|SHA|CSV|Excel|Parquet|PDF|Word|DOCX|RTF|XLSX|XLS|DOC|JPG|PNG|OpenDocument|Eng|VIII)\b"
    r"|:material/\w+:|:[a-z]+-badge|\d+-V?I+|\b[0-9a-f]{16}\b|(small|large|empty)(-1)?|[a-z]+(_[a-z]+)+|#? ?SYS-1"
)
"""What is the same in every language: commands, file names, names of parties and formats, ids of tables."""


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("database", SIZES)
@pytest.mark.parametrize("name", PAGES)
def test_page_opens(open_page: Open, name: str, database: str, language: str) -> None:
    app = open_page(database, name, lang=language)
    assert not app.exception
    assert [title.value for title in app.title] == [load_catalogue().translate(f"nav.{name}", language)]
    banner = load_catalogue().translate("simulated.banner", language)
    assert (banner in [error.value for error in app.error]) == (database == "small")


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("overview", {}),
        ("concentration", {}),
        ("concentration", {"view": "distribution"}),
        ("concentration", {"view": "nominators"}),
        ("concentration", {"view": "employers"}),
        ("regions", {}),
        ("regions", {"level": "all", "region": "KZ-39"}),
        ("regions", {"region": "KZ-39", "district": "KZ-39-Сынақ ауданы"}),
        ("commission", {"commission": SMALL_PEC, "seat": f"d:quram.docx/{SMALL_PEC}/0"}),
        ("sources", {}),
        ("sources", {"view": "coverage"}),
        ("sources", {"view": "undated"}),
        ("method", {}),
        ("method", {"view": "ties"}),
        ("method", {"view": "words"}),
        ("method", {"view": "law"}),
    ],
)
def test_page_speaks_one_language(open_page: Open, name: str, address: dict[str, str], language: str) -> None:
    app = open_page("small", name, lang=language, **address)
    assert not app.exception
    # Addresses of links are no words.
    texts = [text for text in read_texts(app) if "?lang=" not in text]
    left = {text: LATIN.findall(PROPER.sub("", text)) for text in texts}
    assert {text: words for text, words in left.items() if words} == {}


@pytest.mark.parametrize("view", ["table", "distribution", "nominators", "employers"])
@pytest.mark.parametrize("level", ["TEC", "DEC", "PEC"])
def test_concentration_shows_every_level_and_view(open_page: Open, level: str, view: str) -> None:
    app = open_page("large", "concentration", lang="kk", level=level, view=view)
    assert not app.exception
    assert app.get("plotly_chart") or view == "table"


def test_level_without_commissions_is_said(open_page: Open) -> None:
    app = open_page("small", "concentration", lang="ru", level="DEC")
    assert not app.exception
    assert "не прочитано" in app.warning[0].value


def test_filters_without_result_are_said(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="en", q="нет такого места")
    assert app.info[-1].value == load_catalogue().translate("empty.filtered", "en")


def test_profile_shows_people_measures_and_source(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC, seat=f"d:quram.docx/{SMALL_PEC}/3")
    texts = " ".join(read_texts(app))
    # Four of five share the school, the fifth is a pensioner: both are known employers' blocs of the document.
    assert "Precinct election commission No. 7" in texts.replace("\\", "")
    assert "№ 5 ЖББМ, мұғалім" in texts
    assert "table 1, row 5" in texts  # the fourth person stands in row 5
    assert "18/103-VIII" in texts
    assert "quram.docx" in texts


def test_profile_of_unknown_people_says_unknown(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission="PEC:KZ-39:Сынақ ауданы:8")
    texts = read_texts(app)
    assert any("Not known for any of 5 seats" in text for text in texts)
    assert not any("independent" in text.lower() for text in texts if "not independence" not in text)


def test_profile_without_composition_on_the_day_lists_days(open_page: Open) -> None:
    app = open_page("large", "commission", lang="en", commission=LARGE_PEC, as_of="1999-01-01")
    assert not app.exception
    assert any("1999" in warning.value for warning in app.warning)


def test_profile_on_a_day_before_the_commission_says_so_and_lists_its_days(open_page: Open, tmp_path: Path) -> None:
    world = factory.World()
    for number, day in ((1, factory.FORMED), (2, factory.REFORMED)):
        act = factory.add_document(world, f"{number}.docx", decided_on=day, simulated=False)
        commission = factory.add_commission(world, "PEC", number)
        factory.add_metrics(world, commission["commission_id"], day, [factory.add_seat(world, act, commission, 0)])
    path = world.write(tmp_path / "two.duckdb", meta=factory.make_meta("two", simulated=False))
    late = "PEC:KZ-39:Сынақ ауданы:2"
    app = open_page(path, "commission", lang="kk", commission=late, as_of=factory.FORMED.isoformat())
    assert any("12.01.2023" in warning.value for warning in app.warning)
    assert app.query_params["as_of"] == factory.FORMED.isoformat()
    # Without a day in the address the commission's own latest day is shown.
    app = open_page(path, "commission", lang="kk", commission=late)
    assert not app.warning


def test_finding_under_review_stays_out(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC)
    assert not any("DUP" in text for text in read_texts(app))


def test_words_of_breach_never_appear(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC)
    texts = " ".join(read_texts(app)).lower()
    for word in ("violated", "satellite", "captured", "loyal"):
        assert word not in texts
    assert "appears not to match art. 19(9) (unofficial edition of 2026" in texts.replace("\\", "")


def test_every_figure_has_words_numbers_and_the_mark(open_page: Open) -> None:
    catalogue = load_catalogue()
    for name, address in (
        ("overview", {}),
        ("concentration", {"view": "distribution"}),
        ("concentration", {"view": "nominators"}),
        ("concentration", {"view": "employers"}),
        ("regions", {}),
        ("commission", {"commission": SMALL_PEC}),
    ):
        app = open_page("small", name, lang="ru", **address)
        figures = app.get("plotly_chart")
        assert figures
        for figure in figures:
            spec = json.loads(figure.proto.spec)
            marks = [note["text"] for note in spec["layout"]["annotations"] if note.get("name") == "simulated"]
            assert [mark.replace("<br>", " ") for mark in marks] == [catalogue.translate("simulated.mark", "ru")]
            assert len(figure.proto.alt) > 30
        twins = [box for box in app.expander if box.label == catalogue.translate("chart.as_table", "ru")]
        assert len(twins) == len(figures)
        assert all(box.get("table") for box in twins)


def test_figures_of_published_data_carry_no_mark(open_page: Open) -> None:
    app = open_page("large", "concentration", lang="ru", view="distribution")
    spec = json.loads(app.get("plotly_chart")[0].proto.spec)
    assert not spec["layout"].get("annotations")


@pytest.mark.parametrize("language", LANGUAGES)
def test_missing_database_says_how_to_load(open_page: Open, tmp_path: Path, language: str) -> None:
    for name in PAGES:
        app = open_page(tmp_path / "none.duckdb", name, lang=language)
        assert not app.exception
        assert "none" in app.error[0].value
        assert any("python -m etl build" in code.value for code in app.code)


def test_database_of_another_version_is_said(open_page: Open, tmp_path: Path) -> None:
    path = tmp_path / "old.duckdb"
    duckdb.connect(str(path)).close()
    app = open_page(path, "overview", lang="en")
    assert not app.exception
    assert "another version" in app.error[0].value


def test_new_build_is_noticed_by_an_open_page(open_page: Open, tmp_path: Path) -> None:
    path = factory.make_small(tmp_path / "live.duckdb")
    app = open_page(path, "concentration", lang="en")
    assert not app.warning
    factory.make_empty(path, build_id="empty-2")
    app.run()
    assert app.warning[0].value == load_catalogue().translate("empty.nothing", "en")


def test_pages_hold_no_sql_and_are_short() -> None:
    for path in (ROOT / "pages").rglob("*.py"):
        text = path.read_text(encoding="utf-8")
        assert not re.search(r"\bSELECT\b|unsafe_allow_html|import duckdb", text, re.MULTILINE), path
        if path.parent.name == "pages":
            assert text.count("\n") <= 150, path


def test_failing_page_is_polite(open_page: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("құпия жол /etc/shadow")

    app = open_page("small", "sources", lang="en")
    monkeypatch.setattr("pages._ui.data.run_query", fail)
    monkeypatch.setenv("COMMISSIONS_DB", str(factory.make_small(tmp_path / "fresh.duckdb")))
    app.run()
    assert [error.value for error in app.error][-1] == load_catalogue().translate("error.unexpected", "en")
    assert not any("shadow" in text for text in read_texts(app))
