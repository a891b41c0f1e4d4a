"""The file that names the editors: without it the dashboard only reads."""

from __future__ import annotations

import os
from functools import lru_cache
from pathlib import Path
from typing import Literal

import yaml
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

ENVIRONMENT = "COMMISSIONS_EDITORS"


class EditorsError(Exception):
    """The file that names the editors cannot be used; the message names file, key and value."""


class Editor(BaseModel):
    """One person who may judge and correct; the name stands in the ledger, in public."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    name: str = Field(min_length=2, max_length=80)
    email: str = ""


class Editors(BaseModel):
    """Who signs in how, and where judgements and corrections are written."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    sign_in: Literal["password", "openid"]
    provider: str | None = None
    password_hash: str = ""
    editors: tuple[Editor, ...] = Field(min_length=1)
    ledger: Path
    corrections: Path

    @field_validator("password_hash")
    @classmethod
    def _is_hash(cls, value: str) -> str:
        if value and not value.startswith("$argon2id$"):
            raise ValueError("no argon2id hash; `python -m etl hash-password` makes one")
        return value

    @model_validator(mode="after")
    def _fits(self) -> Editors:
        if self.sign_in == "password" and not self.password_hash:
            raise ValueError("sign_in: password needs password_hash")
        if self.sign_in == "password" and len(self.editors) != 1:
            # One password for several people would put the wrong name under a judgement.
            raise ValueError("sign_in: password is for one editor on one machine; use openid for several")
        if self.sign_in == "openid" and not all("@" in editor.email for editor in self.editors):
            raise ValueError("sign_in: openid needs the email of every editor")
        return self

    def check_password(self, password: str) -> Editor | None:
        """Return the editor if the password is right.

        Args:
            password: as typed.
        """
        try:
            PasswordHasher().verify(self.password_hash, password)
        except (Argon2Error, InvalidHashError):
            return None
        return self.editors[0]

    def find_email(self, email: str, *, verified: bool) -> Editor | None:
        """Return the editor an identity provider vouches for.

        Args:
            email: address the provider gives.
            verified: whether the provider says it has checked the address; an unchecked one is nobody's.
        """
        if not verified:
            return None
        return next((e for e in self.editors if e.email.casefold() == email.strip().casefold()), None)


def hash_password(password: str) -> str:
    """Return the hash to put into the file.

    Args:
        password: twelve characters or more.

    Raises:
        EditorsError: it is too short.
    """
    if len(password) < 12:
        raise EditorsError("a password needs twelve characters or more")
    return PasswordHasher().hash(password)


def read_editors() -> Editors | None:
    """Read the file named in ``COMMISSIONS_EDITORS``; None where nobody may change anything.

    Raises:
        EditorsError: the file is named but cannot be used: nobody may change anything then, either.
    """
    named = os.environ.get(ENVIRONMENT, "").strip()
    if not named:
        return None
    path = Path(named).expanduser()
    try:
        return _read(path, path.stat().st_mtime_ns)
    except OSError as error:
        raise EditorsError(f"{path} cannot be read: {error.strerror or error}") from error


@lru_cache(maxsize=8)
def _read(path: Path, changed: int) -> Editors:
    try:
        loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise EditorsError(f"{path} is no YAML text: {' '.join(str(error).split())}") from error
    if not isinstance(loaded, dict):
        raise EditorsError(f"{path} holds no keys")
    try:
        found = Editors.model_validate(loaded)
    except ValidationError as error:
        # The value itself is not repeated: it may be the password somebody typed in place of its hash.
        first = error.errors(include_input=False)[0]
        place = ".".join(map(str, first["loc"])) or "file"
        raise EditorsError(f"{path}, {place}: {first['msg']}") from error
    base = path.parent
    return found.model_copy(update={"ledger": base / found.ledger, "corrections": base / found.corrections})
