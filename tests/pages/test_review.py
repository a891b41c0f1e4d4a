"""Editors: nobody sees or changes anything unsigned; a verdict is a line of the ledger, undoing it another line."""

import inspect
import json
import re
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from etl.corrections import read_corrections
from etl.resolve.ledger import Judgement, append_judgement, read_ledger
from etl.resolve.organisations import compare
from etl.resolve.organisations.candidates import REVIEW_FROM
from models import sql
from models.editors import ENVIRONMENT, hash_password
from models.language import load_catalogue
from pages._ui.review.difference import compare_words
from pages._ui.review.organisations import write_code
from tests.pages import factory
from tests.pages.conftest import Open

PASSWORD = "ұзын құпиясөз"  # noqa: S105 - of a test


@pytest.fixture
def database(tmp_path: Path) -> Path:
    """Two pairs: one of one commission's two terms, which moves figures, and one inside a term, which moves none."""
    path = factory.make_small(tmp_path / "small.duckdb")
    with duckdb.connect(str(path)) as connection:
        seats = connection.execute(
            "SELECT commission_id, min(seat_id), max(seat_id) FROM core_seats GROUP BY 1 HAVING count(*) > 1 ORDER BY 1"
        ).fetchall()
        _, first, second = seats[0]
        connection.execute(
            "UPDATE core_seats SET valid_from = valid_from - INTERVAL 4 YEAR WHERE seat_id = $first", {"first": first}
        )
        for pair, left, right, score in (("c-still", seats[1][1], seats[1][2], 0.5), ("c-moves", first, second, 0.7)):
            connection.execute(
                "INSERT INTO core_candidates (pair_id, left_seat_id, right_seat_id, score, model, evidence, status) "
                "VALUES ($pair, $left, $right, $score, '1', '{\"surname\": \"exact\"}', 'review')",
                {"pair": pair, "left": left, "right": right, "score": score},
            )
        sql.run_all(connection)
    return path


@pytest.fixture
def editors(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "editors.yml"
    path.write_text(
        f'sign_in: password\npassword_hash: "{hash_password(PASSWORD)}"\neditors: [{{name: Редактор Үлгі}}]\n'
        "ledger: ledger.jsonl\ncorrections: corrections.csv\n",
        encoding="utf-8",
    )
    monkeypatch.setenv(ENVIRONMENT, str(path))
    return path


def _texts(app: AppTest) -> str:
    return " ".join(str(e.value) for kind in ("markdown", "caption", "code", "info", "error") for e in app.get(kind))


def _sign_in(app: AppTest, password: str = PASSWORD) -> AppTest:
    app.text_input[0].set_value(password)
    return next(button for button in app.button if "review.password" in str(button.key)).click().run()


def _press(app: AppTest, key: str) -> AppTest:
    return app.button(key=key).click().run()


def test_without_editors_there_is_no_page(open_page: Open, database: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    app = open_page(database, "overview", lang="en")
    assert not app.exception
    assert "Review" not in " ".join(str(link.proto.label) for link in app.get("page_link"))
    assert "This site is read-only" in _texts(open_page(database, "review", lang="en"))


def test_unsigned_readers_see_no_pair_and_wrong_words_open_nothing(
    open_page: Open, database: Path, editors: Path
) -> None:
    app = open_page(database, "review", lang="en")
    assert not app.exception
    assert "Sign in to decide" in _texts(app)
    assert "review.same" not in {button.key for button in app.button}
    app = _sign_in(app, "something else")
    assert "The password is wrong" in _texts(app)
    assert "review.same" not in {button.key for button in app.button}


def test_verdicts_are_lines_the_most_telling_pair_comes_first_and_undo_is_a_line(
    open_page: Open, database: Path, editors: Path
) -> None:
    ledger = editors.parent / "ledger.jsonl"
    app = _sign_in(open_page(database, "review", lang="en"))
    assert not app.exception
    assert any(area.key == "review.why.c-moves" for area in app.text_input)
    app = _press(app, "review.same")
    assert "without a reason" in _texts(app)
    assert not ledger.exists()
    app.text_input(key="review.why.c-moves").set_value("әкесінің аты бірдей")
    app = _press(app, "review.same")
    (line,) = [json.loads(text) for text in ledger.read_text(encoding="utf-8").splitlines()]
    assert (line["verdict"], line["by"], line["why"]) == ("same", "Редактор Үлгі", "әкесінің аты бірдей")
    assert any(area.key == "review.why.c-still" for area in app.text_input)  # the next one
    app = _press(app, "review.undo")
    assert not app.exception
    assert len(ledger.read_text(encoding="utf-8").splitlines()) == 2
    assert read_ledger(ledger).standing() == []
    assert any(area.key == "review.why.c-moves" for area in app.text_input)  # it waits again


def test_a_value_is_corrected_by_a_line_with_reason_and_source(open_page: Open, database: Path, editors: Path) -> None:
    with duckdb.connect(str(database), read_only=True) as connection:
        ((seat, surname),) = connection.execute("SELECT seat_id, surname FROM core_seats LIMIT 1").fetchall()
    app = _sign_in(open_page(database, "review", lang="ru", section="values", seat=seat))
    assert not app.exception
    fields = {field.label: field for field in app.text_input}
    assert fields["Сейчас"].value == surname
    fields["Новое значение"].set_value("Мысалбаев")
    fields["Обоснование (обязательно)"].set_value("опечатка в решении")
    fields["Чем подтверждается (адрес или документ)"].set_value("https://example.org/popravka")
    app = next(button for button in app.button if button.label == "Исправить").click().run()
    assert not app.exception
    (line,) = read_corrections(editors.parent / "corrections.csv")
    assert (line.row_id, line.column, line.old_value, line.new_value) == (seat, "surname", surname, "Мысалбаев")
    assert line.made_by == "Редактор Үлгі"


@pytest.fixture
def employers(database: Path) -> Path:
    """Two pairs of employers and a register: the first pair sits in one commission, the second in none together."""
    with duckdb.connect(str(database)) as connection:
        seats = connection.execute(
            "SELECT list(seat_id ORDER BY seat_id) FROM core_seats WHERE valid_from IS NOT NULL "
            "GROUP BY commission_id, valid_from ORDER BY count(*) DESC, commission_id LIMIT 2"
        ).fetchall()
        (together,), (elsewhere,) = seats
        connection.execute("UPDATE core_seats SET employer_id = NULL, employer_sector = 'unknown'")
        for seat, org, text in (
            (together[0], "o-1", "КГУ «Школа-лицей № 12»"),
            (together[1], "o-2", "«№ 12 ЖББМ» КММ"),
            (together[2], "o-3", "«Өрнек» ЖШС"),
            (elsewhere[0], "o-4", "«Өрнек» жауапкершілігі шектеулі серіктестігі"),
        ):
            connection.execute(
                "UPDATE core_seats SET employer_id = $org, employer_as_printed = $text WHERE seat_id = $seat",
                {"org": org, "text": text, "seat": seat},
            )
            connection.execute(
                "INSERT INTO core_organisations (org_id, kind, name, type) VALUES ($org, 'employer', $text, 'school')",
                {"org": org, "text": text},
            )
        connection.execute(
            "INSERT INTO core_organisation_candidates VALUES "
            "('c-a', 'o-3', 'o-4', 0.9, 'one kind and one name', 'review'), "
            "('c-b', 'o-1', 'o-2', 0.45, 'one number, a school and a school of another kind', 'review'), "
            "('c-c', 'o-1', 'o-3', 0.45, 'one number, schools of other kinds', 'different')"
        )
        connection.execute(
            "INSERT INTO core_registers (entry_id, document_path, locator, name_as_printed, surname, given_name, party_id, "
            "tie, says, birth_year, likely) SELECT 'r-1', document_path, '{}', 'Мысалова Әйгерім', 'Мысалова', 'Әйгерім', "
            "'auyl', 'stated_member', 'branch_officer', 1980, $likely FROM core_documents LIMIT 1",
            {"likely": json.dumps([together[0]])},
        )
        sql.run_all(connection)
        known = connection.execute("SELECT count(*) FROM core_organisation_candidates").fetchone()
    assert known == (3,)
    return database


def test_organisations_are_judged_in_the_order_in_which_a_figure_would_change(
    open_page: Open, employers: Path, editors: Path
) -> None:
    app = _sign_in(open_page(employers, "review", lang="kk", section="organisations"))
    assert not app.exception
    # Three known workplaces, one seat each: joined, the largest is two of three instead of one of three.
    assert "0,33" in _texts(app)
    assert "мектеп және басқа түрдегі мектеп" in _texts(app)
    assert "ЖББМ" in _texts(app)
    app.text_input(key="review.why.c-b").set_value("лицейге айналды")
    app = _press(app, "review.same")
    assert not app.exception
    (line,) = read_ledger(editors.parent / "ledger.jsonl").standing()
    assert (line.pair, line.verdict) == (("o-1", "o-2"), "same")
    assert any(area.key == "review.why.c-a" for area in app.text_input)
    assert "Бір ұйым" in _texts(app)  # the last judgement, in the words of this queue
    app = _press(app, "review.undo")
    assert read_ledger(editors.parent / "ledger.jsonl").standing() == []
    assert any(area.key == "review.why.c-b" for area in app.text_input)


def test_an_entry_of_a_register_is_judged_beside_its_statement(open_page: Open, employers: Path, editors: Path) -> None:
    app = _sign_in(open_page(employers, "review", lang="ru", section="registers"))
    assert not app.exception
    assert "в руководстве филиала" in _texts(app)
    with duckdb.connect(str(employers), read_only=True) as connection:
        ((likely,),) = connection.execute("SELECT likely FROM core_registers").fetchall()
    (seat,) = json.loads(likely)
    app.text_input(key=f"review.why.r-1 {seat}").set_value("один год рождения")
    app = _press(app, "review.different")
    assert not app.exception
    (line,) = read_ledger(editors.parent / "ledger.jsonl").standing()
    assert (set(line.pair), line.verdict) == ({"r-1", seat}, "different")
    assert "Сейчас проверять нечего" in " ".join(str(element.value) for element in app.success)


def test_a_judgement_is_taken_back_only_where_it_was_made(open_page: Open, employers: Path, editors: Path) -> None:
    append_judgement(
        editors.parent / "ledger.jsonl",
        Judgement("o-1", "o-2", "same", "Редактор Үлгі", date(2026, 11, 20), "бір мектеп"),
    )
    app = _sign_in(open_page(employers, "review", lang="en"))
    assert "review.undo" not in {button.key for button in app.button}


def test_every_reason_that_can_put_a_pair_into_the_queue_has_words() -> None:
    reasons = {
        text
        for score, text in re.findall(r"(0\.\d+|1\.0)[^\n\"]*\"([a-z][^\"]+)\"", inspect.getsource(compare))
        if float(score) >= REVIEW_FROM
    }
    assert len(reasons) > 15
    catalogue = load_catalogue()
    assert {why for why in reasons if not catalogue.has(f"likeness.{write_code(why)}")} == set()


@pytest.mark.parametrize("configured", [True, False])
def test_the_source_of_a_value_leads_editors_to_its_correction(
    open_page: Open, employers: Path, editors: Path, monkeypatch: pytest.MonkeyPatch, *, configured: bool
) -> None:
    if not configured:
        monkeypatch.delenv(ENVIRONMENT)
    with duckdb.connect(str(employers), read_only=True) as connection:
        ((seat, commission),) = connection.execute(
            "SELECT seat_id, commission_id FROM core_seats WHERE employer_id = 'o-1'"
        ).fetchall()
    app = open_page(employers, "commission", lang="en", commission=commission, seat=seat)
    links = [link.proto for link in app.get("page_link") if link.proto.label == "Correct a value"]
    assert len(links) == configured
    assert [parse_qs(link.query_string)["seat"] for link in links] == [[seat]] * configured


def test_masked_sites_offer_nothing_to_review(
    open_page: Open, database: Path, editors: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COMMISSIONS_MASK", "1")
    app = _sign_in(open_page(database, "review", lang="en"))
    assert "Nothing can be reviewed" in _texts(app)
    assert "review.same" not in {button.key for button in app.button}


@pytest.mark.parametrize(
    ("left", "right", "states"),
    [
        (["Үлгібеков", "Ерлан", "Серікұлы"], ["Улгибеков", "Ерлан", "Серикович"], ["spelling", "same", "spelling"]),
        (["Мысалова", "А.", ""], ["Мысалова", "Айгүл", "Ержанқызы"], ["same", "initial"]),
        (["Мысалова", "Айгүл", ""], ["Образцова", "Айгүл", ""], ["different", "same"]),
    ],
)
def test_names_are_compared_word_by_word(left: list[str], right: list[str], states: list[str]) -> None:
    assert [word.state for word in compare_words(left, right)[0]] == states
