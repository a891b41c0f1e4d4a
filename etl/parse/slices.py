"""Which words around several names in one line belong to which name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from etl.normalise.names import NameSpan, find_names
from etl.normalise.roles import find_role, parse_role
from etl.parse.pieces import Piece, cut_pieces

_NAMESAKE_BEFORE = re.compile(
    r"(?:имени|им\.|ул\.|улиц\w+|көшесі,?|проспект\w*|просп\.|мкр\.?|микрорайон\w*)\s*$", re.I
)
_NAMESAKE_AFTER = re.compile(r"^\s*(?:атындағы|атын\w*|көшесі|даңғылы|ауылы|кенті|селосы)", re.I)
_BODY_AFTER = re.compile(
    r"^\s*[»\"”]?\s*(?:парти|қоғамдық|бірлест|одағ|қозғалыс|ауыл|аудан|облыс|қала|район|област|сельск)", re.I
)
_TOTALS = re.compile(r"\b(?:Всего|Итого|Барлығы|Жиыны)\b\W*\d*\s*(?:человек\w*|чел\.?|членов|адам|мүше)?")
_PLURAL_MEMBERS = re.compile(r"\b(?:остальные\s+)?член(?:ы|ов|ами|ам)\b|мүшелер\w*", re.I)


@dataclass(frozen=True, slots=True)
class Entry:
    """One name with the parts of the line that speak of it, and the role a group heading gives it."""

    name: NameSpan
    before: tuple[int, int]
    after: tuple[int, int]
    group_role: str | None = None


def member_names(text: str, start: int = 0, end: int | None = None) -> list[NameSpan]:
    """Return the people named in a part of a line; namesakes of streets and schools are left out."""
    return list(_member_names(text, start, len(text) if end is None else end))


@lru_cache(maxsize=4096)
def _member_names(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    text = _TOTALS.sub(lambda match: " " * len(match.group()), text)
    names: list[NameSpan] = []
    for span in find_names(text[start:end]):
        a, b = span.start + start, span.end + start
        if _NAMESAKE_BEFORE.search(text[max(0, a - 20) : a]) or _NAMESAKE_AFTER.search(text[b : b + 14]):
            continue
        if names and text[a - 1 : a] == "(" and text[b : b + 1] == ")":
            continue  # a nominator or a former surname, not another person
        if span.name.patronymic is None and _BODY_AFTER.search(text[b : b + 16]):
            continue
        names.append(NameSpan(a, b, span.name))
    return tuple(names)


def slice_entries(text: str, names: list[NameSpan], start: int, end: int) -> list[Entry]:
    """Share the text between names out among them, and spread the roles of groups.

    A piece directly before a name, joined to it by a space, a dash or a colon, belongs to that name
    («секретарь – Петренко В.П.»); a piece before a comma or semicolon belongs to the name before it
    («Лебедева Н.К. – председатель,»). «члены комиссии:» holds for all names until another role;
    «… – мүшелері» at the end holds for the names before it that have none.

    Args:
        text: the whole line.
        names: the people named in ``text[start:end]``.
        start, end: the part of the line to share out.
    """
    cuts = [start]
    for left, right in zip(names, names[1:], strict=False):
        cuts.append(_cut(text, left.end, right.start))
    cuts.append(end)
    entries: list[Entry] = []
    group: str | None = None
    for index, name in enumerate(names):
        before, after = (cuts[index], name.start), (name.end, cuts[index + 1])
        own = _prefix_role(text, *before)
        if own is not None:
            group = own if _PLURAL_MEMBERS.search(text[before[0] : before[1]]) else None
        entries.append(Entry(name, before, after, group))
    return _spread_back(text, entries)


def _prefix_role(text: str, start: int, end: int) -> str | None:
    for piece in reversed(cut_pieces(text, start, end)):
        role = parse_role(piece.text)
        if role is not None:
            return role
    found = find_role(text[start:end])
    return found.code if found else None


def _cut(text: str, start: int, end: int) -> int:
    """Return where the words of one name end and those of the next begin."""
    pieces = cut_pieces(text, start, end)
    cut = end
    following = end
    for piece in reversed(pieces):
        between = text[piece.end : following]
        if piece.bracketed or re.search(r"[;,\n]|\.\s|\)", between):
            break
        if following != end and re.search(r"\S", between) and not _leads(piece, text):
            break
        if following == end and not _may_lead(piece, text, start):
            break
        cut = following = piece.start
    return cut


def _leads(piece: Piece, text: str) -> bool:
    return parse_role(piece.text) is not None


def _may_lead(piece: Piece, text: str, start: int) -> bool:
    """The last piece before a name leads it unless it hangs on the name before by a dash alone."""
    hangs = re.fullmatch(r"\s*[–—-]\s*", text[start : piece.start]) is not None
    return not (
        hangs and text[piece.end : piece.end + 3].strip().startswith(("–", "—")) and parse_role(piece.text) is None
    )


def _spread_back(text: str, entries: list[Entry]) -> list[Entry]:
    """Give the role of a group named after it to the names before it that have none."""
    if len(entries) < 2:
        return entries
    a, b = entries[-1].after
    if not any(_PLURAL_MEMBERS.search(piece.text) and parse_role(piece.text) for piece in cut_pieces(text, a, b)):
        return entries
    spread = list(entries)
    for index in range(len(entries) - 2, -1, -1):
        entry = entries[index]
        has_own = any(parse_role(p.text) for span in (entry.before, entry.after) for p in cut_pieces(text, *span))
        if has_own or entry.group_role:
            break
        spread[index] = Entry(entry.name, entry.before, entry.after, "member")
    return spread
