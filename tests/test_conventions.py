"""Conventions that matter, as failing tests."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.both import WITHOUT_A_DATABASE

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 250
REFUSED_NAMES = {"services", "utils", "helpers"}
# In two halves, so that this file may pass its own test.
SHORTCUTS = ["mark" + "_safe", "|" + "safe", "| " + "safe", "no" + "qa", "except " + "Exception", "TO" + "DO"]
MACHINES = ["/wo" + "rk/", "/ro" + "ot/", "python" + "hosted", "--index" + "-url", "--extra" + "-index", "fa" + "rm-"]
OURS = ("config", "briefings", "faq")
# What each pure package may import of ours and of Django; import-linter sees packages, not Django's parts.
PURE = {
    "content": ("briefings.content",),
    "importing": ("briefings.importing", "briefings.content"),
    "pictures": ("briefings.pictures",),
    "outputs": ("briefings.outputs", "briefings.content", "django.utils"),
}

FILTERS = {"filter", "exclude", "get", "Q", "When", "get_or_create"}
COMPARE_INTERVALS = {
    "briefings/gate.py": "the gate",
    "briefings/models/log.py": "a constraint of the database: no row ends before it begins",
    "briefings/log/verify.py": "works out each end from what follows and from what was called off, and compares",
}
"""Who may compare `live_from` and `live_until`, and why. The guards do it in SQL."""


def ours(*endings: str) -> list[Path]:
    """Every file that is in the repository or could be: tracked, or new and not ignored."""
    listed = subprocess.run(
        ["git", "-c", f"safe.directory={ROOT}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split("\0")
    return [ROOT / name for name in listed if name and name.endswith(endings) and (ROOT / name).is_file()]


def holding(words: list[str], files: list[Path]) -> list[str]:
    texts = ((file, file.read_text(encoding="utf-8", errors="replace")) for file in files)
    return [f"{file.relative_to(ROOT)}: {word}" for file, text in texts for word in words if word in text]


def imports(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            # `from briefings import models` imports briefings.models.
            bare = node.module in (*OURS, "django")
            yield from (f"{node.module}.{alias.name}" for alias in node.names) if bare else [node.module or "."]


def test_there_are_files_to_judge():
    assert ROOT / "manage.py" in ours(".py")
    assert ROOT / "README.md" in ours(".md")


def test_nothing_is_called_safe_and_no_rule_is_switched_off_in_passing():
    assert holding(SHORTCUTS, ours(".py", ".html", ".xml", ".txt")) == []


def test_no_file_is_too_long_to_have_one_reason_to_change():
    code = [file for file in ours(".py", ".html", ".css", ".js") if "migrations" not in file.parts]
    lengths = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in code}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_is_named_for_nothing():
    assert [file for file in ours(".py") if REFUSED_NAMES & {file.stem, *file.relative_to(ROOT).parts}] == []


def test_no_file_names_a_machine_or_a_package_index():
    text = [file for file in ours("") if file.suffix not in {".png", ".jpg", ".woff2", ".ico", ".docx"}]

    assert holding(MACHINES, text) == []


def test_the_locks_have_hashes_and_name_no_host():
    locks = ours("requirements/run.txt", "requirements/dev.txt", "requirements/postgres.txt")

    assert len(locks) == 3
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        pinned = re.split(r"\n(?=\S)", text.strip())
        assert [entry.splitlines()[0] for entry in pinned if "==" not in entry or "--hash=sha256:" not in entry] == []
        assert "://" not in text


@pytest.mark.parametrize("package", PURE)
def test_pure_packages_import_nothing_that_reads_or_writes(package):
    impure = [
        f"{file.relative_to(ROOT)}: {name}"
        for file in (ROOT / "briefings" / package).rglob("*.py")
        for name in imports(file)
        if name.split(".")[0] in (*OURS, "django") and not name.startswith(PURE[package])
    ]

    assert impure == []


def comparing_intervals(file: Path) -> Iterator[int]:
    """Lines that compare `live_from` or `live_until` of a row, or filter by them."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Compare):
            sides = [node.left, *node.comparators]
            names = [part.attr for side in sides for part in ast.walk(side) if isinstance(part, ast.Attribute)]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in FILTERS:
            names = [keyword.arg or "" for keyword in node.keywords]
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = [node.value] if re.fullmatch(r"\w*live_(from|until)__\w+", node.value) else []
        else:
            continue
        if any(re.search(r"live_(from|until)", name) for name in names):
            yield node.lineno


def test_nothing_but_the_gate_compares_the_moments_of_the_log():
    files = [file for file in ours(".py") if file.relative_to(ROOT).parts[0] in OURS and "migrations" not in file.parts]
    found = {str(file.relative_to(ROOT)) for file in files if any(comparing_intervals(file))}

    assert found == set(COMPARE_INTERVALS)


@pytest.mark.parametrize("folder", WITHOUT_A_DATABASE)
def test_what_is_run_on_one_database_alone_asks_none(folder):
    asking = holding(
        ["django" + "_db", "transactional" + "_db", "live" + "_server"], list((ROOT / folder).rglob("*.py"))
    )

    assert asking == []


def test_links_in_the_documentation_point_at_files_that_exist():
    pages = {file: file.read_text(encoding="utf-8") for file in ours(".md")}
    links = [
        (file, target)
        for file, text in pages.items()
        for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", text)
        if not re.match(r"[a-z]+:", target)
    ]

    assert [f"{file.name}: {target}" for file, target in links if not (file.parent / target).exists()] == []
