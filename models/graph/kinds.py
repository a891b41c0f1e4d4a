"""Kinds of nodes and edges of the graph, and which nodes are hubs."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

PERSON: Final = "person"
COMMISSION: Final = "commission"
ORGANISATION: Final = "organisation"
DISTRICT: Final = "district"
REGION: Final = "region"
UNKNOWN: Final = "unknown"

PREFIXES: Final = (COMMISSION, DISTRICT, ORGANISATION, PERSON, REGION)
"""First part of a node's key, in alphabetical order; the second part is the id in the tables."""

ORGANISATION_KINDS: Final = {
    "party": "party",
    "association": "association",
    "employer": "employer",
    "commission": "higher_commission",
    "state_body": "state_body",
    "residents": "residents",
    "collective": "collective",
}
"""Kinds of `organisations` -> kinds of nodes. As a nominator a commission is the higher one, whichever that is."""

PARENT_BODY: Final = "parent_body"
"""An employer or state body that stands above another organisation, as an education department above schools."""

NODE_KINDS: Final = (PERSON, COMMISSION, *ORGANISATION_KINDS.values(), PARENT_BODY, DISTRICT, REGION, UNKNOWN)

EDGE_KINDS: Final = (
    "sits_in",
    "nominated_by",
    "employed_by",
    "stated_member",
    "listed_candidate",
    "replaced",
    "part_of",
    "belongs_to",
)
"""Person -> commission; person -> organisation (four kinds); person -> person whose place he or she took; organisation
-> body above it; commission -> parent commission, district or region, district -> region."""

BASES: Final = ("document", "derived", "reference")
"""What an edge rests on: a line or an act in a document, the tables of the build, or the reference pack."""

OFFICERS: Final = frozenset({"chair", "deputy_chair", "secretary"})


class GraphError(Exception):
    """A frame lacks a column, or a question names a node, kind or number that the graph does not have."""


@dataclass(frozen=True)
class Hubs:
    """Which nodes are hubs: by their kind, or by having more links than a number.

    Two nominees of one party in different regions have nothing in common but the party; "meeting of residents" and
    "higher commission" are names for many bodies. A hub is therefore not expanded by `ego`, and paths through one come
    last or not at all.
    """

    kinds: frozenset[str] = frozenset({"party", "higher_commission", "residents", "collective", DISTRICT, REGION})
    links: int = 100


def check_kinds(kinds: Collection[str] | None, known: tuple[str, ...]) -> frozenset[str]:
    """Return the kinds asked for, all of them where none is named.

    Args:
        kinds: kinds asked for, or None.
        known: kinds there are.

    Raises:
        GraphError: a kind is not known.
    """
    if kinds is None:
        return frozenset(known)
    strange = sorted(set(kinds) - set(known))
    if strange:
        raise GraphError(f"no kind is called {', '.join(strange)}; there are {', '.join(known)}")
    return frozenset(kinds)
