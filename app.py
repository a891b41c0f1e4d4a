"""Who counts the votes: navigation, page configuration, data set and language."""

import logging
import os
from pathlib import Path

import streamlit as st

from models.editors import ENVIRONMENT as EDITORS
from models.language import LANGUAGES, load_catalogue
from pages._ui.shell import FRAMED, FRONT, list_datasets, read_dataset, read_language

PAGES = (
    "overview",
    "concentration",
    "regions",
    "commission",
    "organisations",
    "people",
    "network",
    "published",
    "sources",
    "method",
)
ICONS = {
    "overview": ":material/home:",
    "concentration": ":material/donut_large:",
    "regions": ":material/map:",
    "commission": ":material/groups:",
    "organisations": ":material/apartment:",
    "people": ":material/person_search:",
    "network": ":material/hub:",
    "published": ":material/newspaper:",
    "sources": ":material/fact_check:",
    "method": ":material/menu_book:",
    "review": ":material/rule:",
}

root = Path(__file__).parent
language = read_language()
catalogue = load_catalogue()


def t(key: str, **values: object) -> str:
    """Give a text in the reader's language."""
    return catalogue.translate(key, language, **values)


# A sign by name would be fetched from another company's server by every reader's browser.
st.set_page_config(page_title=t("product.name"), page_icon=str(root / "static" / "icon.png"), layout="wide")
pages = {
    name: st.Page(
        root / "pages" / f"{name}.py",
        title=t(f"nav.{name}"),
        icon=ICONS[name],
        url_path="" if name == FRONT else name,
        default=name == FRONT,
    )
    for name in (*PAGES, "review")
}
# Readers are not led to the page of editors; its address says there why nothing can be changed.
hidden = frozenset() if os.environ.get(EDITORS, "").strip() else frozenset({"review"})
# The page at the address without a path answers at its own name too, as every other does.
named = st.Page(root / "pages" / f"{FRONT}.py", title=t(f"nav.{FRONT}"), icon=ICONS[FRONT], url_path=FRONT)
current = st.navigation([*pages.values(), named], position="hidden")

datasets = list_datasets()
first = next(iter(datasets))
dataset = read_dataset()
kept = {"lang": language, "as_of": st.query_params.get("as_of", ""), "data": dataset if dataset != first else ""}
with st.sidebar:
    for name, page in pages.items():
        if name in hidden:
            continue
        st.page_link(page, query_params={name: value for name, value in kept.items() if value})
    if len(datasets) > 1:
        st.selectbox(t("app.dataset"), list(datasets), key="app.data")
with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
    st.markdown(f"**{t('product.name')}**  \n:small[{t('product.line')}]", width="stretch")
    st.segmented_control(
        t("app.language"),
        LANGUAGES,
        format_func=lambda code: catalogue.translate("app.language_name", code),
        key="app.lang",
        required=True,
        label_visibility="collapsed",
    )
st.session_state[FRAMED] = True
try:
    current.run()
except Exception:  # whatever it was, the reader gets a sentence and the log the trace
    logging.getLogger(__name__).exception("page %s failed", current.url_path)
    st.error(t("error.unexpected"), icon=":material/error:")
