"""Asks about known weaknesses of all locked packages: `python -m tests.audit PIP_AUDIT`, the path of pip-audit.

Exit code 0: every package was asked for, and none is known to be weak. 1: some are. 2: some could not be asked for, so
that nothing is known about them; pip-audit itself calls that a success.
"""

import json
import subprocess
import sys

LOCKS = ("requirements/run.txt", "requirements/dev.txt", "requirements/uv.txt", "requirements/postgres.txt")
ASKING = ("--require-hashes", "--disable-pip", "--progress-spinner=off", "--format=json", "--timeout=15")


def main(pip_audit: str) -> int:
    found = []
    for lock in LOCKS:
        run = subprocess.run([pip_audit, *ASKING, f"--requirement={lock}"], check=False, capture_output=True, text=True)
        try:
            found += json.loads(run.stdout)["dependencies"]
        except (ValueError, KeyError):
            last = (run.stderr.strip() or "It said nothing.").splitlines()[-1]
            print(f"The advisory service could not be asked about {lock}, so nothing is known. {last}", file=sys.stderr)
            return 2
    code, lines = verdict(found)
    print(*lines, sep="\n")
    return code


def verdict(found: list[dict]) -> tuple[int, list[str]]:
    """The exit code and its sentences, for what pip-audit reports of each package."""
    packages = {(one["name"], one.get("version")): one for one in found}.values()
    weak = [
        f"{one['name']} {one['version']}: {weakness['id']}, {_cure(weakness)}"
        for one in packages
        for weakness in one.get("vulns", ())
    ]
    unasked = sorted({one["name"] for one in packages if "skip_reason" in one})
    lines = [*weak]
    if unasked:
        lines.append(
            f"The advisory service answered for {len(packages) - len(unasked)} of {len(packages)} packages. "
            f"Nothing is known about the others: {', '.join(unasked)}."
        )
    if weak:
        lines.append("Take the newer versions by `make lock UPGRADE=--upgrade`, run the tests, and release.")
    if not lines:
        lines.append(f"None of {len(packages)} locked packages has a known weakness.")
    return (1 if weak else 2 if unasked else 0), lines


def _cure(weakness: dict) -> str:
    fixed = weakness.get("fix_versions") or ()
    return f"cured in {', '.join(fixed)}" if fixed else "no cure yet"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
