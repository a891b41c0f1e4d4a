"""Is an answer a document of a kind we read? Its bytes decide; what the server calls it can only rule it out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from etl.fetch.errors import RefusedError
from etl.read import detect_format

_NEVER = (
    "video/",
    "audio/",
    "font/",
    "text/css",
    "text/javascript",
    "application/javascript",
    "application/x-msdownload",
)
_FILES = frozenset(
    (".pdf", ".doc", ".docx", ".rtf", ".odt", ".xls", ".xlsx", ".ods", ".csv")
    + (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".gif")
)
ENDINGS = {"jpeg": ".jpg", "tiff": ".tif"}
"""Kind -> ending of the file, where it is not the name of the kind."""


def check_announced(content_type: str) -> None:
    """Refuse an answer for its announced type, before its body is read.

    Args:
        content_type: as the server says; empty where it says nothing.

    Raises:
        RefusedError: no document is ever of this type.
    """
    kind = content_type.partition(";")[0].strip().lower()
    if kind.startswith(_NEVER):
        raise RefusedError(f"the server sends {kind}, which is not a document")


def check_kind(address: str, content_type: str, data: bytes, wanted: Sequence[str]) -> str:
    """Return the kind of file an answer is.

    Args:
        address: it was asked for at; its ending says what was promised.
        content_type: as the server says.
        data: the bytes.
        wanted: kinds that are taken.

    Raises:
        RefusedError: it is empty, of another kind, or a page where a file was promised (a page of errors, a login).
    """
    if not data.strip(b" \t\r\n\0"):
        raise RefusedError("the file is empty")
    path = unquote(urlsplit(address).path)
    kind = detect_format(path, data)
    ending = PurePosixPath(path.lower()).suffix
    # An old .doc may be a web page inside; then the server does not call it one.
    if kind == "html" and ending in _FILES and content_type.partition(";")[0].strip().lower() == "text/html":
        raise RefusedError(f"the address promises {ending}, the server sends a web page")
    if kind not in wanted:
        raise RefusedError(f"the file is {kind}, not one of {', '.join(wanted)}")
    return kind


def ending_of(kind: str) -> str:
    """Return the ending of files of a kind.

    Args:
        kind: as `check_kind` names it.
    """
    return ENDINGS.get(kind, f".{kind}")
