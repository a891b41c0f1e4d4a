"""Zip packages with the same bytes every time: fixed times, fixed order."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

_MOMENT = (2024, 1, 1, 0, 0, 0)


def pack_parts(parts: dict[str, str]) -> bytes:
    """Pack the parts of an Office document into its zip file.

    Args:
        parts: path inside the package -> text of the part, in the order in which they are written
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as package:
        for path, text in parts.items():
            info = zipfile.ZipInfo(path, _MOMENT)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 0  # else the bytes depend on the machine
            package.writestr(info, text.encode("utf-8"))
    return buffer.getvalue()


def escape_text(text: str) -> str:
    """Escape text for XML."""
    return escape(text)
