"""The families of documents: which layout in which format for which kind of act."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from etl.demo import layouts_change as change
from etl.demo import layouts_other as other
from etl.demo import layouts_sheet as sheets
from etl.demo import layouts_table as tables
from etl.demo import layouts_text as texts
from etl.demo.blocks import Block, Sheet
from etl.demo.draft import Draft

BlockLayout = Callable[[Draft], list[Block]]
SheetLayout = Callable[[Draft], list[Sheet]]
BOTH, RUSSIAN, KAZAKH, MIXED = ("kk", "ru"), ("ru",), ("kk",), ("mixed",)


@dataclass(frozen=True)
class Family:
    """One way to publish a kind of act.

    format: html, docx, txt, xlsx or csv; page: shape of a web page; spelling: plain, cp1251 (no Kazakh letters) or
    latin_i (Latin i in Kazakh words); bilingual: "", "after" (one language after the other) or "beside".
    """

    name: str
    format: str
    layout: BlockLayout | None = None
    sheets: SheetLayout | None = None
    difficulty: int = 1
    languages: tuple[str, ...] = BOTH
    page: str = "law"
    is_annexed: bool = True
    spelling: str = "plain"
    bilingual: str = ""


FORMATION = (
    Family("law-base-heading-rows", "html", tables.lay_heading_rows),
    Family("word-table-per-commission", "docx", tables.lay_table_per_commission),
    Family("flat-sheet", "xlsx", sheets=sheets.lay_flat_sheet),
    Family("csv-utf8-comma", "csv", sheets=sheets.lay_csv_plain),
    Family("text-list-under-headings", "txt", texts.lay_list, difficulty=2, is_annexed=False),
    Family("news-list", "html", texts.lay_list, difficulty=2, page="news", is_annexed=False),
    Family("word-merged-commission-cell", "docx", tables.lay_merged_cell, difficulty=2),
    Family("sheet-per-commission", "xlsx", sheets=sheets.lay_sheet_per_commission, difficulty=2),
    Family(
        "csv-cp1251-semicolon", "csv", sheets=sheets.lay_csv_plain, difficulty=2, languages=RUSSIAN, spelling="cp1251"
    ),
    Family("word-accusative-list", "docx", texts.lay_accusative, difficulty=3, languages=RUSSIAN, is_annexed=False),
    Family("commission-site-status-table", "html", tables.lay_status_table, difficulty=2, page="site"),
    Family("text-prose", "txt", texts.lay_prose, difficulty=3, is_annexed=False),
    Family("sheet-with-personal-data", "xlsx", sheets=sheets.lay_personal_sheet, difficulty=3),
    Family(
        "old-page-accusative-list", "html", texts.lay_accusative, difficulty=3, languages=RUSSIAN, page="old",
        is_annexed=False, spelling="cp1251",
    ),
    Family("word-roles-beside-names", "docx", tables.lay_roles_beside, difficulty=3),
    Family("csv-snapshot", "csv", sheets=sheets.lay_csv_snapshot, difficulty=2),
    Family(
        "newspaper-initials", "html", texts.lay_newspaper, difficulty=3, languages=RUSSIAN, page="news",
        is_annexed=False,
    ),
    Family(
        "word-bilingual-after", "docx", texts.lay_list, difficulty=4, languages=MIXED, is_annexed=False,
        bilingual="after",
    ),
    Family("word-role-groups", "docx", texts.lay_role_groups, difficulty=2),
    Family("law-base-merged-cell", "html", tables.lay_merged_cell, difficulty=2),
    Family("text-accusative-list", "txt", texts.lay_accusative, difficulty=3, languages=RUSSIAN, is_annexed=False),
    Family(
        "law-base-bilingual-beside", "html", texts.lay_list, difficulty=4, languages=MIXED, is_annexed=False,
        bilingual="beside",
    ),
    Family("word-personal-data", "docx", tables.lay_personal_table, difficulty=3),
    Family("law-base-latin-i", "html", tables.lay_heading_rows, difficulty=3, languages=KAZAKH, spelling="latin_i"),
)  # fmt: skip
REPLACEMENT = (
    Family("word-replacement-table", "docx", change.lay_replacement_table, difficulty=3),
    Family("text-replacement-pairs", "txt", change.lay_replacement_pairs, difficulty=3),
    Family(
        "old-page-two-lists", "html", change.lay_two_lists, difficulty=3, languages=RUSSIAN, page="old",
        spelling="cp1251",
    ),
    Family("law-base-replacement-pairs", "html", change.lay_replacement_pairs, difficulty=3),
    Family("news-replacement-table", "html", change.lay_replacement_table, difficulty=2, page="news"),
    Family("word-two-lists", "docx", change.lay_two_lists, difficulty=3),
    Family(
        "law-base-pairs-latin-i", "html", change.lay_replacement_pairs, difficulty=4, languages=KAZAKH,
        spelling="latin_i",
    ),
)  # fmt: skip
RELEASE = (
    Family("word-release", "docx", change.lay_release, difficulty=3),
    Family("law-base-release", "html", change.lay_release, difficulty=3),
)
SURNAME = (
    Family("word-surname-change", "docx", change.lay_surname_change, difficulty=3),
    Family("text-surname-change", "txt", change.lay_surname_change, difficulty=3),
)
APPOINTMENT = (
    Family("law-base-appointment", "html", change.lay_appointment, difficulty=3),
    Family("word-appointment", "docx", change.lay_appointment, difficulty=3),
)
NOTICE = (
    Family("notice-nominations", "html", other.lay_notice, difficulty=2, page="news"),
    Family("notice-nominations-text", "txt", other.lay_notice, difficulty=2),
)
OTHER = (
    Family("other-subject-borders", "docx", other.lay_borders, difficulty=2),
    Family("other-subject-budget", "html", other.lay_budget, difficulty=3),
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
