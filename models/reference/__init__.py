"""Reference packs: law, geography and words of a country as dated data with sources."""

from models.reference.errors import PackEntryError, PackError, PackFileError
from models.reference.files import read_yaml
from models.reference.pack import DEFAULT_DIRECTORY, Pack, load_pack

__all__ = [
    "DEFAULT_DIRECTORY",
    "Pack",
    "PackEntryError",
    "PackError",
    "PackFileError",
    "load_pack",
    "read_yaml",
]
