"""Fetching: declared sources in, the archive and a folder that a build can read out."""

from etl.fetch.declaration import Declaration, DeclarationError, FetchSource, load_declaration
from etl.fetch.run import Failure, FetchReport, fetch

__all__ = ["Declaration", "DeclarationError", "Failure", "FetchReport", "FetchSource", "fetch", "load_declaration"]
