"""The version of this release. It stands in `pyproject.toml`, and nowhere else."""

import tomllib
from functools import cache
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent / "pyproject.toml"


@cache
def version() -> str:
    return tomllib.loads(PROJECT.read_text(encoding="utf-8"))["project"]["version"]
