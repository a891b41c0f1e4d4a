import datetime
from pathlib import Path

import pytest

from models.reference import DEFAULT_DIRECTORY, Pack, PackEntryError, PackError, PackFileError, load_pack, read_yaml
from models.reference.elections import Election


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_without_a_folder_the_pack_of_kazakhstan_is_loaded(kz: Pack) -> None:
    assert kz.directory == DEFAULT_DIRECTORY.resolve()
    assert kz.info.country == "KZ"


def test_the_same_content_is_loaded_once(kz: Pack) -> None:
    assert load_pack() is kz
    assert load_pack(DEFAULT_DIRECTORY / ".." / "kz") is kz


def test_a_changed_file_gives_another_digest_and_is_read_again(copied: Path) -> None:
    before = load_pack(copied)
    replace(copied / "elections.yml", "Kurultai election 2026", "Kurultai vote 2026")
    after = load_pack(copied)
    assert after.digest != before.digest
    assert after.elections[-1].names.en == "Kurultai vote 2026"


def test_the_digest_does_not_depend_on_the_folder(kz: Pack, copied: Path) -> None:
    assert load_pack(copied).digest == kz.digest


def test_a_file_of_another_module_counts_for_the_digest(kz: Pack, copied: Path) -> None:
    (copied / "another.yml").write_text("a: 1\n", encoding="utf-8")
    assert load_pack(copied).digest != kz.digest


def test_a_missing_file_is_named(copied: Path) -> None:
    (copied / "regions.yml").unlink()
    with pytest.raises(PackFileError, match=r"regions\.yml"):
        load_pack(copied)


def test_a_folder_without_files_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(PackFileError, match="no .yml file"):
        load_pack(tmp_path)


def test_a_wrong_value_names_file_entry_and_value(copied: Path) -> None:
    replace(copied / "elections.yml", "date: 2019-06-09", "date: 9 June 2019")
    with pytest.raises(PackEntryError) as caught:
        load_pack(copied)
    assert caught.value.file == "elections.yml"
    assert caught.value.entry == "presidential-2019"
    assert caught.value.field == "date"
    assert caught.value.value == "9 June 2019"
    assert all(part in str(caught.value) for part in ("elections.yml", "presidential-2019", "9 June 2019"))


def test_an_error_deep_inside_an_entry_names_the_entry(copied: Path) -> None:
    replace(copied / "districts.yml", "{region_id: KZ-63, valid_to: 2022-06-08}", "{region_id: KZ-63, to: 2022-06-08}")
    with pytest.raises(PackEntryError) as caught:
        load_pack(copied)
    assert caught.value.file == "districts.yml"
    assert caught.value.field.endswith("to")


def test_an_entry_without_a_source_is_refused(copied: Path) -> None:
    replace(copied / "elections.yml", "  source: general knowledge\n", "")
    with pytest.raises(PackEntryError, match="source"):
        load_pack(copied)


def test_a_key_given_twice_is_refused(copied: Path) -> None:
    replace(copied / "pack.yml", "country: KZ\n", "country: KZ\ncountry: RU\n")
    with pytest.raises(PackFileError, match="stands twice"):
        load_pack(copied)


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("elections.yml", "election_id: senate-2005", "election_id: senate-2002", ("senate-2002", "stands 2 times")),
        ("districts.yml", "{region_id: KZ-10, valid_from: 2022-06-08}", "{region_id: KZ-99}", ("kz-63-abai",)),
        (
            "districts.yml",
            "{region_id: KZ-10, valid_from: 2022-06-08}",
            "{region_id: KZ-10, valid_from: 2022-06-07}",
            ("kz-63-abai", "overlap"),
        ),
        ("regions.yml", "tile: {row: 4, column: 4}", "tile: {row: 4, column: 2}", ("tile", "taken")),
        ("parties.yml", "from_id: asar", "from_id: assar", ("assar", "no such party")),
        ("parties.yml", 'colour: "#56B4E9"', 'colour: "#0072B2"', ("colour", "#0072B2")),
        (
            "parties.yml",
            "valid_to: 2006-12-22}\n      - kk:",
            "valid_to: 2006-12-23}\n      - kk:",
            ("amanat", "overlap"),
        ),
    ],
)
def test_entries_that_do_not_fit_together_are_refused(
    copied: Path, file: str, old: str, new: str, words: tuple[str, ...]
) -> None:
    replace(copied / file, old, new)
    with pytest.raises(PackError) as caught:
        load_pack(copied)
    assert all(word in str(caught.value) for word in words)


def test_other_modules_read_their_files_with_the_same_checks(kz: Pack) -> None:
    elections = read_yaml(kz.directory, "elections.yml", list[Election])
    assert tuple(elections) == kz.elections


def test_an_election_whose_day_is_unknown_is_never_a_day(kz: Pack) -> None:
    kurultai = next(election for election in kz.elections if election.kind == "kurultai")
    assert kurultai.date is None
    assert not kurultai.verified
    assert max(kz.election_days()) == datetime.date(2026, 3, 15)


def test_days_on_which_only_deputies_voted_are_no_election_days(kz: Pack) -> None:
    assert datetime.date(2023, 1, 14) not in kz.election_days()
    assert datetime.date(2023, 3, 19) in kz.election_days()


def test_two_elections_on_one_day_give_one_day(kz: Pack) -> None:
    assert len([e for e in kz.elections if e.date == datetime.date(2021, 1, 10)]) == 2
    assert list(kz.election_days()).count(datetime.date(2021, 1, 10)) == 1


@pytest.mark.parametrize(
    ("day", "edition"),
    [
        (datetime.date(2019, 2, 7), "law-2018-162"),
        (datetime.date(2022, 12, 31), "law-2021-41"),
        (datetime.date(2023, 1, 1), "law-2022-156"),
        (datetime.date(2026, 6, 30), "law-2024-109"),
        (datetime.date(2026, 7, 1), "law-2026-305"),
    ],
)
def test_the_edition_of_the_law_follows_the_day(kz: Pack, day: datetime.date, edition: str) -> None:
    found = kz.law_edition_on(day)
    assert found is not None
    assert found.edition_id == edition


def test_the_text_of_2026_is_not_known(kz: Pack) -> None:
    assert [edition.edition_id for edition in kz.law_editions if not edition.text_known] == ["law-2026-305"]


def test_before_the_first_edition_there_is_none(kz: Pack) -> None:
    assert kz.law_edition_on(datetime.date(1990, 1, 1)) is None


def test_the_second_pack_knows_no_register_and_no_district(ru: Pack) -> None:
    assert ru.info.country == "RU"
    assert ru.districts == ()
    assert ru.parties_registered(datetime.date(2021, 9, 19)) is None
    assert ru.election_days() == (datetime.date(2021, 9, 19),)
