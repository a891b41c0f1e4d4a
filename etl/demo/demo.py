"""Writing a simulated set of decision documents."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from etl.demo.data import DemoData, load_demo_data
from etl.demo.dice import make_dice
from etl.demo.geography import plan_regions
from etl.demo.places import RegionPlan
from etl.demo.publish import Publisher
from etl.demo.region import RegionWorld
from etl.demo.writer import CorpusWriter
from models.reference.pack import Pack, load_pack

SCALES = ("tiny", "default", "national")
Progress = Callable[[str, int, int], None]


@dataclass
class DemoSummary:
    """What a simulated set holds."""

    out: Path
    scale: str
    seed: int
    documents: int = 0
    rows: int = 0
    commissions: int = 0
    planted: int = 0
    by_format: dict[str, int] = field(default_factory=dict)


class UnknownScaleError(ValueError):
    """The scale is not one of SCALES."""


def write_demo(out: Path, scale: str = "default", seed: int = 1, progress: Progress | None = None) -> DemoSummary:
    """Write simulated decision documents and the truth they were made from.

    The result depends on scale and seed alone.

    Args:
        out: folder to write to; made if missing, and files of an earlier set are replaced
        scale: tiny (one region), default (several regions) or national
        seed: another seed, another world
        progress: called with what is being made, how many are done, how many there are

    Raises:
        UnknownScaleError: the scale is not one of SCALES
    """
    if scale not in SCALES:
        raise UnknownScaleError(f"unknown scale {scale!r}; one of {', '.join(SCALES)}")
    data, pack = load_demo_data(), load_pack()
    plan = data.world["scales"][scale]
    wanted = None if plan["regions"] == "all" else list(plan["regions"])
    per_region = None if plan["districts_per_region"] == "all" else int(plan["districts_per_region"])
    plans = plan_regions(pack, data, wanted, per_region)
    _clear(out)
    summary = DemoSummary(out, scale, seed)
    publisher = Publisher(data, seed)
    with CorpusWriter(out) as writer:
        for done, region in enumerate(plans):
            if progress:
                progress(region.unit.name.kk, done, len(plans))
            _write_region(data, pack, seed, region, plan, publisher, writer, summary)
        if progress:
            progress("", len(plans), len(plans))
    return summary


def _clear(out: Path) -> None:
    """Remove the folders of an earlier set, so that no document of another seed stays behind."""
    if (out / "truth.jsonl").exists():
        for name in ("html", "docx", "xlsx", "csv", "txt"):
            shutil.rmtree(out / name, ignore_errors=True)


def registered_parties(pack: Pack, day: date) -> list[str]:
    """List parties registered on a day, in the order of the pack; before 2019 as far as the spans of the pack tell."""
    known = pack.parties_registered(day)
    if known is not None:
        return known
    return [p.party_id for p in pack.parties if p.kind == "party" and any(span.holds_on(day) for span in p.registered)]


def _count_precincts(seed: int, region: RegionPlan, low: int, high: int) -> list[int]:
    dice = make_dice(seed, "precincts", region.unit.key)
    return [dice.randint(low, high) for _ in region.districts]


def _write_region(
    data: DemoData,
    pack: Pack,
    seed: int,
    region: RegionPlan,
    plan: dict,
    publisher: Publisher,
    writer: CorpusWriter,
    summary: DemoSummary,
) -> None:
    low, high = (28, 60) if plan["precincts"] == "national" else plan["precincts"]
    printable = {entry.party_id for entry in data.party_prints}

    def registered(day: date) -> list[str]:
        return [party for party in registered_parties(pack, day) if party in printable]

    world = RegionWorld(data, seed, region, list(plan["terms"]), registered, _count_precincts(seed, region, low, high))
    paths: dict[str, str] = {}
    for act in world.run():
        if not act.people and act.kind not in ("notice", "other"):
            continue
        document = publisher.publish(act)
        paths[act.key] = document.draft.path
        writer.write(document)
        summary.documents += 1
        summary.rows += len(document.draft.rows)
        summary.by_format[document.family.format] = summary.by_format.get(document.family.format, 0) + 1
    summary.commissions += sum(len(w.precinct_commissions) + 1 + len(w.constituencies) for w in world.districts) + 1
    summary.planted += len(world.planted)
    writer.write_planted(world.planted, paths)
