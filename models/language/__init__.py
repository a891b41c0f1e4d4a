"""Words and numbers in Kazakh, Russian and English, for pages, briefs and exports alike."""

from models.language.catalogue import LANGUAGES, Catalogue, CatalogueError, load_catalogue
from models.language.numbers import (
    MISSING,
    format_bounds,
    format_date,
    format_day,
    format_number,
    format_share,
)

__all__ = [
    "LANGUAGES",
    "MISSING",
    "Catalogue",
    "CatalogueError",
    "format_bounds",
    "format_date",
    "format_day",
    "format_number",
    "format_share",
    "load_catalogue",
]
