"""The frame of every page: it opens the database, settles language and day, and says in words what cannot be done."""

import logging
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import streamlit as st

from models.language import LANGUAGES, load_catalogue
from models.reference import Pack, PackError, load_pack
from models.reference.pack import DEFAULT_DIRECTORY
from models.store import Store, StoreError, list_paths, open_store
from pages._ui.page import Page, escape
from pages._ui.state import bind

_LOGGER = logging.getLogger(__name__)
_FALLBACK_LANGUAGE = "ru"
FRONT = "overview"
"""The page at the address without a path."""

FRAMED = "app.framed"
"""Set by `app.py` before it runs a page, taken away by the page."""


def list_datasets() -> dict[str, Path]:
    """Name the databases offered by their file names; equal names are told apart by a number."""
    named: dict[str, Path] = {}
    for path in list_paths():
        name, number = path.stem, 2
        while name in named:
            name, number = f"{path.stem}-{number}", number + 1
        named[name] = path
    return named


def guess_language() -> str:
    """Guess the reader's language from the browser; Russian where it speaks none of the three."""
    try:
        locale = str(st.context.locale or "")
    except (AttributeError, RuntimeError):
        locale = ""
    return locale[:2] if locale[:2] in LANGUAGES else _FALLBACK_LANGUAGE


def read_language() -> str:
    """Settle the language: the switch, else the address, else the browser.

    The address names it even where it is the default: another reader's browser may guess otherwise.
    """
    default = st.session_state.setdefault("app.guessed", guess_language())
    return bind("lang", "app.lang", default, _parse_language, str, _remember, always=True)


def read_dataset() -> str:
    """Settle which of the databases is shown: the switch, else the address, else the first."""
    datasets = list_datasets()
    return bind(
        "data", "app.data", next(iter(datasets)), lambda text: text if text in datasets else None, str, _remember
    )


def _remember(name: str, text: str) -> None:
    # The page that will say so does not exist yet.
    st.session_state.setdefault("app.bad_values", []).append((name, text))


def _parse_language(text: str) -> str | None:
    return text if text in LANGUAGES else None


def read_pack(store: Store) -> Pack | None:
    """Load the reference pack a database was built with; None where it is not here.

    Args:
        store: an open database.
    """
    directory = DEFAULT_DIRECTORY.parent / (store.country or "KZ").lower()
    try:
        return load_pack(directory)
    except (PackError, OSError):
        _LOGGER.warning("no reference pack at %s", directory)
        return None


def require_frame() -> None:
    """Begin again through `app.py` where a page was run without it.

    The first request to a fresh server runs the file of the page alone, because the folder is called `pages`; calling
    `st.navigation` once ends that, for good and for all readers.
    """
    if st.session_state.pop(FRAMED, False):
        return
    files = sorted(Path(__file__).parents[1].glob("*.py"))
    front = next(file for file in files if file.stem == FRONT)
    named = [st.Page(file, url_path=file.stem) for file in files]
    st.navigation([st.Page(front, url_path="", default=True), *named], position="hidden")
    st.rerun()


def start_page(name: str) -> Page:
    """Open what a page needs, or say why it cannot be shown and stop.

    Args:
        name: name of the page, used in keys of texts and widgets.
    """
    require_frame()
    language = st.session_state.get("app.lang", _FALLBACK_LANGUAGE)
    datasets = list_datasets()
    default = next(iter(datasets))
    dataset = st.session_state.get("app.data", default)
    catalogue = load_catalogue()
    st.title(catalogue.translate(f"nav.{name}", language), anchor=False)
    try:
        store = open_store(datasets.get(dataset, datasets[default]))
    except StoreError as error:
        _LOGGER.warning("database not readable: %s", error)
        st.error(catalogue.translate(f"store.{error.reason}", language, path=escape(str(error.path))))
        if error.reason != "locked":
            explain_loading(language)
        st.stop()
    page = Page(name, language, catalogue, store, read_pack(store), dataset, default)
    if store.is_simulated:
        st.error(page.t("simulated.banner"), icon=":material/science:")
    if store.is_masked:
        st.info(page.t("masked.banner"), icon=":material/visibility_off:")
    page = replace(page, notices=st.container())
    st.sidebar.caption(page.t("app.build", build=store.build_id[:12] or "–"))
    for parameter, text in st.session_state.pop("app.bad_values", []):
        page.report_bad_value(parameter, text)
    return page


def stop_empty(page: Page) -> NoReturn:
    """Say that nothing is loaded and how to load documents, and end the page.

    Args:
        page: the page being drawn.
    """
    st.warning(page.t("empty.nothing"))
    explain_loading(page.language)
    st.stop()


def explain_loading(language: str) -> None:
    """Say how to load documents.

    Args:
        language: the reader's language.
    """
    catalogue = load_catalogue()
    st.markdown(catalogue.translate("empty.how", language))
    st.code(
        "python -m etl build --source <folder> --db data/build/commissions.duckdb\npython -m etl demo --out <folder>",
        language="bash",
    )
