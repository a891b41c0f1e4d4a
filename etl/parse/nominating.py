"""Commissions that a line names because they nominate."""

from __future__ import annotations

import re

from etl.normalise.names import NameSpan
from etl.parse.commissions import CommissionMention

_NOMINATOR_AROUND = re.compile(r"(?:предложени\w*|выдвинут\w*|рекомендован\w*|представлен\w*)\s*[^,;]{0,40}$", re.I)
_VERB = re.compile(r"\b(?:вывести|исключить|освободить|избрать|ввести|включить|назначить|утвердить|прекратить)\b", re.I)


def leave_out_nominators(
    mentions: list[CommissionMention], names: list[NameSpan], text: str
) -> list[CommissionMention]:
    """Return commissions without those that nominate: «по предложению районной избирательной комиссии».

    Args:
        mentions: commissions named in a line.
        names: people named in it.
        text: of the line.
    """
    kept = []
    for mention in mentions:
        around = _NOMINATOR_AROUND.search(text[: mention.start])
        # «по предложению А. вывести из состава комиссии № 5»: a verb between ends what was proposed by whom
        nominates = (around and not _VERB.search(around.group())) or re.match(
            r"\w*\s*(?:ұсын|ұсыны)", text[mention.end :].lstrip(), re.I
        )
        bracketed = text.rfind("(", 0, mention.start) > text.rfind(")", 0, mention.start)
        after_name = any(name.end <= mention.start for name in names)
        if nominates or (mention.level == "TEC" and (bracketed or after_name) and names):
            continue
        kept.append(mention)
    return kept
