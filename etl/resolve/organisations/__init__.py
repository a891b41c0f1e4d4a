"""Organisations: printed employers and nominators become bodies with a parent chain."""

from etl.resolve.organisations.compare import OrganisationComparison, compare_organisations
from etl.resolve.organisations.keys import name_body
from etl.resolve.organisations.phrases import Phrase, read_phrase
from etl.resolve.organisations.principals import Principals
from etl.resolve.organisations.tables import resolve_employers

__all__ = [
    "OrganisationComparison",
    "Phrase",
    "Principals",
    "compare_organisations",
    "name_body",
    "read_phrase",
    "resolve_employers",
]
