from __future__ import annotations

import io
import zipfile

import docx
import openpyxl
import pytest

from etl.read import detect_format, is_document
from tests.etl.read.docx_files import to_bytes


def make_zip(**parts: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def make_xlsx() -> bytes:
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100)
PAGE = "<html><body><p>Шешім</p></body></html>"


@pytest.mark.parametrize(
    ("path", "data", "expected"),
    [
        ("a.html", PAGE.encode(), "html"),
        ("a.doc", PAGE.encode(), "html"),
        ("a.xls", b"<table><tr><td>1</td></tr></table>", "html"),
        ("a.xls", b"\xef\xbb\xbf<meta charset=utf-8><table><tr><td>1</td></tr></table>", "html"),
        ("a", b"<!-- saved --><!DOCTYPE HTML><p>x", "html"),
        ("a.aspx", PAGE.encode("utf-16"), "html"),
        ("a.htm", b"<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'/>", "html"),
        ("a.php", b"hello <p>a</p><p>b</p><br>c", "html"),
        ("a.htm", "жай мәтін".encode(), "html"),
        ("a.txt", "жай мәтін".encode(), "txt"),
        ("a.txt", "5 < 6 және <жоқ>".encode(), "txt"),
        ("a.TXT", "мәтін".encode("utf-16-le"), "txt"),
        ("a.doc", "жай мәтін".encode(), "txt"),
        ("a.md", b"# x", "txt"),
        ("a.csv", b"a;b", "csv"),
        ("a.tsv", b"a\tb", "csv"),
        ("a.csv", make_xlsx(), "xlsx"),
        ("a.docx", make_xlsx(), "xlsx"),
        ("a.xls", to_bytes(docx.Document()), "docx"),
        ("a.docx", make_zip(word__document2__xml="x"), "docx"),
        ("a.odt", make_zip(mimetype="application/vnd.oasis.opendocument.text"), "odt"),
        ("a.bin", make_zip(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "ods"),
        ("a.zip", make_zip(x="y"), "zip"),
        ("a.pptx", make_zip(ppt__presentation="y"), "pptx"),
        ("a.xlsb", make_zip(**{"xl__workbook.bin": "y"}), "xlsb"),
        ("a.docx", b"PK\x03\x04broken", "docx"),
        ("a.xlsx", b"PK\x03\x04broken", "xlsx"),
        ("a.html", b"%PDF-1.4 <html>", "pdf"),
        ("a.doc", b"{\\rtf1 x}", "rtf"),
        ("a.doc", OLE + "WordDocument".encode("utf-16-le"), "doc"),
        ("a.doc", OLE + "Workbook".encode("utf-16-le"), "xls"),
        ("a.docx", OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted-office"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "jpeg"),
        ("a.txt", b"\x89PNG\r\n\x1a\n", "png"),
        ("a.tif", b"II*\x00", "tiff"),
        ("a.xml", b"<?xml version='1.0'?><list/>", "xml"),
        (
            "a.xls",
            b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'/>",
            "spreadsheet-xml",
        ),
        ("a.dat", bytes(range(256)) * 4, "dat"),
        ("a", bytes(range(256)) * 4, "binary"),
        ("a.json", b"{}", "json"),
    ],
)
def test_content_decides_before_the_ending(path: str, data: bytes, expected: str) -> None:
    assert detect_format(path, data) == expected


@pytest.mark.parametrize(
    "path",
    ["a.docx", "b/c.pdf", "b/тізім.xyz", "noending", "a.md", "read.txt", "a.yml", "meta.yml", "x.jsonl", "..\\a.txt"],
)
def test_documents(path: str) -> None:
    assert is_document(path)


@pytest.mark.parametrize(
    "path",
    [
        ".hidden", ".git/config", "a/.DS_Store", "folder.meta.yml", "a/b.docx.meta.yml", "truth.jsonl", "x/Counts.json",
        "manifest.jsonl", "README.md", "readme", "README.txt", "~$шешім.docx", "Thumbs.db", "",
        f"ab/{'ab' * 32}.bin",
    ],
)  # fmt: skip
def test_files_beside_documents(path: str) -> None:
    assert not is_document(path)
