"""The file of a site's settings, one NAME=value a line, as a shell and systemd both read it.

A value stands in single quotes, in which neither of them changes anything; one that has a single quote itself stands in
double quotes, with a backslash before each of `"`, `$`, a backtick and the backslash.
"""

import os
import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

LINE = re.compile(r"(?P<name>[A-Za-z_][A-Za-z0-9_]*)=(?P<value>.*)")
BARE = re.compile(r"[\w@%+=:,./-]*")
SINGLE = re.compile(r"'([^']*)'")
DOUBLE = re.compile(r'"((?:[^"\\$`]|\\.)*)"')
SPECIAL = re.compile(r'(["\\$`])')
ESCAPED = re.compile(r'\\(["\\$`])')
CONTROL = re.compile(r"[\x00-\x1f\x7f\x85\u2028\u2029]")
STRAY = re.compile("[\ud800-\udfff]")  # what Python makes of bytes that are not UTF-8


class CannotUse(Exception):
    """Raised with a sentence for whoever runs the site."""


def read(path: Path) -> dict[str, str]:
    """The values of the file, {} where there is none. Raises CannotUse, with all lines that are wrong."""
    values, wrong = {}, []
    for number, line in enumerate(_lines(path), start=1):
        if _says_nothing(line):
            continue
        name, value = _parsed(line)
        if value is None:
            wrong.append(f"Line {number} of {path} is read by no two programs alike. Write it as NAME='value'.")
        else:
            values[name] = value
    if wrong:
        raise CannotUse("\n".join(wrong))
    return values


def write(path: Path, values: Mapping[str, str]) -> None:
    """Bring the file to `values`: whole or not at all, readable by its owner alone. Its other lines stay.

    Raises CannotUse where it cannot be written, and ValueError for a value that is not one line.
    """
    text = "".join(f"{line}\n" for line in _with(values, _lines(path)))
    try:
        _replace(path, text)
    except OSError as refusal:
        raise CannotUse(f"{path} cannot be written: {refusal.strerror}. Choose another file.") from refusal


def is_one_line(value: str) -> bool:
    """Whether it can stand in the file: text without control characters, and no stray bytes."""
    return not CONTROL.search(value) and not STRAY.search(value)


def quoted(value: str) -> str:
    if not is_one_line(value):
        raise ValueError("A value is one line of text.")
    return '"' + SPECIAL.sub(r"\\\1", value) + '"' if "'" in value else f"'{value}'"


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8").removesuffix("\n").split("\n")
    except FileNotFoundError:
        return []
    except UnicodeDecodeError as refusal:
        raise CannotUse(f"{path} is not in UTF-8. Is it another file?") from refusal
    except OSError as refusal:
        raise CannotUse(f"{path} cannot be read: {refusal.strerror}.") from refusal


def _says_nothing(line: str) -> bool:
    return not line.strip() or line.lstrip().startswith("#")


def _parsed(line: str) -> tuple[str, str | None]:
    """Name and value; None for a value that a shell and systemd could take for two different ones."""
    found = LINE.fullmatch(line.strip())
    if not found:
        return "", None
    name, value = found["name"], found["value"]
    if BARE.fullmatch(value):
        return name, value
    if single := SINGLE.fullmatch(value):
        return name, single[1]
    if double := DOUBLE.fullmatch(value):
        return name, ESCAPED.sub(r"\1", double[1])
    return name, None


def _with(values: Mapping[str, str], lines: list[str]) -> Iterator[str]:
    """The lines with the values in them: each where its name stands already, the others at the end."""
    left = dict(values)
    for line in lines:
        name = "" if _says_nothing(line) else _parsed(line)[0]
        if name in left:
            yield f"{name}={quoted(left.pop(name))}"
        elif name not in values:  # a name that stands twice stands once from now on
            yield line
    yield from (f"{name}={quoted(value)}" for name, value in left.items())


def _replace(path: Path, text: str) -> None:
    """By a new file beside it, on the disk before it takes the name: nobody ever meets half of it."""
    descriptor, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")  # 0600 from its first moment
    try:
        with open(descriptor, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        _keep_owner(path, draft)
        os.replace(draft, path)
    except BaseException:
        Path(draft).unlink(missing_ok=True)
        raise
    _sync(path.parent)


def _keep_owner(path: Path, draft: str) -> None:
    """Whoever may read the file now may still do so when root has written it anew."""
    if path.exists() and os.geteuid() == 0:
        os.chown(draft, path.stat().st_uid, path.stat().st_gid)


def _sync(folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
