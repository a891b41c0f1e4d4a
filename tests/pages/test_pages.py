"""Every page opens in every language over an empty, a small and a large database, and speaks one language only."""

import re

import pytest

from models.language import LANGUAGES, load_catalogue
from tests.pages.conftest import SIZES, Open, read_texts

PAGES = ("overview", "concentration", "commission", "sources", "method")
SMALL_PEC = "PEC:KZ-39:Сынақ ауданы:7"
LARGE_PEC = "PEC:KZ-39:Мысал-00 ауданы:7"

LATIN = re.compile(r"[A-Za-z]{3,}")
PROPER = re.compile(
    r"python -m etl[^`]*|\S+\.(docx|csv|duckdb|json)|datapackage\.json|https?://\S+|`[^`]*`"
    r"|\b(AMANAT|ADAL|Respublica|SHA|CSV|Excel|Parquet|PDF|Word|DOCX|RTF|XLSX|XLS|DOC|JPG|PNG|OpenDocument|Eng|VIII)\b"
    r"|:material/\w+:|\d+-V?I+|\b[0-9a-f]{16}\b|(small|large|empty)(-1)?|[a-z]+(_[a-z]+)+|#? ?SYS-1"
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
    left = {text: LATIN.findall(PROPER.sub("", text)) for text in read_texts(app)}
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
    assert "PEC No. 7" in texts
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


def test_finding_under_review_stays_out(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC)
    assert not any("DUP" in text for text in read_texts(app))


def test_words_of_breach_never_appear(open_page: Open) -> None:
    app = open_page("small", "commission", lang="en", commission=SMALL_PEC)
    texts = " ".join(read_texts(app)).lower()
    for word in ("violated", "satellite", "captured", "loyal"):
        assert word not in texts
    assert "appears not to match art. 19(9) (unofficial edition of 2026" in texts.replace("\\", "")
