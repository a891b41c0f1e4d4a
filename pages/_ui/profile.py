"""What is measured and found about one commission, each number with its bounds and a sentence."""

import json
import logging
from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd
import streamlit as st

from models.reference import PackError
from models.rules import load_rules, word_finding
from pages._ui.alike import SUPERIOR, Alike, find_alike, rests_on_rules, show_rules
from pages._ui.charts import show_card
from pages._ui.data import list_rows, read
from pages._ui.labels import label, name_party
from pages._ui.measures import COMPLETENESS, HEADLINE, is_share, name_measure, write_bounds, write_value
from pages._ui.page import Page, escape
from pages._ui.seats import name_person
from pages._ui.tables import show_plain_table

_LOGGER = logging.getLogger(__name__)

ICONS = {
    "breach": ":material/warning:",
    "flag": ":material/flag:",
    "unknown": ":material/help:",
    "pass": ":material/check_circle:",
    "not_applicable": ":material/remove:",
}


def show_headline(page: Page, commission_id: str, measures: pd.DataFrame, day: date) -> None:
    """Show the headline measures as cards with a sentence each.

    Args:
        page: the page being drawn.
        commission_id: the commission.
        measures: every measure of the commission on the day.
        day: day of the composition.
    """
    alike = find_alike(page, commission_id, day)
    rows = {row["metric"]: row for row in list_rows(measures) if row["tiers"] in ("", "1,2") and not row["variant"]}
    with st.grid(3, min_column_width=260):
        for metric in HEADLINE:
            if metric not in rows:
                continue
            row = rows[metric]
            show_card(
                name_measure(page, metric),
                write_value(page, metric, row["value"]),
                explain(page, metric, row, day, alike),
            )
    show_rules(page)


def explain(page: Page, metric: str, row: Mapping[str, Any], day: date, alike: Alike | None = None) -> str:
    """Say in one sentence what a measure says about this commission.

    Args:
        page: the page being drawn.
        metric: measure id.
        row: its value, bounds and counts.
        day: day of the composition.
        alike: the largest group of people without an employer, None where there is none.
    """
    if pd.isna(row["lower"]) or pd.isna(row["upper"]):
        return _explain_undefined(page, metric, row, day)
    if pd.isna(row["value"]):
        key = "sentence.undecided" if row["n_known"] else "sentence.unknown"
        return page.t(key, total=page.number(row["n_total"]), bounds=_bounds(page, metric, row))
    key = f"sentence.{metric}"
    words = {
        "value": write_value(page, metric, row["value"]),
        "bounds": _bounds(page, metric, row),
        "known": page.number(row["n_known"]),
        "total": page.number(row["n_total"]),
    }
    if alike and alike.leads(metric, row["value"], row["n_known"]):
        # Forty pensioners do not work in one place, nor under one body.
        key, words["who"] = f"{key}.alike", label(page, "alike", alike.sector)
    if not page.catalogue.has(key):
        return name_measure(page, metric, "definition")
    tail = "sentence.exact" if row["n_known"] == row["n_total"] else "sentence.bounds"
    parts = [page.t(key, **words), page.t(tail, **words)]
    if metric == SUPERIOR and rests_on_rules(page):
        parts.append(page.t("rules.sentence"))
    return " ".join(parts)


def _explain_undefined(page: Page, metric: str, row: Mapping[str, Any], day: date) -> str:
    """Say why a measure is not defined: the one reason that applies."""
    if metric in ("nominator_hhi_position", "slot_use"):
        parties = page.pack.parties_registered(day) if page.pack else None
        if not parties:
            return page.t("sentence.undefined.registered")
        return page.t("sentence.undefined.single", total=page.number(row["n_total"]), parties=page.number(len(parties)))
    return page.t("sentence.undefined")


def _bounds(page: Page, metric: str, row: Mapping[str, Any]) -> str:
    return write_bounds(page, metric, row["lower"], row["upper"])


def show_measures(page: Page, measures: pd.DataFrame) -> None:
    """Show every measure with bounds and a sentence.

    Args:
        page: the page being drawn.
        measures: every measure of the commission on the day.
    """
    lines = []
    for row in list_rows(measures):
        name = name_measure(page, row["metric"])
        if row["tiers"]:
            name = page.t("measure.tiers", name=name, tiers=row["tiers"])
        if row["variant"]:
            name = page.t("measure.successor", name=name)
        lines.append(
            {
                page.t("column.measure"): name,
                page.t("column.value"): write_value(page, row["metric"], row["value"]),
                page.t("column.bounds"): _bounds(page, row["metric"], row),
                page.t("column.known"): page.t(
                    "summary.of", shown=page.number(row["n_known"]), total=page.number(row["n_total"])
                ),
                page.t("column.meaning"): name_measure(page, row["metric"], "definition"),
            }
        )
    with st.expander(page.t("profile.all_measures", count=page.number(len(lines)))):
        show_plain_table(pd.DataFrame(lines), alt=page.t("profile.measures"))


def show_completeness(page: Page, measures: pd.DataFrame) -> None:
    """Say for how many seats nominator, employer and role are known.

    Args:
        page: the page being drawn.
        measures: every measure of the commission on the day.
    """
    rows = {row["metric"]: row for row in list_rows(measures)}
    parts = [
        page.t(
            "profile.known",
            fact=page.t(f"coverage.{metric.removeprefix('completeness_')}"),
            known=page.number(rows[metric]["n_known"]),
            total=page.number(rows[metric]["n_total"]),
        )
        for metric in COMPLETENESS
        if metric in rows
    ]
    st.caption(" · ".join(parts))


def show_baselines(page: Page, commission_id: str, day: date) -> None:
    """Say what placement by chance would give, where it was computed.

    Args:
        page: the page being drawn.
        commission_id: the commission.
        day: the day.
    """
    for row in list_rows(read(page, "baselines", commission_id=commission_id, as_of=day)):
        st.caption(
            page.t(
                "profile.baseline",
                measure=name_measure(page, row["metric"]),
                expected=write_value(page, row["metric"], row["expected"]),
                percentile=page.share(row["percentile"]) if is_share(row["metric"]) else page.number(row["percentile"]),
                q=page.number(row["q_value"], 3),
            )
        )


def show_findings(page: Page, commission_id: str, day: date) -> None:
    """Show the legal rules checked, in words that claim no more than the sources allow.

    Args:
        page: the page being drawn.
        commission_id: the commission.
        day: the day.
    """
    st.subheader(page.t("findings.title"), anchor=False)
    rows = list_rows(read(page, "findings", commission_id=commission_id, as_of=day))
    if not rows:
        st.caption(page.t("findings.none"))
        return
    st.caption(page.t("findings.note"))
    for status in ("breach", "flag", "unknown"):
        for row in (row for row in rows if row["status"] == status):
            st.markdown(f"{ICONS[status]} {describe_finding(page, row)}")
    quiet = [row for status in ("pass", "not_applicable") for row in rows if row["status"] == status]
    with st.expander(page.t("findings.quiet", count=page.number(len(quiet)))):
        for row in quiet:
            st.markdown(f"{ICONS[row['status']]} {describe_finding(page, row)}")


def describe_finding(page: Page, row: Mapping[str, Any]) -> str:
    """Say what one rule gave, in the words of the reference pack: never more than "appears not to match".

    Args:
        page: the page being drawn.
        row: a row of findings.
    """
    try:
        if page.pack is None:
            raise KeyError(row["rule_id"])
        book = load_rules(page.pack.directory)
        name = book.rule(row["rule_id"]).names.get(page.language) or row["rule_id"]
        parties = {party.party_id: name_party(page, party.party_id, row["as_of"]) for party in page.pack.parties}
        words = word_finding(book, row["rule_id"], row["status"], row["detail"] or "{}", page.language, parties)
    except (KeyError, PackError, json.JSONDecodeError):
        _LOGGER.warning("finding without words: %s %s", row["rule_id"], row["status"])
        return page.t("finding.other", rule=escape(str(row["rule_id"])), status=label(page, "finding", row["status"]))
    return f"**{escape(name)}.** {escape(words)}"


def show_history(page: Page, commission_id: str) -> None:
    """Show every event the documents tell of the commission, the latest first.

    Args:
        page: the page being drawn.
        commission_id: the commission.
    """
    st.subheader(page.t("history.title"), anchor=False)
    terms = list_rows(read(page, "terms", commission_id=commission_id))
    for term in reversed(terms):
        st.caption(
            page.t(
                "history.term",
                start=page.day(term["term_start"]),
                end=page.day(term["term_end"]) if term["term_end"] else page.t("history.open"),
                declared=page.number(term["seats_declared"]),
                read=page.number(term["seats_read"]),
                voters=page.number(term["registered_voters"]),
            )
        )
    rows = list_rows(read(page, "history", commission_id=commission_id))
    lines = [
        {
            page.t("source.decided_on"): page.day(row["decided_on"]),
            page.t("history.event"): label(page, "action", row["action"]),
            page.t("column.name"): name_person(row),
            page.t("column.role"): label(page, "role", row["role"]),
            page.t("column.nominator"): row["nominator_as_printed"] or page.t("not_printed"),
            page.t("history.ground"): row["release_ground"] or "–",
            page.t("source.act"): row["decision_number"] or page.t("unknown"),
            page.t("source.document"): row["document_path"],
        }
        for row in reversed(rows)
    ]
    st.dataframe(pd.DataFrame(lines), hide_index=True, alt=page.t("history.title"), placeholder="–")
