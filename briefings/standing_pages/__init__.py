"""Drafts of the pages that every news site needs, offered to a newsroom that begins.

One JSON file a page: `slug`, `heading`, and `body`, a list of HTML blocks. What only the newsroom knows stands in
square brackets. The page on privacy tells what this software stores; whoever runs it elsewhere checks it first.
"""

import json
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def offered() -> list[dict[str, str]]:
    """Every draft as `slug`, `heading` and `body` (HTML: p, a, strong, em, ul, ol, li), by slug."""
    pages = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.glob("*.json"))]
    return [{**page, "body": "".join(page["body"])} for page in pages]
