"""The command match: rows and columns as they were, score and same added."""

import csv
from pathlib import Path

import pytest

from etl.cli import main
from etl.errors import EtlError
from etl.resolve.match import match_file, match_pair


def _write(path: Path, text: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def _read(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def test_answers_are_added_and_everything_else_stays(tmp_path: Path) -> None:
    pairs = _write(
        tmp_path / "pairs.csv",
        'note,kind,a,b\r\n"first, ""one""",person,Ахметов Қайрат Серікұлы,Akhmetov K.S.\r\n'
        "=1+1,organisation,«№ 12 орта мектебі» КММ,Средняя школа № 12\r\n"
        "x,person,Ахметов Асан,Ахметов Хасан\r\n",
        "utf-8-sig",
    )
    report = match_file(pairs, tmp_path / "new" / "out.csv")
    rows = _read(tmp_path / "new" / "out.csv")
    assert rows[0] == ["note", "kind", "a", "b", "score", "same"]
    assert [row[:4] for row in rows[1:]] == [row[:4] for row in _read(pairs)[1:]]
    assert [row[5] for row in rows[1:]] == ["1", "1", "0"]
    assert all(0 <= float(row[4]) <= 1 for row in rows[1:])
    assert (report.pairs, report.same, report.unanswered) == (3, 2, 0)


def test_a_row_that_cannot_be_answered_keeps_its_place(tmp_path: Path, caplog) -> None:
    pairs = _write(tmp_path / "pairs.csv", "kind,a,b\nplace,А,Б\nperson,Ахметов\nPerson,Ахметов А.К.,А.К. Ахметов\n")
    report = match_file(pairs, tmp_path / "out.csv")
    assert [row[3:] for row in _read(tmp_path / "out.csv")[1:3]] == [["", ""], ["", ""]]
    assert _read(tmp_path / "out.csv")[3][4] == "1"
    assert report.unanswered == 2
    assert "line 2: kind is 'place'" in caplog.text and "line 3" in caplog.text


def test_answering_again_changes_nothing(tmp_path: Path) -> None:
    pairs = _write(tmp_path / "pairs.csv", "kind,a,b\nperson,Омаров Асан,Асан Омаров\n")
    match_file(pairs, tmp_path / "out.csv")
    first = (tmp_path / "out.csv").read_bytes()
    match_file(tmp_path / "out.csv", tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_bytes() == first


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"kind,a\nperson,x\n", "has no column b"), (b"", "has no column"), (b"kind,a,b\nperson,\xff,x\n", "UTF-8")],
)
def test_a_file_that_cannot_be_read_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_bytes(content)
    (tmp_path / "out.csv").write_text("before", encoding="utf-8")
    with pytest.raises(EtlError, match=said):
        match_file(pairs, tmp_path / "out.csv")
    assert (tmp_path / "out.csv").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.csv", "pairs.csv"]


def test_the_command_answers_and_fails_in_one_line(tmp_path: Path, capsys) -> None:
    pairs = _write(tmp_path / "pairs.csv", "kind,a,b\nperson,Омаров Асан,Асан Омаров\n")
    assert main(["match", "--pairs", str(pairs), "--out", str(tmp_path / "out.csv")]) == 0
    assert main(["match", "--pairs", str(tmp_path / "none.csv"), "--out", str(tmp_path / "out.csv")]) == 1
    assert capsys.readouterr().err.splitlines()[-1].endswith("none.csv does not exist")


def test_an_unknown_kind_has_no_answer() -> None:
    with pytest.raises(ValueError, match="place"):
        match_pair("place", "А", "Б")
