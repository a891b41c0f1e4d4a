"""Nobody may change anything unless the owner says who; a bad file names key and place, never a secret."""

from pathlib import Path

import pytest

from models.editors import ENVIRONMENT, Attempts, EditorsError, hash_password, read_editors

PASSWORD = "құпия сөз 2026"  # noqa: S105 - of a test
PLAIN = """sign_in: password
password_hash: "{hash}"
editors: [{{name: Редактор Үлгі}}]
ledger: ledger.jsonl
corrections: corrections.csv
"""


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "editors.yml"
    path.write_text(PLAIN.format(hash=hash_password(PASSWORD)), encoding="utf-8")
    monkeypatch.setenv(ENVIRONMENT, str(path))
    return path


def test_without_a_file_nobody_may_change_anything(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(ENVIRONMENT, raising=False)
    assert read_editors() is None


def test_the_right_password_names_the_editor_and_paths_stand_beside_the_file(file: Path) -> None:
    editors = read_editors()
    assert editors is not None
    assert editors.ledger == file.parent / "ledger.jsonl"
    found = editors.check_password(PASSWORD)
    assert found is not None
    assert found.name == "Редактор Үлгі"
    assert editors.check_password(PASSWORD + " ") is None
    assert editors.check_password("") is None
    assert PASSWORD not in file.read_text(encoding="utf-8")


def test_an_address_counts_only_where_the_provider_has_checked_it(file: Path) -> None:
    file.write_text(
        "sign_in: openid\neditors:\n- {name: Бір, email: bir@example.org}\n- {name: Екі, email: Eki@Example.org}\n"
        "ledger: l.jsonl\ncorrections: c.csv\n",
        encoding="utf-8",
    )
    editors = read_editors()
    assert editors is not None
    second = editors.find_email("eki@example.org", verified=True)
    assert second is not None
    assert second.name == "Екі"
    assert editors.find_email("eki@example.org", verified=False) is None
    assert editors.find_email("ush@example.org", verified=True) is None
    assert editors.check_password("") is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sign_in: password\n", "editors: Field required"),
        (PLAIN.format(hash="my-secret-words"), "password_hash: Value error, no argon2id hash"),
        (PLAIN.format(hash=""), "needs password_hash"),
        (PLAIN.replace("password\n", "openid\n", 1).format(hash=""), "needs the email of every editor"),
        (PLAIN.format(hash="") + "role: owner\n", "role: Extra inputs"),
        ("- a\n", "holds no keys"),
        ("a: [", "is no YAML text"),
    ],
)
def test_a_bad_file_is_refused_and_tells_no_secret(file: Path, text: str, said: str) -> None:
    file.write_text(text, encoding="utf-8")
    with pytest.raises(EditorsError) as problem:
        read_editors()
    assert said in str(problem.value)
    assert "my-secret-words" not in str(problem.value)


def test_a_missing_file_locks_rather_than_opens(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(ENVIRONMENT, str(tmp_path / "жоқ.yml"))
    with pytest.raises(EditorsError, match="жоқ.yml cannot be read"):
        read_editors()


def test_short_passwords_get_no_hash() -> None:
    with pytest.raises(EditorsError, match="twelve"):
        hash_password("қысқа")


def test_guessing_costs_more_and_more_time() -> None:
    now = 0.0
    attempts = Attempts(lambda: now)
    for _ in range(5):
        attempts.fail()
    assert attempts.seconds_left() == 0
    attempts.fail()
    assert attempts.seconds_left() == 2
    attempts.fail()
    assert attempts.seconds_left() == 4
    now = 3.5
    assert attempts.seconds_left() == 0.5
    for _ in range(40):
        attempts.fail()
    assert attempts.seconds_left() == 900
    attempts.succeed()
    assert attempts.seconds_left() == 0
