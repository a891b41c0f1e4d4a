"""Lists of candidates, deputies and officers, read beside the commissions."""

from __future__ import annotations

from models.schema.codes import REGISTER_WORDS, TIE_KINDS
from models.schema.table import Column, Table

REGISTERS = Table(
    "registers",
    "One line of a register of a party's candidates, deputies, officers or members; leaves only with rows for review.",
    ("entry_id",),
    (
        Column("entry_id", "string", "Stable id, derived from register and line.", required=True),
        Column("document_path", "string", "The register.", required=True),
        Column("locator", "json", "Line in it."),
        Column("name_as_printed", "string", "Name as printed.", required=True),
        Column("surname", "string", "Surname."),
        Column("given_name", "string", "Given name."),
        Column("patronymic", "string", "Patronymic."),
        Column("birth_year", "integer", "Year of birth, where printed."),
        Column("party_id", "string", "Party.", required=True),
        Column("tie", "string", "Kind of tie it makes.", TIE_KINDS, required=True),
        Column("says", "string", "What the register says of the person.", REGISTER_WORDS, required=True),
        Column("position", "string", "Position or place on the list, as printed."),
        Column("region_id", "string", "Region it speaks of."),
        Column("district_id", "string", "District it speaks of."),
        Column("valid_from", "date", "From this day."),
        Column("valid_to", "date", "Until this day."),
        Column("org_id", "string", "Organisation the line speaks of, where it is one and is known."),
        Column("person_id", "string", "Person, where it is established."),
        Column("link", "string", "On what ground.", ("name_and_birth_year", "judged")),
        Column("likely", "json", "Statements with a like name that wait for a judgement."),
    ),
    exported=False,
    review=True,
)
