"""From what a document says to coded rows: parties, kinds, sectors, stable ids. Pure; runs in the workers."""

from etl.coding.coded import Coded, Row
from etl.coding.documents import code_document

__all__ = ["Coded", "Row", "code_document"]
