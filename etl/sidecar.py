"""Side-cars: small YAML files that say about documents what the documents do not say themselves."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from etl.records import Issue, SideCar

SUFFIX = ".meta.yml"
FOLDER_FILE = f"folder{SUFFIX}"
MAX_BYTES = 256 * 1024
_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")
_URL = re.compile(r"(?:https?|ftp)://\S+", re.IGNORECASE)
LEVELS = ("CEC", "TEC", "DEC", "PEC")
LANGUAGES = ("kk", "ru", "mixed")
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_side_cars(root: Path, path: Path) -> tuple[SideCar, list[Issue]]:
    """Return what the side-cars say about one document; the nearer wins over the farther, key by key.

    From far to near: ``folder.meta.yml`` of the source folder and of each folder down to the document, then
    ``<name without ending>.meta.yml``, then ``<full file name>.meta.yml``. A key without a value says nothing.
    Whatever is wrong in a side-car is an issue that names file, key and value; the rest of it still counts.

    Args:
        root: the source folder.
        path: the document, absolute or below ``root``.
    """
    root = root.absolute()
    path = path.absolute() if path.is_absolute() else root / path
    merged: dict[str, Any] = {}
    columns: dict[str, str] = {}
    issues: list[Issue] = []
    for file in _files_for(root, path):
        if not file.is_file():
            continue
        values, found = _read(file, root)
        issues += found
        columns.update(values.pop("columns", {}))
        merged.update(values)
    return SideCar(**merged, columns=tuple(columns.items())), issues


def _files_for(root: Path, path: Path) -> list[Path]:
    """Return the places at which side-cars of a document may stand, from far to near."""
    folders = [root]
    if path.is_relative_to(root):
        for part in path.parent.relative_to(root).parts:
            folders.append(folders[-1] / part)
    else:
        folders = [path.parent]
    files = [folder / FOLDER_FILE for folder in folders]
    if path.stem != path.name and path.stem != "folder":
        files.append(path.parent / f"{path.stem}{SUFFIX}")
    files.append(path.parent / f"{path.name}{SUFFIX}")
    return files


def _read(file: Path, root: Path) -> tuple[dict[str, Any], list[Issue]]:
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else file.name
    try:
        data = file.read_bytes()
    except OSError as error:
        return {}, [_issue("side_car_broken", f"The side-car {name} cannot be opened: {error.strerror}.")]
    if len(data) > MAX_BYTES:
        return {}, [_issue("side_car_broken", f"The side-car {name} is larger than {MAX_BYTES:,} bytes.")]
    values, problems = _check(data)
    return dict(values), [_issue(code, message.format(file=name), text) for code, message, text in problems]


def _issue(code: str, message: str, text: str | None = None) -> Issue:
    return Issue(code, message, "warning", text=text)


@lru_cache(maxsize=256)
def _check(data: bytes) -> tuple[tuple[tuple[str, Any], ...], tuple[tuple[str, str, str | None], ...]]:
    """Return the valid values of a side-car and its problems as (code, message with {file}, value)."""
    try:
        content = yaml.load(data.decode("utf-8-sig"), Loader=_LOADER)  # noqa: S506 - a safe loader
    except UnicodeDecodeError:
        return (), (("side_car_broken", "The side-car {file} is not UTF-8 text.", None),)
    except (yaml.YAMLError, ValueError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        place = f" (line {mark.line + 1})" if mark else ""
        return (), (("side_car_broken", f"The side-car {{file}} is not valid YAML{place}.", None),)
    if content is None:
        return (), ()
    if not isinstance(content, dict):
        return (), (("side_car_broken", "The side-car {file} does not hold keys and values.", None),)
    values: dict[str, Any] = {}
    problems: list[tuple[str, str, str | None]] = []
    for key, value in content.items():
        check = _CHECKS.get(key) if isinstance(key, str) else None
        if check is None:
            known = ", ".join(_CHECKS)
            message = f"The side-car {{file}} has an unknown key «{_shown(key)}»; known are {known}."
            problems.append(("side_car_unknown_key", message, _plain(value)))
            continue
        if value is None:
            continue
        good, wanted = check(value)
        if wanted is not None:
            message = f"The side-car {{file}} has for «{key}» the value «{_shown(value)}»; expected is {wanted}."
            problems.append(("side_car_bad_value", message, _plain(value)))
        if good is not None:
            values[key] = good
    return tuple(values.items()), tuple(problems)


def _shown(value: Any) -> str:
    """Return a value for a message: short, and without the braces of the message itself."""
    return _plain(value)[:120].replace("{", "{{").replace("}", "}}")


def _plain(value: Any) -> str:
    return " ".join(str(value).split())


Checked = tuple[Any, str | None]


def _check_text(value: Any) -> Checked:
    if isinstance(value, str) and value.strip():
        return value.strip(), None
    return None, "a text"


def _check_url(value: Any) -> Checked:
    if isinstance(value, str) and _URL.fullmatch(value.strip()):
        return value.strip(), None
    return None, "an address beginning with http:// or https://"


def _check_date(value: Any) -> Checked:
    if isinstance(value, dt.datetime):
        return value.date(), None
    if isinstance(value, dt.date):
        return value, None
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value.strip()):
        try:
            return dt.date.fromisoformat(value.strip()), None
        except ValueError:
            pass
    return None, "a date such as 2024-01-19"


def _check_region(value: Any) -> Checked:
    if isinstance(value, str) and _REGION.fullmatch(value.strip()):
        return value.strip(), None
    return None, "an ISO 3166-2 code such as KZ-39"


def _check_truth(value: Any) -> Checked:
    return (value, None) if isinstance(value, bool) else (None, "true or false")


def _one_of(*allowed: str) -> Callable[[Any], Checked]:
    def check(value: Any) -> Checked:
        return (value, None) if value in allowed else (None, f"one of {', '.join(allowed)}")

    return check


def _check_columns(value: Any) -> Checked:
    if not isinstance(value, dict):
        return None, "a list of «heading as printed: field»"
    good = {
        heading.strip(): target.strip()
        for heading, target in value.items()
        if isinstance(heading, str) and isinstance(target, str) and heading.strip() and target.strip()
    }
    return good, None if len(good) == len(value) else "a text for each heading and each field"


_CHECKS: dict[str, Callable[[Any], Checked]] = {
    "source_url": _check_url,
    "retrieved_on": _check_date,
    "publisher": _check_text,
    "region_id": _check_region,
    "district": _check_text,
    "level": _one_of(*LEVELS),
    "as_of": _check_date,
    "language": _one_of(*LANGUAGES),
    "is_simulated": _check_truth,
    "columns": _check_columns,
    "accept": _check_truth,
    "content": _one_of("decisions", "register"),
}
"""Key of a side-car -> its check; the keys are those of the contract."""
