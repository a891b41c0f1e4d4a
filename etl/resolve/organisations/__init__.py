"""Organisations: printed employers and nominators become bodies with a parent chain."""

from etl.resolve.organisations.compare import OrganisationComparison, compare_organisations

__all__ = ["OrganisationComparison", "compare_organisations"]
