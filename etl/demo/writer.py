"""The files of a simulated corpus: documents, truth, side-cars."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

from etl.demo.publish import Document
from etl.demo.records import Planted

_LISTS = ("truth", "documents", "unparsed", "private", "planted")


class CorpusWriter:
    """Writes documents as they come, so that a national set never stands in memory at once."""

    def __init__(self, out: Path) -> None:
        self.out = out
        out.mkdir(parents=True, exist_ok=True)
        self._files = {name: (out / f"{name}.jsonl").open("w", encoding="utf-8", newline="\n") for name in _LISTS}
        note = {"is_simulated": True, "publisher": "simulated documents: every person is invented"}
        (out / "folder.meta.yml").write_text(yaml.safe_dump(note, allow_unicode=True, sort_keys=True), encoding="utf-8")

    def __enter__(self) -> CorpusWriter:
        return self

    def __exit__(self, *_: object) -> None:
        for file in self._files.values():
            file.close()

    def _append(self, name: str, row: dict[str, Any]) -> None:
        self._files[name].write(json.dumps(row, ensure_ascii=False) + "\n")

    def write(self, document: Document) -> None:
        """Write one document, its side-car and its truth."""
        draft = document.draft
        target = self.out / draft.path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(document.content)
        if document.sidecar:
            note = {**document.sidecar, "is_simulated": True}
            target.with_name(target.name + ".meta.yml").write_text(
                yaml.safe_dump(note, allow_unicode=True, sort_keys=True), encoding="utf-8"
            )
        for row in draft.rows:
            self._append("truth", row)
        kind = "replacement" if draft.act.kind == "appointment" else draft.act.kind
        self._append("documents", {
            "document": draft.path, "format": document.family.format, "family": document.family.name, "language": draft.language,
            "difficulty": document.family.difficulty, "rows": len(draft.rows), "kind": kind, "notes": "; ".join(draft.notes),
        })  # fmt: skip
        for text in draft.unparsed:
            self._append("unparsed", {"document": draft.path, "text": text})
        for text in draft.private:
            self._append("private", {"document": draft.path, "text": text})

    def write_planted(self, planted: list[Planted], paths: dict[str, str]) -> None:
        """List the irregularities made on purpose, with the document that shows each."""
        for plant in planted:
            self._append("planted", {
                "kind": plant.kind, "document": paths[plant.act_key], "commission": plant.commission.name("ru", plant.commission.district.unit) if plant.commission.district else "",
                "commission_number": plant.commission.number, "what": plant.what,
            })  # fmt: skip
