"""Reading one file of a reference pack into its typed model."""

import hashlib
from collections.abc import Hashable
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

from models.reference.errors import PackEntryError, PackFileError

Model = TypeVar("Model")

_ID_FIELDS = ("id", "code", "field", "name")


class _StrictLoader(yaml.CSafeLoader):
    """YAML in which a key given twice is an error; plain YAML would keep the last one in silence."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        """Build a mapping, refusing repeated keys.

        Args:
            node: the parsed mapping.
            deep: whether nested nodes are built at once.

        Raises:
            yaml.constructor.ConstructorError: a key stands twice.
        """
        seen: set[Hashable] = set()
        for key_node, _ in node.value:
            key = self.construct_object(key_node, deep=True)
            if key in seen:
                raise yaml.constructor.ConstructorError(None, None, f"key {key!r} stands twice", key_node.start_mark)
            seen.add(key)
        return super().construct_mapping(node, deep)


def read_yaml(directory: Path, name: str, model: type[Model]) -> Model:
    """Read a file of a pack and check it against a model.

    Args:
        directory: the pack's folder, `Pack.directory`.
        name: the file's name, such as `rules.yml`.
        model: a pydantic model or a type made of them, such as `list[Rule]`.

    Raises:
        PackFileError: the file is missing or is not YAML.
        PackEntryError: an entry does not fit; names file, entry, field and value.
    """
    path = directory / name
    try:
        raw = yaml.load(path.read_text(encoding="utf-8"), Loader=_StrictLoader)  # noqa: S506 - a safe loader
    except OSError as problem:
        raise PackFileError(path, "cannot be read: " + (problem.strerror or str(problem))) from problem
    except (yaml.YAMLError, UnicodeDecodeError) as problem:
        raise PackFileError(path, f"is not YAML: {problem}") from problem
    try:
        return TypeAdapter(model).validate_python(raw)
    except ValidationError as problem:
        first = problem.errors()[0]
        entry, field = _locate(raw, first["loc"])
        raise PackEntryError(name, entry, field, first["input"], first["msg"]) from problem


def hash_pack(directory: Path) -> str:
    """Compute the sha256 over names and contents of all YAML files of a pack.

    Args:
        directory: the pack's folder.

    Raises:
        PackFileError: the folder holds no YAML file.
    """
    paths = sorted(directory.glob("*.yml"), key=lambda path: path.name)
    if not paths:
        raise PackFileError(directory, "is not a reference pack: it holds no .yml file")
    digest = hashlib.sha256()
    for path in paths:
        content = path.read_bytes()
        digest.update(f"{path.name}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def _locate(raw: Any, location: tuple[int | str, ...]) -> tuple[str, str]:
    """Name the innermost entry with an id on the way to an error, else the first in a list, and the rest of the way."""
    numbered: tuple[str, int] | None = None
    identified: tuple[str, int] | None = None
    current = raw
    for depth, step in enumerate(location):
        try:
            current = current[step]
        except (KeyError, IndexError, TypeError):
            break
        if isinstance(step, int) and isinstance(current, dict):
            label = _find_id(current)
            identified = (label, depth) if label else identified
            numbered = numbered or (f"number {step + 1}", depth)
    entry, depth = identified or numbered or ("(top of the file)", -1)
    return entry, ".".join(str(step) for step in location[depth + 1 :])


def _find_id(entry: dict[Any, Any]) -> str | None:
    for key, value in entry.items():
        if isinstance(value, str) and (key in _ID_FIELDS or str(key).endswith("_id")):
            return value
    return None
