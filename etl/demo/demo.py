"""Writing a simulated set of decision documents."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from etl.demo.data import DemoData, load_demo_data
from etl.demo.dice import make_dice
from etl.demo.district import Registered
from etl.demo.geography import plan_regions
from etl.demo.places import RegionPlan
from etl.demo.publish import Publisher
from etl.demo.records import Act
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

    def __str__(self) -> str:
        formats = ", ".join(f"{count} {name}" for name, count in sorted(self.by_format.items()))
        return (
            f"{self.documents} simulated documents ({formats}) with {self.rows} statements about people in "
            f"{self.commissions} commissions, {self.planted} planted irregularities, in {self.out}"
        )


class UnknownScaleError(ValueError):
    """The scale is not one of SCALES."""


def write_demo(out: Path, scale: str = "default", seed: int = 1, progress: Progress | None = None) -> DemoSummary:
    """Write simulated decision documents and the truth they were made from.

    The bytes depend on scale and seed alone. Regions are made one after the other and written at once, so a national
    set never stands in memory as a whole.

    Args:
        out: folder to write to; made if missing, and documents of an earlier set in it are replaced
        scale: tiny (one region), default (several regions) or national
        seed: another seed, another world
        progress: called with the region that is being made, how many are done, how many there are

    Raises:
        UnknownScaleError: the scale is not one of SCALES
    """
    worlds = open_worlds(scale, seed)
    _clear(out)
    summary = DemoSummary(out, scale, seed)
    publisher = Publisher(load_demo_data(), seed)
    with CorpusWriter(out) as writer:
        for done, world in enumerate(worlds):
            if progress:
                progress(world.plan.unit.name.kk, done, len(worlds))
            _write_region(world, publisher, writer, summary)
            world.forget()
        if progress:
            progress("", len(worlds), len(worlds))
    return summary


def open_worlds(scale: str, seed: int) -> list[RegionWorld]:
    """Prepare the worlds of all regions of a scale; they are simulated when run.

    Args:
        scale: one of SCALES
        seed: the seed of the whole

    Raises:
        UnknownScaleError: the scale is not one of SCALES
    """
    if scale not in SCALES:
        raise UnknownScaleError(f"unknown scale {scale!r}; one of {', '.join(SCALES)}")
    data, pack = load_demo_data(), load_pack()
    settings = data.world["scales"][scale]
    wanted = None if settings["regions"] == "all" else list(settings["regions"])
    per_region = None if settings["districts_per_region"] == "all" else int(settings["districts_per_region"])
    registered = list_registered(pack, data)
    return [
        RegionWorld(
            data=data,
            seed=seed,
            plan=plan,
            terms=list(settings["terms"]),
            registered=registered,
            precincts=_count_precincts(seed, plan, *settings["precincts"]),
            changes_per_term=settings["changes_per_term"],
            together_share=settings["together_share"],
        )
        for plan in plan_regions(pack, data, wanted, per_region)
    ]


def _clear(out: Path) -> None:
    """Remove the documents of an earlier set, so that none of another seed stays behind."""
    if (out / "truth.jsonl").exists():
        for name in ("html", "docx", "xlsx", "csv", "txt"):
            shutil.rmtree(out / name, ignore_errors=True)


def list_registered(pack: Pack, data: DemoData) -> Registered:
    """Give the function that lists parties registered on a day, in the order of the pack.

    Where the pack does not know the whole register (2014), the spans of single parties are taken: good enough for
    invented documents, never for a finding.
    """
    printable = {entry.party_id for entry in data.party_prints}

    def registered(day: date) -> list[str]:
        known = pack.parties_registered(day)
        if known is None:
            known = [
                p.party_id for p in pack.parties if p.kind == "party" and any(s.holds_on(day) for s in p.registered)
            ]
        return [party for party in known if party in printable]

    return registered


def _count_precincts(seed: int, plan: RegionPlan, low: int, high: int) -> list[int]:
    dice = make_dice(seed, "precincts", plan.unit.key)
    return [dice.randint(low, high) for _ in plan.districts]


def _group_acts(acts: Iterable[Act]) -> Iterator[list[Act]]:
    """Put a replacement and a change of surname of one district and day into one document."""
    waiting: list[Act] = []
    for act in acts:
        together = waiting and (waiting[0].district, waiting[0].decided_on) == (act.district, act.decided_on)
        if together and {waiting[0].kind, act.kind} == {"replacement", "surname_change"}:
            yield sorted([*waiting, act], key=lambda one: one.kind)
            waiting = []
            continue
        if waiting:
            yield waiting
        waiting = [act]
    if waiting:
        yield waiting


def _write_region(world: RegionWorld, publisher: Publisher, writer: CorpusWriter, summary: DemoSummary) -> None:
    paths: dict[str, str] = {}
    acts = (act for act in world.run() if act.people or act.kind in ("notice", "other"))
    for group in _group_acts(acts):
        document = publisher.publish(group)
        paths.update({act.key: document.path for act in group})
        summary.rows += writer.write(document)
        summary.documents += 1
        summary.by_format[document.family.format] = summary.by_format.get(document.family.format, 0) + 1
    summary.commissions += world.count_commissions()
    summary.planted += len(world.planted)
    writer.write_planted(world.planted, paths)
    writer.write_employers(world.list_employers())
