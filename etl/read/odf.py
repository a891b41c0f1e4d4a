"""What texts and workbooks of OpenDocument have in common: the package, rows and cells."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from etl.read.package import Package, PackageError

TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
DRAW = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"

MAX_REPEATED = 1_000
"""Repeated cells or rows beyond this are the empty rest of a sheet."""


def open_content(package: Package) -> tuple[etree._Element, etree._Element | None]:
    """Return the content of a package and, where it has them, its styles.

    Args:
        package: the file.

    Raises:
        PackageError: it is broken or protected.
    """
    if "META-INF/manifest.xml" in package.names and b"encryption-data" in package.read("META-INF/manifest.xml"):
        raise PackageError("protected by a password")
    styles = package.parse("styles.xml") if "styles.xml" in package.names else None
    return package.parse("content.xml"), styles


def find_title(package: Package) -> str | None:
    """Return the title a file gives itself.

    Args:
        package: the file.
    """
    if "meta.xml" not in package.names:
        return None
    try:
        return " ".join((package.parse("meta.xml").findtext(f".//{_TITLE}") or "").split()) or None
    except PackageError:
        return None


def read_count(element: etree._Element, name: str) -> int:
    """Return a number of an element, 1 where it is not given.

    Args:
        element: any.
        name: of the attribute.
    """
    value = element.get(name) or "1"
    return max(1, int(value)) if value.isdigit() else 1


def list_rows(table: etree._Element) -> Iterator[tuple[etree._Element, bool, int]]:
    """Yield rows with whether they are headings, and the number of each, from 1.

    Args:
        table: the element of a table.
    """
    number = 1
    for element in table.iter(f"{TABLE}table-row"):
        if next(element.iterancestors(f"{TABLE}table")) is not table:
            continue
        parent = element.getparent()
        header = parent is not None and parent.tag == f"{TABLE}table-header-rows"
        repeated = read_count(element, f"{TABLE}number-rows-repeated")
        filled = any(True for _ in element.iter(f"{TEXT}p"))
        for index in range(min(repeated, MAX_REPEATED) if filled else 1):
            yield element, header, number + index
        number += repeated


def list_cells(row: etree._Element) -> Iterator[tuple[etree._Element, int]]:
    """Yield cells with their column, from 0.

    Args:
        row: the element of a row.
    """
    column = 0
    for cell in row:
        if cell.tag not in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell"):
            continue
        repeated = read_count(cell, f"{TABLE}number-columns-repeated")
        for index in range(repeated if len(cell) and repeated <= MAX_REPEATED else 1):
            yield cell, column + index
        column += repeated
