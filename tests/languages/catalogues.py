"""What readers and editors are told, in other languages: `python -m tests.languages.catalogues` brings each catalogue
in line with the code and the templates, and compiles it. A new language begins with an empty folder, which is
`briefings/locale/it` for readers and `briefings/desk_locale/it` for the desk.

Nothing here needs the tools of GNU gettext.
"""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.utils.translation.template import templatize

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "briefings" / "locale"
DESK_LOCALES = ROOT / "briefings" / "desk_locale"
PUBLIC = (
    *(
        "templates/*.html",
        "templates/briefings/*.html",
        "briefings/templatetags/briefing_page.py",
        "briefings/templatetags/comparisons.py",
    ),
    *("briefings/feeds.py", "briefings/sitemaps.py"),
    *(f"briefings/{package}/**/*.py" for package in ("outputs", "public", "views", "front_door")),
)
DESK = {
    "briefings/views/login.py",
    "briefings/views/second_step.py",
    "briefings/views/failures.py",
    "briefings/views/session_expired.py",
}
"""What these say is said to editors."""
OF_THE_DESK = ("templates/*/**/*.html", "briefings/**/*.py", "faq/**/*.py")
"""Whatever of these says nothing to readers. What both are told is in the readers' catalogues alone."""
SCRIPTS = "briefings/static/briefings/desk/*.js"
SCRIPTS_DOMAIN = "djangojs"

_WORDS = DEFAULT_KEYWORDS | {f"{name}_lazy": DEFAULT_KEYWORDS[name] for name in ("gettext", "ngettext", "pgettext")}
_WORDS |= dict.fromkeys(("gettext_noop", "Message", "template", "window.gettext"))
_WORDS |= dict.fromkeys(("numbered", "window.ngettext"), (1, 2))
_HEAD = "# {language} words for {whom}. How to change them: CONTRIBUTING.md, “Add a string”."
_DAY = datetime(2026, 11, 29, tzinfo=UTC)


def languages(locales: Path = LOCALES) -> list[str]:
    return sorted(folder.name for folder in locales.iterdir() if folder.is_dir())


def folder(language: str, locales: Path = LOCALES) -> Path:
    return locales / language / "LC_MESSAGES"


@cache
def public_strings() -> Catalog:
    """Every string that is translated for readers, with the files that say it."""
    catalog = _catalog()
    for file in sorted(file for pattern in PUBLIC for file in ROOT.glob(pattern)):
        name = str(file.relative_to(ROOT))
        for line, message, context in () if name in DESK else _strings_of(file):
            catalog.add(message, locations=[(name, line)], context=context)
    return catalog


@cache
def desk_strings() -> Catalog:
    """Every string that is translated for editors alone."""
    catalog = _catalog()
    files = {file for pattern in OF_THE_DESK for file in ROOT.glob(pattern)}
    for file in sorted(files):
        name = str(file.relative_to(ROOT))
        for line, message, context in _strings_of(file):
            if public_strings().get(message, context) is None:
                catalog.add(message, locations=[(name, line)], context=context)
    return catalog


@cache
def script_strings() -> Catalog:
    """Every string that the desk's scripts say."""
    catalog = _catalog()
    for file in sorted(ROOT.glob(SCRIPTS)):
        for line, message, _context in _strings_of(file):
            catalog.add(message, locations=[(str(file.relative_to(ROOT)), line)])
    return catalog


def catalogue(language: str, *, locales: Path = LOCALES, domain: str = "django") -> Catalog:
    with (folder(language, locales) / f"{domain}.po").open("rb") as file:
        return read_po(file, locale=language)


def compiled(catalog: Catalog) -> bytes:
    file = BytesIO()
    write_mo(file, catalog)
    return file.getvalue()


def wanting(catalog: Catalog, wanted: Message) -> str:
    """What a catalogue lacks of a string, in words; "" where nothing."""
    message = catalog.get(wanted.id, wanted.context)
    if message is None:
        return "is not there"
    forms = message.string if message.pluralizable else (message.string,)
    if message.pluralizable and len(forms) != catalog.num_plurals:
        return f"has {len(forms)} plural forms and not {catalog.num_plurals}"
    if message.fuzzy or not all(form.strip() for form in forms):
        return "is not translated"
    ids = wanted.id if message.pluralizable else (wanted.id, wanted.id)
    optional = (_places(ids[0]) ^ _places(ids[1])) | ({"%(count)s"} if message.pluralizable else set())
    if {_places(form) - optional for form in forms} != {_places(ids[1]) - optional}:
        return "has other placeholders"
    return ""


def _places(words: str) -> frozenset[str]:
    return frozenset(re.findall(r"%\(\w+\)s|\{\w*\}", words))


def _strings_of(file: Path) -> Iterator[tuple[int, str | tuple[str, ...], str | None]]:
    source = file.read_text(encoding="utf-8")
    if file.suffix == ".html":
        # Django's own view of a template: calls of gettext between words that say nothing, here without indentation.
        source = re.sub(r"^[ \t]+", "", templatize(source), flags=re.MULTILINE)
    method = "javascript" if file.suffix == ".js" else "python"
    for line, message, _comments, context in extract(method, BytesIO(source.encode()), keywords=_WORDS):
        yield line, message, context


def _catalog(language: str | None = None) -> Catalog:
    """An empty one. Its head says nothing that changes by itself."""
    who = dict.fromkeys(("project", "msgid_bugs_address", "last_translator", "language_team"), "Briefings")
    return Catalog(
        language, version="for readers", creation_date=_DAY, revision_date=_DAY, charset="utf-8", fuzzy=False, **who
    )


def _bring_in_line(locales: Path, wanted: Catalog, *, whom: str, domain: str = "django") -> None:
    for language in languages(locales):
        file = folder(language, locales) / f"{domain}.po"
        catalog = catalogue(language, locales=locales, domain=domain) if file.exists() else _catalog(language)
        catalog.update(wanted, no_fuzzy_matching=True, update_header_comment=False)
        catalog.obsolete.clear()
        catalog.header_comment = _HEAD.format(language=catalog.locale.english_name, whom=whom)
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("wb") as written:
            write_po(written, catalog, width=110, sort_by_file=True, include_lineno=False)
        file.with_suffix(".mo").write_bytes(compiled(catalog))


def main() -> None:
    _bring_in_line(LOCALES, public_strings(), whom="readers")
    _bring_in_line(DESK_LOCALES, desk_strings(), whom="editors")
    _bring_in_line(DESK_LOCALES, script_strings(), whom="the desk’s scripts", domain=SCRIPTS_DOMAIN)


if __name__ == "__main__":
    main()
