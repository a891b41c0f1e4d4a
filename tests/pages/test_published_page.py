"""The Published page: every figure with its source and words, ours beside it, and invented data never unmarked."""

import re

import pytest

from models.language import LANGUAGES, load_catalogue
from models.published import COMMISSIONS_READ, load_figures
from pages._ui.published import list_topics
from tests.pages import factory
from tests.pages.conftest import Open, read_texts
from tests.pages.test_pages import LATIN, PROPER

CATALOGUE = load_catalogue()
FIGURES = load_figures()
COMPARED = [figure for figure in FIGURES if figure.comparable_metric]


def test_every_topic_and_country_has_words() -> None:
    assert {topic for topic in list_topics() if not CATALOGUE.has(f"published.topic.{topic}")} == set()
    countries = {figure.scope_id[:2] for figure in FIGURES}
    assert {code for code in countries if not CATALOGUE.has(f"published.country.{code}")} == set()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("topic", list_topics())
def test_topic_shows_every_figure_with_its_source_and_caveat(open_page: Open, topic: str, language: str) -> None:
    app = open_page("small", "published", lang=language, topic=topic)
    assert not app.exception
    shown = " ".join(read_texts(app)).replace("\\", "")
    for figure in FIGURES:
        if figure.topic == topic:
            assert figure.text(language) in shown
            assert figure.source_name in shown
            assert (figure.caveat(language) or "") in shown
            assert figure.source_url is None or f"<{figure.source_url}>" in shown


@pytest.mark.parametrize("language", ["kk", "ru"])
@pytest.mark.parametrize("topic", ["compared", "commissions", "views"])
def test_page_speaks_one_language_beside_titles_of_sources(open_page: Open, topic: str, language: str) -> None:
    app = open_page("small", "published", lang=language, topic=topic)
    left = set()
    for text in read_texts(app):
        own = re.sub(r"<https?://[^>]*>", "", text.replace("\\", ""))
        # Titles of sources and the statements themselves are texts of the data, not of the page.
        for figure in FIGURES:
            for words in (figure.source_name, figure.text(language), figure.caveat(language) or "\0"):
                own = own.replace(words, "")
        left |= set(LATIN.findall(PROPER.sub("", own))) - {"small"}
    assert left - {"Baytaq", "COVID"} == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_invented_data_are_never_beside_published_ones_unmarked(open_page: Open, language: str) -> None:
    app = open_page("small", "published", lang=language, own="day")
    assert CATALOGUE.translate("published.simulated", language) in [warning.value for warning in app.warning]
    read = CATALOGUE.translate("published.read", language)
    invented = CATALOGUE.translate("published.invented", language)
    cells = [cell for cell in app.table[0].value[read] if cell != "–"]
    assert cells
    assert all(invented in cell for cell in cells)


def test_read_commissions_stand_beside_the_published_number(open_page: Open) -> None:
    app = open_page("large", "published", lang="en", as_of=factory.LATEST.isoformat())
    table = app.table[0].value
    row = table[(table["Published"] == "10,223") & (table["Level"] == "PEC")].iloc[0]
    # 60 districts of which each has its share of 24,000 seats at seven a commission, less two other commissions.
    assert row["Commissions we have read"] == f"{60 * (round(24_000 / 60 / 7) - 2):,}"
    assert row["Day of ours"] == "19 March 2023"
    assert not app.warning


def test_every_comparable_figure_is_shown_once(open_page: Open) -> None:
    app = open_page("large", "published", lang="en")
    counts = sum(1 for figure in COMPARED if figure.comparable_metric == COMMISSIONS_READ)
    assert len(app.table[0].value) == counts
    shown = " ".join(markdown.value for markdown in app.markdown).replace("\\", "")
    for figure in COMPARED:
        assert (figure.text("en") in shown) == (figure.comparable_metric != COMMISSIONS_READ)


def test_empty_database_still_shows_what_others_published(open_page: Open) -> None:
    app = open_page("empty", "published", lang="ru")
    assert not app.exception
    assert CATALOGUE.translate("published.no_day", "ru") in [info.value for info in app.info]
    assert len(app.table[0].value) > 0
