"""When a seat is held: terms of commissions, validity of seats, the seats held on a day.

Input is one row per statement about a person (`SEAT_COLUMNS`). `decided_on` is the day of the decision, or the day of
the list where `date_basis` is `snapshot`; where it is empty nothing is measured.
"""

from models.terms.composition import commission_sizes, composition, measurement_days
from models.terms.days import SEAT_COLUMNS
from models.terms.starts import term_starts
from models.terms.validity import seat_validity, term_spans

__all__ = [
    "SEAT_COLUMNS",
    "commission_sizes",
    "composition",
    "measurement_days",
    "seat_validity",
    "term_spans",
    "term_starts",
]
