"""Which group's names a person bears: a name is common among some and unheard of among others.

Parts of a name are not independent: a Korean given name makes a Korean surname likely. Frequencies are therefore
counted inside the group of the given name. The group is used for nothing else and is stored nowhere.
"""

from __future__ import annotations

from functools import lru_cache

import yaml

from etl.normalise.given_names import REFERENCE
from etl.normalise.name_spelling import spell_key
from etl.resolve.names.listed import same_name_key

OTHER = "other"


@lru_cache(maxsize=1)
def _groups() -> dict[str, frozenset[str]]:
    """Key of a listed given name -> the groups of given_names.yml it is listed for."""
    found: dict[str, set[str]] = {}
    for path in sorted(REFERENCE.glob("*/given_names.yml")):
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        content = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506
        for group, lists in content["names"].items():
            for entry in (*lists.get("male", []), *lists.get("female", [])):
                for spelling in str(entry).split("/"):
                    found.setdefault(same_name_key(spell_key(spelling)), set()).add(group)
    return {key: frozenset(groups) for key, groups in found.items()}


@lru_cache(maxsize=100_000)
def group_of(given: str, patronymic: str) -> str:
    """Return the group whose names these are; names of several groups go to the first by alphabet.

    Args:
        given: key of a given name, empty where not printed in full.
        patronymic: key of the father's name, likewise.
    """
    found = [groups for groups in (_groups().get(given), _groups().get(patronymic)) if groups]
    common = frozenset.intersection(*found) if found else frozenset()
    return min(common or (found[0] if found else {OTHER}))
