from __future__ import annotations

import hashlib
import io
import random
import zipfile

import docx
import openpyxl
import pytest

from etl.read import document as document_module
from etl.read import limits, package, read_document
from tests.etl.read.blocks import codes, texts
from tests.etl.read.docx_files import to_bytes


def make_word(text: str = "Оспанова Сәния") -> bytes:
    word = docx.Document()
    word.add_paragraph(text)
    return to_bytes(word)


def make_bomb(name: str, size: int) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", "<x/>")
        archive.writestr(name, bytes(size))
    return buffer.getvalue()


def test_path_checksum_size_and_format() -> None:
    data = "Оспанова Сәния".encode()
    document = read_document("а\\б.txt", data)
    assert document.path == "а/б.txt"
    assert document.sha256 == hashlib.sha256(data).hexdigest()
    assert (document.size, document.format, document.encoding) == (len(data), "txt", "utf-8")


@pytest.mark.parametrize("data", [b"", b"  \r\n\t", b"\0\0"])
@pytest.mark.parametrize("path", ["a.docx", "a.html", "a.txt", "a.pdf"])
def test_an_empty_file_is_an_issue(path: str, data: bytes) -> None:
    document = read_document(path, data)
    assert (codes(document), document.blocks) == (["empty_document"], ())


@pytest.mark.parametrize(
    ("path", "data", "name"),
    [
        ("a.7z", b"7z\xbc\xaf\x27\x1c", "7z"),
        ("a.gz", b"\x1f\x8b\x08", "gzip"),
        ("a.pdf", b"SQLite format 3\0", "sqlite"),
        ("a.json", b"{}", "json"),
    ],
)
def test_a_format_that_is_not_read_is_an_issue_that_names_it(path: str, data: bytes, name: str) -> None:
    [issue] = read_document(path, data).issues
    assert (issue.code, issue.severity) == ("unsupported_format", "error")
    assert f"format {name} " in issue.message


def test_a_file_above_the_limit_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document_module, "MAX_BYTES", 10)
    assert codes(read_document("a.txt", b"x" * 11)) == ["unreadable_document"]
    assert codes(read_document("a.txt", b"x" * 10)) == []


@pytest.mark.parametrize("path", ["a.docx", "a.xlsx"])
def test_a_zip_bomb_is_refused_by_its_ratio(path: str) -> None:
    document = read_document(path, make_bomb("word/media/x", limits.RATIO_FLOOR + 1))
    [issue] = document.issues
    assert issue.code == "unreadable_document"
    assert "times its size" in issue.message


def test_a_zip_bomb_is_refused_by_its_size_and_its_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    data = make_word()
    monkeypatch.setattr(package, "MAX_PARTS", 2)
    assert "parts" in read_document("a.docx", data).issues[0].message
    monkeypatch.setattr(package, "MAX_PARTS", 1000)
    monkeypatch.setattr(package, "MAX_UNPACKED_BYTES", 100)
    assert "unpacked" in read_document("a.docx", data).issues[0].message


def test_entities_are_not_expanded_and_nothing_is_fetched() -> None:
    entities = "<!ENTITY a 'ха'><!ENTITY b '&a;&a;'><!ENTITY s SYSTEM 'file:///etc/passwd'>"
    laughs = f"<!DOCTYPE x [{entities}]><html><p>1 &b; &s;</p>"
    assert "root:" not in " ".join(texts(read_document("a.html", laughs.encode())))
    for part in ("word/document.xml", "xl/workbook.xml"):
        for encoding in ("utf-8", "utf-16"):
            buffer = io.BytesIO()
            with zipfile.ZipFile(buffer, "w") as archive:
                archive.writestr(part, laughs.encode(encoding))
            [issue] = read_document("a.bin", buffer.getvalue()).issues
            assert "document type" in issue.message


def test_cut_and_damaged_files_never_raise() -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Ким А."
    buffer = io.BytesIO()
    book.save(buffer)
    chance = random.Random(7)
    for path, data in (("a.docx", make_word()), ("a.xlsx", buffer.getvalue())):
        for part in range(1, 10):
            document = read_document(path, data[: len(data) * part // 10])
            assert codes(document) == ["unreadable_document"], part
        for _ in range(60):
            damaged = bytearray(data)
            for _ in range(20):
                damaged[chance.randrange(len(damaged))] = chance.randrange(256)
            read_document(path, bytes(damaged))


def test_noise_under_any_name_never_raises() -> None:
    chance = random.Random(11)
    for ending in ("html", "csv", "txt", "docx", "xlsx", "md", "mht", ""):
        for size in (1, 7, 300, 5000):
            document = read_document(f"a.{ending}", chance.randbytes(size))
            assert document.blocks or document.issues


def test_a_fault_in_a_reader_becomes_an_issue(monkeypatch: pytest.MonkeyPatch) -> None:
    for error in (ValueError("Ким А., +7 701"), RecursionError(), MemoryError()):

        def fail(_: bytes, error: BaseException = error) -> None:
            raise error

        monkeypatch.setattr("etl.read.txt.read_txt", fail)
        [issue] = read_document("a.txt", b"x").issues
        assert issue.code == "unreadable_document"
        assert "701" not in issue.message
