"""Which format the bytes of a document are in: the content decides, the ending only where it cannot."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import PurePosixPath

from etl.read.html import is_mhtml

_MAGIC = (
    (b"%PDF", "pdf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"),
    (b"{\\rtf", "rtf"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n", "png"),
    (b"GIF8", "gif"),
    (b"II*\x00", "tiff"),
    (b"MM\x00*", "tiff"),
    (b"BM", "bmp"),
    (b"Rar!", "rar"),
    (b"7z\xbc\xaf", "7z"),
    (b"\x1f\x8b", "gzip"),
    (b"AT&TFORM", "djvu"),
    (b"SQLite format 3", "sqlite"),
)
_HTML_START = re.compile(
    rb"\s*(?:<\?xml[^>]{0,200}\?>\s*|<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body|meta|title|table|div|p|h[1-6]"
    rb"|center|font|article|main|section|span|ul|ol|link|script|style)\b",
    re.IGNORECASE | re.DOTALL,
)
_HTML_TAGS = re.compile(rb"<(?:/?(?:html|body|table|tr|td|div|p|br|span|font|li|h[1-6]))\b[^<>]{0,300}>", re.IGNORECASE)
_SPREADSHEET_XML = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_WORD_XML = re.compile(rb"schemas.microsoft.com/office/word/2003/wordml|<pkg:package")
_ENDINGS = {
    ".html": "html", ".htm": "html", ".xhtml": "html", ".shtml": "html", ".mht": "html", ".mhtml": "html",
    ".csv": "csv", ".tsv": "csv", ".tab": "csv",
    ".txt": "txt", ".md": "txt", ".markdown": "txt", ".text": "txt",
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".xlsx": "xlsx", ".xlsm": "xlsx",
}  # fmt: skip
_TEXT_LIKE = {".doc", ".xls", ".asp", ".aspx", ".php", ".jsp", ""}

_BESIDE = re.compile(r"readme(\.\w+)*|[0-9a-f]{64}\.bin")
IGNORED_NAMES = frozenset(
    ("truth.jsonl", "documents.jsonl", "unparsed.jsonl", "private.jsonl", "planted.jsonl", "counts.json")
    + ("manifest.jsonl", "thumbs.db", "desktop.ini")
)
"""Files beside documents that are not documents, by full name in lower case."""


def is_document(path: str) -> bool:
    """Return whether a file below a source folder counts as a document.

    Left out: hidden files and folders, side-cars (``*.meta.yml``), lock files of office programs (``~$``), files called
    README, the bytes of an archive (``<checksum>.bin``), and ``IGNORED_NAMES``. Everything else counts, so that a file
    in a format that is not read becomes an issue instead of vanishing.

    Args:
        path: path below the source folder.
    """
    parts = PurePosixPath(path.replace("\\", "/")).parts
    if not parts or any(part.startswith(".") for part in parts if part not in (".", "..")):
        return False
    name = parts[-1].lower()
    if name.startswith("~$") or name.endswith(".meta.yml"):
        return False
    return name not in IGNORED_NAMES and not _BESIDE.fullmatch(name)


def detect_format(path: str, data: bytes) -> str:
    """Return ``html``, ``docx``, ``xlsx``, ``csv``, ``txt``, or the name of a format that is not read.

    Args:
        path: path or name; its ending counts only where the content leaves the question open.
        data: the bytes.
    """
    ending = PurePosixPath(path.lower()).suffix
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return _name_ole(data, ending) if name == "ole" else name
    if data[:4] in (b"PK\x03\x04", b"PK\x05\x06") or (b"PK\x03\x04" in data[:8] and ending in (".docx", ".xlsx")):
        return _name_zip(data, ending)
    head = data[:4096].removeprefix(b"\xef\xbb\xbf")
    if is_mhtml(data) or _HTML_START.match(_narrow(head)):
        return _name_markup(head)
    known = _ENDINGS.get(ending)
    if known in ("docx", "xlsx"):
        return known if not _looks_like_text(data) else "txt"
    if head.lstrip().startswith(b"<?xml"):
        return _name_markup(head) if known != "html" else "html"
    if not _looks_like_text(data):
        return ending.lstrip(".") or "binary"
    if known == "csv":
        return "csv"
    if known == "html" or len(_HTML_TAGS.findall(_narrow(data[:20_000]))) >= 5:
        return "html"
    if known == "txt" or ending in _TEXT_LIKE:
        return "txt"
    return ending.lstrip(".")


def _narrow(head: bytes) -> bytes:
    """Return UTF-16 text as single bytes, so that tags can be looked for."""
    if head[:2] in (b"\xff\xfe", b"\xfe\xff") or head[:200].count(0) > 60:
        return head.replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    return head


def _looks_like_text(data: bytes) -> bool:
    """Whether bytes can be text: no zero bytes but those of UTF-16, and few control characters."""
    sample = data[:8192]
    if sample[:2] in (b"\xff\xfe", b"\xfe\xff") or sample[:4] == b"\xff\xfe\0\0":
        return True
    zeros = sample.count(0)
    if zeros:
        places = [index for index, byte in enumerate(sample) if byte == 0]
        return zeros > len(sample) // 20 and len({place % 2 for place in places}) == 1
    controls = sum(byte < 9 or 13 < byte < 32 for byte in sample)
    return controls <= len(sample) // 50


def _name_markup(head: bytes) -> str:
    if _SPREADSHEET_XML.search(head) and b"<Workbook" in head:
        return "spreadsheet-xml"
    if _WORD_XML.search(head):
        return "word-xml"
    if _HTML_START.match(_narrow(head)) or is_mhtml(head):
        return "html"
    return "xml"


def _name_ole(data: bytes, ending: str) -> str:
    """Return which of the old office formats a compound file is, by the names of its streams."""
    if "WordDocument".encode("utf-16-le") in data:
        return "doc"
    if "Workbook".encode("utf-16-le") in data or "Book".encode("utf-16-le") in data:
        return "xls"
    if "EncryptedPackage".encode("utf-16-le") in data:
        return "encrypted-office"
    return ending.lstrip(".") or "ole"


def _name_zip(data: bytes, ending: str) -> str:
    """Return what a zip container holds, by its parts."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype").decode("ascii", errors="replace")
                return {"text": "odt", "spreadsheet": "ods"}.get(kind.rpartition(".")[2].strip(), "zip")
    except (zipfile.BadZipFile, OSError, ValueError, RuntimeError, NotImplementedError, EOFError):
        return _ENDINGS.get(ending, "zip") if ending in (".docx", ".docm", ".xlsx", ".xlsm") else "zip"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if "xl/workbook.xml" in names or any(name.startswith("xl/worksheets/") for name in names):
        return "xlsx"
    if "xl/workbook.bin" in names:
        return "xlsb"
    if any(name.startswith("ppt/") for name in names):
        return "pptx"
    known = _ENDINGS.get(ending)
    return known if known in ("docx", "xlsx") else "zip"
