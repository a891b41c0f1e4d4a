"""Office packages (zip with XML parts): opened with guards against bombs, entities and broken parts."""

from __future__ import annotations

import io
import posixpath
import re
import zipfile

from lxml import etree

from etl.read.limits import MAX_PACKING_RATIO, MAX_PARTS, MAX_UNPACKED_BYTES, RATIO_FLOOR
from etl.read.result import ReadError

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_DOCUMENT_TYPE = re.compile(rb"<!(?:DOCTYPE|ENTITY)")
_HEAD = 65_536
_STRICT_NAMESPACE = b"http://purl.oclc.org/ooxml/"
_STRICT_TO_COMMON = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
)
"""Names of the strict variety of the format (ISO/IEC 29500) and of the common, transitional one."""


class PackageError(ReadError):
    """A package that is refused or broken; the message says why."""


class Package:
    """The parts of a docx or xlsx file.

    Args:
        data: the bytes of the file.

    Raises:
        PackageError: not a zip file, encrypted, or larger unpacked than the limits allow.
    """

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, EOFError) as error:
            raise PackageError(f"not a complete zip file ({error})") from error
        parts = self._zip.infolist()
        if len(parts) > MAX_PARTS:
            raise PackageError(f"{len(parts)} parts; at most {MAX_PARTS} are read")
        if sum(part.file_size for part in parts) > MAX_UNPACKED_BYTES:
            raise PackageError(f"more than {MAX_UNPACKED_BYTES:,} bytes when unpacked")
        for part in parts:
            if part.flag_bits & 1:
                raise PackageError("protected by a password")
            if part.file_size > RATIO_FLOOR and part.file_size > MAX_PACKING_RATIO * max(part.compress_size, 1):
                raise PackageError(f"a part unpacks to more than {MAX_PACKING_RATIO} times its size")
            if part.filename.endswith((".xml", ".rels")):
                self._refuse_document_type(part)
        self.names = {part.filename for part in parts}

    def _refuse_document_type(self, part: zipfile.ZipInfo) -> None:
        """Office files never declare a document type; where one is declared, it is to smuggle entities in."""
        try:
            with self._zip.open(part) as file:
                head = file.read(_HEAD)
        except Exception as error:  # zlib, CRC, seek errors: all mean a damaged part
            raise PackageError(f"the part {part.filename} is damaged ({type(error).__name__})") from error
        if _DOCUMENT_TYPE.search(head.replace(b"\0", b"")):
            raise PackageError(f"the part {part.filename} declares a document type, which office files never do")

    def read(self, name: str) -> bytes:
        """Return the bytes of a part.

        Raises:
            PackageError: the part is missing or damaged.
        """
        try:
            return self._zip.read(name)
        except KeyError as error:
            raise PackageError(f"the part {name} is missing") from error
        except Exception as error:  # zlib, CRC, seek errors: all mean a damaged part
            raise PackageError(f"the part {name} is damaged ({type(error).__name__})") from error

    def with_parts(self, changed: dict[str, bytes]) -> bytes:
        """Return the package anew with some parts replaced."""
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as new:
            for part in self._zip.infolist():
                new.writestr(part.filename, changed.get(part.filename) or self.read(part.filename))
        return buffer.getvalue()

    def parse(self, name: str) -> etree._Element:
        """Return the root of an XML part; entities are not resolved, nothing is fetched.

        Raises:
            PackageError: the part is missing or damaged.
        """
        data = self.read(name)
        if _STRICT_NAMESPACE in data:
            for strict, common in _STRICT_TO_COMMON:
                data = data.replace(strict, common)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True)
        try:
            return etree.fromstring(data, parser)
        except etree.XMLSyntaxError as error:
            raise PackageError(f"the part {name} is not valid XML (line {error.lineno})") from error

    def target_of(self, part: str, identifier: str | None) -> str | None:
        """Return the part that a relationship of a part names, None where there is none inside the package."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if relations not in self.names:
            return None
        for relation in self.parse(relations).iter(_RELATIONSHIP):
            if relation.get("Id") == identifier and relation.get("TargetMode") != "External":
                path = _resolve(folder, relation.get("Target") or "")
                return path if path in self.names else None
        return None

    def related(self, part: str) -> dict[str, list[str]]:
        """Return the parts related to a part: last word of the relationship type -> names, in order of id."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        found: dict[str, list[str]] = {}
        if relations not in self.names:
            return found
        for relation in self.parse(relations).iter(_RELATIONSHIP):
            target = relation.get("Target") or ""
            if relation.get("TargetMode") == "External" or not target:
                continue
            path = _resolve(folder, target)
            kind = (relation.get("Type") or "").rpartition("/")[2]
            if path in self.names:
                found.setdefault(kind, []).append(path)
        return found


def _resolve(folder: str, target: str) -> str:
    """Return the name of a part from the target of a relationship, which may be relative to a folder."""
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
