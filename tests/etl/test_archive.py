from __future__ import annotations

import datetime as dt
import hashlib
import json
from pathlib import Path

import pytest

from etl.archive import MANIFEST, Archive, ArchiveError

DATA = "Оспанова Сәния – төраға".encode()
DIGEST = hashlib.sha256(DATA).hexdigest()


class Clock:
    """A clock that goes on by one day with every look."""

    def __init__(self) -> None:
        self.day = dt.datetime(2024, 1, 18, 12, tzinfo=dt.UTC)

    def __call__(self) -> dt.datetime:
        self.day += dt.timedelta(days=1)
        return self.day


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / "мұрағат", Clock())


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def lines(archive: Archive) -> list[dict[str, object]]:
    return [json.loads(line) for line in (archive.directory / MANIFEST).read_text("utf-8").splitlines()]


def test_bytes_are_kept_under_their_checksum(archive: Archive) -> None:
    assert archive.put(DATA, "шешім.docx") == DIGEST
    path = archive.directory / DIGEST[:2] / f"{DIGEST}.bin"
    assert path.read_bytes() == DATA
    assert archive.get(DIGEST) == DATA
    assert archive.verify() == []


def test_only_the_owner_may_look(archive: Archive) -> None:
    archive.put(DATA, "шешім.docx")
    folder = archive.directory / DIGEST[:2]
    assert (mode(archive.directory), mode(folder)) == (0o700, 0o700)
    assert (mode(folder / f"{DIGEST}.bin"), mode(archive.directory / MANIFEST)) == (0o600, 0o600)


def test_an_archive_left_open_is_closed_again(archive: Archive) -> None:
    archive.put(DATA, "шешім.docx")
    archive.directory.chmod(0o755)
    assert archive.verify() == [".: readable by others"]
    Archive(archive.directory)
    assert mode(archive.directory) == 0o700


def test_the_same_bytes_again_change_nothing(archive: Archive) -> None:
    archive.put(DATA, "шешім.docx")
    before = (archive.directory / MANIFEST).read_bytes()
    inode = archive.path_of(DIGEST).stat().st_ino
    archive.put(DATA, "шешім.docx")
    Archive(archive.directory).put(DATA, "шешім.docx")
    assert (archive.directory / MANIFEST).read_bytes() == before
    assert archive.path_of(DIGEST).stat().st_ino == inode


def test_names_addresses_and_days_gather_and_the_first_sight_stays(archive: Archive) -> None:
    archive.put(DATA, "a.docx")
    archive.put(DATA, "b.docx", dt.date(2024, 2, 1), "https://mas.example/1")
    archive.put(DATA, "b.docx", dt.date(2024, 1, 25), "https://mas.example/1")
    archive.put(DATA, "b.docx", dt.date(2024, 3, 1))
    [entry] = Archive(archive.directory).entries()
    assert (entry.names, entry.source_urls) == (["a.docx", "b.docx"], ["https://mas.example/1"])
    assert (entry.first_seen, entry.retrieved_on) == ("2024-01-19T12:00:00+00:00", dt.date(2024, 1, 25))
    assert entry.size == len(DATA)
    assert [line["name"] for line in lines(archive)] == ["a.docx", "b.docx", "b.docx"]


def test_entries_come_in_order_of_arrival(archive: Archive) -> None:
    digests = [archive.put(bytes([number]), f"{number}.txt") for number in (3, 1, 2)]
    assert [entry.sha256 for entry in Archive(archive.directory).entries()] == digests


def test_damage_is_found_and_never_handed_out(archive: Archive) -> None:
    archive.put(DATA, "a.docx")
    path = archive.path_of(DIGEST)
    path.write_bytes(DATA[:-1] + b"?")
    assert archive.verify() == [f"{DIGEST}: damaged"]
    with pytest.raises(ArchiveError, match="Damaged"):
        archive.get(DIGEST)


def test_cut_bytes_are_written_again(archive: Archive) -> None:
    archive.put(DATA, "a.docx")
    archive.path_of(DIGEST).write_bytes(DATA[:4])
    archive.put(DATA, "a.docx")
    assert archive.get(DIGEST) == DATA


def test_missing_and_unlisted_bytes_are_found(archive: Archive) -> None:
    other = archive.put(b"x", "x.txt")
    archive.put(DATA, "a.docx")
    archive.path_of(other).unlink()
    (archive.directory / MANIFEST).write_text(
        "\n".join(json.dumps(line) for line in lines(archive) if line["sha256"] == other), "utf-8"
    )
    problems = Archive(archive.directory).verify()
    assert f"{other}: listed but missing" in problems
    assert f"{DIGEST}: not listed in the manifest" in problems


def test_a_manifest_cut_short_is_mended_by_the_next_line(archive: Archive) -> None:
    archive.put(DATA, "a.docx")
    with (archive.directory / MANIFEST).open("a", encoding="utf-8") as file:
        file.write('{"sha256": "ab')
    again = Archive(archive.directory)
    again.put(b"x", "x.txt")
    assert [entry.names for entry in Archive(archive.directory).entries()] == [["a.docx"], ["x.txt"]]


def test_no_half_written_file_is_left_behind(archive: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(ArchiveError, match="No space left"):
        archive.put(DATA, "a.docx")
    monkeypatch.undo()
    assert [path.name for path in archive.directory.rglob("*") if path.is_file()] == [MANIFEST]
    assert list(Archive(archive.directory).entries()) == []


@pytest.mark.parametrize("digest", ["", "../../etc/passwd", "AB" * 32, "ab" * 31])
def test_only_checksums_name_bytes(archive: Archive, digest: str) -> None:
    with pytest.raises(ArchiveError, match="Not a SHA-256"):
        archive.get(digest)


def test_unknown_bytes(archive: Archive) -> None:
    with pytest.raises(ArchiveError, match="Not in the archive"):
        archive.get(DIGEST)


def test_a_folder_with_other_files_is_not_taken(tmp_path: Path) -> None:
    (tmp_path / "тізім.xlsx").write_text("x")
    tmp_path.chmod(0o755)
    with pytest.raises(ArchiveError, match="other files"):
        Archive(tmp_path)
    assert mode(tmp_path) == 0o755


def test_a_file_is_no_archive(tmp_path: Path) -> None:
    path = tmp_path / "файл"
    path.write_text("x")
    with pytest.raises(ArchiveError, match="Cannot use"):
        Archive(path)
