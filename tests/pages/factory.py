"""Databases for the tests of pages: rows by schema, invented people, measures counted here and not by the product."""

import hashlib
import json
import random
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd

from models import schema, sql

FORMED = date(2018, 12, 20)
REFORMED = date(2023, 1, 12)
ELECTION = date(2019, 6, 9)
LATEST = date(2023, 3, 19)

PARTIES = ("amanat", "akzhol", "npk", "auyl", "osdp", "adal")
PRINTED = {
    "amanat": "«Нұр Отан» партиясы", "akzhol": "«Ақ жол» партиясы", "npk": "ҚКХП", "auyl": "«Ауыл» партиясы",
    "osdp": "ЖСДП", "adal": "«Бірлік» партиясы",
}  # fmt: skip
SURNAMES = ("Тестбаев", "Үлгібеков", "Мысалова", "Ойданқызы", "Примеров", "Образцова", "Әріпжанов", "Қалыпова")
GIVEN = ("Ерлан", "Айгүл", "Динара", "Олег", "Ңұрлы", "Һаким", "Іңкәр", "Өмір")
REGIONS = ("KZ-39", "KZ-10", "KZ-75", "KZ-23")
ROLES = ("chair", "deputy_chair", "secretary")


@dataclass
class World:
    """Rows of every table, gathered before they are written."""

    rows: dict[str, list[dict[str, Any]]] = field(default_factory=lambda: {table.name: [] for table in schema.TABLES})

    def add(self, table: str, **values: Any) -> dict[str, Any]:
        unknown = set(values) - set(schema.BY_NAME[table].names)
        assert not unknown, f"{table} has no columns {unknown}"
        self.rows[table].append(values)
        return values

    def write(self, path: Path, *, meta: dict[str, str]) -> Path:
        """Write the rows as a complete database, `out_*` tables included."""
        for key, value in meta.items():
            self.add("meta", key=key, value=value)
        path.parent.mkdir(parents=True, exist_ok=True)
        fresh = path.with_suffix(".new")
        fresh.unlink(missing_ok=True)
        with duckdb.connect(str(fresh)) as connection:
            for table in schema.TABLES:
                connection.execute(table.create_sql())
                if self.rows[table.name]:
                    frame = pd.DataFrame(self.rows[table.name], columns=table.names).astype(object)
                    frame = frame.where(frame.notna(), None)
                    connection.register("incoming", frame)
                    casts = ", ".join(
                        f'CAST("{c.name}" AS {schema.DUCKDB_TYPES[c.type]}) AS "{c.name}"' for c in table.columns
                    )
                    connection.execute(f"INSERT INTO {table.core} SELECT {casts} FROM incoming")
                    connection.unregister("incoming")
            sql.run_all(connection)
        fresh.replace(path)
        return path


def make_meta(build_id: str, *, simulated: bool, latest: date | None = LATEST) -> dict[str, str]:
    meta = {
        "build_id": build_id,
        "country": "KZ",
        "built_from": json.dumps(["tests"]),
        "is_simulated": "true" if simulated else "false",
        "product_version": "0.1.0",
    }
    return meta | ({"latest_day": latest.isoformat()} if latest else {})


def make_empty(path: Path, *, build_id: str = "empty-1") -> Path:
    """Write a database without a single document."""
    return World().write(path, meta=make_meta(build_id, simulated=False, latest=None))


def add_document(
    world: World, path: str, *, decided_on: date | None, simulated: bool, seats: int = 0
) -> dict[str, Any]:
    """Add a document with one act; returns the act."""
    world.add(
        "documents", document_path=path, sha256=hashlib.sha256(path.encode()).hexdigest(),
        format=path.rsplit(".", 1)[-1], bytes=12345, language="kk", publisher="Сынақ мәслихаты", source_url=f"https://example.org/{path}",
        retrieved_on=date(2024, 5, 1), is_simulated=simulated, decisions=1, seats=seats, list_lines=max(seats, 1),
        used_lines=seats, understanding=seats / max(seats, 1),
        status="loaded" if seats else "left_out", title="Сайлау комиссияларын құру туралы",
    )  # fmt: skip
    return world.add(
        "decisions", decision_id=f"d:{path}", document_path=path, language="kk", body_name="Сынақ мәслихаты",
        region_id="KZ-39", district="Сынақ ауданы", number="18/103-VIII", decided_on=decided_on,
        date_basis="decision" if decided_on else "unknown", kind="formation", title="Сайлау комиссияларын құру туралы",
        source_url=f"https://example.org/{path}", retrieved_on=date(2024, 5, 1), is_simulated=simulated, ordinal=0,
    )  # fmt: skip


def add_commission(
    world: World, level: str, number: int | None, *, region: str = "KZ-39", district: str = "Сынақ ауданы"
) -> dict[str, Any]:
    label = {"TEC": "Аудандық аумақтық", "DEC": "Округтік", "PEC": "Учаскелік"}[level]
    tail = f" № {number}" if number else ""
    return world.add(
        "commissions", commission_id=f"{level}:{region}:{district}:{number or 0}", level=level, number=number,
        name=f"{label} сайлау комиссиясы{tail}", region_id=region, district=district,
        district_id=f"{region}-{district}", settlement="Мысал ауылы" if level == "PEC" else None,
    )  # fmt: skip


def add_seat(
    world: World, decision: dict[str, Any], commission: dict[str, Any], place: int, **facts: Any
) -> dict[str, Any]:
    """Add one seat; `facts` are columns of `seats` that differ from an elected member of whom nothing is known."""
    surname, given = SURNAMES[place % len(SURNAMES)], GIVEN[(place * 3) % len(GIVEN)]
    base: dict[str, Any] = {
        "seat_id": f"{decision['decision_id']}/{commission['commission_id']}/{place}",
        "document_path": decision["document_path"], "decision_id": decision["decision_id"],
        "commission_id": commission["commission_id"], "level": commission["level"],
        "commission_number": commission["number"], "commission_name": commission["name"],
        "region_id": commission["region_id"], "district": commission["district"], "action": "elected",
        "name_as_printed": f"{surname} {given}", "surname": surname, "given_name": given, "role": "member",
        "person_id": f"p:{decision['decision_id']}:{place}", "locator": json.dumps({"table": 1, "row": place + 2}),
        "snippet": f"{place + 1}. {surname} {given}", "confidence": 0.98, "valid_from": decision["decided_on"],
        "gender": "unknown", "is_simulated": decision["is_simulated"],
    }  # fmt: skip
    return world.add("seats", **(base | facts))


def share_rows(values: Iterable[str | None], metric: str) -> dict[str, Any]:
    """Count the largest bloc among values, None being unknown, with its bounds."""
    listed = list(values)
    counts, n = Counter(v for v in listed if v is not None), len(listed)
    known, unknown = sum(counts.values()), n - sum(counts.values())
    top = max(counts.values(), default=0)
    return {
        "metric": metric, "value": top / known if known else None, "lower": max(top, 1) / n,
        "upper": (top + unknown) / n, "n_known": known, "n_total": n,
    }  # fmt: skip


def add_metrics(world: World, commission_id: str, as_of: date, seats: list[dict[str, Any]]) -> None:
    """Add the measures the pages show for one commission on one day."""
    n = len(seats)
    nominators = [s.get("party_id") or s.get("nominator_as_printed") for s in seats]
    employers = [s.get("employer_id") for s in seats]
    tied = max(Counter(s["party_id"] for s in seats if s.get("party_id")).values(), default=0)
    known = sum(1 for v in nominators if v)
    shares = Counter(v for v in nominators if v)
    hhi = sum((c / known) ** 2 for c in shares.values()) if known else None
    unknown_roles = sum(1 for s in seats if s["role"] == "unknown")

    def row(metric: str, value: float | None, lower: float, upper: float, n_known: int, **more: Any) -> None:
        world.add(
            "metrics", commission_id=commission_id, as_of=as_of, metric=metric, variant="", value=value, lower=lower,
            upper=upper, n_known=n_known, **({"tiers": "", "n_total": n} | more),
        )  # fmt: skip

    for metric, values in (
        ("nominator_share_max", nominators), ("employer_share_max", employers), ("principal_share_max", employers),
    ):  # fmt: skip
        world.add(
            "metrics", commission_id=commission_id, as_of=as_of, tiers="", variant="", **share_rows(values, metric)
        )
    row("tied_share_max", tied / n if known else None, tied / n, (tied + n - known) / n, known, tiers="1,2")
    row("nominator_hhi", hhi, 1 / n, 1.0, known)
    row("nominator_enp", 1 / hhi if hhi else None, 1.0, float(n), known)
    row("nominator_hhi_position", hhi, 0.0, 1.0, known)
    for metric, test in (
        ("party_nominated_share", lambda s: s.get("nominator_kind") == "party"),
        ("public_sector_share", lambda s: s.get("employer_ownership") == "public"),
        ("education_share", lambda s: s.get("employer_sector") == "education"),
        ("school_teacher_share", lambda s: bool(s.get("is_teaching_post"))),
    ):  # fmt: skip
        have = [s for s in seats if s.get("nominator_kind" if metric.startswith("party") else "employer_sector")]
        count = sum(1 for s in have if test(s))
        row(metric, count / len(have) if have else None, count / n, (count + n - len(have)) / n, len(have))
    officers = Counter(nominators[i] for i, s in enumerate(seats) if s["role"] in ROLES and nominators[i])
    row("officer_same_bloc", max(officers.values()) if officers else None, 1.0, 3.0, sum(officers.values()), n_total=3)
    for metric, count in (
        ("completeness_nominator", known), ("completeness_employer", sum(1 for v in employers if v)),
        ("completeness_role", n - unknown_roles),
    ):  # fmt: skip
        row(metric, count / n, count / n, count / n, count)


def add_aggregates(world: World) -> None:
    """Add means over commissions for the country, each region and each district, by level and for all levels."""
    metrics = pd.DataFrame(world.rows["metrics"])
    places = pd.DataFrame(world.rows["commissions"])[["commission_id", "level", "region_id", "district"]]
    rows = metrics.merge(places, on="commission_id")
    rows = pd.concat([rows, rows.assign(level="all")])
    scopes = {"country": pd.Series("KZ", index=rows.index), "region": rows["region_id"]}
    scopes["district"] = rows["region_id"] + "/" + rows["district"]
    for scope, ids in scopes.items():
        keys = ["scope_id", "level", "as_of", "metric", "tiers"]
        grouped = rows.assign(scope_id=ids).groupby(keys)[["value", "lower", "upper"]]
        found = grouped.mean().assign(commissions_read=grouped.size(), scope=scope).reset_index()
        world.rows["aggregates"] += [{str(k): v for k, v in row.items()} for row in found.to_dict("records")]


def make_small(path: Path, *, build_id: str = "small-1", simulated: bool = True) -> Path:
    """Write one document: a TEC of seven, a precinct where four of five share a school, and one nobody knows about."""
    world = World()
    decision = add_document(world, "quram.docx", decided_on=FORMED, simulated=simulated, seats=17)
    school = world.add(
        "organisations", org_id="org:school", kind="employer", name="№ 5 жалпы білім беретін мектеп", type="school",
        sector="education", ownership="public", district="Сынақ ауданы",
    )["org_id"]  # fmt: skip
    taught = {
        "employer_id": school, "employer_as_printed": "№ 5 ЖББМ", "employer_type": "school",
        "employer_sector": "education", "employer_ownership": "public", "job_title": "мұғалім",
        "is_teaching_post": True,
    }  # fmt: skip
    retired = {"employer_as_printed": "зейнеткер", "employer_sector": "pensioner", "employer_ownership": "none"}
    for level, number, size in (("TEC", None, 7), ("PEC", 7, 5), ("PEC", 8, 5)):
        commission = add_commission(world, level, number)
        seats = []
        for place in range(size):
            facts: dict[str, Any] = {"role": ROLES[place] if place < 3 and number != 8 else "unknown"}
            if place >= 3 and number != 8:
                facts["role"] = "member"
            if number != 8:
                party = PARTIES[place % len(PARTIES)]
                facts |= {"nominator_kind": "party", "party_id": party, "nominator_id": party}
                facts["nominator_as_printed"] = PRINTED[party]
            if number == 7:
                facts |= taught if place < 4 else retired
            seats.append(add_seat(world, decision, commission, place, **facts))
        world.add(
            "terms", commission_id=commission["commission_id"], term_start=FORMED, decision_id=decision["decision_id"],
            seats_declared=size, seats_read=size,
        )  # fmt: skip
        for day in (FORMED, ELECTION):
            add_metrics(world, commission["commission_id"], day, seats)
        most = 4 if number == 7 else 0
        detail = {"judged_on": "2019-06-09", "most": most, "seats": size, "unknown": 0 if most else size}
        world.add(
            "findings", rule_id="ORG-1", commission_id=commission["commission_id"], as_of=ELECTION,
            status="breach" if most else "unknown", law_edition="z950002464-2026-06-30", visibility="public",
            detail=json.dumps(detail if most else detail | {"reasons": ["employers_unknown"]}), evidence="[]",
        )  # fmt: skip
        world.add(
            "findings", rule_id="DUP-1", commission_id=commission["commission_id"], as_of=ELECTION, status="flag",
            law_edition="z950002464-2026-06-30", visibility="review", detail="{}", evidence="[]",
        )  # fmt: skip
    add_aggregates(world)
    world.add(
        "issues", issue_id="i1", document_path="quram.docx", locator=json.dumps({"table": 1, "row": 19}),
        severity="warning", code="line_not_understood", message="=1+1", text="Бос орын",
    )  # fmt: skip
    return world.write(path, meta=make_meta(build_id, simulated=simulated, latest=ELECTION))


def make_large(path: Path, *, build_id: str = "large-1", seats_wanted: int = 24_000, seed: int = 7) -> Path:
    """Write many commissions over two terms, about `seats_wanted` seats held on the last day."""
    dice, world = random.Random(seed), World()
    held, districts = 0, 60
    for index in range(districts):
        region, district = REGIONS[index % len(REGIONS)], f"Мысал-{index:02d} ауданы"
        acts = [
            add_document(world, f"{year}/{index:02d}.docx", decided_on=day, simulated=False, seats=500)
            for year, day in ((2018, FORMED), (2023, REFORMED))
        ]
        schools = [f"org:{index}:{number}" for number in range(12)]
        for number, org in enumerate(schools):
            world.add(
                "organisations", org_id=org, kind="employer", name=f"№ {number + 1} мектеп", type="school",
                sector="education", ownership="public", region_id=region, district=district,
            )  # fmt: skip
        numbers = [("TEC", None), ("DEC", index + 1)]
        numbers += [("PEC", index * 100 + k) for k in range(max(0, round(seats_wanted / districts / 7) - 2))]
        for level, number in numbers:
            commission = add_commission(world, level, number, region=region, district=district)
            size = 7 if level == "TEC" else 5 if level == "DEC" else dice.choice((5, 7, 7, 9))
            held += size
            by_term = [_fill(world, dice, act, commission, size, schools) for act in acts]
            for before, act in zip(by_term[:-1], acts[1:], strict=True):
                for seat in before:
                    seat["valid_to"] = act["decided_on"]
            for day, seats in ((ELECTION, by_term[0]), (LATEST, by_term[1])):
                add_metrics(world, commission["commission_id"], day, seats)
    add_aggregates(world)
    for first, second in pairwise(REGIONS):
        world.add("redirects", old_id=f"old:{first}", new_id=f"TEC:{second}", reason="test", build_id=build_id)
    for number in range(3000):
        world.add(
            "issues", issue_id=f"i{number}", document_path=f"2018/{number % districts:02d}.docx", severity="info",
            code="nominator_unknown", message=f"қатар {number}", locator=json.dumps({"row": number}), text="…",
        )  # fmt: skip
    return world.write(path, meta=make_meta(build_id, simulated=False))


def _fill(
    world: World, dice: random.Random, act: dict[str, Any], commission: dict[str, Any], size: int, schools: list[str]
) -> list[dict[str, Any]]:
    seats, home = [], dice.choice(schools)
    parties = dice.sample(PARTIES, len(PARTIES))
    for place in range(size):
        facts: dict[str, Any] = {"role": ROLES[place] if place < 3 else "member"}
        if place < len(parties) and dice.random() < 0.8:
            facts |= {"nominator_kind": "party", "party_id": parties[place], "nominator_id": parties[place]}
            facts["nominator_as_printed"] = PRINTED[parties[place]]
        elif dice.random() < 0.7:
            facts |= {"nominator_kind": "association", "nominator_as_printed": "«Үлгі» қоғамдық бірлестігі"}
        if dice.random() < 0.85:
            facts |= {
                "employer_id": home if dice.random() < 0.6 else dice.choice(schools), "employer_as_printed": "мектеп",
                "employer_type": "school", "employer_sector": "education", "employer_ownership": "public",
                "job_title": "мұғалім", "is_teaching_post": True,
            }  # fmt: skip
        seats.append(add_seat(world, act, commission, place, **facts))
    return seats
