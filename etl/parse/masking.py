"""The words of a sentence without the commissions it names."""

from __future__ import annotations

from etl.parse.commissions import CommissionMention


def without_mentions(text: str, mentions: list[CommissionMention]) -> str:
    """Return a text with its commissions blanked out: their words are no workplaces or roles.

    Args:
        text: the sentence.
        mentions: commissions named in it.
    """
    for mention in mentions:
        text = text[: mention.start] + " " * (mention.end - mention.start) + text[mention.end :]
    return text
