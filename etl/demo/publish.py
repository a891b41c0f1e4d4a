"""From acts to documents: which layout, which language, which format, and the files of the corpus."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from etl.demo import layouts_change as change
from etl.demo import layouts_other as other
from etl.demo import layouts_sheet as sheets
from etl.demo import layouts_table as tables
from etl.demo import layouts_text as texts
from etl.demo import wording
from etl.demo.blocks import Block, Sheet
from etl.demo.data import DemoData
from etl.demo.dice import make_dice
from etl.demo.draft import Draft
from etl.demo.printer import Printer
from etl.demo.records import Act
from etl.demo.render_docx import render_docx
from etl.demo.render_html import render_html
from etl.demo.render_plain import render_csv, render_text
from etl.demo.render_xlsx import render_xlsx

BlockLayout = Callable[[Draft], "list[Block]"]
SheetLayout = Callable[[Draft], "list[Sheet]"]


@dataclass(frozen=True)
class Family:
    """One way to publish a kind of act."""

    name: str
    format: str  # html, docx, txt, xlsx, csv
    layout: BlockLayout | SheetLayout
    difficulty: int
    languages: tuple[str, ...] = ("kk", "ru")
    shell: str = ""
    annexed: bool = True
    levels: tuple[str, ...] = ("TEC", "DEC", "PEC")


FORMATION = (
    Family("law-base-table-heading-rows", "html", tables.lay_heading_rows, 1, shell="law"),
    Family("word-table-per-commission", "docx", tables.lay_table_per_commission, 1),
    Family("flat-sheet", "xlsx", sheets.lay_flat_sheet, 1),
    Family("csv-utf8-comma", "csv", sheets.lay_csv_plain, 1),
    Family("text-list-under-headings", "txt", texts.lay_list, 2, annexed=False),
    Family("news-list", "html", texts.lay_list, 2, shell="news", annexed=False),
    Family("word-merged-commission-cell", "docx", tables.lay_merged_cell, 2),
    Family("sheet-per-commission", "xlsx", sheets.lay_sheet_per_commission, 2),
    Family("csv-cp1251-semicolon", "csv", sheets.lay_csv_plain, 2, languages=("ru",), shell="old"),
    Family("word-accusative-list", "docx", texts.lay_accusative, 3, languages=("ru",), annexed=False),
    Family("commission-site-status-table", "html", tables.lay_status_table, 2, shell="site"),
    Family("text-prose", "txt", texts.lay_prose, 3, annexed=False),
    Family("sheet-with-personal-data", "xlsx", sheets.lay_personal_sheet, 3),
    Family("old-page-accusative-list", "html", texts.lay_accusative, 3, languages=("ru",), shell="old", annexed=False),
    Family("word-roles-beside-names", "docx", tables.lay_roles_beside, 3),
    Family("csv-snapshot", "csv", sheets.lay_csv_snapshot, 2),
    Family("newspaper-initials", "html", texts.lay_newspaper, 3, languages=("ru",), shell="news", annexed=False),
    Family("word-role-groups", "docx", texts.lay_role_groups, 2),
    Family("law-base-merged-cell", "html", tables.lay_merged_cell, 2, shell="law"),
    Family("text-accusative-list", "txt", texts.lay_accusative, 3, languages=("ru",), annexed=False),
)
REPLACEMENT = (
    Family("word-replacement-table", "docx", change.lay_replacement_table, 3),
    Family("text-replacement-pairs", "txt", change.lay_replacement_pairs, 3),
    Family("old-page-two-lists", "html", change.lay_two_lists, 3, languages=("ru",), shell="old"),
    Family("law-base-replacement-pairs", "html", change.lay_replacement_pairs, 3, shell="law"),
    Family("news-replacement-table", "html", change.lay_replacement_table, 2, shell="news"),
    Family("word-two-lists", "docx", change.lay_two_lists, 3),
)
RELEASE = (
    Family("word-release", "docx", change.lay_release, 3),
    Family("law-base-release", "html", change.lay_release, 3, shell="law"),
)
SURNAME = (
    Family("word-surname-change", "docx", change.lay_surname_change, 3),
    Family("text-surname-change", "txt", change.lay_surname_change, 3),
)
APPOINTMENT = (
    Family("law-base-appointment", "html", change.lay_appointment, 3, shell="law"),
    Family("word-appointment", "docx", change.lay_appointment, 3),
)
NOTICE = (
    Family("notice-nominations", "html", other.lay_notice, 2, shell="news"),
    Family("notice-nominations-text", "txt", other.lay_notice, 2),
)
OTHER = (
    Family("other-subject-borders", "docx", other.lay_borders, 2),
    Family("other-subject-budget", "html", other.lay_budget, 3, shell="law"),
)
FAMILIES = {
    "formation": FORMATION,
    "replacement": REPLACEMENT,
    "release": RELEASE,
    "surname_change": SURNAME,
    "appointment": APPOINTMENT,
    "notice": NOTICE,
    "other": OTHER,
}


@dataclass
class Document:
    """A finished document with its truth."""

    draft: Draft
    family: Family
    content: bytes
    sidecar: dict[str, str] = field(default_factory=dict)


@dataclass
class Publisher:
    """Gives every act the next family of its kind, so that all families occur."""

    data: DemoData
    seed: int
    turns: dict[str, int] = field(default_factory=dict)

    def choose(self, kind: str, language: str) -> Family:
        """Take the next family that can print a language."""
        families = FAMILIES[kind]
        for _ in families:
            turn = self.turns.get(kind, 0)
            self.turns[kind] = turn + 1
            family = families[turn % len(families)]
            if language in family.languages:
                return family
        raise AssertionError(f"no family prints {kind} in {language}")

    def publish(self, act: Act) -> Document:
        """Lay out, write and describe one act."""
        dice = make_dice(self.seed, "document", act.key)
        climate = self.data.climate_of(act.region.key)
        families = FAMILIES[act.kind]
        family = families[self.turns.get(act.kind, 0) % len(families)]
        self.turns[act.kind] = self.turns.get(act.kind, 0) + 1
        language = "kk" if dice.random() < self.data.world["kazakh_documents"][climate] else "ru"
        if language not in family.languages:
            language = family.languages[0]
        printer = Printer(
            self.data, language, act.decided_on, act.unit, act.region,
            nominator_style="branch" if dice.random() < 0.75 else "short",
            employer_style="full" if dice.random() < 0.85 else "bare",
        )  # fmt: skip
        name = f"{act.district.key if act.district else act.region.key.lower()}-{act.decided_on.isoformat()}-{'-'.join(act.levels).lower()}-{act.kind.replace('_', '-')}"
        path = f"{family.format}/{name}.{'htm' if family.shell == 'old' and family.format == 'html' else family.format}"
        draft = Draft(act, language, printer, dice, self.data, path, family.name, is_legacy=family.shell == "old")
        content, sidecar = self._write(draft, family)
        return Document(draft, family, content, sidecar)

    def _write(self, draft: Draft, family: Family) -> tuple[bytes, dict[str, str]]:
        laid = family.layout(draft)
        if family.format in ("xlsx", "csv"):
            return self._write_sheets(draft, family, laid)  # type: ignore[arg-type]
        blocks = _frame(draft, family, laid)  # type: ignore[arg-type]
        if family.format == "docx":
            return render_docx(blocks), {}
        if family.format == "txt":
            return render_text(blocks), {}
        title = wording.print_title(draft.act, draft.tongue) if draft.act.kind in wording.TITLED else "Хабарландыру"
        return render_html(blocks, family.shell, draft.language, title), {}

    def _write_sheets(self, draft: Draft, family: Family, laid: list[Sheet]) -> tuple[bytes, dict[str, str]]:
        if family.format == "xlsx":
            return render_xlsx(laid), {}
        sidecar = {"region_id": draft.act.region.key, "language": draft.tongue}
        if draft.act.district:
            sidecar["district"] = draft.act.unit.name.kk if draft.tongue == "kk" else draft.act.unit.name.ru
        if not draft.has_number:
            sidecar["as_of"] = draft.act.decided_on.isoformat()
        if draft.is_legacy:
            sheet = Sheet("", [[wording.russify(v) if isinstance(v, str) else v for v in row] for row in laid[0].rows])
            return render_csv(sheet, "cp1251", ";"), sidecar
        return render_csv(laid[0], "utf-8-sig", "," if draft.has_number else ";"), sidecar


def _frame(draft: Draft, family: Family, body: list[Block]) -> list[Block]:
    """Put head, signatures and annex stamp around what a layout wrote."""
    act, language = draft.act, draft.tongue
    if act.kind in ("notice", "other"):
        return body
    style = draft.dice.randrange(3)
    head = wording.open_act(act, language, style, has_own_title=family.shell == "news")
    if act.kind != "formation":
        earlier = [change.refer_to_earlier(draft, act)] if act.earlier and act.kind == "surname_change" else []
        return [
            *head[:-1],
            *earlier,
            head[-1],
            *body,
            *wording.close_act(act, language, 3 if family.layout is change.lay_two_lists else 2, draft.dice),
        ]
    if family.annexed:
        return [
            *head,
            wording.elect_point(act, language, True),
            *wording.close_act(act, language, 2, draft.dice),
            *wording.stamp(act, language),
            *body,
        ]
    numbered = family.layout is texts.lay_accusative
    point = [] if numbered else [wording.elect_point(act, language, False)]
    return [
        *head,
        *point,
        *body,
        *wording.close_act(act, language, len(act.rosters) + 1 if numbered else 2, draft.dice),
    ]
