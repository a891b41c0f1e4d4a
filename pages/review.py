"""Review: what only a person can decide. Nothing here changes a document; every answer is a new line with a name."""

import streamlit as st

from pages._ui.review.organisations import show_organisations
from pages._ui.review.pairs import show_pairs
from pages._ui.review.registers import show_registers
from pages._ui.review.sign_in import require_editor, show_said
from pages._ui.review.values import show_findings, show_values
from pages._ui.shell import start_page
from pages._ui.widgets import switch

SECTIONS = ("pairs", "organisations", "registers", "findings", "values")

page = start_page("review")
st.caption(page.t("review.line"))
editor, editors = require_editor(page)
if page.store.is_masked:
    st.info(page.t("review.masked"), icon=":material/visibility_off:")
    st.stop()
section = switch(
    page, "section", SECTIONS, lambda code: page.t(f"review.section.{code}"), label=page.t("review.section")
)
show_said()
if section == "pairs":
    show_pairs(page, editor, editors.ledger)
elif section == "organisations":
    show_organisations(page, editor, editors.ledger)
elif section == "registers":
    show_registers(page, editor, editors.ledger)
elif section == "findings":
    show_findings(page, editor, editors.corrections)
else:
    show_values(page, editor, editors.corrections)
st.divider()
st.markdown(page.t("review.apply"))
st.code(f"python -m etl rebuild --db {page.store.path} --ledger {editors.ledger} --corrections {editors.corrections}",
        language="bash", wrap_lines=True)  # fmt: skip
