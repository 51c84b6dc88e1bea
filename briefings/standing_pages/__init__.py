"""Drafts of the pages that every news site needs, for a new newsroom.

Each JSON file is a page: `slug`, `heading`, and `body`, a list of HTML blocks. Square brackets mark what only the
newsroom knows. The page on privacy says what this software stores; whoever runs the site checks it first.
"""

import json
from pathlib import Path

_FOLDER = Path(__file__).resolve().parent


def offered() -> list[dict[str, str]]:
    """The drafts, each with `slug`, `heading` and `body` (HTML: p, a, strong, em, ul, ol, li), by file name."""
    pages = [json.loads(file.read_text(encoding="utf-8")) for file in sorted(_FOLDER.glob("*.json"))]
    return [{**page, "body": "".join(page["body"])} for page in pages]
