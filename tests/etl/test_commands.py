"""What the commands say when a call cannot be carried out: one clear line, at once."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.cli import main
from etl.load import check_place
from etl.read import read_document


def last_line(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().err.splitlines()[-1]


@pytest.mark.parametrize("verb", [["export", "--db", "жоқ.duckdb"], ["demo"]])
def test_a_file_where_a_folder_is_wanted(verb: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "файл").write_text("менікі", encoding="utf-8")
    assert main([*verb, "--out", str(tmp_path / "файл")]) == 1
    assert last_line(capsys) == f"{verb[0]}: --out {tmp_path / 'файл'} is a file; a folder is wanted"
    assert (tmp_path / "файл").read_text("utf-8") == "менікі"


@pytest.mark.parametrize("workers", ["x", "0", "-1", "1.5", "٣", ""])
def test_a_number_of_workers_that_is_none(workers: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["build", "--source", "a", "--db", "b", f"--workers={workers}"])
    assert ended.value.code == 2
    assert last_line(capsys).endswith(f"argument --workers: {workers!r} is not a number of workers: 1, 2, 3 …")


def test_a_place_for_the_database_is_looked_at_first(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "файл").write_text("", encoding="utf-8")
    (tmp_path / "құжаттар").mkdir()
    call = ["build", "--source", str(tmp_path / "құжаттар"), "--archive", str(tmp_path / "archive"), "--db"]
    assert main([*call, str(tmp_path / "файл" / "a.duckdb")]) == 1
    assert last_line(capsys).startswith(f"build: cannot write a database in {tmp_path / 'файл'}: ")
    assert main([*call, str(tmp_path)]) == 1
    assert last_line(capsys) == f"build: cannot write a database at {tmp_path}: it is a folder"
    assert not (tmp_path / "archive").exists()


def test_a_missing_folder_of_the_database_is_made(tmp_path: Path) -> None:
    check_place(tmp_path / "а" / "ә" / "a.duckdb")
    assert (tmp_path / "а" / "ә").is_dir()
    assert list((tmp_path / "а" / "ә").iterdir()) == []


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.pdf", b"%PDF-1.4\nbroken", "its data are damaged"),
        ("a.png", b"\x89PNG\r\n\x1a\nbroken", "the picture is damaged or cut off"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le"), "its container is damaged"),
    ],
)
def test_a_broken_document_is_told_in_words(name: str, data: bytes, words: str) -> None:
    [issue] = read_document(name, data).issues
    assert issue.code == "unreadable_document"
    assert issue.message.endswith(f"document cannot be read: {words}")
