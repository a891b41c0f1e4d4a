"""From a document as read to everything it says about people in commissions."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import replace

from etl.normalise.act_numbers import find_act_references
from etl.normalise.alphabet import language_of
from etl.parse.acts import ActDraft, find_acts, item_texts
from etl.parse.bilingual import drop_second_language
from etl.parse.bodies import name_body
from etl.parse.columns import composes_commissions
from etl.parse.commissions import find_commissions, refer
from etl.parse.flow import Grid, Item, Text, add_cell, first_column, flow_of, is_side_by_side, legend_line
from etl.parse.kinds import appoints_from_above, kind_of, subject_of
from etl.parse.legend import find_legend
from etl.parse.placing import names_a_body, place_act
from etl.parse.prose import read_text
from etl.parse.state import State
from etl.parse.subjects import ELECTION_COMMISSION
from etl.parse.tables import read_table
from etl.parse.titles import report_bare_titles
from etl.parse.wording import AMENDS, CANCELS, RELEASES
from etl.records import Act, Cell, Document, Issue, Locator, Parsed, SideCar
from models.reference import Pack


def parse_document(document: Document, side_car: SideCar, pack: Pack) -> Parsed:
    """Read every statement about people in commissions out of a document.

    Every line inside a list becomes a statement, is ignored by a named rule, or is an issue with its text.

    Args:
        document: as read.
        side_car: what is known about it from outside.
        pack: the country's reference data.
    """
    items, extra = _unfold(flow_of(document))
    text = "\n".join(_texts(items))
    language = language_of(text) if text.strip() else "unknown"
    working = (
        side_car.language or ("kk" if language == "kk" else "ru") if language != "mixed" else _first_language(items)
    )
    acts = find_acts(items)
    state = State(pack=pack, side_car=side_car, language=working or "ru")
    state.keep_dates = {act.decided_on for act in acts if act.decided_on} | _dates(side_car)
    state.legend = find_legend(_printed_lines(items), pack)
    state.issues.extend(document.issues)
    state.issues.extend(extra)
    _find_home(items, document.title, acts, state)
    reader = _Reader(items, acts, state)
    reader.run()
    report_bare_titles(state)
    drop_second_language(state)
    kinds = reader.final_acts()
    statements = state.finish()
    _compare_sizes(state)
    return Parsed(
        path=document.path,
        sha256=document.sha256,
        format=document.format,
        size=document.size,
        language=language if language in ("kk", "ru", "mixed") else (side_car.language or "unknown"),
        side_car=side_car,
        acts=tuple(kinds),
        statements=statements,
        vacancies=tuple(state.vacancies),
        commissions=tuple(state.commissions),
        issues=tuple(state.issues),
        list_lines=state.list_lines,
        used_lines=state.used_lines,
        title=state.redact(acts[0].title or document.title or "") or None,
    )


def _unfold(items: list[Item]) -> tuple[list[Item], list[Issue]]:
    """Unfold tables that set two languages side by side into the lines of the first."""
    unfolded: list[Item] = []
    issues: list[Issue] = []
    for item in items:
        if isinstance(item, Grid) and is_side_by_side(item.table):
            unfolded.extend(first_column(item.table))
            issues.append(
                Issue(
                    "second_language",
                    "two language versions stand side by side: the second repeats the first and was left out",
                    "info",
                    item.table.locator,
                )
            )
        else:
            unfolded.append(item)
    return unfolded, issues


def _texts(items: list[Item]) -> list[str]:
    texts = []
    for item in items:
        if isinstance(item, Text):
            if not item.furniture:
                texts.append(item.line.text)
        else:
            texts.extend(cell.text for row in item.table.rows for cell in row.cells)
    return texts


def _find_home(items: list[Item], title: str | None, acts: list[ActDraft], state: State) -> None:
    """Remember the commission a site is of, where only the head of its pages names it."""
    text = "\n".join(_texts(items))
    if ELECTION_COMMISSION.search(text):
        return
    heads = [item.line.text for item in items if isinstance(item, Text) and item.furniture] + [title or ""]
    found = {}
    for head in heads:
        if len(head) < 150:
            found.update({(m.level, m.number): (head, m) for m in find_commissions(head, state.language)})
    if len(found) == 1:
        head, mention = next(iter(found.values()))
        acts[0].header.append(head)
        state.home = refer(mention)


def _printed_lines(items: list[Item]) -> list[str]:
    """Return the lines a legend may stand on: running text with its bullets, and rows of one cell."""
    lines = []
    for item in items:
        if isinstance(item, Text):
            if not item.furniture:
                lines.append(legend_line(item))
        else:
            lines.extend(item_texts(item))
    return lines


def _first_language(items: list[Item]) -> str:
    for text in _texts(items):
        if len(text) > 40 and (found := language_of(text)) in ("kk", "ru"):
            return found
    return "kk"


def _dates(side_car: SideCar) -> set[dt.date]:
    return {day for day in (side_car.as_of, side_car.retrieved_on) if day}


class _Reader:
    """Walks down the page and keeps the acts in step."""

    def __init__(self, items: list[Item], drafts: list[ActDraft], state: State) -> None:
        self.items = items
        self.drafts = drafts
        self.state = state
        self.subjects: list[tuple[str | None, str]] = []
        for ordinal, draft in enumerate(drafts):
            told = state.side_car.level is not None or any(
                isinstance(item, Grid) and composes_commissions(item.table, state) for item in items
            )
            self.subjects.append(subject_of(draft, level_given=told))
            state.acts.append(self._act(ordinal, draft))

    def _act(self, ordinal: int, draft: ActDraft) -> Act:
        act = Act(
            ordinal=ordinal,
            kind="formation",
            number=draft.number,
            decided_on=draft.decided_on,
            body_name=draft.body,
            title=draft.title,
            higher_commission=appoints_from_above(draft),
        )
        # Of a table only cells that name a body or a commission say where it is; branches of parties do not.
        cells = [text for text in draft.cells if names_a_body(text)]
        return place_act(act, [*draft.header, *draft.body_text[:30], *cells[:10]], self.state, self._same_body(draft))

    def _same_body(self, draft: ActDraft) -> Act | None:
        """Return the first act of the same body further up: «Абайский районный маслихат области Абай» and without."""
        body = name_body(draft.header, draft.body)
        if not body:
            return None
        for act, other in zip(self.state.acts, self.drafts, strict=False):
            known = name_body(other.header, other.body)
            if other is not draft and known and (known.startswith(body) or body.startswith(known)):
                return act
        return None

    def run(self) -> None:
        """Read all items under their acts."""
        current = -1
        for index, item in enumerate(self.items):
            while current + 1 < len(self.drafts) and self.drafts[current + 1].start <= index:
                current += 1
                self._begin(current)
            if self.subjects[max(current, 0)][0] is not None:
                continue
            if isinstance(item, Text):
                read_text(item, self.state, self.switch_act)
            elif not item.furniture:
                read_table(item.table, self.state, self.read_cell, self.switch_act)

    def _begin(self, ordinal: int) -> None:
        state = self.state
        state.act = ordinal
        state.commission = state.role = state.nominator = None
        state.released_mode = state.pairs = False
        state.plural = None
        draft = self.drafts[ordinal]
        state.mode = "appointed" if state.acts[ordinal].higher_commission else "elected"
        if draft.title and RELEASES.search(draft.title) and state.mode == "elected":
            state.mode = "released"
        reason = self.subjects[ordinal]
        if reason[0] is not None:
            state.issue(
                f"left_out_{reason[0]}",
                f"no members are read here: {reason[1]}",
                Locator(),
                draft.title,
                severity="info",
                in_list=False,
            )

    def read_cell(self, cell: Cell, state: State) -> None:
        """Read what stands inside a cell of a table."""
        items: list[Item] = []
        add_cell(cell, items)
        for item in items:
            if isinstance(item, Text):
                read_text(item, state, self.switch_act)
            else:
                read_table(item.table, state, self.read_cell, self.switch_act)

    def switch_act(self, text: str, state: State) -> None:
        """Make the act that a heading or cell names the current one; a new act is kept."""
        reference = next((r for r in find_act_references(text) if r.number and r.date), None)
        if reference is None or AMENDS.search(text) or CANCELS.search(text):
            return
        for act in state.acts:
            if act.number and act.number.lower() == reference.number.lower() and act.decided_on == reference.date:  # type: ignore[union-attr]
                state.act = act.ordinal
                return
        first = state.acts[0]
        blank = (
            first.number is None
            and first.decided_on is None
            and not any(d.act == 0 for d in state.drafts)
            and len(state.acts) == 1
        )
        draft = ActDraft(0, reference.number, reference.date, None, first.title, [text])
        act = self._act(0 if blank else len(state.acts), draft)
        if act.district_id is None and act.district is None:
            act = replace(
                act, region_id=act.region_id or first.region_id, district_id=first.district_id, district=first.district
            )
        state.keep_dates.add(reference.date)  # type: ignore[arg-type]
        if blank:
            self.drafts[0].number, self.drafts[0].decided_on = reference.number, reference.date
            state.acts[0] = act
            return
        self.drafts.append(replace(draft, start=10**9))
        self.subjects.append((None, ""))
        state.acts.append(act)
        state.act = act.ordinal

    def final_acts(self) -> list[Act]:
        """Return the acts with their kinds."""
        final = []
        for act, draft, (subject, _) in zip(self.state.acts, self.drafts, self.subjects, strict=True):
            people = [d for d in self.state.drafts if d.act == act.ordinal]
            kind = subject or kind_of(draft, people)
            title = self.state.redact(act.title) if act.title else None
            body = name_body(draft.header, act.body_name)
            body = self.state.redact(body) if body else None
            final.append(replace(act, kind=kind, title=title, body_name=body))
        return final


def _compare_sizes(state: State) -> None:
    """Compare the size a list announces with the people it names (documents of all kinds disagree)."""
    people = Counter((d.act, d.commission.key) for d in state.drafts if d.action in ("elected", "appointed"))
    vacancies = Counter((v.act, v.commission.key) for v in state.vacancies)
    for act, commission in state.commissions:
        if commission.declared is None:
            continue
        named, empty = people[(act, commission.key)], vacancies[(act, commission.key)]
        if named and named != commission.declared:
            extra = f" and {empty} empty seats" if empty else ""
            state.issue(
                "size_differs",
                f"{commission.name}: {commission.declared} members announced, {named} read{extra}",
                Locator(),
                severity="info" if named + empty == commission.declared else "warning",
                in_list=False,
            )
