"""A removal: one safety taken out of the code, as somebody tired might, and the tests that have to notice.

They stand in the lists (`*.txt`) beside this file:

    == name-of-it
    What would then leak, be lost or be allowed.
    @ briefings/policy.py
    -return user.is_active and user.is_staff
    +return user.is_staff
    ? tests/desk/roles/test_policy.py

Lines with `-` are a text that stands exactly once in the file, lines with `+` what stands there instead; without any
the text is taken away. `! may hang` says that tests which come to no end have noticed as well.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LISTS = Path(__file__).parent


class Misfit(ValueError):
    """A removal that cannot be tried: its list or its place is not as it says."""


@dataclass(frozen=True)
class Removal:
    """`harm` is what would happen, `tests` are files or node ids as pytest takes them; paths begin at the root."""

    name: str
    harm: str
    path: str
    old: str
    new: str
    tests: tuple[str, ...]
    may_hang: bool = False

    def applied(self, source: str) -> str:
        """`source` without the safety. Raises Misfit where the text stands there not at all, or more than once."""
        count = source.count(self.old)
        if count != 1:
            raise Misfit(f"{self.name}: its text stands {count} times in {self.path}. It has to stand there once.")
        return source.replace(self.old, self.new)


def listed(folder: Path = LISTS) -> list[Removal]:
    """All removals, in the order of their lists. Raises Misfit for what is incomplete, or named twice."""
    removals = [removal for path in sorted(folder.glob("*.txt")) for removal in _read(path.read_text(encoding="utf-8"))]
    names = [removal.name for removal in removals]
    if twice := {name for name in names if names.count(name) > 1}:
        raise Misfit(f"Named twice: {', '.join(sorted(twice))}. Give each removal a name of its own.")
    return removals


def _read(text: str) -> Iterator[Removal]:
    for entry in re.split(r"^== ", text, flags=re.MULTILINE)[1:]:
        name, *lines = entry.strip("\n").split("\n")
        by_sign = {sign: [line[1:] for line in lines if line[:1] == sign] for sign in "@-+?!"}
        harm = " ".join(line for line in lines if line and line[0] not in "@-+?!")
        if len(by_sign["@"]) != 1 or not (by_sign["-"] and by_sign["?"] and harm):
            raise Misfit(f"{name}: say what would happen, and give one file (@), its text (-) and the tests (?).")
        yield Removal(
            name=name,
            harm=harm,
            path=by_sign["@"][0].strip(),
            old="\n".join(by_sign["-"]),
            new="\n".join(by_sign["+"]),
            tests=tuple(test.strip() for test in by_sign["?"]),
            may_hang="may hang" in (word.strip() for word in by_sign["!"]),
        )
