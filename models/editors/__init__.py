"""Who may change something: configured by the owner of the machine, nobody where nothing is configured."""

from models.editors.attempts import Attempts
from models.editors.settings import (
    ENVIRONMENT,
    Editor,
    Editors,
    EditorsError,
    hash_password,
    read_editors,
)

__all__ = ["ENVIRONMENT", "Attempts", "Editor", "Editors", "EditorsError", "hash_password", "read_editors"]
