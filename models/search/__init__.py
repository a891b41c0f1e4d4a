"""Finding people by name: keys that forgive spelling and script, and an index of words."""

from models.search.index import NameIndex, build_index
from models.search.keys import list_keys, make_key, names_fit

__all__ = ["NameIndex", "build_index", "list_keys", "make_key", "names_fit"]
