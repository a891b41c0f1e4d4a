"""From acts to documents: which family, which language, and the finished bytes with their truth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from random import Random

from etl.demo import layouts_change as change
from etl.demo import layouts_text as texts
from etl.demo import wording
from etl.demo.blocks import Block, Cell, Para, Sheet, Table
from etl.demo.data import DemoData
from etl.demo.dice import make_dice
from etl.demo.draft import Draft
from etl.demo.families import FAMILIES, Family
from etl.demo.people import russify
from etl.demo.printer import Printer
from etl.demo.records import Act
from etl.demo.render_docx import render_docx
from etl.demo.render_html import render_html
from etl.demo.render_plain import render_csv, render_text
from etl.demo.render_xlsx import render_xlsx

_TWO_ACTS = (
    Family("word-two-acts", "docx", change.lay_replacement_pairs, difficulty=3),
    Family("law-base-two-acts", "html", change.lay_two_lists, difficulty=3),
)
_LATIN_I = str.maketrans("іІ", "iI")


def type_latin_i(text: str) -> str:
    """Put Latin i for Kazakh і, as careless typists do."""
    return text.translate(_LATIN_I)


_SPELLINGS: dict[str, Callable[[str], str] | None] = {"plain": None, "cp1251": russify, "latin_i": type_latin_i}


@dataclass
class Document:
    """A finished document: its drafts (one per act) hold the truth."""

    path: str
    family: Family
    language: str
    kind: str
    content: bytes
    drafts: list[Draft]
    sidecar: dict[str, str] = field(default_factory=dict)


@dataclass
class Publisher:
    """Gives every act the next family of its kind, so that all families occur."""

    data: DemoData
    seed: int
    turns: dict[str, int] = field(default_factory=dict)

    def publish(self, acts: list[Act]) -> Document:
        """Lay out and write one document.

        Args:
            acts: the act, or a replacement and a change of surname of one day that go into one file
        """
        act = acts[0]
        dice = make_dice(self.seed, "document", act.key)
        kind = act.kind if len(acts) == 1 else "two_acts"
        family = self._next_family(kind, FAMILIES.get(kind, _TWO_ACTS), act)
        share = self.data.world["kazakh_documents"][self.data.climate_of(act.region.key)]
        language = "kk" if dice.random() < share else "ru"
        if language not in family.languages:
            language = family.languages[0]
        ending = "htm" if family.page == "old" else family.format
        path = f"{family.format}/{_name_file(act, kind)}.{ending}"
        drafts = [self._open_draft(one, family, language, path, dice) for one in acts]
        content, sidecar = self._write(drafts, family)
        truth_kind = "replacement" if act.kind == "appointment" else act.kind
        return Document(path, family, language, truth_kind, content, drafts, sidecar)

    def _next_family(self, kind: str, families: tuple[Family, ...], act: Act) -> Family:
        turn = self.turns.get(kind, 0)
        family = families[turn % len(families)]
        if kind == "other":
            family = families[act.variant % len(families)]
        self.turns[kind] = turn + 1
        return family

    def _open_draft(self, act: Act, family: Family, language: str, path: str, dice: Random) -> Draft:
        tongue = "kk" if language == "mixed" else language
        printer = Printer(
            self.data, tongue, act.decided_on, act.unit, act.region,
            nominator_style="branch" if dice.random() < 0.75 else "short",
            employer_style=dice.choices(["full", "bare" if family.sheets else "full", "department"], [64, 18, 18])[0],
            names_women_chairs=dice.random() < 0.15,
        )  # fmt: skip
        draft = Draft(act, language, printer, dice, self.data, path)
        draft.respell = _SPELLINGS[family.spelling]
        draft.drops_letters = family.spelling == "cp1251"
        draft.sorts_by_name = dice.random() < 0.15
        if draft.respell:
            draft.notes.append(f"letters: {family.spelling}")
        return draft

    def _write(self, drafts: list[Draft], family: Family) -> tuple[bytes, dict[str, str]]:
        draft = drafts[0]
        if family.sheets:
            return self._write_sheets(draft, family, family.sheets(draft))
        if family.bilingual:
            blocks = self._write_both_languages(draft, family)
        else:
            blocks = [block for one in drafts for block in self._frame(one, family, draft.dice.randrange(4))]
        if draft.respell:
            blocks = [_respell_block(block, draft.respell) for block in blocks]
        if family.format == "docx":
            return render_docx(blocks), {}
        if family.format == "txt":
            return render_text(blocks), {}
        return render_html(self.data, blocks, family.page, draft.language, self._page_title(draft)), {}

    def _page_title(self, draft: Draft) -> str:
        kind = {"notice": "notice.word", "other": "budget.title"}.get(draft.act.kind)
        if kind:
            title = draft.say(kind, **wording.fill_slots(draft.act, draft.tongue))
        else:
            title = wording.print_title(self.data, draft.act, draft.tongue)
        return draft.respell(title) if draft.respell else title

    def _frame(self, draft: Draft, family: Family, style: int) -> list[Block]:
        """Put head, signatures and annex stamp around what the layout of an act writes."""
        act, language, data = draft.act, draft.tongue, self.data
        layout = change.lay_surname_change if act.kind == "surname_change" else family.layout
        assert layout is not None
        body = layout(draft)
        if act.kind in ("notice", "other"):
            return body
        head = wording.open_act(data, act, language, style, has_own_title=family.page == "news")
        if act.kind != "formation":
            last = 3 if layout is change.lay_two_lists else 2
            return [*head, *body, *wording.close_act(data, act, language, last, draft.dice)]
        slots = wording.fill_slots(act, language)
        if family.is_annexed:
            point = Para(draft.say("point.elect_annexed", **slots))
            close = wording.close_act(data, act, language, 2, draft.dice)
            return [*head, point, *close, *wording.stamp_annex(data, act, language), *body]
        if layout is texts.lay_accusative:  # every commission is a point of its own
            return [*head, *body, *wording.close_act(data, act, language, len(act.rosters) + 1, draft.dice)]
        point = Para(draft.say("point.elect_here", **slots))
        return [*head, point, *body, *wording.close_act(data, act, language, 2, draft.dice)]

    def _write_both_languages(self, draft: Draft, family: Family) -> list[Block]:
        """Write the act in Kazakh and then in Russian, or side by side; the truth is the Kazakh part."""
        kazakh = self._frame(draft, family, 1)  # heads of equal length
        translated = self._open_draft(draft.act, family, "ru", draft.path, make_dice(self.seed, "ru", draft.act.key))
        translated.dice = make_dice(self.seed, "translation", draft.act.key)
        russian = self._frame(translated, family, 1)
        draft.notes.append("the Russian part repeats the Kazakh one; truth from the Kazakh part")
        if family.bilingual == "after":
            return [*kazakh, *russian]
        table = Table()
        for left, right in _zip_blocks(kazakh, russian):
            table.add(left, right)
        return [table]

    def _write_sheets(self, draft: Draft, family: Family, laid: list[Sheet]) -> tuple[bytes, dict[str, str]]:
        if family.format == "xlsx":
            return render_xlsx(laid), {}
        act = draft.act
        sidecar = {"region_id": act.region.key, "language": draft.tongue}
        if act.district:
            sidecar["district"] = act.unit.name.kk if draft.tongue == "kk" else act.unit.name.ru
        if not draft.has_number:
            sidecar["as_of"] = act.decided_on.isoformat()
        if draft.respell:
            rows = [[draft.respell(v) if isinstance(v, str) else v for v in row] for row in laid[0].rows]
            return render_csv(Sheet("", rows), "cp1251", ";"), sidecar
        return render_csv(laid[0], "utf-8-sig", "," if draft.has_number else ";"), sidecar


def _name_file(act: Act, kind: str) -> str:
    where = act.district.key if act.district else act.region.key.lower()
    return f"{where}-{act.decided_on.isoformat()}-{'-'.join(act.levels).lower()}-{kind.replace('_', '-')}"


def _respell_block(block: Block, respell: Callable[[str], str]) -> Block:
    if isinstance(block, Para):
        return Para(respell(block.text), block.kind)
    rows = [[Cell(respell(cell.text), cell.across, cell.down) for cell in row] for row in block.rows]
    return Table(rows, block.has_rules)


def _zip_blocks(left: list[Block], right: list[Block]) -> list[tuple[str, str]]:
    """Put two versions of one act side by side, paragraph by paragraph; list items get their numbers."""
    columns: list[list[str]] = []
    for blocks in (left, right):
        number, column = 0, []
        for block in blocks:
            assert isinstance(block, Para)
            number = number + 1 if block.kind == "item" else 0
            column.append(f"{number}) {block.text}" if number else block.text.replace("\t", "   "))
        columns.append(column)
    length = max(map(len, columns))
    padded = [column + [""] * (length - len(column)) for column in columns]
    return list(zip(padded[0], padded[1], strict=True))
