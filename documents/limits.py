"""How much of a stranger's file is looked at. Sizes in bytes."""

from __future__ import annotations

FILE_BYTES = 20 * 1024 * 1024  # what the Bot API lets a bot download
ARCHIVE_ENTRIES = 2_000
ARCHIVE_BYTES = 120 * 1024 * 1024
XML_BYTES = 24 * 1024 * 1024  # one part; its tree in memory is about ten times as large
WORD_BYTES = 12 * 1024 * 1024  # a book of a thousand pages has half of it
RATIO = 200  # unpacked to packed, for entries large enough to matter
RATIO_FROM = 1024 * 1024
ROWS = 50_000
COLUMNS = 64
PDF_PAGES = 200
