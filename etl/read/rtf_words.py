"""The words of RTF: how a file is cut into them, and what they stand for."""

from __future__ import annotations

import codecs
import re

TOKEN = re.compile(
    rb"\\'([0-9a-fA-F]{2})"  # 1: a byte
    rb"|\\([a-zA-Z]{1,32})(-?\d{1,10})? ?"  # 2, 3: a word and its number
    rb"|\\([^a-zA-Z])"  # 4: a sign
    rb"|([{}])"  # 5: a group
    rb"|([^\\{}\r\n\0]+)"  # 6: plain text
)

SKIPPED = frozenset(
    (b"fonttbl", b"colortbl", b"stylesheet", b"info", b"pict", b"object", b"themedata", b"colorschememapping")
    + (b"datastore", b"latentstyles", b"listtable", b"listoverridetable", b"rsidtbl", b"generator", b"xmlnstbl")
    + (
        b"fldinst",
        b"filetbl",
        b"revtbl",
        b"nonesttables",
        b"nonshppict",
        b"sp",
        b"bkmkstart",
        b"bkmkend",
        b"annotation",
    )
    + (
        b"shprslt",
        b"atnid",
        b"atnauthor",
        b"atntime",
        b"atnref",
        b"template",
        b"userprops",
        b"pgdsctbl",
        b"mmathPr",
        b"wgrffmtfilter",
    )
)

HEADERS = frozenset(
    (b"header", b"headerl", b"headerr", b"headerf", b"footer", b"footerl", b"footerr", b"footerf")
    + (b"ftnsep", b"ftnsepc", b"aftnsep", b"aftnsepc")
)

WITHOUT_STAR = frozenset(
    (b"shptxt", b"nesttableprops", b"shpinst", b"listtext", b"pntext", b"do", b"footnote", b"title")
)
"""Groups that print although they are marked as ones that may be skipped."""

BOXES = frozenset((b"shptxt", b"dptxbxtext", b"footnote"))
"""Groups that stand in the middle of a paragraph and hold paragraphs of their own."""

SIGNS = {
    b"emdash": "—", b"endash": "–", b"bullet": "•", b"lquote": "‘", b"rquote": "’", b"ldblquote": "“",
    b"rdblquote": "”", b"tab": "\t", b"line": "\n", b"emspace": " ", b"enspace": " ", b"qmspace": " ",
}  # fmt: skip

CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 134: "gbk", 136: "cp950", 161: "cp1253", 162: "cp1254",
    163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257", 204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
"""Fonts of character set 0 follow the code page of the document, as programs write it that know no others."""


def decode_number(number: int) -> str:
    """Return the character of a signed 16-bit number; halves of pairs, which no list has, are left out.

    Args:
        number: behind the word ``u``.
    """
    code = number + 65536 if number < 0 else number
    if 0xF000 <= code <= 0xF0FF:
        return "•" if code in (0xF0B7, 0xF0A7) else chr(code - 0xF000)
    return "" if 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def find_codec(name: str) -> str:
    """Return the name of a code page in Python, that of Western Europe where it has none.

    Args:
        name: ``cp`` and the number of the code page.
    """
    name = {"cp10000": "mac_roman", "cp10007": "mac_cyrillic"}.get(name, name)
    try:
        codecs.lookup(name)
    except LookupError:
        return "cp1252"
    return name
