"""Files say what they are, and run nothing in a spreadsheet."""

import csv
import io
from datetime import date
from pathlib import Path

import openpyxl
import pandas as pd
import pytest

from models.language import load_catalogue
from models.store import open_store
from pages._ui.downloads import neutralise, write_csv, write_note, write_xlsx
from pages._ui.page import Page


@pytest.fixture
def page(databases: dict[str, Path], request: pytest.FixtureRequest) -> Page:
    return Page("concentration", "kk", load_catalogue(), open_store(databases[request.param]), None)


@pytest.mark.parametrize("text", ["=1+1", "+7", "-cmd", "@SUM(A1)", "\t=1", "\r=1"])
def test_formulas_are_neutralised(text: str) -> None:
    assert neutralise(text) == f"'{text}"


@pytest.mark.parametrize("value", [-0.5, 7, None, date(2019, 1, 1), "№ 5 мектеп"])
def test_other_values_stay(value: object) -> None:
    assert neutralise(value) == value


FRAME = pd.DataFrame({"Атауы": ["=HYPERLINK()", "Үлгі"], "Үлесі": [0.8, None], "Күні": [date(2019, 1, 2), None]})


@pytest.mark.parametrize("page", ["small"], indirect=True)
def test_csv_of_simulated_data_says_so_in_every_row(page: Page) -> None:
    text = write_csv(page, FRAME, {"Өңір": "=Абай"}).decode("utf-8-sig")
    head, *body = list(csv.reader(io.StringIO(text)))
    assert head[:3] == list(FRAME.columns), "programs read the first line as headings"
    mark = page.t("simulated.mark")
    assert [row[-1] for row in body] == [mark, mark]
    assert body[0][:3] == ["'=HYPERLINK()", "0.8", "2019-01-02"]
    assert body[1][1] == ""


@pytest.mark.parametrize("page", ["large"], indirect=True)
def test_csv_of_published_data_carries_no_mark(page: Page) -> None:
    text, note = (write(page, FRAME, {}).decode("utf-8-sig") for write in (write_csv, write_note))
    assert page.t("simulated.mark") not in text + note
    assert page.t("download.published") in note


@pytest.mark.parametrize("page", ["small"], indirect=True)
def test_note_beside_a_csv_says_what_it_is(page: Page) -> None:
    lines = write_note(page, FRAME, {"Өңір": "=Абай"}).decode("utf-8-sig").splitlines()
    assert "Өңір: '=Абай" in lines
    assert f"{page.t('download.build')}: {page.store.build_id}" in lines
    assert f"{page.t('download.rows')}: 2" in lines
    assert any(page.t("simulated.mark") in line for line in lines)


@pytest.mark.parametrize("page", ["small"], indirect=True)
def test_workbook_has_rows_and_a_sheet_about_itself(page: Page) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(page, FRAME, {"Өңір": "Абай"})))
    rows, about = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert rows[0][:3] == ("Атауы", "Үлесі", "Күні")
    assert rows[1][0] == "'=HYPERLINK()"
    assert rows[1][1] == pytest.approx(0.8)
    assert ("Өңір", "Абай") in about
    assert any(page.t("simulated.mark") in line for line in about)
