"""Two employers side by side: one body or two, judged by a named editor into the ledger."""

from pathlib import Path

import streamlit as st

from models.editors import Editor
from pages._ui.data import Row, list_rows, read
from pages._ui.labels import label, name_district, name_region
from pages._ui.page import Page, escape
from pages._ui.review.judging import Queue, ask, take_turn
from pages._ui.seats import write_locator
from pages._ui.source import show_link

ORGANISATIONS = Queue("organisations", "review_organisations", "left_org_id", "right_org_id")


def show_organisations(page: Page, editor: Editor, path: Path) -> None:
    """Show the pair of employers whose joining would change a published figure most, and take the verdict.

    Args:
        page: the page being drawn.
        editor: who judges.
        path: the ledger.
    """
    turn = take_turn(page, editor, path, ORGANISATIONS)
    if turn is None:
        return
    row = turn.row
    ids = [str(row["left_org_id"]), str(row["right_org_id"])]
    forms = list_rows(read(page, "review_employers", org_ids="\n".join(ids)))
    for column, org_id in zip(st.columns(2), ids, strict=True):
        with column.container(border=True):
            _show_employer(page, [form for form in forms if form["org_id"] == org_id])
    score = page.t(
        "review.likeness", score=page.share(row["score"]), why=label(page, "likeness", write_code(row["why"]))
    )
    effect = page.t(
        "review.organisations.effect", effect=page.number(row["effect"], 2), shared=page.number(int(row["shared"]))
    )
    st.markdown(f"{escape(score)}  \n{escape(effect)}")
    ask(page, editor, path, ORGANISATIONS, turn)


def write_code(why: str) -> str:
    """Make the code of a reason `compare_organisations` gives, by which its words are found.

    Args:
        why: the reason.
    """
    return why.replace(",", "").replace(" ", "_")


def _show_employer(page: Page, forms: list[Row]) -> None:
    first = forms[0]
    st.markdown(f"#### {escape(str(first['name']))}")
    if page.store.is_simulated:
        st.badge(page.t("simulated.mark"), icon=":material/science:", color="red")
    place = ", ".join(part for part in (_name_district(page, first), name_region(page, first["region_id"])) if part)
    facts = {
        page.t("review.type"): label(page, "employer", first["type"]),
        page.t("review.place"): place or page.t("unknown"),
        page.t("review.mentions"): page.number(int(first["seats"])),
        page.t("review.commissions"): page.number(int(first["commissions"])),
    }
    st.markdown("\n".join(f"- {escape(title)}: **{escape(text)}**" for title, text in facts.items()))
    st.caption(page.t("review.forms"))
    st.markdown("\n".join(f"- {escape(str(form['form']))} – {page.number(int(form['times']))}" for form in forms))
    for seat in list_rows(read(page, "review_statements", seat_ids=str(first["seat_id"]))):
        st.caption(escape(f"{seat['document_path']}, {write_locator(page, seat['locator'])}"))
        st.code(seat["snippet"] or page.t("unknown"), language=None, wrap_lines=True)
        show_link(page, seat["source_url"])


def _name_district(page: Page, row: Row) -> str:
    """Name the district in the reader's language: organisations hold its name and not its id."""
    if not row["district"]:
        return ""
    known = {
        (names.kk or names.ru, district.region_on(None)): district.district_id
        for district in (page.pack.districts if page.pack else ())
        if (names := district.names_on(None))
    }
    return name_district(page, known.get((row["district"], row["region_id"])), row["district"])
