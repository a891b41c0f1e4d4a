from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from etl.records import Issue, SideCar
from etl.sidecar import load_side_cars


def write(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def load(root: Path, text: str | bytes, path: str = "a.docx") -> tuple[SideCar, list[Issue]]:
    write(root, f"{path}.meta.yml", text)
    return load_side_cars(root, Path(path))


def test_no_side_car_says_nothing(tmp_path: Path) -> None:
    assert load_side_cars(tmp_path, Path("a/b.docx")) == (SideCar(), [])


def test_every_key(tmp_path: Path) -> None:
    side_car, issues = load(
        tmp_path,
        """
        source_url: https://mas.example/шешім?id=5
        retrieved_on: 2024-02-01
        publisher: Әулиекөл аудандық мәслихаты
        region_id: KZ-39
        district: Әулиекөл ауданы
        level: PEC
        as_of: "2024-01-19"
        language: kk
        is_simulated: true
        columns:
          Т.А.Ә.: name
          Кім ұсынды: nominator
        """,
    )
    assert issues == []
    assert side_car == SideCar(
        source_url="https://mas.example/шешім?id=5",
        retrieved_on=dt.date(2024, 2, 1),
        publisher="Әулиекөл аудандық мәслихаты",
        region_id="KZ-39",
        district="Әулиекөл ауданы",
        level="PEC",
        as_of=dt.date(2024, 1, 19),
        language="kk",
        is_simulated=True,
        columns=(("Т.А.Ә.", "name"), ("Кім ұсынды", "nominator")),
    )


def test_the_nearer_wins_key_by_key(tmp_path: Path) -> None:
    write(tmp_path, "folder.meta.yml", "publisher: түбір\nregion_id: KZ-10\ndistrict: түбір\nlevel: TEC\nlanguage: ru")
    write(tmp_path, "2024/folder.meta.yml", "publisher: жыл\nregion_id: KZ-39\ndistrict: жыл\nlevel: PEC")
    write(tmp_path, "2024/kk/folder.meta.yml", "publisher: тіл\ndistrict: тіл")
    write(tmp_path, "2024/kk/шешім.meta.yml", "publisher: аты\nas_of: 2024-01-01")
    write(tmp_path, "2024/kk/шешім.docx.meta.yml", "as_of: 2024-02-02")
    side_car, issues = load_side_cars(tmp_path, Path("2024/kk/шешім.docx"))
    assert issues == []
    assert side_car == SideCar(
        publisher="аты", district="тіл", region_id="KZ-39", level="PEC", language="ru", as_of=dt.date(2024, 2, 2)
    )


def test_side_cars_of_other_documents_and_folders_do_not_count(tmp_path: Path) -> None:
    write(tmp_path, "b.docx.meta.yml", "publisher: басқа")
    write(tmp_path, "2023/folder.meta.yml", "publisher: басқа")
    write(tmp_path.parent, "folder.meta.yml", "publisher: сырттағы")
    try:
        assert load_side_cars(tmp_path, Path("2024/a.docx")) == (SideCar(), [])
    finally:
        (tmp_path.parent / "folder.meta.yml").unlink()


def test_columns_are_merged_heading_by_heading(tmp_path: Path) -> None:
    write(tmp_path, "folder.meta.yml", "columns: {Аты: given_name, Рөлі: role}")
    side_car, _ = load(tmp_path, "columns: {Аты: name}")
    assert dict(side_car.columns) == {"Аты": "name", "Рөлі": "role"}


def test_absolute_paths_and_a_document_without_ending(tmp_path: Path) -> None:
    write(tmp_path, "folder.meta.yml", "language: kk")
    write(tmp_path, "тізім.meta.yml", "level: PEC")
    assert load_side_cars(tmp_path, tmp_path / "тізім")[0] == SideCar(language="kk", level="PEC")


def test_a_document_called_folder_does_not_read_the_defaults_twice(tmp_path: Path) -> None:
    write(tmp_path, "folder.meta.yml", "jazyk: kk")
    assert len(load_side_cars(tmp_path, Path("folder.docx"))[1]) == 1


@pytest.mark.parametrize(
    ("text", "key", "value"),
    [
        ("retrieved_on: 19.01.2024", "retrieved_on", "19.01.2024"),
        ("as_of: '2024-02-30'", "as_of", "2024-02-30"),
        ("as_of: 2024", "as_of", "2024"),
        ("region_id: Қостанай", "region_id", "Қостанай"),
        ("region_id: 39", "region_id", "39"),
        ("level: УИК", "level", "УИК"),
        ("language: en", "language", "en"),
        ("is_simulated: 'yes'", "is_simulated", "yes"),
        ("district: [а, б]", "district", "['а', 'б']"),
        ("district: {а: б}", "district", "{'а': 'б'}"),
        ("source_url: javascript:alert(1)", "source_url", "javascript:alert(1)"),
        ("columns: Аты", "columns", "Аты"),
    ],
)
def test_a_bad_value_is_an_issue_and_the_rest_counts(tmp_path: Path, text: str, key: str, value: str) -> None:
    side_car, [issue] = load(tmp_path, f"{text}\npublisher: мәслихат")
    assert side_car == SideCar(publisher="мәслихат")
    assert issue.code == "side_car_bad_value"
    for part in ("a.docx.meta.yml", f"«{key}»", f"«{value}»"):
        assert part in issue.message
    assert issue.text == value


def test_columns_that_are_partly_wrong_count_in_part(tmp_path: Path) -> None:
    side_car, [issue] = load(tmp_path, "columns: {Аты: name, Жасы: [1]}")
    assert side_car.columns == (("Аты", "name"),)
    assert issue.code == "side_car_bad_value"


def test_an_unknown_key_is_an_issue_that_lists_the_known(tmp_path: Path) -> None:
    side_car, [issue] = load(tmp_path, "aimaq: Қостанай\nlanguage: kk")
    assert side_car == SideCar(language="kk")
    assert issue.code == "side_car_unknown_key"
    assert "«aimaq»" in issue.message
    assert "region_id" in issue.message


def test_an_empty_value_says_nothing(tmp_path: Path) -> None:
    write(tmp_path, "folder.meta.yml", "district: Әулиекөл ауданы")
    assert load(tmp_path, "district:\n") == (SideCar(district="Әулиекөл ауданы"), [])


@pytest.mark.parametrize("text", ["a: [", "- a\n- b", "жай сөз", b"\xff\xfe\xff", "!!python/object/apply:os.getcwd []"])
def test_a_broken_side_car_is_an_issue(tmp_path: Path, text: str | bytes) -> None:
    write(tmp_path, "folder.meta.yml", "language: kk")
    side_car, [issue] = load(tmp_path, text)
    assert side_car == SideCar(language="kk")
    assert issue.code == "side_car_broken"
    assert "a.docx.meta.yml" in issue.message


def test_an_empty_side_car_and_one_with_a_mark_of_byte_order(tmp_path: Path) -> None:
    assert load(tmp_path, "# тек түсініктеме\n") == (SideCar(), [])
    assert load(tmp_path, "\ufefflanguage: kk") == (SideCar(language="kk"), [])


def test_a_changed_side_car_is_read_anew(tmp_path: Path) -> None:
    assert load(tmp_path, "language: kk")[0].language == "kk"
    assert load(tmp_path, "language: ru")[0].language == "ru"
