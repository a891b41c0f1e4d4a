"""The files of a simulated corpus: documents, truth, side-cars."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import yaml

from etl.demo.employers import Employer
from etl.demo.publish import Document
from etl.demo.records import Planted

_LISTS = ("truth", "documents", "unparsed", "private", "planted", "employers")
_HIDDEN = ("employers",)  # no part of the agreed form of a corpus: hidden, so that no reader takes it for a document


class CorpusWriter:
    """Writes documents as they come, so that a national set never stands in memory at once."""

    def __init__(self, out: Path) -> None:
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        names = {name: f"{'.' if name in _HIDDEN else ''}{name}.jsonl" for name in _LISTS}
        self._files = {name: (out / file).open("w", encoding="utf-8", newline="\n") for name, file in names.items()}
        note = {"is_simulated": True, "publisher": "simulated documents: every person is invented"}
        (out / "folder.meta.yml").write_text(_dump(note), encoding="utf-8")

    def __enter__(self) -> CorpusWriter:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def _append(self, name: str, row: dict[str, Any]) -> None:
        self._files[name].write(json.dumps(row, ensure_ascii=False) + "\n")

    def write(self, document: Document) -> int:
        """Write one document, its side-car and its truth; gives the number of rows of truth."""
        target = self.out / document.path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(document.content)
        if document.sidecar:
            note = {**document.sidecar, "is_simulated": True}
            target.with_name(target.name + ".meta.yml").write_text(_dump(note), encoding="utf-8")
        rows = 0
        for draft in document.drafts:
            rows += len(draft.rows)
            for row in draft.rows:
                self._append("truth", row)
            for text in draft.unparsed:
                self._append("unparsed", {"document": document.path, "text": text})
            for text in draft.private:
                self._append("private", {"document": document.path, "text": text})
        about = {
            "document": document.path,
            "format": document.family.format,
            "family": document.family.name,
            "language": document.language,
            "difficulty": document.family.difficulty,
            "rows": rows,
            "kind": document.kind,
            "notes": "; ".join(note for draft in document.drafts for note in draft.notes),
        }
        self._append("documents", about)
        return rows

    def write_planted(self, planted: list[Planted], paths: dict[str, str]) -> None:
        """List the irregularities made on purpose, with the document that shows each."""
        for plant in planted:
            commission = plant.commission
            assert commission.district is not None
            about = {
                "kind": plant.kind,
                "document": paths[plant.act_key],
                "commission": commission.name("ru", commission.district.unit),
                "commission_key": commission.key,
                "commission_number": commission.number,
                "what": plant.what,
            }
            self._append("planted", about)

    def write_employers(self, employers: Iterable[Employer]) -> None:
        """List employers with their kinds and the bodies above them."""
        for employer in employers:
            kind = employer.kind
            about = {
                "employer_key": employer.key,
                "name_kk": employer.name.kk,
                "name_ru": employer.name.ru,
                "type": kind.type,
                "sector": kind.sector,
                "ownership": kind.ownership,
                "parent": employer.parent,
            }
            self._append("employers", about)


def _dump(note: dict[str, Any]) -> str:
    return yaml.safe_dump(note, allow_unicode=True, sort_keys=True)
