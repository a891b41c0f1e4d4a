"""Whether the entries of a pack fit together: what one file's model cannot see."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING

from models.reference.entries import Dated, spans_overlap
from models.reference.errors import PackEntryError

if TYPE_CHECKING:
    from models.reference.pack import Pack


def check_pack(pack: Pack) -> None:
    """Check ids, references and spans over all files of a pack.

    Args:
        pack: a pack as loaded.

    Raises:
        PackEntryError: the first entry that does not fit.
    """
    _check_ids("regions.yml", "region_id", (region.region_id for region in pack.regions))
    _check_ids("districts.yml", "district_id", (district.district_id for district in pack.districts))
    _check_ids("parties.yml", "party_id", (party.party_id for party in pack.parties))
    _check_ids("elections.yml", "election_id", (election.election_id for election in pack.elections))
    _check_ids("law.yml", "edition_id", (edition.edition_id for edition in pack.law_editions))
    _check_ids("acts.yml", "code", (word.code for word in pack.acts.words))
    _check_ids("roles.yml", "code", (role.code for role in pack.roles.roles))
    _check_ids("commissions.yml", "level", (level.level for level in pack.commissions.levels))
    _check_regions(pack)
    _check_districts(pack)
    _check_parties(pack)


def _check_ids(file: str, field: str, ids: Iterable[str]) -> None:
    for value, count in Counter(ids).items():
        if count > 1:
            raise PackEntryError(file, value, field, value, f"stands {count} times")


def _check_spans(file: str, entry: str, field: str, spans: Sequence[Dated]) -> None:
    for first, second in combinations(spans, 2):
        if spans_overlap(first, second):
            value = [(str(span.valid_from), str(span.valid_to)) for span in (first, second)]
            raise PackEntryError(file, entry, field, value, "spans overlap")


def _check_regions(pack: Pack) -> None:
    tiles = Counter(region.tile for region in pack.regions if region.tile)
    for region in pack.regions:
        _check_spans("regions.yml", region.region_id, "former_names", region.former_names)
        for predecessor in region.predecessors:
            if predecessor not in pack.region_by_id:
                raise PackEntryError("regions.yml", region.region_id, "predecessors", predecessor, "no such region")
        if region.tile and tiles[region.tile] > 1:
            raise PackEntryError("regions.yml", region.region_id, "tile", region.tile, "taken by another region")


def _check_districts(pack: Pack) -> None:
    for district in pack.districts:
        _check_spans("districts.yml", district.district_id, "memberships", district.memberships)
        _check_spans("districts.yml", district.district_id, "former_names", district.former_names)
        for membership in district.memberships:
            if membership.region_id not in pack.region_by_id:
                raise PackEntryError(
                    "districts.yml", district.district_id, "memberships", membership.region_id, "no such region"
                )


def _check_parties(pack: Pack) -> None:
    colours = Counter(party.colour for party in pack.parties if party.colour)
    for party in pack.parties:
        _check_spans("parties.yml", party.party_id, "names", party.names)
        _check_spans("parties.yml", party.party_id, "registered", party.registered)
        if party.colour and (colours[party.colour] > 1 or party.colour == pack.party_file.neutral_colour):
            raise PackEntryError("parties.yml", party.party_id, "colour", party.colour, "taken already")
    for edge in pack.party_edges:
        for field, party_id in (("from_id", edge.from_id), ("to_id", edge.to_id)):
            if party_id and party_id not in pack.party_by_id:
                raise PackEntryError("parties.yml", f"edge {edge.kind}", field, party_id, "no such party")
        if edge.kind == "merged" and not (edge.from_id and edge.to_id and edge.date):
            raise PackEntryError("parties.yml", f"edge {edge.kind}", "date", edge.date, "a merger needs both and a day")
