"""Conventions that matter, as failing tests."""

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.both import WITHOUT_A_DATABASE
from tests.intervals import IN_TEMPLATES, comparing

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 250
REFUSED_NAMES = {"services", "utils", "helpers"}
# In two halves, so that this file may pass its own test.
SHORTCUTS = ["mark" + "_safe", "|" + "safe", "| " + "safe", "no" + "qa", "except " + "Exception", "TO" + "DO"]
MACHINES = ["/wo" + "rk/", "/ro" + "ot/", "python" + "hosted", "--index" + "-url", "--extra" + "-index", "fa" + "rm-"]
OURS = ("config", "briefings", "faq")
# What each pure package may import of ours and of Django; import-linter sees packages, not Django's parts.
PURE = {
    "content": (
        "briefings.messages",
        "briefings.content",
    ),
    "importing": ("briefings.messages", "briefings.importing", "briefings.content", "briefings.wall_time"),
    "pictures": (
        "briefings.messages",
        "briefings.pictures",
    ),
    "search_words": ("briefings.search_words", "briefings.content"),
    "outputs": (
        "briefings.outputs",
        "briefings.content",
        "briefings.comparison",
        "briefings.search_words",
        "django.utils",
    ),
}

COMPARE_INTERVALS = {
    "briefings/gate.py": "the gate",
    "briefings/models/log.py": "the columns, their order, and a constraint: no row ends before it begins",
    "briefings/models/read_rows.py": "the copies of these columns, and indexes on them",
    "briefings/log/chain.py": "the facts that are hashed, by their names",
    "briefings/log/verify.py": "works out each end from what follows and from what was called off, and compares",
    "briefings/log/guards/tables.py": "which columns may move",
    "briefings/log/guards/sqlite.py": "the rules of the database",
    "briefings/log/guards/postgresql.py": "the rules of the database",
}
"""Who may compare `live_from` and `live_until`, or name them in a text, and why."""
ASKING = (
    "row.live_from <= at",
    "if row.live_until: pass",
    "end = row.live_until or at",
    "end = row.live_until if row.live_until else at",
    "goes_on = not row.live_until",
    "begins = row.live_from",
    "max(at, row.live_from)",
    "sorted(rows, key=lambda row: row.live_from)",
    "getattr(row, 'live_from') < at",
    "rows.filter(live_until=None)",
    "rows.filter(summary__edition__live_from__lte=at)",
    "dict(edition__live_until__isnull=True)",
    "rows.filter(**{'live_from__lte': at})",
    "rows.filter(**{f'{through}live_from__lte': at})",
    "rows.filter(recorded_at__gt=F('edition__live_from'))",
    "rows.annotate(begins=F('live_from'))",
    "rows.filter(updated__lte=at)",
    "cursor.execute('SELECT seq FROM briefings_edition WHERE live_from <= %s', [at])",
    "rows.latest('live_from')",
    "briefing.editions.order_by('-live_from').first()",
    "briefing.editions.last()",
    "rows.order_by('-edition__live_from').values_list('slug')[:1]",
    "rows.order_by('-edition__live_from')[0]",
    "Edition.objects.filter(briefing=briefing).order_by('-live_from')[0]",
)
READING = (
    "rows.live(at).order_by('-edition__live_from')",
    "briefing.editions.live(at).first()",
    "rows.values_list('slug', 'edition__live_from')",
    "timezone.localtime(row.live_from)",
    "Edition(live_from=at)",
    "f'live from {row.live_from:%Y}'",
)


# What public answers are made of, and what reads a clock: they are for the one moment that they are given.
PUBLIC = re.compile(
    r"briefings/(public|outputs|views)/|briefings/(feeds|sitemaps)\.py|briefings/templatetags/briefing_page\.py"
    r"|templates/(briefings/|\w+\.html)"
)
CLOCK = re.compile(
    r"timezone\.now|clock\.moment|\blocal(date|time)\(\)|\.(live|gone_live|scheduled)\(\)|\btime\.time\b"
    r"|\{% now\b|\|(timesince|timeuntil|natural(time|day))\b"
)


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
    others = {"migrations", "readability"}  # made by a command; by others
    code = [file for file in ours(".py", ".html", ".css", ".js") if not others.intersection(file.parts)]
    lengths = {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in code}

    assert {name: length for name, length in lengths.items() if length > LONGEST} == {}


def test_no_module_is_named_for_nothing():
    assert [file for file in ours(".py") if REFUSED_NAMES & {file.stem, *file.relative_to(ROOT).parts}] == []


def test_no_file_names_a_machine_or_a_package_index():
    text = [file for file in ours("") if file.suffix not in {".png", ".jpg", ".woff2", ".ico", ".docx"}]

    assert holding(MACHINES, text) == []


def test_no_address_of_the_desk_is_written_out():
    """They come from the URL patterns, in scripts by data attributes."""
    desk = [
        file
        for file in ours(".py", ".html", ".js")
        if file.relative_to(ROOT).parts[:2] in (("briefings", "admin"), ("briefings", "static"), ("templates", "admin"))
    ]

    assert holding([f"{mark}/admin/" for mark in "\"'`="], desk) == []


def test_the_locks_have_hashes_and_name_no_host():
    locks = ours(*(f"requirements/{name}.txt" for name in ("run", "dev", "postgres", "uv", "audit")))

    assert len(locks) == 5
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


def test_nothing_but_the_gate_compares_the_moments_of_the_log():
    files = [file for file in ours(".py") if file.relative_to(ROOT).parts[0] in OURS and "migrations" not in file.parts]
    comparing_code = {str(file.relative_to(ROOT)) for file in files if any(comparing(file.read_text(encoding="utf-8")))}

    assert comparing_code == set(COMPARE_INTERVALS)


def test_no_template_compares_them_either():
    templates = {file: file.read_text(encoding="utf-8") for file in ours(".html")}

    assert [file.name for file, text in templates.items() if IN_TEMPLATES.search(text)] == []


def test_public_answers_read_the_clock_in_one_place_alone():
    public = [file for file in ours(".py", ".html") if PUBLIC.match(str(file.relative_to(ROOT)))]
    reading = {str(file.relative_to(ROOT)) for file in public if CLOCK.search(file.read_text(encoding="utf-8"))}

    assert len(public) > 50
    assert reading == {"briefings/views/answers.py"}


@pytest.mark.parametrize("asking", ASKING)
def test_whoever_asks_past_the_gate_is_found(asking):
    assert set(comparing(asking)) == {1}


@pytest.mark.parametrize("reading", READING)
def test_whoever_only_reads_or_puts_in_order_is_not(reading):
    assert list(comparing(reading)) == []


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
