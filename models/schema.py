"""Every table and column of the product, once: name, type, meaning, codes.

The database, the checks, ``docs/data-dictionary.md`` and the data package are generated from this module.
Names and codes of exported tables are a public promise: they may grow, never change.
"""

from __future__ import annotations

from dataclasses import dataclass

DUCKDB_TYPES = {
    "string": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "json": "VARCHAR",
}
"""Frictionless type names -> DuckDB types. ``json`` is a list or object written as JSON text in one cell."""

LEVELS = ("CEC", "TEC", "DEC", "PEC")
ROLES = ("chair", "deputy_chair", "secretary", "member", "unknown")
ACTIONS = ("elected", "released", "renamed", "appointed")
DECISION_KINDS = ("formation", "replacement", "release", "surname_change", "notice", "other")
NOMINATOR_KINDS = (
    "party",
    "association",
    "higher_commission",
    "residents",
    "workplace_collective",
    "state_body",
    "self",
    "unknown",
)
EMPLOYER_TYPES = (
    "school",
    "preschool",
    "college",
    "university",
    "extracurricular",
    "hospital",
    "clinic",
    "culture",
    "library",
    "sport",
    "akim_office",
    "department",
    "enterprise",
    "court",
    "other",
    "none",
    "unknown",
)
EMPLOYER_SECTORS = (
    "education",
    "health",
    "culture_sport",
    "social",
    "local_executive",
    "representative_body",
    "central_state",
    "law_enforcement",
    "utilities_transport",
    "finance",
    "agriculture",
    "other_business",
    "civic",
    "party",
    "election_body",
    "religious",
    "pensioner",
    "student",
    "unemployed",
    "self_employed",
    "unknown",
)
OWNERSHIPS = ("public", "private", "civic", "none", "unknown")
DATE_BASES = ("decision", "snapshot", "unknown")
LANGUAGES = ("kk", "ru", "mixed", "unknown")
GENDERS = ("f", "m", "unknown")
TIE_KINDS = ("nominated_by", "employed_by", "stated_member", "earlier_nominee", "org_tie", "listed_candidate")
FINDING_STATUSES = ("pass", "breach", "flag", "unknown", "not_applicable")
DOCUMENT_STATUSES = ("loaded", "queued", "left_out", "failed")
SEVERITIES = ("error", "warning", "info")
REGISTER_WORDS = ("member", "branch_officer", "candidate", "deputy")
CORRECTION_OUTCOMES = ("applied", "proposed", "withdrawn", "outdated", "unknown_row", "invalid")
PARENT_BASES = ("printed", "rule")
SCOPES = ("country", "region", "district")
CANDIDATE_STATUSES = ("merged", "review", "conflict", "same", "different", "unsure")
"""merged: by the program; review: for a person to look at; conflict: likely, but something forbids it; the rest: as
judged in the ledger."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its name, Frictionless type, meaning and, where it has them, its codes."""

    name: str
    type: str
    description: str
    codes: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """One table: what a row is, its key, its columns, and whether it leaves in the data package."""

    name: str
    row: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    exported: bool = True
    review: bool = False
    """Leaves, though not exported, where rows for review are asked for."""

    @property
    def names(self) -> list[str]:
        """Column names in declared order."""
        return [column.name for column in self.columns]

    @property
    def core(self) -> str:
        """Name of the table in the database."""
        return f"core_{self.name}"

    def create_sql(self) -> str:
        """Return the CREATE TABLE statement."""
        columns = ", ".join(
            f'"{c.name}" {DUCKDB_TYPES[c.type]}{" NOT NULL" if c.required else ""}' for c in self.columns
        )
        return f"CREATE TABLE {self.core} ({columns})"


def _c(name: str, type_: str, description: str, codes: tuple[str, ...] = (), *, required: bool = False) -> Column:
    return Column(name, type_, description, codes, required)


DOCUMENTS = Table(
    "documents",
    "One file read: what it is and how much of it was understood.",
    ("document_path",),
    (
        _c("document_path", "string", "Path below its source folder, with forward slashes.", required=True),
        _c("sha256", "string", "SHA-256 of the bytes as received.", required=True),
        _c("format", "string", "File format as recognised from content and ending (html, docx, xlsx, csv, txt …)."),
        _c("bytes", "integer", "Size in bytes."),
        _c("language", "string", "Language of the text.", LANGUAGES),
        _c("publisher", "string", "Who published it (side-car or document)."),
        _c("source_url", "string", "Where it was published."),
        _c("retrieved_on", "date", "Day it was retrieved."),
        _c("as_of", "date", "Day an undated list stands for (side-car)."),
        _c("is_simulated", "boolean", "True where the document is invented for tests and demonstrations."),
        _c("decisions", "integer", "Acts found in it."),
        _c("seats", "integer", "Statements about people found in it."),
        _c("list_lines", "integer", "Lines that stand inside a list of members."),
        _c("used_lines", "integer", "List lines that became seats or were ignored by a named rule."),
        _c("understanding", "number", "used_lines / list_lines; empty where there is no list."),
        _c(
            "status",
            "string",
            "loaded; queued: too little of its list was understood, none of its seats is loaded; left_out: no members "
            "to load (notice, other subject, no list, the same bytes again); failed: it could not be read.",
            DOCUMENT_STATUSES,
        ),
        _c("title", "string", "Title of the first act, or of the page."),
    ),
)

DECISIONS = Table(
    "decisions",
    "One act (or undated list) found in a document.",
    ("decision_id",),
    (
        _c("decision_id", "string", "Stable id of the act in its document.", required=True),
        _c("document_path", "string", "Document it stands in.", required=True),
        _c("sha256", "string", "SHA-256 of that document's bytes."),
        _c("language", "string", "Language of the document.", LANGUAGES),
        _c("body_name", "string", "Body that took the act, as printed."),
        _c("region_id", "string", "ISO 3166-2 code of the region on the day of the act."),
        _c("district", "string", "District or city, canonical name."),
        _c("number", "string", "Number of the act, without the number sign, Roman numerals in Latin letters."),
        _c("decided_on", "date", "Day of the act; for a snapshot the day it stands for."),
        _c("date_basis", "string", "Where the day comes from.", DATE_BASES),
        _c("kind", "string", "What the act does.", DECISION_KINDS),
        _c("title", "string", "Title as printed, personal data redacted."),
        _c("source_url", "string", "Where the document was published."),
        _c("retrieved_on", "date", "Day it was retrieved."),
        _c("is_simulated", "boolean", "True where the document is invented."),
        _c("ordinal", "integer", "Position of the act in its document, from 0."),
        _c("district_id", "string", "District in the reference pack, where it was recognised."),
        _c("seats", "integer", "Statements about people under this act."),
    ),
)

COMMISSIONS = Table(
    "commissions",
    "One election commission over all terms and languages.",
    ("commission_id",),
    (
        _c("commission_id", "string", "Stable id: place, level, number.", required=True),
        _c("level", "string", "Level.", LEVELS, required=True),
        _c("number", "integer", "Number of the precinct or electoral district; empty for territorial commissions."),
        _c("name", "string", "Latest name in the nominative."),
        _c("region_id", "string", "Region on the latest day known."),
        _c("district", "string", "District or city, canonical name."),
        _c("settlement", "string", "Settlement, where printed."),
        _c("venue", "string", "Building the commission works in, where printed (an office address)."),
        _c("parent_commission_id", "string", "Territorial commission of the same district, where read."),
        _c("is_special", "boolean", "Special precinct of art. 23(3); empty where not known."),
        _c("district_id", "string", "District in the reference pack."),
    ),
)

TERMS = Table(
    "terms",
    "One term of one commission.",
    ("commission_id", "term_start"),
    (
        _c("commission_id", "string", "Commission.", required=True),
        _c("term_start", "date", "Day of the term's first formation.", required=True),
        _c("term_end", "date", "First day after the term, where known."),
        _c("decision_id", "string", "Act that formed it."),
        _c("seats_declared", "integer", "Number of members the act announces."),
        _c("seats_read", "integer", "Members read under the formation."),
        _c("vacancies", "integer", "Seats the list itself calls vacant."),
        _c("registered_voters", "integer", "Voters of the precinct, where printed."),
        _c("voters_as_of", "date", "Day of that number."),
    ),
)

SEATS = Table(
    "seats",
    "One statement a document makes about a person in a commission.",
    ("seat_id",),
    (
        _c("seat_id", "string", "Stable id, derived from document and place in it.", required=True),
        _c("document_path", "string", "Document.", required=True),
        _c("decision_id", "string", "Act.", required=True),
        _c("commission_id", "string", "Commission.", required=True),
        _c("level", "string", "Level of the commission.", LEVELS),
        _c("commission_number", "integer", "Number of the commission."),
        _c("commission_name", "string", "Name of the commission, nominative."),
        _c("region_id", "string", "Region on the day of the document."),
        _c("district", "string", "District or city, canonical name."),
        _c("action", "string", "What the statement says.", ACTIONS, required=True),
        _c("name_as_printed", "string", "The name exactly as printed.", required=True),
        _c("surname", "string", "Surname, nominative, script of the document."),
        _c("given_name", "string", "Given name or initial."),
        _c("patronymic", "string", "Patronymic or initial."),
        _c("role", "string", "Post; unknown where the form of the list leaves it open.", ROLES, required=True),
        _c("nominator_as_printed", "string", "Nominator as printed; empty where not printed."),
        _c("nominator_kind", "string", "Kind of nominator; empty where none is printed.", NOMINATOR_KINDS),
        _c("nominator_id", "string", "Organisation that nominated; for a party branch the party."),
        _c("party_id", "string", "Lineage id of the nominating party."),
        _c("employer_as_printed", "string", "Employer or status as printed; empty where not printed."),
        _c("employer_id", "string", "Organisation, where one is named."),
        _c("employer_type", "string", "Type of employer.", EMPLOYER_TYPES),
        _c("employer_sector", "string", "Sector of the employer or the person's status.", EMPLOYER_SECTORS),
        _c("employer_ownership", "string", "Ownership of the employer.", OWNERSHIPS),
        _c("job_title", "string", "Job title, nominative."),
        _c("birth_year", "integer", "Year of birth, where printed."),
        _c("education", "string", "Education as printed."),
        _c("stated_party_id", "string", "Party membership printed in the document; never derived from the nominator."),
        _c("person_id", "string", "Person; see docs/identity.md.", required=True),
        _c("release_ground", "string", "Ground of a release, as printed."),
        _c("replaces_seat_id", "string", "The released statement this election fills."),
        _c("locator", "json", "Where it stands: what applies of page, paragraph, table, row, cell, sheet, line."),
        _c("snippet", "string", "The source line, personal data redacted."),
        _c("confidence", "number", "0..1, how sure the reading is."),
        _c("valid_from", "date", "First day the seat is held."),
        _c("valid_to", "date", "First day it is not; empty = open."),
        _c("district_id", "string", "District in the reference pack."),
        _c("closes_seat_id", "string", "For a release: the seat it ends, where recognised."),
        _c("gender", "string", "Derived from name forms; unknown stays unknown.", GENDERS),
        _c("is_teaching_post", "boolean", "Job title is in the reference pack's list of teaching posts."),
        _c("is_simulated", "boolean", "True where the document is invented."),
    ),
)

PERSONS = Table(
    "persons",
    "One person, as far as it is known which statements are about one.",
    ("person_id",),
    (
        _c("person_id", "string", "Stable id, never derived from the name.", required=True),
        _c("name_kk", "string", "Name as printed in Kazakh documents."),
        _c("name_ru", "string", "Name as printed in Russian documents."),
        _c("name_latin", "string", "Name in Latin letters, where printed so."),
        _c("gender", "string", "Derived from name forms.", GENDERS),
        _c("mentions", "integer", "Statements about the person."),
    ),
)

ORGANISATIONS = Table(
    "organisations",
    "One party, association, employer, commission as nominator, or state body.",
    ("org_id",),
    (
        _c("org_id", "string", "Stable id; for parties the lineage id.", required=True),
        _c(
            "kind",
            "string",
            "Kind.",
            ("party", "association", "employer", "commission", "state_body", "residents", "collective"),
        ),
        _c("name", "string", "Name, the most frequent printed form."),
        _c("type", "string", "Type of employer.", EMPLOYER_TYPES),
        _c("sector", "string", "Sector.", EMPLOYER_SECTORS),
        _c("ownership", "string", "Ownership.", OWNERSHIPS),
        _c("parent_org_id", "string", "Body above it, the latest one; earlier ones are in organisation_parents."),
        _c("parent_basis", "string", "What says so: a document prints it, or a rule of the reference pack.", PARENT_BASES),
        _c("parent_source", "string", "Document that prints the body above, or source of the rule."),
        _c("parent_verified", "boolean", "False where the rule has not been checked against a document."),
        _c("is_top", "boolean", "Nothing is above it here: an akimat, a ministry, a private or civic body."),
        _c("region_id", "string", "Region."),
        _c("district", "string", "District."),
        _c("valid_from", "date", "From this day."),
        _c("valid_to", "date", "Until this day."),
    ),
)

ORGANISATION_PARENTS = Table(
    "organisation_parents",
    "What stands above an organisation, by date; a row without a parent says that it is its own top.",
    ("org_id", "valid_from"),
    (
        _c("org_id", "string", "Organisation.", required=True),
        _c("parent_org_id", "string", "Body above it; empty where the chain stops here."),
        _c("valid_from", "date", "From this day; empty: as far back as is known."),
        _c("valid_to", "date", "Until this day, not included; empty: still."),
        _c("basis", "string", "What says so.", PARENT_BASES, required=True),
        _c("source", "string", "Document that prints it, or source of the rule."),
        _c("verified", "boolean", "False where the rule has not been checked against a document."),
    ),
)

TIES = Table(
    "ties",
    "One recorded tie between a person and an organisation.",
    ("tie_id",),
    (
        _c("tie_id", "string", "Stable id.", required=True),
        _c("seat_id", "string", "Statement it comes from."),
        _c("person_id", "string", "Person.", required=True),
        _c("org_id", "string", "Organisation."),
        _c("party_id", "string", "Party lineage id, where the tie is to a party."),
        _c("tie", "string", "Kind of tie.", TIE_KINDS, required=True),
        _c("tier", "integer", "1 stated, 2 nominated for this seat, 3 for an earlier one, 4 through an organisation."),
        _c("valid_from", "date", "From this day."),
        _c("valid_to", "date", "Until this day."),
        _c("document_path", "string", "Document that says so."),
        _c("locator", "json", "Where it says so."),
        _c("confidence", "number", "0..1."),
    ),
)

METRICS = Table(
    "metrics",
    "One measure of one commission on one day.",
    ("commission_id", "as_of", "metric", "tiers", "variant"),
    (
        _c("commission_id", "string", "Commission.", required=True),
        _c("as_of", "date", "Day.", required=True),
        _c("metric", "string", "Measure id, see the method.", required=True),
        _c("tiers", "string", "Tiers of ties counted, where ties matter."),
        _c("variant", "string", "Empty, or 'successor' where merged parties count as one."),
        _c("value", "number", "Over the seats known; empty where none is."),
        _c("lower", "number", "Least value over every way the unknown seats may fall."),
        _c("upper", "number", "Greatest value over every way the unknown seats may fall."),
        _c("n_known", "integer", "Seats known."),
        _c("n_total", "integer", "Seats in all."),
    ),
)

AGGREGATES = Table(
    "aggregates",
    "One measure over several commissions on one day.",
    ("scope", "scope_id", "level", "as_of", "metric", "tiers"),
    (
        _c("scope", "string", "Kind of area.", SCOPES, required=True),
        _c("scope_id", "string", "Area.", required=True),
        _c("level", "string", "Level of commissions; all for all together.", (*LEVELS, "all"), required=True),
        _c("as_of", "date", "Day.", required=True),
        _c("metric", "string", "Measure id.", required=True),
        _c("tiers", "string", "Tiers of ties counted."),
        _c("value", "number", "Pooled share or mean over the commissions read."),
        _c("lower", "number", "Lower bound, unread commissions included."),
        _c("upper", "number", "Upper bound, unread commissions included."),
        _c("ci_low", "number", "Lower end of the 95 % interval, where the commissions read are a sample."),
        _c("ci_high", "number", "Upper end of it."),
        _c("commissions_read", "integer", "Commissions with a composition that day."),
        _c("commissions_expected", "integer", "Commissions known to exist; empty where not known."),
    ),
)

BASELINES = Table(
    "baselines",
    "What chance would give for one measure of one commission.",
    ("commission_id", "as_of", "metric"),
    (
        _c("commission_id", "string", "Commission.", required=True),
        _c("as_of", "date", "Day.", required=True),
        _c("metric", "string", "Measure id.", required=True),
        _c("expected", "number", "Mean under chance."),
        _c("percentile", "number", "Where the value stands."),
        _c("p_value", "number", "p."),
        _c("q_value", "number", "Benjamini-Hochberg q."),
        _c("draws", "integer", "Permutations."),
        _c("family", "string", "Test family."),
    ),
)

FINDINGS = Table(
    "findings",
    "One legal rule checked on one commission on one day.",
    ("rule_id", "commission_id", "as_of"),
    (
        _c("rule_id", "string", "Rule of the reference pack.", required=True),
        _c("commission_id", "string", "Commission.", required=True),
        _c("as_of", "date", "Day judged.", required=True),
        _c("status", "string", "Answer.", FINDING_STATUSES, required=True),
        _c("law_edition", "string", "Edition of the law applied."),
        _c("visibility", "string", "public, or review until a named reviewer confirms it.", ("public", "review")),
        _c("reviewed_by", "string", "Reviewer."),
        _c("detail", "json", "The numbers behind the answer."),
        _c("evidence", "json", "seat_ids it rests on."),
    ),
)

LEADS = Table(
    "leads",
    "One thing worth a look.",
    ("lead_id",),
    (
        _c("lead_id", "string", "Stable id.", required=True),
        _c("kind", "string", "Kind of lead."),
        _c("scope_id", "string", "Commission, person or organisation."),
        _c("as_of", "date", "Day."),
        _c("score", "number", "Order within the kind."),
        _c("sentence", "string", "In plain words."),
        _c("evidence", "json", "Rows it rests on."),
    ),
)

ISSUES = Table(
    "issues",
    "One thing in a document that was not understood, doubtful or left out.",
    ("issue_id",),
    (
        _c("issue_id", "string", "Stable id.", required=True),
        _c("document_path", "string", "Document.", required=True),
        _c("locator", "json", "Where."),
        _c("severity", "string", "How bad.", SEVERITIES, required=True),
        _c("code", "string", "Kind of issue, listed in the documentation.", required=True),
        _c("message", "string", "What is the matter, with the offending value."),
        _c("text", "string", "The line itself, personal data redacted."),
    ),
)

REDIRECTS = Table(
    "redirects",
    "One retired id and what became of it.",
    ("old_id",),
    (
        _c("old_id", "string", "Retired id.", required=True),
        _c("new_id", "string", "Id in use.", required=True),
        _c("reason", "string", "Why."),
        _c("build_id", "string", "Build that retired it."),
    ),
)

REGISTERS = Table(
    "registers",
    "One line of a register of a party's candidates, deputies, officers or members; leaves only with rows for review.",
    ("entry_id",),
    (
        _c("entry_id", "string", "Stable id, derived from register and line.", required=True),
        _c("document_path", "string", "The register.", required=True),
        _c("locator", "json", "Line in it."),
        _c("name_as_printed", "string", "Name as printed.", required=True),
        _c("surname", "string", "Surname."),
        _c("given_name", "string", "Given name."),
        _c("patronymic", "string", "Patronymic."),
        _c("birth_year", "integer", "Year of birth, where printed."),
        _c("party_id", "string", "Party.", required=True),
        _c("tie", "string", "Kind of tie it makes.", TIE_KINDS, required=True),
        _c("says", "string", "What the register says of the person.", REGISTER_WORDS, required=True),
        _c("position", "string", "Position or place on the list, as printed."),
        _c("region_id", "string", "Region it speaks of."),
        _c("district_id", "string", "District it speaks of."),
        _c("valid_from", "date", "From this day."),
        _c("valid_to", "date", "Until this day."),
        _c("person_id", "string", "Person, where it is established."),
        _c("link", "string", "On what ground.", ("name_and_birth_year", "judged")),
        _c("likely", "json", "Statements with a like name that wait for a judgement."),
    ),
    exported=False,
    review=True,
)

CORRECTIONS = Table(
    "corrections",
    "One correction of a single value, and what became of it.",
    ("correction_id",),
    (
        _c("correction_id", "string", "Id in the corrections file.", required=True),
        _c("table_name", "string", "Table of the value.", required=True),
        _c("row_id", "string", "Row of the value.", required=True),
        _c("column_name", "string", "Column of the value.", required=True),
        _c("old_value", "string", "What was read."),
        _c("new_value", "string", "What it should be."),
        _c("reason", "string", "Why.", required=True),
        _c("source", "string", "What shows it.", required=True),
        _c("outcome", "string", "What became of it.", CORRECTION_OUTCOMES, required=True),
        _c("made_by", "string", "Who says so.", required=True),
        _c("made_on", "date", "Day.", required=True),
        _c("document_path", "string", "Document of the row, where it has one."),
    ),
)

CANDIDATES = Table(
    "candidates",
    "Two statements that are, or may be, about one person; leaves only where rows for review are asked for.",
    ("pair_id",),
    (
        _c("pair_id", "string", "Stable id of the pair.", required=True),
        _c("left_seat_id", "string", "The earlier statement.", required=True),
        _c("right_seat_id", "string", "The later statement.", required=True),
        _c("score", "number", "Probability that both are about one person."),
        _c("model", "string", "Version of the weights."),
        _c("evidence", "json", "What each comparison found, and what stands against joining."),
        _c("status", "string", "What became of the pair.", CANDIDATE_STATUSES, required=True),
    ),
    exported=False,
    review=True,
)

META = Table(
    "meta",
    "What the database was built from, as key and value.",
    ("key",),
    (
        _c("key", "string", "Name.", required=True),
        _c("value", "string", "Value; JSON for lists."),
    ),
    exported=False,
)

TABLES: tuple[Table, ...] = (
    DOCUMENTS,
    DECISIONS,
    COMMISSIONS,
    TERMS,
    SEATS,
    PERSONS,
    ORGANISATIONS,
    ORGANISATION_PARENTS,
    TIES,
    METRICS,
    AGGREGATES,
    BASELINES,
    FINDINGS,
    LEADS,
    ISSUES,
    REDIRECTS,
    CANDIDATES,
    CORRECTIONS,
    REGISTERS,
    META,
)
BY_NAME = {table.name: table for table in TABLES}
