"""Measures of independence of election commissions: pure functions over seats held on a day."""

from models.measures.aggregates import aggregate
from models.measures.blocs import add_blocs, employer_bloc, nominator_bloc
from models.measures.measure import Measure
from models.measures.representation import over_representation
from models.measures.table import measure_commissions

__all__ = [
    "Measure",
    "add_blocs",
    "aggregate",
    "employer_bloc",
    "measure_commissions",
    "nominator_bloc",
    "over_representation",
]
