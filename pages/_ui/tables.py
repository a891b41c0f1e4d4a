"""Tables that are sorted on the server, so that a click on a heading orders everything and the address remembers it."""

import math
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from pages._ui.page import Page, escape
from pages._ui.state import bind

PAGE_ROWS = 50
SHOWN_ROWS = 18


@dataclass(frozen=True)
class Column:
    """One column: where its cells come from and how they are written and ordered."""

    name: str
    title: str
    write: Callable[[dict[str, Any]], str]
    order: tuple[str, ...] = ()
    help: str = ""
    width: int | None = None
    pinned: bool = False


def show_plain_table(frame: pd.DataFrame, *, alt: str | None = None) -> None:
    """Show a small table whose cells are read as they are: Streamlit would run the Markdown of a document.

    Args:
        frame: the rows, headings and cells in words.
        alt: what the table holds.
    """
    st.table(frame.map(lambda cell: escape(cell) if isinstance(cell, str) else cell), hide_index=True, alt=alt)


def sort_rows(frame: pd.DataFrame, columns: Sequence[Column], wanted: str) -> pd.DataFrame:
    """Order rows by a column; a column with bounds by its lower bound downwards, by its upper upwards.

    A commission of which little is known must not lead a ranking by what is not known of it.

    Args:
        frame: the rows.
        columns: the table's columns.
        wanted: name of a column, with a minus for the greatest first.
    """
    falling, name = wanted.startswith("-"), wanted.removeprefix("-")
    column = next((c for c in columns if c.name == name), None)
    if column is None or frame.empty:
        return frame
    keys = list(column.order) or [column.name]
    if len(keys) == 3:  # value, lower, upper
        keys = [keys[1], keys[0]] if falling else [keys[2], keys[0]]
    return frame.sort_values(keys, ascending=not falling, na_position="last", kind="stable", key=_fold)


def _fold(values: pd.Series) -> pd.Series:
    return values.map(lambda v: v.casefold() if isinstance(v, str) else v) if values.dtype == object else values


def read_sort(page: Page, names: Collection[str], default: str) -> str:
    """Settle the order of a table from the address.

    Args:
        page: the page being drawn.
        names: names of the table's columns.
        default: order where the address names none.
    """

    def parse(text: str) -> str | None:
        return text if text.removeprefix("-") in names else None

    return bind("sort", f"{page.name}.sort", default, parse, str, page.report_bad_value)


@dataclass(frozen=True)
class Click:
    """What the reader did with a table: the row to open at once, or the row pointed at; index labels of the frame."""

    opened: Any = None
    pointed: Any = None


def show_table(page: Page, frame: pd.DataFrame, columns: Sequence[Column], *, key: str, alt: str, sort: str) -> Click:
    """Show one page of rows in order and tell what the reader clicked.

    A heading sorts. The button of the first column opens its row. Any other cell only points at its row, because
    the arrow keys move from cell to cell too and must not carry a reader away.

    Args:
        page: the page being drawn.
        frame: all rows.
        columns: the columns, the first being the row's name.
        key: key of the element.
        alt: what the table holds.
        sort: order, as `read_sort` gave it.
    """
    part = _choose_part(page, sort_rows(frame, columns, sort), key)
    rows = [{str(name): value for name, value in row.items()} for row in part.to_dict("records")]
    cells = pd.DataFrame({column.name: [column.write(row) for row in rows] for column in columns}, dtype=object)
    element = f"{page.name}.{key}.{sort}.{part.index[0] if len(part) else ''}.{len(part)}"
    event: Any = st.dataframe(  # type: ignore[call-overload]
        cells,
        height=min(len(cells), SHOWN_ROWS) * 35 + 38 if len(cells) else "auto",
        hide_index=True,
        column_config=_configure(columns, sort, click_key=f"{element}.open"),
        on_select="rerun",
        selection_mode=["single-cell", "single-column"],
        key=element,
        alt=alt,
        placeholder="–",
    )
    if event.selection.columns:
        name = str(event.selection.columns[0])
        st.session_state[f"{page.name}.sort"] = name if sort == f"-{name}" else f"-{name}"
        st.rerun()
    pressed = st.session_state.get(f"{element}.open")
    opened = pressed["row"] if pressed else None
    pointed = event.selection.cells[0][0] if event.selection.cells else None
    return Click(
        *(part.index[place] if place is not None and place < len(part) else None for place in (opened, pointed))
    )


def _configure(columns: Sequence[Column], sort: str, *, click_key: str) -> dict[str, Any]:
    sign = "▼" if sort.startswith("-") else "▲"
    config: dict[str, Any] = {}
    for place, column in enumerate(columns):
        title = f"{column.title} {sign}" if column.name == sort.removeprefix("-") else column.title
        common: dict[str, Any] = {"help": column.help or None, "width": column.width, "pinned": column.pinned}
        if place == 0:
            config[column.name] = st.column_config.ButtonColumn(
                title, type="tertiary", alignment="left", key=click_key, **common
            )
        else:
            config[column.name] = st.column_config.TextColumn(title, **common)
    return config


def _choose_part(page: Page, frame: pd.DataFrame, key: str) -> pd.DataFrame:
    pages = max(1, math.ceil(len(frame) / PAGE_ROWS))
    if pages == 1:
        return frame

    def parse(text: str) -> int | None:
        return int(text) if text.isascii() and text.isdigit() and 1 <= int(text) <= pages else None

    name = f"{page.name}.{key}.p"
    number = bind("p", name, 1, parse, str, page.report_bad_value)
    st.pagination(pages, key=name)
    return frame.iloc[(number - 1) * PAGE_ROWS : number * PAGE_ROWS]
