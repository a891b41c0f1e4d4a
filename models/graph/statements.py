"""Statements: what edges rest on. One seat is one statement and up to five edges, so facts are kept once."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from models.graph.days import Days
from models.graph.kinds import BASES

ROLES: Final = ("", "chair", "deputy_chair", "secretary", "member", "unknown")
"""Codes of posts; empty where the statement is not about a seat."""

TEXTS: Final = ("statement_id", "seat_id", "document_path", "locator", "source")
"""Texts of a statement; where it has an act, the document is found through that."""


@dataclass(frozen=True)
class Citation:
    """Where a fact stands, or what it was derived from.

    `basis` is `document` (a line or an act in a document), `derived` (from other tables of the build) or `reference`
    (the reference pack; `source` names its source). `locator` is JSON text with page, table, row and so on.
    """

    basis: str
    statement_id: str
    seat_id: str | None = None
    document_path: str | None = None
    locator: str | None = None
    decision_id: str | None = None
    decision_number: str | None = None
    decided_on: date | None = None
    date_basis: str | None = None
    source_url: str | None = None
    source: str | None = None
    confidence: float | None = None


@dataclass(frozen=True)
class Statements:
    """All statements of a graph as columns; `commission` is the number of the commission a seat is in, or -1."""

    texts: pa.Table
    decisions: pa.Table
    decision: npt.NDArray[np.int32]
    commission: npt.NDArray[np.int32]
    role: npt.NDArray[np.uint8]
    basis: npt.NDArray[np.uint8]
    confidence: npt.NDArray[np.float32]
    start: Days
    end: Days

    def __len__(self) -> int:
        return len(self.start)

    def list_facts(self, places: npt.NDArray[np.int64]) -> list[dict[str, Any]]:
        """Give what is known of statements, by the names of `Citation`; what is not known is absent.

        Args:
            places: their places in the columns.
        """
        acts = self.decision[places]
        known, which = np.unique(acts, return_inverse=True)
        decisions = [{} if act < 0 else self._describe_decision(int(act)) for act in known.tolist()]
        texts = self.texts.take(pa.array(places, type=pa.int64()))
        columns = [name for name in texts.column_names if texts.column(name).null_count < len(texts)]
        rows: list[dict[str, Any]] = []
        for at, basis, confidence, values in zip(
            which.tolist(),
            self.basis[places].tolist(),
            np.round(self.confidence[places].astype(float), 4).tolist(),
            zip(*(texts.column(name).to_pylist() for name in columns), strict=True),
            strict=True,
        ):
            row = {"basis": BASES[basis], **decisions[at]}
            for name, value in zip(columns, values, strict=True):
                if value is not None:
                    row[name] = value
            if confidence == confidence:  # not NaN
                row["confidence"] = confidence
            rows.append(row)
        return rows

    def _describe_decision(self, act: int) -> dict[str, Any]:
        row = self.decisions.slice(act, 1).to_pylist()[0]
        row["decision_number"] = row.pop("number")
        return {name: value for name, value in row.items() if value is not None}

    def cite(self, places: list[int]) -> list[Citation]:
        """Give the citations of statements.

        Args:
            places: their places in the columns.
        """
        return [Citation(**row) for row in self.list_facts(np.array(places, dtype=np.int64))]


def keep_decisions(decisions: pd.DataFrame) -> pa.Table:
    """Keep the acts as columns.

    Args:
        decisions: `decision_id, document_path, number, decided_on, date_basis, source_url`.
    """
    names = ("decision_id", "document_path", "number", "date_basis", "source_url")
    columns = {
        name: pa.array(decisions[name].to_numpy(dtype="object"), pa.string(), from_pandas=True) for name in names
    }
    days = pd.to_datetime(decisions["decided_on"]).to_numpy(dtype="datetime64[D]")
    return pa.table({**columns, "decided_on": pa.array(days, pa.date32())})
