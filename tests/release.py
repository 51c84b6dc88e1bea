"""Builds the release of this version, and tries it in an empty folder as its own pages say: `python -m tests.release`

A release is a tag, a section of the changelog and an archive of what is committed, its locked requirements with it.
"""

import hashlib
import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from pathlib import Path

from briefings.version import version

ROOT = Path(__file__).resolve().parent.parent
INSTRUCTIONS = re.compile(r"^## Try it\n.*?^```sh\n(.*?)^```$", re.MULTILINE | re.DOTALL)
PORT = "8000"  # in the instructions
WITHIN = 600  # seconds, of which installing takes the most


def main() -> int:
    tag = f"v{version()}"
    if wrong := problems(ROOT):
        print(f"{tag} cannot be released:", *wrong, sep="\n- ", file=sys.stderr)
        return 1
    archive = build(ROOT, into=ROOT / "dist")
    print(f"Built {archive}. Trying it in an empty folder ...", flush=True)
    with tempfile.TemporaryDirectory(prefix="briefings-release-") as folder:
        failure = tried(archive, folder=Path(folder))
    if failure:
        print(failure, f"{archive.name} is not fit for release.", sep="\n", file=sys.stderr)
        return 1
    print(f"It installs, migrates, serves and answers. Then: git tag {tag} && git push origin {tag}")
    return 0


def problems(root: Path) -> list[str]:
    """Why what is in `root` cannot be released as it is, in sentences."""
    wrong, tag = [], f"v{version()}"
    if _git(root, "status", "--porcelain"):
        wrong.append("There are changes that are not committed. Commit them, or put them away.")
    if not is_in_changelog(version(), (root / "CHANGELOG.md").read_text(encoding="utf-8")):
        wrong.append(f"CHANGELOG.md has no section “## {version()} (YEAR-MONTH-DAY)”. Write it.")
    tagged = _git(root, "tag", "--list", tag)
    if tagged and _git(root, "rev-list", "-n", "1", tag) != _git(root, "rev-parse", "HEAD"):
        wrong.append(f"The tag {tag} stands at another commit. Give pyproject.toml the next version.")
    return wrong


def is_in_changelog(number: str, changelog: str) -> bool:
    """Whether it has a section of that version with its day, and something in it."""
    return bool(re.search(rf"^## {re.escape(number)} \(\d{{4}}-\d\d-\d\d\)\n\n- ", changelog, re.MULTILINE))


def build(root: Path, *, into: Path) -> Path:
    """The archive of what is committed, and beside it a file with its hash, as `sha256sum --check` reads it."""
    name = f"briefings-{version()}"
    into.mkdir(exist_ok=True)
    archive = into / f"{name}.tar.gz"
    _git(root, "archive", "--format=tar.gz", f"--prefix={name}/", f"--output={archive}", "HEAD")
    digest = hashlib.sha256(archive.read_bytes()).hexdigest()
    (into / f"{archive.name}.sha256").write_text(f"{digest}  {archive.name}\n", encoding="ascii")
    return archive


def instructions(installing: str) -> str:
    """The commands of “Try it” in docs/installing.md, from the unpacked archive to a site that serves."""
    found = INSTRUCTIONS.search(installing)
    if not found:
        raise LookupError("docs/installing.md has no commands under “## Try it”.")
    return found[1]


def tried(archive: Path, *, folder: Path) -> str:
    """Unpack it there and do what its page says; what was not as it should be, or nothing."""
    subprocess.run(["tar", "-xzf", archive, "-C", folder, "--strip-components=1"], check=True)
    port = str(_free_port())
    commands = instructions((folder / "docs" / "installing.md").read_text(encoding="utf-8")).replace(PORT, port)
    with open(folder / "output", "w", encoding="utf-8") as output:
        site = subprocess.Popen(
            ["sh", "-euc", commands],
            cwd=folder,
            env=_bare_environment(),
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            status = _status(f"http://localhost:{port}/", process=site)
        finally:
            _stop(site)
    said = (folder / "output").read_text(encoding="utf-8")
    return "" if status == 200 else f"{said}\nThe front page answered {status or 'nothing'}."


def _bare_environment() -> dict[str, str]:
    """As a newcomer has it: nothing of the site that this folder may hold, and what pip is told about its mirrors."""
    ours = (
        "DATABASE_URL",
        "SECRET_KEY",
        "DATA_DIR",
        "SITE_",
        "BRIEFINGS_",
        "DJANGO_",
        "ALLOWED_HOSTS",
        "MAKE",
        "MFLAGS",
    )
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def _status(address: str, *, process: subprocess.Popen) -> int:
    """The status of the first answer; 0 where none came."""
    deadline = time.monotonic() + WITHIN
    while process.poll() is None and time.monotonic() < deadline:
        try:
            with urllib.request.urlopen(address, timeout=10) as response:
                return response.status
        except urllib.error.HTTPError as refusal:
            return refusal.code
        except OSError:
            time.sleep(0.5)
    return 0


def _stop(process: subprocess.Popen) -> None:
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM)  # the shell, and the server that it started
        process.wait(timeout=60)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def _git(root: Path, *arguments: str) -> str:
    return subprocess.run(
        ["git", "-c", f"safe.directory={root}", *arguments], cwd=root, check=True, capture_output=True, text=True
    ).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
