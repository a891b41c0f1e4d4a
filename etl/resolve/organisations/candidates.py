"""Pairs of employers worth a person's look: alike in one place, and yet not joined."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import combinations
from typing import Any

from etl.identifiers import stable_id
from etl.resolve.organisations.compare import localise, score_localised
from etl.resolve.organisations.phrases import Phrase
from etl.resolve.organisations.registry import Organisation
from etl.resolve.organisations.traits import Traits
from models.reference import Pack

Row = dict[str, Any]

REVIEW_FROM = 0.2
"""Score of `compare_organisations` from which a pair is shown: below, the print itself speaks against one body."""

BLOCK_LIMIT = 30
"""A word, number or person that more bodies of one place share tells nothing."""

_START = 5
"""Letters of a word by which two spellings are brought together."""

_FORMS_READ = 3
_NATURAL_PERSONS = frozenset({"sole", "farm"})
"""Sole traders and peasant farms are run by the person whose name they often bear: pairs of them would tell people."""


def find_candidates(
    organisations: Mapping[str, Organisation],
    texts: Mapping[str, Counter[str]],
    phrases: Mapping[str, Phrase],
    pack: Pack,
    verdicts: Mapping[tuple[str, str], str],
) -> list[Row]:
    """List pairs of employers of one place that may be one body.

    Compared are only employers of one district, region or country that share a number, the person they are called
    after, a subject, or the beginning of a word of their name.

    Args:
        organisations: of a build, by id.
        texts: id -> printed employer -> how often.
        phrases: printed employer -> what was read from it.
        pack: reference data.
        verdicts: pair of ids -> what a person judged.

    Returns:
        Rows of `organisation_candidates`, in the order of their ids.
    """
    blocks: dict[tuple[str, ...], list[str]] = defaultdict(list)
    whole: dict[str, Traits] = {}
    for org_id in sorted(texts):
        scope = organisations[org_id].scope
        district = scope if scope in pack.district_by_id else None
        forms = [phrases[text].traits for text in sorted(texts[org_id], key=lambda t: (-texts[org_id][t], t))]
        if any(form.form in _NATURAL_PERSONS for form in forms):
            continue
        whole[org_id] = _gather([localise(form, district, pack) for form in forms[:_FORMS_READ]])
        for token in _list_tokens(whole[org_id]):
            blocks[scope, *token].append(org_id)
    pairs = {
        pair for members in blocks.values() if len(members) <= BLOCK_LIMIT for pair in combinations(members, 2)
    }  # members of a block are in the order of their ids
    rows = []
    for left, right in pairs | {pair for pair in verdicts if set(pair) <= whole.keys()}:
        if verdicts.get((left, right)) == "same":
            continue
        score, why = score_localised(whole[left], whole[right])
        if score < REVIEW_FROM and (left, right) not in verdicts:
            continue
        rows.append(
            {
                "pair_id": stable_id("c", left, right),
                "left_org_id": left,
                "right_org_id": right,
                "score": round(score, 3),
                "why": why,
                "status": verdicts.get((left, right), "review"),
            }
        )
    return sorted(rows, key=lambda row: row["pair_id"])


def _gather(forms: list[Traits]) -> Traits:
    """Put together what the printed forms of one body say: what the most frequent leaves out, another may print."""
    found = forms[0]
    for other in forms[1:]:
        if other.group != found.group:
            continue
        found = replace(
            found,
            number=other.number if found.number is None else found.number,
            honour=found.honour or other.honour,
            names=found.names or other.names,
            place=found.place or other.place,
            level=found.level or other.level,
            rank=found.rank or other.rank,
            code=found.code or other.code,
            form=found.form or other.form,
        )
    return found


def _list_tokens(traits: Traits) -> Iterator[tuple[str, ...]]:
    if traits.number is not None:
        yield "number", traits.group, str(traits.number)
    if traits.honour:
        yield "person", traits.honour.last
    if traits.code:
        yield "code", traits.group, traits.code
    yield from sorted({("word", name if name.startswith("@") else name[:_START]) for name in traits.names})
    if traits.number is None and not (traits.honour or traits.code or traits.names):
        yield "kind", traits.group
