"""Why the statements of a profile are taken to be one person's, how surely, and where only the name says so."""

import json
import math
from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages._ui.data import Row, list_rows, read
from pages._ui.labels import name_commission
from pages._ui.page import Page
from pages._ui.tables import show_plain_table

_AGREE = {
    ("where", "commission"): "commission",
    ("where", "constituency"): "district",
    ("where", "district"): "district",
    ("where", "region"): "region",
    ("birth_year", "equal"): "birth_year",
    ("birth_year", "next"): "birth_year_next",
    ("employer", "same"): "employer",
    ("nominator", "same"): "nominator",
    ("post", "same_officer"): "post",
    ("employer", "kind"): "other_employer",
    ("employer", "else"): "other_employer",
    ("nominator", "else"): "other_nominator",
    ("sitting", "same_level_at_once"): "at_once",
    ("sitting", "levels_at_once"): "at_once",
    ("sitting", "constituency_at_once"): "at_once",
}
"""What a comparison found -> the word for it; what says little either way is not mentioned."""


def is_by_name_alone(link: Mapping[str, object]) -> bool:
    """Tell whether the program joined two statements on hardly more than a name in one district.

    Neither commission, year of birth nor employer agrees, nor both nominator and the post of an officer.

    Args:
        link: a row of `person_links`.
    """
    if link["ground"] != "model":
        return False
    found = json.loads(str(link["evidence"]))
    posted = found.get("nominator") == "same" and found.get("post") == "same_officer"
    firm = found.get("birth_year") == "equal" or found.get("employer") == "same" or posted
    return not firm and found.get("where") != "commission"


def write_grounds(page: Page, link: Mapping[str, object]) -> str:
    """Write in words why two statements were joined, and what speaks against it.

    Args:
        page: the page being drawn.
        link: a row of `person_links`.
    """
    found = json.loads(str(link["evidence"]))
    if link["ground"] == "act":
        return page.t(f"people.ground.{found['act']}")
    if link["ground"] == "judged":
        said = page.t("people.ground.judged", name=found["by"], day=found["on"])
        return f"{said}: {found['why']}" if found.get("why") else said
    if "by" in found:
        return page.t("people.ground.ledger", day=found["on"])
    words = [_write_name(page, found)]
    words += [page.t(f"people.ground.{word}") for level, word in _AGREE.items() if found.get(level[0]) == level[1]]
    return "; ".join(words)


def _write_name(page: Page, found: Mapping[str, str]) -> str:
    parts = [found.get(part) for part in ("surname", "given", "patronymic")]
    if "renamed" in parts:
        return page.t("people.ground.renamed")
    if "near" in parts or "else" in parts:
        return page.t("people.ground.name_near")
    if "initial" in parts:
        return page.t("people.ground.name_initial")
    return page.t("people.ground.name_part" if None in parts else "people.ground.name")


def write_certainty(page: Page, link: Mapping[str, object]) -> str:
    """Write how surely two statements are one person's, never rounded up to certainty.

    Args:
        page: the page being drawn.
        link: a row of `person_links`.
    """
    score = link["score"]
    if not isinstance(score, float) or math.isnan(score):
        return page.t(f"people.certainty.{link['ground']}")
    return page.share(math.floor(score * 1000) / 1000 if score < 1 else 0.999, digits=1)


def show_links(page: Page, rows: list[Row], person_id: str) -> None:
    """Say that statements were joined, how surely and why; warn where only the name in a district says so.

    Args:
        page: the page being drawn.
        rows: every statement about the person.
        person_id: id of the person.
    """
    known = {str(row["seat_id"]): row for row in rows}
    joined = [row for row in rows if row["names_person"]]
    if len(joined) < 2:
        return
    links = list_rows(read(page, "person_links", person_id=person_id))
    links = [link for link in links if link["left_seat_id"] in known and link["right_seat_id"] in known]
    st.subheader(page.t("people.links"), anchor=False)
    st.caption(page.t("people.links.note", count=page.number(len(joined))))
    weak = [link for link in links if is_by_name_alone(link)]
    if weak:
        st.warning(page.t("people.links.weak", count=page.number(len(weak))), icon=":material/warning:")
    if len(links) < len(joined) - 1:
        st.caption(page.t("people.links.missing"))
    lines = [
        {
            page.t("people.links.left"): _name_statement(page, known[str(link["left_seat_id"])]),
            page.t("people.links.right"): _name_statement(page, known[str(link["right_seat_id"])]),
            page.t("people.links.certainty"): write_certainty(page, link),
            page.t("people.links.grounds"): _write_cell(page, link),
        }
        for link in links
    ]
    if lines:
        show_plain_table(pd.DataFrame(lines), alt=page.t("people.links"))


def _write_cell(page: Page, link: Mapping[str, object]) -> str:
    words = write_grounds(page, link)
    return f"{words}. {page.t('people.links.weak_row')}" if is_by_name_alone(link) else words


def _name_statement(page: Page, row: Row) -> str:
    day = page.day(row["decided_on"]) if row["decided_on"] else page.t("unknown")
    body = name_commission(page, row | {"number": row["commission_number"]}) if row["level"] else page.t("unknown")
    return f"{day}, {body}, {row['name_as_printed']}"
