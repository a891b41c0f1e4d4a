"""The table of printed name forms, every line by hand from grammar (tests/fixtures/name_forms.psv)."""

from __future__ import annotations

from pathlib import Path

import pytest

from etl.normalise.names import parse_name

TABLE = Path(__file__).parents[2] / "fixtures" / "name_forms.psv"


def read_forms() -> list[list[str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()[1:]
    return [line.replace("\\n", "\n").split("|") for line in lines if line and not line.startswith("#")]


def test_table_is_large() -> None:
    assert len(read_forms()) >= 250


@pytest.mark.parametrize("form", read_forms(), ids=lambda form: f"{form[0]!r}-{form[2]}")
def test_printed_form_goes_back_to_the_nominative(form: list[str]) -> None:
    printed, language, case, surname, given_name, patronymic, _ = form
    parsed = parse_name(printed, language=language or None, case=case or None)
    assert parsed is not None
    expected = (surname or None, given_name or None, patronymic or None)
    assert (parsed.surname, parsed.given_name, parsed.patronymic) == expected
    assert parsed.printed == printed
