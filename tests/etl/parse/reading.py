"""Short ways to read a document in a test."""

from __future__ import annotations

from etl.parse.document import parse_document
from etl.read import read_document
from etl.records import Parsed, SideCar, Statement
from models.reference import load_pack

HEAD_RU = "РЕШЕНИЕ\nАйтекебийского районного маслихата Актюбинской области\nот 24 января 2024 года № 15-3\n"
HEAD_KK = "ШЕШІМ\nАқтөбе облысы Әйтеке би аудандық мәслихатының\n2024 жылғы 24 қаңтардағы № 15-3\n"


def read(text: str, path: str = "list.txt", **side_car: object) -> Parsed:
    """Read and parse a document given as text."""
    document = read_document(path, text.encode("utf-8"))
    return parse_document(document, SideCar(**side_car), load_pack())  # type: ignore[arg-type]


def brief(statement: Statement) -> tuple[str, int | None, str, str, str]:
    """Action, commission number, surname, given name and role of a statement."""
    s = statement
    return (s.action, s.commission.number, s.surname or "", s.given_name or "", s.role)


def briefs(text: str, path: str = "list.txt", **side_car: object) -> list[tuple[str, int | None, str, str, str]]:
    """Read a document and return its statements in brief."""
    return [brief(s) for s in read(text, path, **side_car).statements]


def codes(parsed: Parsed) -> list[str]:
    """Codes of the issues of a document."""
    return [issue.code for issue in parsed.issues]
