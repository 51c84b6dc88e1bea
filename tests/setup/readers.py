"""The two programs that read the file of settings: a shell, and systemd by its rules."""

import os
import subprocess
from pathlib import Path

GENERATOR = Path("/usr/lib/systemd/user-environment-generators/30-systemd-environment-d-generator")
"""Reads files of environment.d by systemd's own parser, and then, unlike for a unit, puts values in for `$NAME`."""
SHOW = 'for name in $NAMES; do eval "printf \'%s\\0\' \\"\\$$name\\""; done'


def by_shell(file: Path, names: list[str]) -> dict[str, str]:
    """What `set -a; . file; set +a` leaves in the environment of the next program."""
    return _printed(f'set -a; . "{file}"; set +a; exec sh -c "$SHOW"', names)


def by_systemd_itself(file: Path, names: list[str], *, folder: Path) -> dict[str, str]:
    (folder / "environment.d").mkdir()
    (folder / "environment.d" / "site.conf").write_bytes(file.read_bytes())
    assignments = subprocess.run(
        [GENERATOR], env={"XDG_CONFIG_HOME": str(folder)}, capture_output=True, text=True, check=True
    ).stdout
    return _printed(f"{assignments}\n{SHOW}", names)


def by_systemds_rules(text: str) -> dict[str, str]:
    """EnvironmentFile= as systemd.exec(5) tells it: quotes, and backslashes before `"`, `$`, a backtick and each other.

    Between double quotes a backslash stays before any other character, outside of quotes it goes. No `$` is looked at.
    """
    values = {}
    for line in text.split("\n"):
        if not line.strip() or line.lstrip()[0] in "#;":
            continue
        name, _, rest = line.partition("=")
        values[name] = _unquoted(rest)
    return values


def _unquoted(rest: str) -> str:
    value, quote, characters = "", "", iter(rest.strip())
    for character in characters:
        if character == "\\" and quote != "'":
            following = next(characters, "")
            value += following if not quote or following in '"$`\\' else character + following
        elif character == quote:
            quote = ""
        elif character in "'\"" and not quote and not value:
            quote = character
        else:
            value += character
    return value


def _printed(script: str, names: list[str]) -> dict[str, str]:
    run = subprocess.run(
        ["sh", "-c", script],
        env={"PATH": os.environ["PATH"], "NAMES": " ".join(names), "SHOW": SHOW},
        capture_output=True,
        text=True,
        check=True,
    )
    return dict(zip(names, run.stdout.split("\0")[:-1], strict=True))
