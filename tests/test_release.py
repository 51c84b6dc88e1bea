"""A release: what keeps one back, what is in its archive, and that it runs by its own page."""

import hashlib
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

from briefings.version import version
from tests import audit, release

ROOT = Path(__file__).resolve().parent.parent
HEADING = f"## {version()} (2026-12-01)\n\n- New.\n"


def git(root, *arguments):
    subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@t.example", *arguments], cwd=root, check=True)


@pytest.fixture
def root(tmp_path):
    """A repository with a changelog, ready for release."""
    (tmp_path / "CHANGELOG.md").write_text(f"# Changelog\n\n{HEADING}", encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message", "All")
    return tmp_path


def test_nothing_keeps_back_what_is_committed_and_in_the_changelog(root):
    assert release.problems(root) == []
    git(root, "tag", f"v{version()}")
    assert release.problems(root) == []


def test_all_that_keeps_a_release_back_is_said_at_once(root):
    git(root, "tag", f"v{version()}")
    git(root, "commit", "--quiet", "--allow-empty", "--message", "More")
    (root / "CHANGELOG.md").write_text(f"## Unreleased ({version()})\n\n- New.\n", encoding="utf-8")

    assert [sentence.partition(".")[0] for sentence in release.problems(root)][:1] == [
        "There are changes that are not committed"
    ]
    assert f"no section “## {version()} (YEAR-MONTH-DAY)”" in release.problems(root)[1]
    assert "stands at another commit" in release.problems(root)[2]


def test_the_archive_holds_what_is_committed_in_one_folder_and_says_its_hash(root):
    (root / "not-committed").touch()
    archive = release.build(root, into=root / "dist")

    with tarfile.open(archive) as packed:
        assert packed.getnames() == [f"briefings-{version()}", f"briefings-{version()}/CHANGELOG.md"]
    digest = (root / "dist" / f"{archive.name}.sha256").read_text().split()
    assert digest == [hashlib.sha256(archive.read_bytes()).hexdigest(), archive.name]


def test_the_page_about_installing_has_the_commands_that_are_tried():
    commands = release.instructions((ROOT / "docs" / "installing.md").read_text(encoding="utf-8"))

    assert "make .venv/installed-run\n" in commands
    assert "manage.py setup --no-input\n" in commands
    assert f"manage.py serve --port {release.PORT}\n" in commands


def test_the_changelog_speaks_of_this_version():
    text = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")

    assert release.is_in_changelog(version(), text) or f"## Unreleased ({version()})\n" in text


@pytest.mark.slow
def test_what_is_in_this_folder_can_be_released_and_runs(tmp_path):
    for name in release._git(ROOT, "ls-files", "--cached", "--others", "--exclude-standard").splitlines():
        if (ROOT / name).is_file():
            (tmp_path / "root" / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, tmp_path / "root" / name)
    git(tmp_path / "root", "init", "--quiet")
    git(tmp_path / "root", "add", "--all")
    git(tmp_path / "root", "commit", "--quiet", "--message", "All")
    archive = release.build(tmp_path / "root", into=tmp_path / "dist")
    (tmp_path / "empty").mkdir()

    assert release.tried(archive, folder=tmp_path / "empty") == ""


def package(name, **more):
    return {"name": name, "version": "1.0", "vulns": [], **more}


@pytest.mark.parametrize(
    ("found", "code", "sentence"),
    [
        ([package("a"), package("b"), package("b")], 0, "None of 2 locked packages has a known weakness."),
        ([package("a"), {"name": "b", "skip_reason": "not found"}], 2, "answered for 1 of 2 packages."),
        ([package("a", vulns=[{"id": "X-1", "fix_versions": ["1.1"]}])], 1, "a 1.0: X-1, cured in 1.1"),
        ([package("a", vulns=[{"id": "X-1", "fix_versions": []}])], 1, "a 1.0: X-1, no cure yet"),
    ],
)
def test_the_audit_never_calls_safe_what_nobody_was_asked_about(found, code, sentence):
    verdict, lines = audit.verdict(found)

    assert verdict == code
    assert sentence in "\n".join(lines)


def test_an_audit_that_cannot_run_says_that_nothing_is_known(capsys):
    assert audit.main("false") == 2
    assert "so nothing is known" in capsys.readouterr().err
