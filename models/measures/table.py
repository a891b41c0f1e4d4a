"""All metrics of many commissions on one day, as the rows of the table `metrics`."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date
from typing import Final

import numpy as np
import numpy.typing as npt
import pandas as pd

from models.measures.batch import Batch, Columns, MetricRows, make_batch, measure_each
from models.measures.blocs import SELF, Split, count_splits, follow_successors
from models.measures.concentration import enp, hhi, hhi_norm, hhi_position, share_max
from models.measures.measure import Measure
from models.measures.officers import POSTS, officer_same_bloc
from models.measures.power import banzhaf_max, control_number, quorum_block_number, shapley_max
from models.measures.sectors import match_code, match_codes, match_school_teacher
from models.measures.shares import NOMINATOR_KINDS, slot_use
from models.measures.ties import TieView, list_ties, parse_tiers, view_ties

SEAT_COLUMNS: Final = (
    "commission_id",
    "seat_id",
    "nominator_kind",
    "party_id",
    "nominator_bloc",
    "employer_bloc",
    "principal_bloc",
    "employer_sector",
    "employer_ownership",
    "employer_type",
    "job_is_teaching",
    "role",
    "gender",
    "stated_party_id",
)
DEFAULT_TIERS: Final = ("1", "1,2")

_BlocMetric = Callable[[Sequence[int], int], Measure]

_NOMINATOR: Final[dict[str, _BlocMetric]] = {
    "nominator_share_max": share_max,
    "nominator_hhi": hhi,
    "nominator_hhi_norm": hhi_norm,
    "nominator_enp": enp,
    "nominator_banzhaf_max": banzhaf_max,
    "nominator_shapley_max": shapley_max,
    "nominator_control_number": control_number,
    "quorum_block_number": quorum_block_number,
}
_WORK: Final[dict[str, _BlocMetric]] = {"share_max": share_max, "hhi": hhi, "control_number": control_number}


def measure_commissions(
    seats: pd.DataFrame,
    sizes: pd.DataFrame,
    registered_parties: Collection[str] | None,
    as_of: date,
    ties: pd.DataFrame | None = None,
    successors: Mapping[str, str] | None = None,
    tiers: Sequence[str] = DEFAULT_TIERS,
) -> pd.DataFrame:
    """Measure commissions on a day.

    Args:
        seats: the seats held (see `models.terms.composition`) with `SEAT_COLUMNS`; a column that is not there is not
            known for any seat.
        sizes: `commission_id, n`, declared but unread seats included (see `models.terms.commission_sizes`).
        registered_parties: lineage ids of the parties registered on the day, None if the list is not known.
        as_of: the day.
        ties: `seat_id, party_id, tier` from sources other than the seat itself.
        successors: lineage id -> the party it had merged into by the day; adds rows of variant `successor` for
            commissions in which a nominator had merged.
        tiers: sets of tiers for the tied shares.

    Returns:
        Rows `commission_id, as_of, metric, tiers, variant, value, lower, upper, n_known, n_total`.

    Raises:
        ValueError: a seat without a size, or a size smaller than the seats read.
    """
    held = seats.reindex(columns=list(SEAT_COLUMNS)).reset_index(drop=True)
    batch = make_batch(held, sizes)
    rows = MetricRows(batch, as_of)
    parties = len(registered_parties) if registered_parties else None
    _add_nominators(rows, held, parties)
    _add_nominator_kinds(rows, held, parties)
    for view in ("employer", "principal"):
        splits = count_splits(batch.owners, held[f"{view}_bloc"], batch.sizes)
        for name, metric in _WORK.items():
            rows.add(f"{view}_{name}", measure_each(splits, _unpack(metric)))
    _add_people(rows, held)
    _add_ties(rows, view_ties(held, list_ties(held, ties)), registered_parties or (), tiers)
    if successors:
        _add_successors(rows, held, parties, successors)
    return rows.write()


def _add_nominators(rows: MetricRows, held: pd.DataFrame, parties: int | None) -> None:
    splits = count_splits(rows.batch.owners, held["nominator_bloc"], rows.batch.sizes)
    for name, metric in _NOMINATOR.items():
        rows.add(name, measure_each(splits, _unpack(metric)))
    rows.add("nominator_hhi_position", measure_each(splits, lambda split: hhi_position(*split, parties)))


def _add_nominator_kinds(rows: MetricRows, held: pd.DataFrame, parties: int | None) -> None:
    shares = {
        kind: rows.batch.share(truth) for kind, truth in match_codes(held["nominator_kind"], NOMINATOR_KINDS).items()
    }
    party = shares["party"]
    rows.add("party_nominated_share", party)
    for kind, share in shares.items():
        rows.add(f"nominator_kind_share_{kind}", share)
    counts = np.rint(party.lower * party.n_total).astype(int).tolist()
    triples = zip(counts, (party.n_total - party.n_known).astype(int).tolist(), rows.batch.sizes.tolist(), strict=True)
    used = [slot_use(count, unknown, total, parties) for count, unknown, total in triples]
    rows.add("slot_use", Columns(*np.array(used, dtype=float).reshape(-1, 5).T))


def _add_people(rows: MetricRows, held: pd.DataFrame) -> None:
    batch = rows.batch
    teachers = match_school_teacher(held["employer_type"], held["employer_sector"], held["job_is_teaching"])
    rows.add("public_sector_share", batch.share(match_code(held["employer_ownership"], "public")))
    rows.add("education_share", batch.share(match_code(held["employer_sector"], "education")))
    rows.add("school_teacher_share", batch.share(teachers))
    rows.add("women_share", batch.share(match_code(held["gender"], "f")))
    rows.add("officer_same_bloc", _measure_officers(batch, held))
    roles = ~np.isnan(match_code(held["role"], "chair"))
    rows.add("completeness_nominator", batch.known_share(held["nominator_bloc"].notna().to_numpy(dtype=bool)))
    rows.add("completeness_employer", batch.known_share(held["employer_bloc"].notna().to_numpy(dtype=bool)))
    rows.add("completeness_role", batch.known_share(roles))


def _measure_officers(batch: Batch, held: pd.DataFrame) -> Columns:
    alone = held["nominator_bloc"].eq(SELF).fillna(False)
    blocs = held["nominator_bloc"].where(~alone, SELF + ":" + held["seat_id"].astype("str"))
    named: list[str | None] = [None if pd.isna(bloc) else str(bloc) for bloc in blocs]
    holders: list[dict[str, list[str | None]]] = [{} for _ in batch.sizes]
    unread = batch.sizes - np.bincount(batch.owners, minlength=len(batch.sizes))
    vague: list[list[str | None]] = [[None] * count for count in unread.tolist()]
    for owner, role, bloc in zip(batch.owners.tolist(), held["role"].tolist(), named, strict=True):
        if role in POSTS:
            holders[owner].setdefault(role, []).append(bloc)
        elif role != "member":
            vague[owner].append(bloc)
    measured = [officer_same_bloc(known, open_seats) for known, open_seats in zip(holders, vague, strict=True)]
    return Columns(*np.array(measured, dtype=float).reshape(-1, 5).T)


def _add_ties(rows: MetricRows, view: TieView, registered: Collection[str], tiers: Sequence[str]) -> None:
    batch, total = rows.batch, rows.batch.sizes.astype(float)
    parties = sorted({*registered, *view.parties})
    for written in tiers:
        levels = parse_tiers(written)
        beyond = _list_beyond(rows.batch, view, levels)
        nobody = view.excluded(None, levels)
        settled, most, reach = nobody & view.says_none, np.zeros(len(total)), total - batch.count(nobody)
        for party in parties:
            only = None if beyond is None else beyond(party)
            tied = view.tied(party, levels)
            settled = settled | tied
            count = batch.count(tied)
            possible = total - batch.count(view.excluded(party, levels) & ~tied)
            known = count + total - possible
            rows.add(f"tied_share_{party}", _bound(count / total, possible / total, known, total), written, only=only)
            rows.add(f"multi_tied_{party}", _bound(count >= 2, possible >= 2, known, total), written, only=only)
            most, reach = np.maximum(most, count), np.maximum(reach, possible)
        only = None if beyond is None else beyond(None)
        rows.add("tied_share_max", _bound(most / total, reach / total, batch.count(settled), total), written, only=only)


def _list_beyond(
    batch: Batch, view: TieView, levels: Sequence[int]
) -> Callable[[str | None], npt.NDArray[np.intp]] | None:
    """Say in which commissions tiers 3 and 4 have anything to add; None where only tiers 1 and 2 are asked.

    Nothing excludes a tie of these tiers, so that elsewhere the row would repeat the lower bound of tiers 1 and 2 below
    an upper bound of 1; a country has millions of such rows.
    """
    asked = [level for level in levels if level > 2]
    if not asked:
        return None
    tier, place, seat = view.links.T

    def find(party: str | None) -> npt.NDArray[np.intp]:
        found = np.isin(tier, asked)
        if party is not None:
            found &= place == view.places.get(party, -1)
        return np.unique(batch.owners[seat[found]]).astype(np.intp)

    return find


def _bound(lower: np.ndarray, upper: np.ndarray, known: np.ndarray, total: np.ndarray) -> Columns:
    """Write what is recorded: the value is the lower bound, empty where nothing is known of any seat."""
    least, greatest = lower.astype(float), upper.astype(float)
    return Columns(np.where(known > 0, least, np.nan), least, greatest, known, total)


def _add_successors(rows: MetricRows, held: pd.DataFrame, parties: int | None, successors: Mapping[str, str]) -> None:
    mapped = follow_successors(held["nominator_bloc"], successors)
    moved = (mapped.fillna("") != held["nominator_bloc"].fillna("")).to_numpy(dtype=bool)
    only = np.unique(rows.batch.owners[moved])
    splits = count_splits(rows.batch.owners, mapped, rows.batch.sizes)
    metrics = {**_NOMINATOR, "nominator_hhi_position": lambda counts, unknown: hhi_position(counts, unknown, parties)}
    for name, metric in metrics.items():
        rows.add(name, measure_each(splits, _unpack(metric)), variant="successor", only=only)


def _unpack(metric: _BlocMetric) -> Callable[[Split], Measure]:
    return lambda split: metric(*split)
