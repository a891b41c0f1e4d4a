"""Employers of all seats of a build as rows of the database: organisations, and what stands above them by date."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from etl.normalise.lexicon import load_organisations
from etl.normalise.phrases import skeleton, tidy
from etl.resolve.ledger import Judgement
from etl.resolve.organisations.candidates import find_candidates
from etl.resolve.organisations.clustering import count_by
from etl.resolve.organisations.keys import COUNTRY
from etl.resolve.organisations.localities import localise_name, read_localities
from etl.resolve.organisations.phrases import Phrase, read_phrase
from etl.resolve.organisations.registry import Mention, Organisation, Registry, register
from models.reference import Pack

Row = dict[str, Any]

_SETTLEMENT_WORDS = re.compile(
    r"(?<![а-я])(?:сел[оае]|город[ае]?|посел[ок][а-я]*|аул[а-я]*|станци[яи]|ауылы?[а-я]*|кала[а-я]*|кент[а-я]*|[сгп])(?![а-я])"
)


@dataclass(slots=True)
class Employers:
    """The employers of a build as rows.

    Args:
        organisations: rows of that table.
        parents: rows of `organisation_parents`.
        candidates: rows of `organisation_candidates`.
        redirects: rows of that table, of organisations a person joined.
        issues: judgements on organisations that could not be followed.
    """

    organisations: list[Row] = field(default_factory=list)
    parents: list[Row] = field(default_factory=list)
    candidates: list[Row] = field(default_factory=list)
    redirects: list[Row] = field(default_factory=list)
    issues: list[Row] = field(default_factory=list)


def resolve_employers(
    seats: list[Row],
    commissions: Iterable[Row],
    decisions: Mapping[str, Row],
    phrases: Mapping[str, Phrase],
    pack: Pack,
    judgements: Sequence[Judgement] = (),
) -> Employers:
    """Give every seat its employer.

    Args:
        seats: statements; `employer_id` is filled in place.
        commissions: with their settlements.
        decisions: acts by id, with their days.
        phrases: printed employers already read; the others are read here.
        pack: reference data.
        judgements: those of the ledger that stand; pairs of organisations are replayed.
    """
    known = dict(phrases)
    settlements = {
        row["commission_id"]: _stem_settlement(row["settlement"], pack) for row in commissions if row["settlement"]
    }
    mentions: dict[Mention, list[tuple[dt.date | None, str]]] = defaultdict(list)
    placed: list[Mention | None] = []
    for row in seats:
        row["employer_id"] = None
        text = row.get("employer_as_printed")
        if not text:
            placed.append(None)
            continue
        if text not in known:
            known[text] = read_phrase(text, pack)
        scope = row.get("district_id") or row.get("region_id") or row["commission_id"].rpartition("-")[0]
        settlement = settlements.get(row["commission_id"])
        if settlement is not None:
            settlement = localise_name(settlement, row.get("district_id"))
        mention = Mention(text, row.get("district_id"), row.get("region_id"), scope, settlement)
        mentions[mention].append((decisions[row["decision_id"]]["decided_on"], row["document_path"]))
        placed.append(mention)
    registry = register(mentions, known, pack, judgements)
    for row, place in zip(seats, placed, strict=True):
        if place is not None:
            row["employer_id"] = registry.employer_of.get(place)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for mention, org_id in registry.employer_of.items():
        counts[org_id][mention.text] += len(mentions[mention])
    return Employers(
        _rows(registry, pack),
        _parent_rows(registry),
        find_candidates(registry.organisations, counts, known, pack, registry.replayed.verdicts),
        registry.replayed.redirects,
        registry.replayed.issues,
    )


@lru_cache(maxsize=20_000)
def _stem_settlement(printed: str, pack: Pack) -> str | None:
    shown = tidy(printed)
    words = _SETTLEMENT_WORDS.sub(" ", skeleton(shown)).split()
    if not words:
        return None
    return read_localities(shown, pack).rename_place(" ".join(words), load_organisations(pack).variants)


def _rows(registry: Registry, pack: Pack) -> list[Row]:
    return [_row(organisation, pack) for organisation in registry.organisations.values()]


def _row(organisation: Organisation, pack: Pack) -> Row:
    district = pack.district_by_id.get(organisation.place.district_id or "")
    region = district.region_on(None) if district else organisation.place.region_id
    body = organisation.body
    last = organisation.links[-1] if organisation.links else None
    row: Row = {
        "org_id": organisation.org_id,
        "kind": "employer" if organisation.seats or body is None else "state_body",
        "name": count_by(organisation.names) or _name(organisation, pack) or count_by(organisation.names_above),
        "type": count_by(organisation.types) or (body.type if body else "unknown"),
        "sector": count_by(organisation.sectors) or (body.sector if body else "unknown"),
        "ownership": organisation.ownership,
        "region_id": None if organisation.scope == COUNTRY else region,
        "district": (district.names_on(None).kk or district.names_on(None).ru) if district else None,
        "parent_org_id": last.parent if last else None,
        "is_top": bool(last and last.parent is None),
    }
    if last and last.parent:
        row |= {"parent_basis": last.basis, "parent_source": last.source, "parent_verified": last.verified}
    return row


def _name(organisation: Organisation, pack: Pack) -> str | None:
    """Name a body that no document names, in both languages: «Акимат (Шуский район) / Әкімдік (Шу ауданы)»."""
    body = organisation.body
    if body is None:
        return None
    district = pack.district_by_id.get(organisation.place.district_id or "")
    region = pack.region_by_id.get(organisation.place.region_id or "")
    names = district.names_on(None) if district else region.names_on(None) if region else None
    if organisation.scope == COUNTRY or names is None:
        return f"{body.ru} / {body.kk}"
    return f"{body.ru} ({names.ru or names.kk}) / {body.kk} ({names.kk or names.ru})"


def _parent_rows(registry: Registry) -> list[Row]:
    branches = [o for o in registry.organisations.values() if o.traits.group == "party"]
    own: list[Row] = [
        {
            "org_id": party,
            "parent_org_id": None,
            "valid_from": None,
            "valid_to": None,
            "basis": "rule",
            "source": "a party is its own top",
            "verified": True,
        }
        for party in sorted({branch.traits.code for branch in branches if branch.traits.code})
    ]
    return own + [
        {
            "org_id": organisation.org_id,
            "parent_org_id": link.parent,
            "valid_from": link.valid_from,
            "valid_to": link.valid_to,
            "basis": link.basis,
            "source": link.source,
            "verified": link.verified,
        }
        for organisation in registry.organisations.values()
        for link in organisation.links
    ]
