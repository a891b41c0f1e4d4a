"""Filters whose state is the address: each returns a code, shows words, and answers a bad value politely."""

from collections.abc import Callable, Sequence

import streamlit as st

from pages._ui.page import Page
from pages._ui.state import TEXT_LIMIT, bind


def _prepare(page: Page, name: str, options: Sequence[str], default: str, *, always: bool = False) -> str:
    key = f"{page.name}.{name}"
    known = frozenset(options)
    bind(name, key, default, lambda text: text if text in known else None, str, page.report_bad_value, always=always)
    return key


def choose(
    page: Page,
    name: str,
    options: Sequence[str],
    show: Callable[[str], str],
    *,
    label: str,
    default: str | None = None,
    help_text: str | None = None,
    always: bool = False,
) -> str:
    """Let the reader choose one of many.

    Args:
        page: the page being drawn.
        name: parameter of the address.
        options: codes, the first being the default.
        show: code -> words.
        label: what is chosen.
        default: another default.
        help_text: explanation on demand.
        always: write the choice into the address even where it is the default.
    """
    key = _prepare(page, name, options, options[0] if default is None else default, always=always)
    st.selectbox(label, options, format_func=show, key=key, placeholder=page.t("filter.none"), help=help_text)
    return str(st.session_state[key])


def switch(
    page: Page, name: str, options: Sequence[str], show: Callable[[str], str], *, label: str, default: str | None = None
) -> str:
    """Let the reader choose one of few, all in sight.

    Args:
        page: the page being drawn.
        name: parameter of the address.
        options: codes, the first being the default.
        show: code -> words.
        label: what is chosen.
        default: another default.
    """
    key = _prepare(page, name, options, options[0] if default is None else default)
    st.segmented_control(label, options, format_func=show, key=key, required=True)
    return str(st.session_state[key])


def type_text(page: Page, name: str, *, label: str, hint: str = "") -> str:
    """Let the reader type a search text.

    Args:
        page: the page being drawn.
        name: parameter of the address.
        label: what is searched.
        hint: an example inside the empty field.
    """
    key = f"{page.name}.{name}"
    bind(name, key, "", lambda text: text[:TEXT_LIMIT], str, page.report_bad_value)
    st.text_input(label, key=key, placeholder=hint, max_chars=TEXT_LIMIT, type="search", live=True)
    return str(st.session_state[key]).strip()


def tick(page: Page, name: str, *, label: str) -> bool:
    """Let the reader switch something on; off is the default.

    Args:
        page: the page being drawn.
        name: parameter of the address, `1` where it is on.
        label: what is switched.
    """
    key = f"{page.name}.{name}"
    bind(
        name, key, False, lambda text: {"1": True, "0": False}.get(text), lambda on: str(int(on)), page.report_bad_value
    )
    st.toggle(label, key=key)
    return bool(st.session_state[key])


def slide(
    page: Page, name: str, stops: Sequence[int], show: Callable[[int], str], *, label: str, help_text: str | None = None
) -> int:
    """Let the reader choose one of a few numbers in order.

    Args:
        page: the page being drawn.
        name: parameter of the address.
        stops: numbers, the first being the default.
        show: number -> words.
        label: what is chosen.
        help_text: explanation on demand.
    """
    key = f"{page.name}.{name}"

    def parse(text: str) -> int | None:
        return int(text) if text.isascii() and text.isdigit() and int(text) in stops else None

    bind(name, key, stops[0], parse, str, page.report_bad_value)
    st.select_slider(label, stops, format_func=show, key=key, help=help_text)
    return int(st.session_state[key])
