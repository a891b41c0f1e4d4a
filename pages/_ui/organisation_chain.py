"""What stands above an organisation on a day, up to the body the members of its staff answer to in the end."""

from datetime import date

import streamlit as st

from pages._ui.data import Row, list_rows, read
from pages._ui.page import Page, escape


def show_chain(page: Page, bloc: str, day: date) -> None:
    """Show the chain of bodies above an employer, each with what says so.

    Args:
        page: the page being drawn.
        bloc: its bloc.
        day: the day asked for.
    """
    found = list_rows(read(page, "organisation_chain", org_id=bloc.partition(":")[2], as_of=day))
    above = [row for row in found if row["org_id"]]
    if not above:
        st.caption(page.t("organisations.chain.top" if found else "organisations.chain.unknown"))
        return
    lines = [_write(page, row) for row in above]
    if found[-1]["org_id"]:
        lines.append(page.t("organisations.chain.unknown"))
    st.caption(
        f"**{page.t('organisations.chain')}**\n\n" + "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 1))
    )


def _write(page: Page, row: Row) -> str:
    if row["basis"] == "printed":
        told = page.t("organisations.chain.printed", source=row["source"])
    else:
        told = page.t("organisations.chain.rule" if row["verified"] else "organisations.chain.unverified")
        told += f": {row['source']}" if row["source"] else ""
    return escape(f"{row['name'] or row['org_id']} – {told}")
