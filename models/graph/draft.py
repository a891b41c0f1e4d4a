"""A graph while it is being built: statements are added in blocks, edges point to their places."""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa

from models.graph.days import Days
from models.graph.kinds import BASES, EDGE_KINDS
from models.graph.nodes import NOBODY, Numbers
from models.graph.statements import ROLES, TEXTS, Statements


@dataclass(frozen=True)
class Edges:
    """Edges as columns: from, to, kind, and the statement each rests on."""

    source: Numbers
    target: Numbers
    kind: npt.NDArray[np.uint8]
    statement: Numbers

    def __len__(self) -> int:
        return len(self.source)


@dataclass
class Draft:
    """Blocks of statements and edges, joined at the end."""

    statements: list[dict[str, object]] = field(default_factory=list)
    edges: list[tuple[Numbers, Numbers, int, Numbers]] = field(default_factory=list)
    count: int = 0

    def state(
        self,
        texts: dict[str, pd.Series],
        basis: str,
        start: Days,
        end: Days,
        *,
        decision: Numbers | None = None,
        commission: Numbers | None = None,
        role: pd.Series | None = None,
        confidence: pd.Series | None = None,
    ) -> Numbers:
        """Add a block of statements.

        Args:
            texts: columns of `TEXTS`; those left out are empty.
            basis: what they rest on.
            start: first days.
            end: first days after.
            decision: places of their acts, -1 for none.
            commission: numbers of the commissions they are about, -1 for none.
            role: posts.
            confidence: how sure the reading is.

        Returns:
            Their places.
        """
        size = len(start)
        nothing = np.full(size, NOBODY, dtype=np.int32)
        self.statements.append(
            {
                "texts": {name: _column(texts.get(name), size) for name in TEXTS},
                "decision": nothing if decision is None else decision,
                "commission": nothing if commission is None else commission,
                "role": np.zeros(size, dtype=np.uint8) if role is None else code_roles(role),
                "basis": np.full(size, BASES.index(basis), dtype=np.uint8),
                "confidence": np.full(size, np.nan, dtype=np.float32)
                if confidence is None
                else confidence.to_numpy(dtype=np.float32, na_value=np.nan),
                "start": start,
                "end": end,
            }
        )
        self.count += size
        return np.arange(self.count - size, self.count, dtype=np.int32)

    def link(self, kind: str, source: Numbers, target: Numbers, statement: Numbers) -> None:
        """Add edges of one kind; those without an end, or from a node to itself, are left out.

        Args:
            kind: kind of the edges.
            source: numbers of the nodes they leave.
            target: numbers of the nodes they reach.
            statement: places of the statements they rest on.
        """
        whole = (source != NOBODY) & (target != NOBODY) & (source != target)
        self.edges.append((source[whole], target[whole], EDGE_KINDS.index(kind), statement[whole]))

    def join_edges(self) -> Edges:
        """Join the blocks of edges."""
        kinds = [np.full(len(block[0]), block[2], dtype=np.uint8) for block in self.edges]
        return Edges(
            source=np.concatenate([block[0] for block in self.edges]),
            target=np.concatenate([block[1] for block in self.edges]),
            kind=np.concatenate(kinds),
            statement=np.concatenate([block[3] for block in self.edges]),
        )

    def join_statements(self, decisions: pa.Table) -> Statements:
        """Join the blocks of statements.

        Args:
            decisions: the acts they name.
        """
        columns = {
            name: np.concatenate([block[name] for block in self.statements])  # type: ignore[misc]
            for name in ("decision", "commission", "role", "basis", "confidence", "start", "end")
        }
        texts = [pa.table(block["texts"]) for block in self.statements]
        return Statements(texts=pa.concat_tables(texts).combine_chunks(), decisions=decisions, **columns)


def code_roles(roles: pd.Series) -> npt.NDArray[np.uint8]:
    """Code posts as places in `ROLES`; a word that is no code is `unknown`, never a member.

    Args:
        roles: posts.
    """
    places = pd.Index(ROLES).get_indexer(pd.Index(roles))
    return np.where(places < 0, ROLES.index("unknown"), places).astype(np.uint8)


def _column(values: pd.Series | None, size: int) -> pa.Array:
    if values is None:
        return pa.nulls(size, pa.string())
    return pa.array(values.to_numpy(dtype="object"), pa.string(), from_pandas=True)
