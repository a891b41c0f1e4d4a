"""Limits of reading, in one place: what is larger is refused with an issue instead of being read in part."""

from __future__ import annotations

import os

MAX_BYTES = int(os.environ.get("READ_MAX_BYTES", 50 * 1024 * 1024))
"""Largest document in bytes; a national list of all commissions as a workbook stays below 20 MB."""

MAX_UNPACKED_BYTES = int(os.environ.get("READ_MAX_UNPACKED_BYTES", 400 * 1024 * 1024))
"""Largest sum of the unpacked parts of a docx or xlsx file."""

MAX_PACKING_RATIO = int(os.environ.get("READ_MAX_PACKING_RATIO", 250))
"""Largest unpacked size per packed byte of one part above ``RATIO_FLOOR``; office files stay below 60."""

RATIO_FLOOR = 10 * 1024 * 1024
"""Parts smaller than this are never refused for their packing ratio."""

MAX_PARTS = int(os.environ.get("READ_MAX_PARTS", 20_000))
"""Largest number of parts in a docx or xlsx file."""

MAX_TABLE_DEPTH = 20
"""Tables nested deeper than this are flattened into paragraphs."""

MAX_SPAN = 1_000
"""Largest colspan or rowspan believed."""
