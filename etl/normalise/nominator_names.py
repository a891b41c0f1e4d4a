"""The own name of a nominator, its comparison key and what is printed of its branch."""

from __future__ import annotations

import re

from etl.normalise.nominator_words import NominatorWords
from etl.normalise.phrases import Span, skeleton
from etl.normalise.stems import stem_word

_TOKEN = re.compile(r"[а-яa-zєѓ]+|\d+")
_QUOTE = re.compile(r"[«»\"“”„]")
INNER_QUOTE = re.compile(r"[«\"“„]\s*([^«»\"“”„]+?)\s*[»\"”]")
PLACE_WORD = re.compile("раион|город|област|аудан|кала|ск(?:ого|ии|ои|ая)$|^рк$|^кр$")


def own_name(bare: str, words: NominatorWords) -> str:
    """Give the skeleton of the name alone: the innermost quoted words, else all but form and branch words.

    Args:
        bare: a nominator without the words around it.
        words: the pack's words.
    """
    pieces = [piece.strip() for piece in _QUOTE.split(bare)[:-1]]
    if any(pieces[1:]):
        return " ".join(skeleton(next(piece for piece in reversed(pieces) if piece)).split())
    flat = words.short_forms.sub(lambda match: " " * len(match.group()), bare)
    flat = skeleton(flat)
    for pattern in (words.forms, words.branch, words.party):
        flat = pattern.sub(" ", pattern.sub(" ", flat))
    return " ".join(flat.split())


def stems_key(kind: str, bare: str, words: NominatorWords) -> str:
    """Make the comparison key of a body from the words of its own name.

    Args:
        kind: what stands before the stems.
        bare: a nominator without the words around it.
        words: the pack's words.
    """
    stems = {stem_word(token, {}) for token in _TOKEN.findall(own_name(bare, words)) if len(token) > 1}
    paired = {words.pairs.get(stem, stem) for stem in stems}
    return ":".join([kind, *sorted(paired)])


def branch_of(bare: str, span: Span | None, words: NominatorWords) -> str | None:
    """Give what is printed of the branch: «районный филиал», «Құрманғазы аудандық филиалы».

    Args:
        bare: a nominator without the words around it.
        span: where the party's name stands, None for other bodies.
        words: the pack's words.
    """
    rest = bare if span is None else f"{bare[: span[0]]} | {bare[span[1] :]}"
    rest = INNER_QUOTE.sub(" | ", rest)
    if not words.branch.search(skeleton(rest)):
        return None
    pieces = []
    for piece in rest.split("|"):
        kept = piece
        for match in words.party_noun.finditer(skeleton(piece)):
            kept = kept[: match.start()] + " " * (match.end() - match.start()) + kept[match.end() :]
        kept = " ".join(kept.replace("политической", " ").replace("саяси", " ").split()).strip(' «»"“”,-–')
        if words.branch.search(skeleton(kept)) or PLACE_WORD.search(skeleton(kept)):
            pieces.append(kept)
    return " ".join(pieces) or None
