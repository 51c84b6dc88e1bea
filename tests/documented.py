"""What the documentation says a page costs: the tests hold it to that, so that no number in it can drift."""

import re
from pathlib import Path

_ARCHITECTURE = Path(__file__).parent.parent / "docs" / "architecture.md"
_LAST_NUMBER = re.compile(r"\|\s*(\d+)\b[^|]*\|\s*$")


def queries(page: str) -> int:
    """The queries of the page, or of the address, whose row in a table of the architecture page begins with `page`."""
    rows = [line for line in _ARCHITECTURE.read_text(encoding="utf-8").splitlines() if line.startswith(f"| {page}")]
    if len(rows) != 1 or not (match := _LAST_NUMBER.search(rows[0])):
        raise LookupError(f"docs/architecture.md says {len(rows)} times what “{page}” costs. It has to say it once.")
    return int(match[1])
