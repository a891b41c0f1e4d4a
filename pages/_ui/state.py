"""The address bar as the one place of a page's state: read politely, written in codes that outlive a language."""

from collections.abc import Callable
from typing import TypeVar

import streamlit as st

T = TypeVar("T")

Parse = Callable[[str], T | None]
Render = Callable[[T], str]
Report = Callable[[str, str], None]

TEXT_LIMIT = 80


def bind(
    name: str, key: str, default: T, parse: Parse[T], render: Render[T], report: Report, *, always: bool = False
) -> T:
    """Settle the value of a widget before it is drawn: what the reader chose, else what the address says.

    Args:
        name: parameter of the address.
        key: key of the widget; its value is set in the session.
        default: value that the address leaves out.
        parse: text of the address -> value, None where it has no meaning here.
        render: value -> text of the address.
        report: told the name and text of a value that has no meaning.
        always: write the value into the address even where it is the default.
    """
    written = st.query_params.get(name)
    if key not in st.session_state or written != st.session_state.get(_seen(key)):
        parsed = None if written is None else parse(written)
        if parsed is None and written is not None:
            report(name, written[:TEXT_LIMIT])
        value = default if parsed is None else parsed
    else:
        # The choices may have changed since (a district of another region): what no longer exists gives way in silence.
        kept = parse(render(st.session_state[key]))
        value = default if kept is None else kept
    st.session_state[key] = value
    publish(name, key, value, None if always else default, render)
    return value


def publish(name: str, key: str, value: T, default: T | None, render: Render[T]) -> None:
    """Write a value into the address; a default is left out so that addresses stay short.

    Args:
        name: parameter of the address.
        key: key of the widget.
        value: the value.
        default: value that the address leaves out, None where it leaves out none.
        render: value -> text of the address.
    """
    written = None if value == default else render(value)
    st.session_state[_seen(key)] = written
    if written is None:
        if name in st.query_params:
            del st.query_params[name]
    elif st.query_params.get(name) != written:
        st.query_params[name] = written


def _seen(key: str) -> str:
    return f"{key}/seen"
