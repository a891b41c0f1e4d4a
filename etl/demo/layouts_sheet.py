"""Formation acts as workbooks and CSV files."""

from __future__ import annotations

from etl.demo.blocks import Sheet
from etl.demo.draft import Draft
from etl.demo.layouts_table import head_of, invent_private, place_line
from etl.demo.records import Entry, Roster
from etl.demo.wording import cite_act, print_title

_PARTS = ("surname", "given", "patronymic")


def _header(draft: Draft, columns: tuple[str, ...]) -> list[str | int | None]:
    return [draft.say(f"column.{column}") for column in columns]


def _role(draft: Draft, entry: Entry) -> str:
    role = draft.printer.role(entry, "short")
    return role[0].upper() + role[1:] if draft.tongue == "ru" else role


def _cite(draft: Draft) -> str:
    return cite_act(draft.data, draft.act, draft.tongue)


def _print(
    draft: Draft, entry: Entry, columns: tuple[str, ...], number: int, label: str | int
) -> list[str | int | None]:
    """Print one member as cells and record the truth."""
    printer = draft.printer
    has = set(columns)
    name = printer.name(entry.person, entry.surname)
    nominator, employer, job = printer.nominator(entry.nominator), printer.employer(entry), printer.job(entry)
    with_year = bool(has & {"year", "born"})
    draft.add(entry, name, role=entry.role, nominator=nominator, employer=employer, job=job, year=with_year)
    born, address, phone = invent_private(draft, entry) if "born" in has else ("", "", "")
    values: dict[str, str | int | None] = {
        "number": number, "precinct": label, "body": label, "decision": _cite(draft), "name": name.text,
        "surname": name.surname, "given": name.given, "patronymic": name.patronymic, "year": entry.person.birth_year,
        "status": _role(draft, entry), "role": printer.role(entry, "short"), "nominator": nominator,
        "employer": employer, "job": job or None, "born": born, "address": address, "phone": phone,
        "work": printer.work(entry, "job_first" if number % 2 and "born" not in has else "employer_first"),
    }  # fmt: skip
    return [values[column] for column in columns]


def _vacant(draft: Draft, columns: tuple[str, ...], number: int, label: str | int) -> list[str | int | None]:
    """Print a vacant seat: the words stand where the name or the surname would."""
    text = draft.vacancy()
    values: dict[str, str | int | None] = {
        "number": number, "precinct": label, "body": label, "decision": _cite(draft), "name": text, "surname": text
    }  # fmt: skip
    return [values.get(column) for column in columns]


def _rows(
    draft: Draft, roster: Roster, columns: tuple[str, ...], label: str | int, first: int = 1
) -> list[list[str | int | None]]:
    members = draft.members(roster)
    rows = [_print(draft, entry, columns, number, label) for number, entry in enumerate(members, first)]
    rows += [_vacant(draft, columns, first + len(members) + extra, label) for extra in range(roster.vacancies)]
    return rows


def lay_flat_sheet(draft: Draft) -> list[Sheet]:
    """One sheet: two title rows, then one row per member with separate parts of the name."""
    columns = ("number", "precinct", *_PARTS, "year", "status", "nominator", "employer", "job")
    sheet = Sheet(draft.say("sheet.tab"), widths=[6, 12, 20, 16, 20, 12, 22, 45, 45, 28])
    sheet.rows = [[print_title(draft.data, draft.act, draft.tongue)], [f"({_cite(draft)})"], []]
    sheet.merged = [(1, 1, len(columns)), (2, 1, len(columns))]
    sheet.rows.append(_header(draft, columns))
    number = 1
    for roster in draft.act.rosters:
        commission = roster.commission
        label = commission.number if commission.level == "PEC" and commission.number else head_of(draft, roster)
        rows = _rows(draft, roster, columns, label, number)
        number += len(rows)
        sheet.rows += rows
    return [sheet]


def lay_sheet_per_commission(draft: Draft) -> list[Sheet]:
    """One sheet per commission with the number in the title and in the heading."""
    columns = ("number", "name", "role", "work", "nominator")
    sheets = []
    cite = _cite(draft)
    for roster in draft.act.rosters:
        commission = roster.commission
        short = draft.say(f"sheet.tab_{commission.level}")
        sheet = Sheet(f"{short} {commission.number}" if commission.number else short, widths=[5, 38, 26, 60, 50])
        sheet.rows = [[head_of(draft, roster)], [place_line(draft, roster)], [cite[0].upper() + cite[1:]], []]
        sheet.merged = [(row, 1, len(columns)) for row in (1, 2, 3)]
        sheet.rows += [_header(draft, columns), *_rows(draft, roster, columns, "")]
        sheets.append(sheet)
    return sheets


def lay_personal_sheet(draft: Draft) -> list[Sheet]:
    """Commission in a merged row; birth dates, home addresses and telephones beside the members (private data)."""
    columns = ("number", "name", "born", "role", "work", "nominator", "address", "phone")
    sheet = Sheet(draft.say("sheet.list"), widths=[5, 36, 12, 22, 55, 45, 36, 20])
    sheet.rows = [[print_title(draft.data, draft.act, draft.tongue)], [_cite(draft)], []]
    sheet.merged = [(1, 1, len(columns)), (2, 1, len(columns))]
    sheet.rows.append(_header(draft, columns))
    for roster in draft.act.rosters:
        sheet.rows.append([head_of(draft, roster)])
        sheet.merged.append((len(sheet.rows), 1, len(columns)))
        sheet.rows += _rows(draft, roster, columns, "")
    draft.notes.append("birth dates, home addresses and telephones must not be kept")
    return [sheet]


def lay_csv_plain(draft: Draft) -> list[Sheet]:
    """CSV; the act stands in the first column of every row."""
    columns = ("decision", "body", *_PARTS, "year", "role", "nominator", "employer", "job")
    sheet = Sheet("", [_header(draft, columns)])
    for roster in draft.act.rosters:
        sheet.rows += _rows(draft, roster, columns, head_of(draft, roster))
    return [sheet]


def lay_csv_snapshot(draft: Draft) -> list[Sheet]:
    """CSV without any act, under a title line: a list as it stands on a day that only the side-car gives."""
    columns = ("body", "name", "role", "nominator", "employer", "job")
    draft.has_number = False
    draft.notes.append("no act is named; the day stands in the side-car")
    sheet = Sheet("", [[draft.say("sheet.snapshot"), *[None] * (len(columns) - 1)], _header(draft, columns)])
    for roster in draft.act.rosters:
        sheet.rows += _rows(draft, roster, columns, head_of(draft, roster))
    return [sheet]
