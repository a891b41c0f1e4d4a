"""Documents that say the same in two languages: each person counts once, from the language printed first."""

from __future__ import annotations

from collections import defaultdict

from etl.normalise.names import compatible
from etl.parse.state import Draft, State
from etl.records import Locator


def drop_second_language(state: State) -> None:
    """Drop the statements that repeat a commission of the same document in its other language.

    Args:
        state: the finished walk; its drafts and commissions are changed.
    """
    drop_alternating(state)
    languages = [draft.language for draft in state.drafts]
    if len(set(languages)) < 2:
        return
    first = languages[0]
    counts: dict[tuple[str, int | None, str, str], dict[str, int]] = defaultdict(lambda: defaultdict(int))
    for draft, language in zip(state.drafts, languages, strict=True):
        counts[_key(draft)][language] += 1
    repeated = {key for key, by in counts.items() if len(by) == 2}
    unnumbered = {
        lang: {
            d.commission.name
            for d, at in zip(state.drafts, languages, strict=True)
            if at == lang and d.commission.number is None
        }
        for lang in ("kk", "ru")
    }
    same_count = len(unnumbered["kk"]) == len(unnumbered["ru"])
    kept, dropped = [], 0
    for draft, language in zip(state.drafts, languages, strict=True):
        repeats = _key(draft) in repeated or (draft.commission.number is None and same_count and unnumbered[first])
        if language != first and repeats:
            dropped += 1
            continue
        kept.append(draft)
    if not dropped:
        return
    state.drafts = kept
    names = {d.commission.name for d in kept}
    state.commissions = [(act, ref) for act, ref in state.commissions if ref.name in names or ref.declared is None]
    state.issue(
        "second_language",
        f"{dropped} entries repeat in the second language what the first says and were left out",
        Locator(),
        severity="info",
        in_list=False,
    )


def drop_alternating(state: State) -> None:
    """Drop every second entry of a commission whose lines print each person twice, once in each language."""
    groups: dict[tuple[int, tuple[str, int | None, str]], list[Draft]] = defaultdict(list)
    for draft in state.drafts:
        groups[(draft.act, draft.commission.key)].append(draft)
    repeats: set[int] = set()
    for group in groups.values():
        pairs = list(zip(group[::2], group[1::2], strict=False))
        if len(group) % 2 or len(pairs) < 2 or any(a.role != b.role or a.action != b.action for a, b in pairs):
            continue
        alike = sum(_one_person(a, b) for a, b in pairs)
        if alike >= 0.6 * len(pairs):
            repeats |= {id(second) for _, second in pairs}
    if repeats:
        state.drafts = [draft for draft in state.drafts if id(draft) not in repeats]
        state.issue(
            "second_language",
            f"{len(repeats)} entries repeat the line above in the other language and were left out",
            Locator(),
            severity="info",
            in_list=False,
        )


def _one_person(first: Draft, second: Draft) -> bool:
    return compatible(" ".join(_parts(first)), " ".join(_parts(second)))


def _parts(draft: Draft) -> list[str]:
    return [part for part in (draft.surname, draft.given_name, draft.patronymic) if part]


def _key(draft: Draft) -> tuple[str, int | None, str, str]:
    name = "" if draft.commission.number is not None else "unnumbered"
    return (draft.commission.level, draft.commission.number, name, draft.action)
