"""One printed employer with all that is read from it; made where documents are read, used where they come together."""

from __future__ import annotations

from dataclasses import dataclass

from etl.normalise.employers import code_employer
from etl.resolve.organisations.parents import split_chain
from etl.resolve.organisations.traits import Traits, read_employer
from models.reference import Pack


@dataclass(frozen=True, slots=True)
class Phrase:
    """A printed employer: what tells it from others, its name, and the bodies printed above it, nearest first."""

    traits: Traits
    name: str
    type: str
    sector: str
    ownership: str
    parents: tuple[tuple[Traits, str], ...] = ()


def read_phrase(text: str, pack: Pack) -> Phrase:
    """Read a printed employer.

    Args:
        text: the employer as printed.
        pack: reference data.
    """
    employer = code_employer(text, pack)
    parents = []
    for piece in split_chain(employer.parent_name) if employer.parent_name else []:
        traits = read_employer(piece, pack)
        if not traits.is_body:
            break  # what stands above a body that was not understood is not known to stand above the employer
        parents.append((traits, code_employer(piece, pack).name or piece))
    return Phrase(
        read_employer(text, pack),
        employer.name or text,
        employer.type,
        employer.sector,
        employer.ownership,
        tuple(parents),
    )
