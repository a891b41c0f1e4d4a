"""Figures that others have published, each with its source, scope and caveat, and our own figure beside it."""

from models.published.compare import NEAR, Comparison, comparable
from models.published.figure import COMMISSIONS_READ, Disagreement, Figure
from models.published.files import DIRECTORY, PublishedError, load_disagreements, load_figures

__all__ = [
    "COMMISSIONS_READ",
    "DIRECTORY",
    "NEAR",
    "Comparison",
    "Disagreement",
    "Figure",
    "PublishedError",
    "comparable",
    "load_disagreements",
    "load_figures",
]
