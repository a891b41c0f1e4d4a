"""Reading: the bytes of a document in, blocks with their places out; no knowledge of elections."""

from etl.read.detect import IGNORED_NAMES, detect_format, is_document
from etl.read.document import read_document

__all__ = ["IGNORED_NAMES", "detect_format", "is_document", "read_document"]
