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
from pages._ui.downloads import neutralise, write_csv, write_xlsx
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
    rows = list(csv.reader(io.StringIO(text)))
    head = [row[0] for row in rows if row[0].startswith("# ")]
    assert "# Өңір: '=Абай" in head
    assert any(page.store.build_id in line for line in head)
    body = rows[len(head) + 1 :]
    mark = page.t("simulated.mark")
    assert [row[-1] for row in body] == [mark, mark]
    assert body[0][:3] == ["'=HYPERLINK()", "0.8", "2019-01-02"]
    assert body[1][1] == ""


@pytest.mark.parametrize("page", ["large"], indirect=True)
def test_csv_of_published_data_carries_no_mark(page: Page) -> None:
    text = write_csv(page, FRAME, {}).decode("utf-8-sig")
    assert page.t("simulated.mark") not in text
    assert page.t("download.published") in text


@pytest.mark.parametrize("page", ["small"], indirect=True)
def test_workbook_has_rows_and_a_sheet_about_itself(page: Page) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(page, FRAME, {"Өңір": "Абай"})))
    rows, about = (list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets)
    assert rows[0][:3] == ("Атауы", "Үлесі", "Күні")
    assert rows[1][0] == "'=HYPERLINK()"
    assert rows[1][1] == pytest.approx(0.8)
    assert ("Өңір", "Абай") in about
    assert any(page.t("simulated.mark") in line for line in about)
