"""The corrections file names line and value where it does not fit, and is only ever added to."""

from dataclasses import replace
from pathlib import Path

import pytest

from etl.corrections import Correction, CorrectionsError, append_correction, read_corrections

LINE = Correction(
    "c-1", "seats", "s-0123456789abcdef", "surname", "Мысалов", "Мысалова", "қате басылған", "https://example.org/shesim",
    "accepted", "Редактор", "2026-11-20",
)  # fmt: skip


def test_lines_are_added_and_the_last_of_an_id_counts(tmp_path: Path) -> None:
    path = tmp_path / "түзетулер" / "corrections.csv"
    append_correction(path, LINE)
    append_correction(path, replace(LINE, correction_id="c-2", column="role", old_value="member", new_value="chair"))
    before = path.read_bytes()
    append_correction(path, replace(LINE, status="withdrawn", reason="дұрыс\nбасылған екен"))
    assert path.read_bytes().startswith(before)
    first, second = read_corrections(path)
    assert (first.status, first.reason) == ("withdrawn", "дұрыс басылған екен")
    assert (second.correction_id, second.new_value) == ("c-2", "chair")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"column": "name_as_printed"}, "seats.name_as_printed cannot be corrected"),
        ({"table": "metrics", "column": "value"}, "metrics.value cannot be corrected"),
        ({"column": "role", "new_value": "boss"}, "'boss' does not fit seats.role"),
        ({"column": "birth_year", "new_value": "сорок"}, "'сорок' does not fit seats.birth_year"),
        ({"new_value": "=Мысалова"}, "'=Мысалова' does not fit seats.surname"),
        ({"new_value": "Мысалова2"}, "'Мысалова2' does not fit seats.surname"),
        ({"made_on": "20261120"}, "'20261120' is no day"),
        ({"status": "maybe"}, "status 'maybe'"),
        ({"made_on": "20.11.2026"}, "'20.11.2026' is no day"),
        ({"reason": " "}, "reason is empty"),
        ({"reason": "звонили на +7 701 123 45 67"}, "reason holds private data"),
    ],
)
def test_a_line_that_does_not_fit_is_refused_and_nothing_written(
    change: dict[str, str], said: str, tmp_path: Path
) -> None:
    path = tmp_path / "corrections.csv"
    with pytest.raises(CorrectionsError) as problem:
        append_correction(path, replace(LINE, **change))
    assert said in str(problem.value)
    assert not path.exists()


def test_reading_names_the_line(tmp_path: Path) -> None:
    path = tmp_path / "corrections.csv"
    append_correction(path, LINE)
    path.write_text(path.read_text(encoding="utf-8") + path.read_text(encoding="utf-8").splitlines()[1].replace(
        "accepted", "принято"
    ) + "\n", encoding="utf-8")  # fmt: skip
    with pytest.raises(CorrectionsError, match=r"line 3: status 'принято'"):
        read_corrections(path)
    path.write_text("table,row_id\nseats,s-1\n", encoding="utf-8")
    with pytest.raises(CorrectionsError, match=r"line 1: columns correction_id"):
        read_corrections(path)
