"""Editors: nobody sees or changes anything unsigned; a verdict is a line of the ledger, undoing it another line."""

import json
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from etl.corrections import read_corrections
from etl.resolve.ledger import read_ledger
from models import sql
from models.editors import ENVIRONMENT, hash_password
from pages._ui.review.difference import compare_words
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
