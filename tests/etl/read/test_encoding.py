from __future__ import annotations

import pytest

from etl.read.encoding import decode_text
from tests.etl.read.blocks import codes, read_page, texts

RUSSIAN = (
    "Об избрании участковых избирательных комиссий. Избрать: Оспанову Сауле Кайратовну, учителя школы; "
    "Кима Алексея Викторовича – председателя № 5 «Заря»."
)
KAZAKH = (
    "Учаскелік сайлау комиссияларының құрамы туралы шешім. Оспанова Сәния Қанатқызы – төраға, "
    "Үмітбеков Ғани Өтегенұлы – мүше, жұмыс орны: орта мектеп."
)


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r", "cp866", "iso-8859-5"])
def test_russian_text_without_a_declaration(encoding: str) -> None:
    text = RUSSIAN.replace("–", "-").replace("№", "N").replace("«", '"').replace("»", '"')
    assert decode_text(text.encode(encoding)).text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_unicode_with_and_without_a_mark(encoding: str) -> None:
    assert decode_text(KAZAKH.encode(encoding)).text == KAZAKH


def test_kazakh_in_its_own_single_byte_encoding() -> None:
    decoded = decode_text(KAZAKH.encode("kz1048"))
    assert (decoded.text, decoded.encoding) == (KAZAKH, "kz1048")


def test_text_in_an_old_kazakh_font_stays_1251() -> None:
    text = "Учаскелiк сайлау комиссияларыныњ м‰шелерi, жалпы саныныњ бґлiгi жєне ќатысќан ґкiлдерi туралы шешiм."
    decoded = decode_text(text.encode("windows-1251"))
    assert (decoded.text, decoded.encoding) == (text, "windows-1251")


def test_russian_in_1251_is_not_taken_for_kazakh() -> None:
    assert decode_text(RUSSIAN.encode("windows-1251")).encoding == "windows-1251"


def test_short_names_in_1251() -> None:
    for text in ("Ф.И.О.;Должность", "Ким А.В.", "СПИСОК ЧЛЕНОВ КОМИССИИ", "председатель", "Щукин Ю.Я."):
        assert decode_text(text.encode("windows-1251")).text == text, text


@pytest.mark.parametrize("encoding", ["windows-1251", "koi8-r"])
def test_text_in_capitals(encoding: str) -> None:
    text = "СПИСОК ЧЛЕНОВ УЧАСТКОВОЙ ИЗБИРАТЕЛЬНОЙ КОМИССИИ: ОСПАНОВА САУЛЕ КАЙРАТОВНА, КИМ АЛЕКСЕЙ ВИКТОРОВИЧ"
    assert decode_text(text.encode(encoding)).text == text


def test_a_true_declaration_is_followed() -> None:
    decoded = decode_text("Ким А.".encode("koi8-r"), "koi8-r")
    assert (decoded.text, decoded.issues) == ("Ким А.", ())


@pytest.mark.parametrize(
    ("declared", "actual"), [("windows-1251", "utf-8"), ("utf-8", "windows-1251"), ("koi8-r", "windows-1251")]
)
def test_a_wrong_declaration_is_not_followed_and_said(declared: str, actual: str) -> None:
    decoded = decode_text(RUSSIAN.encode(actual), declared)
    assert decoded.text == RUSSIAN
    assert [issue.code for issue in decoded.issues] == ["encoding_conflict"]


def test_declared_latin_and_unknown_names_are_passed_over_in_silence() -> None:
    for declared in ("iso-8859-1", "windows-1252", "x-unknown", ""):
        decoded = decode_text(RUSSIAN.encode("windows-1251"), declared)
        assert (decoded.text, decoded.issues) == (RUSSIAN, ())


def test_a_few_broken_bytes_do_not_spoil_utf8() -> None:
    decoded = decode_text(KAZAKH.encode() + b"\xff" + KAZAKH.encode())
    assert decoded.text == f"{KAZAKH}\ufffd{KAZAKH}"
    assert [issue.code for issue in decoded.issues] == ["encoding_damaged"]


def test_line_ends_and_control_characters() -> None:
    assert decode_text(b"a\r\nb\rc\x00\x0b\nd\x1a").text == "a\nb\nc\nd"


@pytest.mark.parametrize(
    "meta",
    [
        "<meta charset=windows-1251>",
        "<META HTTP-EQUIV='Content-Type' CONTENT='text/html; charset=windows-1251'>",
        "<?xml version='1.0' encoding='windows-1251'?><html>",
        "",
    ],
)
def test_pages_in_windows_1251(meta: str) -> None:
    document = read_page(f"{meta}<p>{RUSSIAN}</p>".encode("windows-1251"))
    assert texts(document) == [RUSSIAN]
    assert document.encoding == "windows-1251"


def test_a_page_in_utf16_that_declares_utf8() -> None:
    document = read_page(f"<html><meta charset=utf-8><p>{KAZAKH}</p></html>".encode("utf-16"))
    assert texts(document) == [KAZAKH]


def test_a_page_that_declares_1251_but_is_utf8() -> None:
    document = read_page(f"<meta charset=windows-1251><p>{KAZAKH}</p>".encode())
    assert texts(document) == [KAZAKH]
    assert codes(document) == ["encoding_conflict"]
