"""Mentions joined to persons: strongest pair first, never against a cannot-link."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from etl.resolve.persons.constraints import COMPOSITION, Holder, find_conflict, sit_at_once, vouch_for_both


@dataclass(frozen=True, slots=True)
class Join:
    """One pair that made two groups one, and on what ground: act, judged or model."""

    left: int
    right: int
    ground: str
    detail: Any = None
    """What the ground rests on: the kind of act, the judgement, the scored pair."""


@dataclass(slots=True)
class Clusters:
    """Groups of mentions that grow pair by pair; the order of the pairs decides, so it must be a total one.

    Args:
        holders: of all mentions, by place.
        apart: pairs of places that a person judged to be different.
    """

    holders: list[Holder]
    apart: set[tuple[int, int]] = field(default_factory=set)
    joins: list[Join] = field(default_factory=list)
    """The pairs that joined groups, in order: a tree over every group."""
    _group: list[int] = field(default_factory=list)
    _members: dict[int, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._group = list(range(len(self.holders)))

    def members(self, place: int) -> list[int]:
        """Return the places of the group of a mention, in order."""
        group = self._group[place]
        return sorted(self._members.get(group, [group]))

    def are_one(self, left: int, right: int) -> bool:
        """Tell whether two mentions are in one group."""
        return self._group[left] == self._group[right]

    def find_obstacle(self, left: int, right: int, *, judged: bool = False) -> str | None:
        """Tell why the groups of two mentions cannot be one, or None.

        Args:
            left: place of a mention.
            right: place of another.
            judged: a person says that they are one: then only a composition or another person's word stands against it.
        """
        ours, theirs = (self._members.get(self._group[place], [place]) for place in (left, right))
        at_once = vouched = False
        for one in ours:
            for other in theirs:
                if (min(one, other), max(one, other)) in self.apart:
                    return "judged_different"
                conflict = find_conflict(self.holders[one], self.holders[other])
                if conflict and (not judged or conflict == COMPOSITION):
                    return conflict
                at_once = at_once or sit_at_once(self.holders[one], self.holders[other])
                vouched = vouched or vouch_for_both(self.holders[one], self.holders[other])
        return "two_seats_at_once" if at_once and not vouched and not judged else None

    def join(
        self, left: int, right: int, *, ground: str = "model", detail: Any = None, judged: bool = False
    ) -> str | None:
        """Join the groups of two mentions unless something stands against it.

        Args:
            left: place of a mention.
            right: place of another.
            ground: see `Join`.
            detail: see `Join`.
            judged: see `find_obstacle`.

        Returns:
            The obstacle, or None where they are one group now.
        """
        if self.are_one(left, right):
            return None
        obstacle = self.find_obstacle(left, right, judged=judged)
        if obstacle is None:
            keep, gone = sorted((self._group[left], self._group[right]))
            moved = self._members.pop(gone, [gone])
            for place in moved:
                self._group[place] = keep
            self._members.setdefault(keep, [keep]).extend(moved)
            self.joins.append(Join(left, right, ground, detail))
        return obstacle

    def groups(self) -> Iterable[list[int]]:
        """Yield every group, in the order of its first mention."""
        for place, group in enumerate(self._group):
            if place == group:
                yield self.members(place)
