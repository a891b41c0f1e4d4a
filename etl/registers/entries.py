"""From a register (CSV with a side-car that says ``content: register``) to entries: a name, a party, what is said."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping
from typing import Any

from etl.coding import Coded
from etl.identifiers import stable_id
from etl.normalise.names import parse_name
from etl.normalise.nominators import code_nominator
from etl.normalise.places import find_district, find_region
from etl.normalise.privacy import redact
from etl.read.csv import read_csv
from etl.records import Row as Record
from etl.records import Table
from etl.sources import Source
from models.reference import Pack

Row = dict[str, Any]

TIES = {
    "member": "stated_member",
    "branch_officer": "stated_member",
    "candidate": "listed_candidate",
    "deputy": "listed_candidate",
    "organisation": "org_tie",
}
"""What a register says -> kind of tie; ``organisation`` is a tie of a body to a party, the others are of persons.

A deputy counts as elected from the party's list of candidates."""

FIELDS = (
    "name",
    "surname",
    "given_name",
    "patronymic",
    "organisation",
    "birth_year",
    "party",
    "says",
    "position",
    "region_id",
    "district",
    "valid_from",
    "valid_to",
)
"""Columns of a register; a heading of another wording is mapped by ``columns`` in the side-car."""

_YEAR = re.compile(r"(?:19|20)\d\d")


class RegisterError(ValueError):
    """A line of a register that cannot be used: the message names field and value."""


def read_register(source: Source, data: bytes, pack: Pack) -> Coded:
    """Read a register; a line that cannot be used is an issue with its text and stops nothing else.

    Args:
        source: path, digest and side-cars.
        data: bytes of the file.
        pack: parties and districts.
    """
    read = read_csv(data)
    table = next((block for block in read.blocks if isinstance(block, Table)), None)
    coded = Coded(document=_document(source, len(data)))
    if table is None or not table.rows:
        coded.issues.append(_issue(source, "register_empty", "the register holds no table", "{}", None))
        return coded
    headings = _map_headings(table.rows[0], dict(source.side_car.columns))
    missing = [name for name in ("party", "says") if name not in headings.values()]
    named = bool({"name", "surname", "organisation"} & set(headings.values()))
    if missing or not named:
        wanted = ", ".join([*missing, *([] if named else ["name or surname"])])
        message = f"the register lacks the columns {wanted}; `columns` in its side-car maps other headings"
        coded.issues.append(_issue(source, "register_columns", message, "{}", None))
        return coded
    for record in table.rows[1:]:
        cells = {headings[c.column]: c.text.strip() for c in record.cells if c.column in headings and c.text.strip()}
        locator = record.cells[0].locator.to_json() if record.cells else "{}"
        line = " | ".join(cell.text for cell in record.cells)
        try:
            coded.registers.append(_entry(source, cells, locator, pack))
        except RegisterError as problem:
            coded.issues.append(_issue(source, "register_line", str(problem), locator, redact(line).text))
    coded.document["list_lines"] = len(table.rows) - 1
    coded.document["used_lines"] = len(coded.registers)
    return coded


def _map_headings(record: Record, columns: Mapping[str, str]) -> dict[int, str]:
    mapped = {}
    for cell in record.cells:
        printed = cell.text.strip()
        field = columns.get(printed, printed.lower())
        if field in FIELDS:
            mapped[cell.column] = field
    return mapped


def _entry(source: Source, cells: Mapping[str, str], locator: str, pack: Pack) -> Row:
    says = cells.get("says", "").lower()
    if says not in TIES:
        raise RegisterError(f"says {cells.get('says', '')!r} is none of {', '.join(TIES)}")
    body = cells.get("organisation") if says == "organisation" else None
    if says == "organisation" and not body:
        raise RegisterError("organisation '' is empty")
    surname, given, patronymic = (None, None, None) if body else _name(cells)
    region, district = _place(cells, source, pack)
    return {
        "entry_id": stable_id("r", source.sha256, locator),
        "document_path": source.path,
        "locator": locator,
        "name_as_printed": body or cells.get("name") or " ".join(filter(None, (surname, given, patronymic))),
        "surname": surname,
        "given_name": given,
        "patronymic": patronymic,
        "birth_year": _year(cells.get("birth_year")),
        "party_id": _party(cells.get("party", ""), pack),
        "tie": TIES[says],
        "says": says,
        "position": cells.get("position"),
        "region_id": region,
        "district_id": district,
        "valid_from": _day("valid_from", cells.get("valid_from")) or source.side_car.as_of,
        "valid_to": _day("valid_to", cells.get("valid_to")),
    }


def _name(cells: Mapping[str, str]) -> tuple[str | None, str | None, str | None]:
    if cells.get("surname"):
        return cells["surname"], cells.get("given_name"), cells.get("patronymic")
    parsed = parse_name(cells.get("name", ""))
    if parsed is None or not parsed.surname:
        raise RegisterError(f"name {cells.get('name', '')!r} is not understood")
    return parsed.surname, parsed.given_name, parsed.patronymic


def _place(cells: Mapping[str, str], source: Source, pack: Pack) -> tuple[str | None, str | None]:
    """Return region and district; a printed place the pack does not know is an error, since it decides who is meant."""
    car = source.side_car
    region, district = cells.get("region_id") or car.region_id, cells.get("district") or car.district
    if region and region not in pack.region_by_id:
        found = find_region(region, pack)
        if found is None:
            raise RegisterError(f"region_id {region!r} is not known")
        region = found.region_id
    if not district:
        return region, None
    match = find_district(district, pack, region, bare_names=True)
    if match is None or match.district_id is None:
        raise RegisterError(f"district {district!r} is not known, or there are several of that name")
    return region or pack.district_by_id[match.district_id].region_on(None), match.district_id


def _party(text: str, pack: Pack) -> str:
    if text in pack.party_by_id:
        return text
    found = code_nominator(text, pack).party_id if text else None
    if found is None:
        raise RegisterError(f"party {text!r} is not known")
    return found


def _year(text: str | None) -> int | None:
    if not text:
        return None
    found = _YEAR.findall(text)  # of a full day of birth only the year is taken
    if len(found) != 1:
        raise RegisterError(f"birth_year {redact(text).text!r} is no year")
    return int(found[0])


def _day(field: str, text: str | None) -> dt.date | None:
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as error:
        raise RegisterError(f"{field} {text!r} is no day (year-month-day)") from error


def _document(source: Source, size: int) -> Row:
    car = source.side_car
    return {
        "document_path": source.path,
        "sha256": source.sha256,
        "format": "register",
        "bytes": size,
        "publisher": car.publisher,
        "source_url": car.source_url,
        "retrieved_on": car.retrieved_on,
        "as_of": car.as_of,
        "is_simulated": bool(car.is_simulated),
        "status": "loaded",
        "decisions": 0,
        "seats": 0,
    }


def _issue(source: Source, code: str, message: str, locator: str, text: str | None) -> Row:
    return {
        "issue_id": stable_id("i", source.path, code, locator),
        "document_path": source.path,
        "locator": locator,
        "severity": "error",
        "code": code,
        "message": message,
        "text": text,
    }
