"""What leaves a page as a file: it says what it is, which build it comes from, and runs nothing in a spreadsheet."""

import csv
import io
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

import pandas as pd
import streamlit as st
from openpyxl import Workbook

from pages._ui.page import Page

_RISKY = ("=", "+", "-", "@", "\t", "\r")


def neutralise(value: object) -> object:
    """Make a text harmless that a spreadsheet would run as a formula; numbers and days stay as they are.

    Args:
        value: content of a cell.
    """
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def _clean(value: object) -> object:
    if value is None or value is pd.NaT or (isinstance(value, float) and value != value):
        return None
    return neutralise(value.isoformat() if isinstance(value, date) else value)


def describe(page: Page, filters: Mapping[str, str]) -> list[tuple[str, str]]:
    """List what a file says about itself: product, page, filters, build, and whether the data are invented.

    Args:
        page: the page being drawn.
        filters: name of a filter -> its value, both in words.
    """
    lines = [
        (page.t("download.product"), page.t("product.name")),
        (page.t("download.page"), page.t(f"nav.{page.name}")),
        *filters.items(),
        (page.t("download.build"), page.store.build_id),
        (page.t("download.data"), page.t("simulated.mark" if page.store.is_simulated else "download.published")),
    ]
    return [(str(neutralise(name)), str(neutralise(value))) for name, value in lines]


def write_csv(page: Page, frame: pd.DataFrame, filters: Mapping[str, str]) -> bytes:
    """Write rows as CSV, the headings first; opens in a spreadsheet with Kazakh letters intact.

    What the file is stands in its name and in `write_note`: programs read the first line as headings.

    Args:
        page: the page being drawn.
        frame: rows, headings in words.
        filters: name of a filter -> its value, both in words.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([neutralise(name) for name in _headings(page, frame)])
    writer.writerows(_rows(page, frame))
    return out.getvalue().encode("utf-8-sig")


def write_note(page: Page, frame: pd.DataFrame, filters: Mapping[str, str]) -> bytes:
    """Write what a file is: product, page, filters, build, kind of data, number of rows.

    Args:
        page: the page being drawn.
        frame: rows, headings in words.
        filters: name of a filter -> its value, both in words.
    """
    lines = [*describe(page, filters), (page.t("download.rows"), page.number(len(frame)))]
    return "".join(f"{name}: {value}\n" for name, value in lines).encode("utf-8-sig")


def write_xlsx(page: Page, frame: pd.DataFrame, filters: Mapping[str, str]) -> bytes:
    """Write rows as a workbook: one sheet of rows, one that says what they are.

    Args:
        page: the page being drawn.
        frame: rows, headings in words.
        filters: name of a filter -> its value, both in words.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(page.t(f"nav.{page.name}")[:31])
    sheet.append([neutralise(name) for name in _headings(page, frame)])
    for row in _rows(page, frame):
        sheet.append(row)
    about = book.create_sheet(page.t("download.about")[:31])
    for line in describe(page, filters):
        about.append(line)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _headings(page: Page, frame: pd.DataFrame) -> list[str]:
    marked = [page.t("download.data")] if page.store.is_simulated else []
    return [*map(str, frame.columns), *marked]


def _rows(page: Page, frame: pd.DataFrame) -> list[Sequence[object]]:
    # The mark stands in every row: lines on top are the first thing to be cut off.
    marked = [page.t("simulated.mark")] if page.store.is_simulated else []
    return [[*map(_clean, row), *marked] for row in frame.itertuples(index=False, name=None)]


def _make(
    write: Callable[[Page, pd.DataFrame, Mapping[str, str]], bytes],
    page: Page,
    make_rows: Callable[[], pd.DataFrame],
    filters: Mapping[str, str],
) -> bytes:
    return write(page, make_rows(), filters)


def offer_download(page: Page, make_rows: Callable[[], pd.DataFrame], filters: Mapping[str, str], *, name: str) -> None:
    """Offer rows as CSV and as a workbook; the files are made when asked for.

    Args:
        page: the page being drawn.
        make_rows: makes the rows, headings in words.
        filters: name of a filter -> its value, both in words.
        name: begin of the file's name.
    """
    mark = "-simulated" if page.store.is_simulated else ""
    # Twelve letters of the build would cut its own ending off.
    mask = "-masked" if page.store.is_masked else ""
    with st.container(horizontal=True):
        for ending, write, mime in (
            ("csv", write_csv, "text/csv"),
            ("txt", write_note, "text/plain"),
            ("xlsx", write_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
        ):
            st.download_button(
                page.t("download.note" if ending == "txt" else f"download.{ending}"),
                data=partial(_make, write, page, make_rows, filters),
                file_name=f"{name}-{page.store.build_id[:12]}{mask}{mark}.{ending}",
                mime=mime,
                key=f"{page.name}.{name}.{ending}",
                on_click="ignore",
                icon=":material/download:",
            )
