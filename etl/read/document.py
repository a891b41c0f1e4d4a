"""One document: recognise its format, hand it to the reader of that format, turn failures into issues."""

from __future__ import annotations

import gc
import hashlib
from collections.abc import Callable
from importlib import import_module

from etl.read.detect import detect_format
from etl.read.limits import MAX_BYTES
from etl.read.result import Read, ReadError
from etl.records import Document, Issue

READERS = {
    "html": ("etl.read.html", "read_html"),
    "docx": ("etl.read.docx", "read_docx"),
    "xlsx": ("etl.read.xlsx", "read_xlsx"),
    "csv": ("etl.read.csv", "read_csv"),
    "txt": ("etl.read.txt", "read_txt"),
    "pdf": ("etl.read.pdf", "read_pdf"),
    "rtf": ("etl.read.rtf", "read_rtf"),
    "doc": ("etl.read.doc", "read_doc"),
    "odt": ("etl.read.odt", "read_odt"),
    "ods": ("etl.read.ods", "read_ods"),
    "xls": ("etl.read.xls", "read_xls"),
    "png": ("etl.read.image", "read_image"),
    "jpeg": ("etl.read.image", "read_image"),
    "tiff": ("etl.read.image", "read_image"),
    "bmp": ("etl.read.image", "read_image"),
    "gif": ("etl.read.image", "read_image"),
}
"""Format -> module and function that reads it; imported when first needed."""


def read_document(path: str, data: bytes) -> Document:
    """Return a document with its blocks; whatever cannot be read is an issue, never an exception.

    Args:
        path: path below the source folder.
        data: the bytes as received.
    """
    path = path.replace("\\", "/")
    sha256 = hashlib.sha256(data).hexdigest()
    name = detect_format(path, data) if data else "empty"
    read = _read(name, data)
    return Document(path, sha256, name, len(data), read.blocks, read.title, read.issues, read.encoding)


def _read(name: str, data: bytes) -> Read:
    if not data or not data.strip(b" \t\r\n\0"):
        return _refuse("empty_document", "The file is empty.")
    if len(data) > MAX_BYTES:
        message = f"The file has {len(data):,} bytes; at most {MAX_BYTES:,} are read."
        return _refuse("unreadable_document", message)
    if name not in READERS:
        return _refuse("unsupported_format", f"The format {name} is not read yet.")
    module, function = READERS[name]
    reader: Callable[[bytes], Read] = getattr(import_module(module), function)
    collecting = gc.isenabled()
    gc.disable()  # a document is hundreds of thousands of small objects without circles; collecting doubles the time
    try:
        read = reader(data)
    except RecursionError:
        return _refuse("unreadable_document", f"The {name} document is nested too deeply.")
    except Exception as error:  # a document from outside may break any library below; the reason becomes an issue
        return _refuse("unreadable_document", f"The {name} document cannot be read: {_reason(error)}")
    finally:
        if collecting:
            gc.enable()
    if not read.blocks and not any(issue.severity == "error" for issue in read.issues):
        issue = Issue("empty_document", f"The {name} document holds no text.", "error")
        return Read((), read.title, (*read.issues, issue), read.encoding)
    return read


def _refuse(code: str, message: str) -> Read:
    return Read((), None, (Issue(code, message, "error"),))


def _reason(error: Exception) -> str:
    """Return the reason in words; of foreign errors only the kind, since their messages may quote the document."""
    if isinstance(error, ReadError):
        return str(error)
    if isinstance(error, MemoryError):
        return "there is not enough memory for it"
    return f"its inside is not made as this format is ({type(error).__name__})"
