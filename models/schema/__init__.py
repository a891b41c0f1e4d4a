"""Every table and column of the product, once: name, type, meaning, codes.

The database, the checks, ``docs/data-dictionary.md`` and the data package are generated from this package.
Names and codes of exported tables are a public promise: they may grow, never change.
"""

from __future__ import annotations

from models.schema.codes import (
    ACTIONS,
    CANDIDATE_STATUSES,
    CORRECTION_OUTCOMES,
    DATE_BASES,
    DECISION_KINDS,
    DOCUMENT_STATUSES,
    EMPLOYER_SECTORS,
    EMPLOYER_TYPES,
    FINDING_STATUSES,
    GENDERS,
    LANGUAGES,
    LEVELS,
    LINK_GROUNDS,
    NOMINATOR_KINDS,
    ORGANISATION_CANDIDATE_STATUSES,
    OWNERSHIPS,
    PARENT_BASES,
    REGISTER_WORDS,
    ROLES,
    SCOPES,
    SEVERITIES,
    TIE_KINDS,
)
from models.schema.commissions import COMMISSIONS, TERMS
from models.schema.corrections import CORRECTIONS
from models.schema.documents import DECISIONS, DOCUMENTS, ISSUES
from models.schema.findings import FINDINGS, LEADS
from models.schema.measures import AGGREGATES, BASELINES, METRICS
from models.schema.meta import META
from models.schema.organisations import ORGANISATION_CANDIDATES, ORGANISATION_PARENTS, ORGANISATIONS, TIES
from models.schema.persons import CANDIDATES, PERSON_LINKS, PERSONS, REDIRECTS
from models.schema.registers import REGISTERS
from models.schema.seats import SEATS
from models.schema.table import DUCKDB_TYPES, Column, Table

TABLES: tuple[Table, ...] = (
    DOCUMENTS,
    DECISIONS,
    COMMISSIONS,
    TERMS,
    SEATS,
    PERSONS,
    PERSON_LINKS,
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
    ORGANISATION_CANDIDATES,
    CORRECTIONS,
    REGISTERS,
    META,
)
BY_NAME = {table.name: table for table in TABLES}

__all__ = [
    "ACTIONS",
    "AGGREGATES",
    "BASELINES",
    "BY_NAME",
    "CANDIDATES",
    "CANDIDATE_STATUSES",
    "COMMISSIONS",
    "CORRECTIONS",
    "CORRECTION_OUTCOMES",
    "Column",
    "DATE_BASES",
    "DECISIONS",
    "DECISION_KINDS",
    "DOCUMENTS",
    "DOCUMENT_STATUSES",
    "DUCKDB_TYPES",
    "EMPLOYER_SECTORS",
    "EMPLOYER_TYPES",
    "FINDINGS",
    "FINDING_STATUSES",
    "GENDERS",
    "ISSUES",
    "LANGUAGES",
    "LEADS",
    "LEVELS",
    "LINK_GROUNDS",
    "META",
    "METRICS",
    "NOMINATOR_KINDS",
    "ORGANISATIONS",
    "ORGANISATION_CANDIDATES",
    "ORGANISATION_CANDIDATE_STATUSES",
    "ORGANISATION_PARENTS",
    "OWNERSHIPS",
    "PARENT_BASES",
    "PERSONS",
    "PERSON_LINKS",
    "REDIRECTS",
    "REGISTERS",
    "REGISTER_WORDS",
    "ROLES",
    "SCOPES",
    "SEATS",
    "SEVERITIES",
    "TABLES",
    "TERMS",
    "TIES",
    "TIE_KINDS",
    "Table",
]
