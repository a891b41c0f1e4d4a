"""Word lists: posts in a commission, levels of commissions, headings of columns, words of acts."""

from typing import Annotated, Literal

from pydantic import Field

from models.reference.entries import Entry, Names, Strict, Text

Level = Literal["CEC", "TEC", "DEC", "PEC"]
Phrases = Annotated[tuple[Text, ...], Field(min_length=1)]


class Role(Strict):
    """A post in a commission with its printed phrases; `counts` is false where the person is no member."""

    code: Literal["chair", "deputy_chair", "secretary", "member", "advisory"]
    phrases: Phrases
    counts: bool = True


class NeverRole(Strict):
    """Posts that look like one of a commission and never are."""

    phrases: Phrases
    note: str | None = None


class Roles(Entry):
    """`roles.yml`: roles in order of precedence, and posts that are never roles."""

    roles: tuple[Role, ...]
    never_roles: tuple[NeverRole, ...] = ()


class CommissionLevel(Strict):
    """A level of commissions with its names, phrases, short forms and words for its station."""

    level: Level
    names: Names
    phrases: Phrases
    abbreviations: tuple[Text, ...] = ()
    stations: tuple[Text, ...] = ()


class AmbiguousLevel(Strict):
    """A short form that two levels share."""

    abbreviation: Text
    levels: tuple[Level, ...]
    note: str | None = None


class SubKind(Strict):
    """A kind of territorial commission, by the place it belongs to."""

    kind: Literal["region", "district", "city"]
    phrases: Phrases


class Commissions(Entry):
    """`commissions.yml`: levels in order of precedence."""

    levels: tuple[CommissionLevel, ...]
    ambiguous: tuple[AmbiguousLevel, ...] = ()
    sub_kinds: tuple[SubKind, ...] = ()


ColumnField = Literal[
    "number",
    "name",
    "surname",
    "given_name",
    "patronymic",
    "old_surname",
    "role",
    "nominator",
    "employer",
    "job_title",
    "employer_job",
    "birth_date",
    "birth_year",
    "education",
    "party_membership",
    "address",
    "phone",
    "email",
    "iin",
    "nationality",
    "gender",
    "experience",
    "commission",
    "commission_number",
    "declared",
    "voters",
    "decision",
    "released",
    "elected",
    "reason",
    "settlement",
    "district",
    "region",
    "venue",
    "note",
]


class Column(Strict):
    """The meaning of a column and the headings that announce it.

    A field may stand twice, once with narrow and once with wide phrases; the order of the file decides.
    """

    field: ColumnField
    phrases: Phrases
    unless: tuple[Text, ...] = ()
    use: Literal["read", "private", "ignored"] = "read"


class Columns(Entry):
    """`columns.yml`: meanings of columns in order of precedence."""

    columns: tuple[Column, ...]


class ActWord(Strict):
    """What a group of words in an act says."""

    code: Text
    phrases: Phrases
    note: str | None = None


class Acts(Entry):
    """`acts.yml`: words by what they say."""

    words: tuple[ActWord, ...]
