"""The ledger: appended only, undone by new lines, read in spite of broken ones."""

import datetime as dt
import json
import multiprocessing

import pytest

from etl.resolve.ledger import (
    Judgement,
    Ledger,
    LedgerError,
    append_judgement,
    append_judgements,
    read_ledger,
    withdraw,
)

DAY = dt.date(2026, 11, 20)


def said(verdict, by="Гүлнәзия", left="s-1", right="s-2", **more):
    return Judgement(left, right, verdict, by, DAY, "бір мектеп", **more)


def test_what_is_written_is_read_and_lines_are_only_added(tmp_path):
    path = tmp_path / "sub" / "ledger.jsonl"
    append_judgement(path, said("same"))
    first = path.read_bytes()
    append_judgement(path, said("different", right="s-3"))
    assert path.read_bytes().startswith(first)
    assert read_ledger(path).judgements == (said("same"), said("different", right="s-3"))
    assert "Гүлнәзия" in path.read_text("utf-8"), "letters are written as letters"


def test_a_pair_is_one_pair_whatever_its_order():
    assert said("same", left="s-9", right="s-1").pair == ("s-1", "s-9")
    assert said("same", left="s-9", right="s-1") == said("same", left="s-1", right="s-9")


def test_a_file_that_is_not_there_is_an_empty_ledger(tmp_path):
    assert read_ledger(tmp_path / "none.jsonl") == Ledger()


def test_a_person_wins_over_the_program_whoever_came_last():
    automatic = said("same", by="auto", score=0.99, model="persons-1")
    assert Ledger((said("different"), automatic)).standing() == [said("different")]
    assert Ledger((automatic, said("unsure"))).standing() == [said("unsure")]
    assert Ledger((automatic,)).standing() == [automatic]


def test_of_several_people_the_last_to_speak_counts_and_withdrawing_gives_the_other_the_word_back():
    one, other = said("same"), said("different", by="Ерлан")
    assert Ledger((one, other)).standing() == [other]
    back = Judgement("s-1", "s-2", "", "Ерлан", DAY, withdrawn_on=DAY)
    assert Ledger((one, other, back)).standing() == [one]
    assert Ledger((one, other, back, other)).standing() == [other]


def test_undoing_is_a_new_line_and_only_of_what_stands(tmp_path):
    path = tmp_path / "ledger.jsonl"
    append_judgement(path, said("same"))
    withdraw(path, "s-2", "s-1", "Гүлнәзия", DAY, "қате")
    assert len(path.read_text("utf-8").splitlines()) == 2
    assert read_ledger(path).standing() == []
    with pytest.raises(LedgerError, match="no judgement by 'Гүлнәзия' on s-2 and s-1"):
        withdraw(path, "s-2", "s-1", "Гүлнәзия", DAY)


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "no JSON object"),
        ("[1]", "no JSON object"),
        ('{"left": "s-1", "right": "s-1", "verdict": "same", "by": "x", "on": "2026-11-20"}', "one statement, 's-1'"),
        ('{"left": "s-1", "right": "s-2", "verdict": "maybe", "by": "x", "on": "2026-11-20"}', "verdict 'maybe'"),
        ('{"left": "s-1", "right": "s-2", "verdict": "same", "by": "x", "on": "20.11.2026"}', "on '20.11.2026'"),
        ('{"left": "s-1", "right": "s-2", "verdict": "same", "by": " ", "on": "2026-11-20"}', "by ' '"),
        ('{"left": "s-1", "right": "s-2", "verdict": "same", "by": "auto", "on": "2026-11-20"}', "score and model"),
        (
            '{"left": "s-1", "right": "s-2", "verdict": "same", "by": "auto", "on": "2026-11-20", "score": 7}',
            "score 7",
        ),
        ('{"left": "s-1", "right": "s-2", "verdict": "same", "by": "x", "on": "2026-11-20", "who": 1}', "'who'"),
        ('{"left": 3, "right": "s-2", "verdict": "same", "by": "x", "on": "2026-11-20"}', "left 3"),
    ],
)
def test_a_broken_line_is_named_with_its_value_and_stops_nothing(tmp_path, line, message):
    path = tmp_path / "ledger.jsonl"
    path.write_text(f"{said('same').to_line()}\n\n{line}\n{said('different', right='s-4').to_line()}\n", "utf-8")
    ledger = read_ledger(path)
    assert len(ledger.judgements) == 2
    assert [problem.line for problem in ledger.problems] == [3]
    assert "line 3" in ledger.problems[0].message
    assert message in ledger.problems[0].message


def test_nothing_is_written_where_one_of_several_is_not_valid(tmp_path):
    path = tmp_path / "ledger.jsonl"
    with pytest.raises(LedgerError, match="verdict 'yes'"):
        append_judgements(path, [said("same"), said("yes", right="s-3")])
    assert not path.exists()


def test_a_line_torn_by_a_crash_does_not_swallow_the_next(tmp_path):
    path = tmp_path / "ledger.jsonl"
    path.write_text('{"left": "s-1", "ri', "utf-8")
    append_judgement(path, said("same"))
    ledger = read_ledger(path)
    assert ledger.judgements == (said("same"),)
    assert [problem.line for problem in ledger.problems] == [1]


def test_a_file_that_is_no_text_is_an_error(tmp_path):
    path = tmp_path / "ledger.jsonl"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(LedgerError, match="cannot be read"):
        read_ledger(path)


def _write_many(path, name):
    for number in range(30):
        append_judgement(path, said("same", by=name, right=f"s-{number + 5}"))


def test_two_writers_at_once_lose_no_line(tmp_path):
    path = tmp_path / "ledger.jsonl"
    context = multiprocessing.get_context("fork")
    writers = [context.Process(target=_write_many, args=(path, name)) for name in ("Айдос", "Роза")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    lines = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    assert len(lines) == 60
    assert read_ledger(path).problems == ()
