"""Signing in before anything can be changed: an identity provider, or one password on a single machine."""

import streamlit as st

from models.editors import Attempts, Editor, Editors, EditorsError, read_editors
from pages._ui.page import Page, escape

_SIGNED_IN, _TYPED, _SAID = "review.editor", "review.typed", "review.sign_in_said"


@st.cache_resource(show_spinner=False)
def _attempts() -> Attempts:
    return Attempts()


def say(text: str) -> None:
    """Keep a sentence that a callback has to say until the page is drawn.

    Args:
        text: the sentence, in the reader's language.
    """
    st.session_state[_SAID] = text


def show_said() -> None:
    """Show what a callback had to say, once."""
    text = st.session_state.pop(_SAID, "")
    if text:
        st.error(text, icon=":material/error:")


def require_editor(page: Page) -> tuple[Editor, Editors]:
    """Give the editor who is signed in; offer to sign in and stop where nobody is.

    Args:
        page: the page being drawn.
    """
    try:
        editors = read_editors()
    except EditorsError as error:
        st.error(page.t("review.settings_bad", detail=escape(str(error))), icon=":material/error:")
        st.stop()
    if editors is None:
        st.info(page.t("review.read_only"), icon=":material/lock:")
        st.stop()
    editor = _find_signed_in(page, editors)
    if editor is None:
        _offer(page, editors)
        st.stop()
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        st.caption(page.t("review.signed_in", name=escape(editor.name)), width="stretch")
        pressed = st.button(page.t("review.sign_out"), icon=":material/logout:", key="review.out", on_click=_sign_out)
        if pressed and editors.sign_in == "openid":
            st.logout()
    return editor, editors


def _find_signed_in(page: Page, editors: Editors) -> Editor | None:
    if editors.sign_in == "password":
        # Looked up anew each time: an editor taken out of the file is out at once.
        name = st.session_state.get(_SIGNED_IN)
        return next((editor for editor in editors.editors if editor.name == name), None)
    if not getattr(st.user, "is_logged_in", False):
        return None
    email, verified = str(st.user.get("email") or ""), st.user.get("email_verified") is True
    editor = editors.find_email(email, verified=verified)
    if editor is None:
        st.warning(page.t("review.not_editor", email=escape(email)), icon=":material/block:")
        if st.button(page.t("review.sign_out"), key="review.out"):
            st.logout()
        st.stop()
    return editor


def _offer(page: Page, editors: Editors) -> None:
    st.markdown(page.t("review.why_sign_in"))
    if editors.sign_in == "openid":
        if st.button(page.t("review.sign_in"), icon=":material/login:", type="primary", key="review.in"):
            st.login(editors.provider) if editors.provider else st.login()
        return
    with st.form("review.password", width=420):
        st.text_input(page.t("review.password"), type="password", autocomplete="current-password", key=_TYPED)
        st.form_submit_button(
            page.t("review.sign_in"),
            icon=":material/login:",
            type="primary",
            on_click=_try_password,
            args=(page, editors),
        )
    show_said()


def _try_password(page: Page, editors: Editors) -> None:
    # A callback: it runs before the page is drawn, and what was typed does not outlive it.
    attempts, typed = _attempts(), str(st.session_state.get(_TYPED, ""))
    st.session_state[_TYPED] = ""
    wait = attempts.seconds_left()
    if wait > 0:
        say(page.t("review.wait", seconds=page.number(int(wait) + 1)))
        return
    editor = editors.check_password(typed)
    if editor is None:
        attempts.fail()
        say(page.t("review.wrong"))
        return
    attempts.succeed()
    st.session_state[_SIGNED_IN] = editor.name


def _sign_out() -> None:
    st.session_state.pop(_SIGNED_IN, None)
