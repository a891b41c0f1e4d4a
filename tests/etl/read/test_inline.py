from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from etl.read.inline import Inline, Settled


def test_lines_are_trimmed_and_blank_lines_dropped() -> None:
    inline = Inline()
    inline.add(" \u00a0бір  \n\n  екі\t\n ")
    assert inline.settle() == [Settled("бір\nекі")]
    assert inline.settle() == []


def test_struck_places_move_with_trimming() -> None:
    inline = Inline()
    inline.add("  а ")
    inline.add("б \n ", struck=True)
    inline.add(" в", struck=True)
    inline.add(" г")
    [settled] = inline.settle()
    assert settled.text == "а б\nв г"
    assert [settled.text[start:end] for start, end in settled.struck] == ["б\nв"]
    assert not settled.all_struck


def test_all_struck_and_all_bold_pass_over_white_space() -> None:
    inline = Inline()
    inline.add("а", struck=True, bold=True)
    inline.add(" ")
    inline.add("б", struck=True, bold=True)
    [settled] = inline.settle()
    assert (settled.all_struck, settled.bold, settled.struck) == (True, True, ((0, 3),))


def test_marks_on_white_space_alone_say_nothing() -> None:
    inline = Inline()
    inline.add("а")
    inline.add(" ", struck=True, bold=True)
    inline.add("б")
    assert inline.settle() == [Settled("а б")]


RUNS = st.lists(st.tuples(st.text("абв \n\u00a0", max_size=6), st.booleans(), st.booleans()), max_size=8)


@given(RUNS, st.booleans())
def test_no_printed_character_is_lost_and_marks_stay_on_theirs(runs: list[tuple[str, bool, bool]], split: bool) -> None:
    inline = Inline()
    for text, struck, bold in runs:
        inline.add(text, struck=struck, bold=bold)
    settled = inline.settle(split_blank=split)
    printed = [
        (character, struck, bold) for text, struck, bold in runs for character in text if not character.isspace()
    ]
    found = []
    for piece in settled:
        assert piece.text == "\n".join(line.strip() for line in piece.text.split("\n") if line.strip())
        for place, character in enumerate(piece.text):
            if not character.isspace():
                found.append((character, any(start <= place < end for start, end in piece.struck)))
    assert found == [(character, struck) for character, struck, _ in printed]
    if len(settled) == 1:
        assert settled[0].bold == all(bold for _, _, bold in printed)
