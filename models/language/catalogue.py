"""The catalogue of texts: every key once, in three languages, from the files of `data/i18n`."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from string import Formatter

import yaml

LANGUAGES = ("kk", "ru", "en")
DIRECTORY = Path(__file__).resolve().parents[2] / "data" / "i18n"


class CatalogueError(Exception):
    """A text is missing, stands twice, or lacks a language."""


@dataclass(frozen=True)
class Catalogue:
    """All texts by key and language."""

    texts: Mapping[str, Mapping[str, str]]

    def has(self, key: str) -> bool:
        """Tell whether the key exists.

        Args:
            key: key of a text.
        """
        return key in self.texts

    def translate(self, key: str, language: str, **values: object) -> str:
        """Give a text in a language with its placeholders filled.

        Args:
            key: key of the text.
            language: `kk`, `ru` or `en`.
            values: what the placeholders stand for.

        Raises:
            CatalogueError: no such key or language, or a placeholder was not given.
        """
        try:
            text = self.texts[key][language]
            return text.format_map(values) if values else text
        except KeyError as error:
            raise CatalogueError(f"{key} in {language}: {error}") from error

    def placeholders(self, key: str, language: str) -> set[str]:
        """List the placeholders of a text.

        Args:
            key: key of the text.
            language: `kk`, `ru` or `en`.
        """
        return {name for _, name, _, _ in Formatter().parse(self.texts[key][language]) if name}


@lru_cache(maxsize=4)
def load_catalogue(directory: Path = DIRECTORY) -> Catalogue:
    """Read every file of a folder as one catalogue.

    Args:
        directory: folder of `*.yml` files, each a mapping key -> language -> text.

    Raises:
        CatalogueError: a key stands in two files, or has other languages than the three.
    """
    texts: dict[str, dict[str, str]] = {}
    for path in sorted(directory.glob("*.yml")):
        for key, entry in _read(path).items():
            if key in texts:
                raise CatalogueError(f"{key} stands twice, the second time in {path.name}")
            if not isinstance(entry, dict) or set(entry) != set(LANGUAGES):
                raise CatalogueError(f"{key} in {path.name} needs exactly {', '.join(LANGUAGES)}")
            texts[key] = {language: str(text).strip() for language, text in entry.items()}
    return Catalogue(texts)


def _read(path: Path) -> dict[str, object]:
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    loaded = yaml.load(path.read_text(encoding="utf-8"), Loader=loader)  # noqa: S506 - both loaders are safe ones
    return loaded if isinstance(loaded, dict) else {}
