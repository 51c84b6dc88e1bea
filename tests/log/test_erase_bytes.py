"""After `erase` the words are not in the database's files either, wherever they once stood in them."""

from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from briefings.content import SectionBlock
from briefings.models import Briefing, Edition
from tests.log import sql
from tests.workflow.making import DAY, SECTION, everything, make_draft, make_edition, save

SECRET = "Zyxwvut"
DRAFT = """{secret} met in Paris on Tuesday.

What happened

They said that {secret} was there.

He said: “{secret} knew it,” said President Emmanuel Macron.

FAQ

What did {secret} know?
"""


def files() -> dict[str, bytes]:
    """The database's file and what SQLite keeps beside it, by the ending of its name."""
    name = str(connection.settings_dict["NAME"])
    paths = {ending: Path(name + ending) for ending in ("", "-wal", "-journal")}
    return {ending: path.read_bytes() for ending, path in paths.items() if path.exists()}


def holding(words: str) -> list[str]:
    """The files with these words, in whatever case: the search keeps small letters."""
    return [ending for ending, data in files().items() if words.lower().encode() in data.lower()]


def erase(slug: str) -> None:
    call_command("erase", slug, edition=1, reason="Order 7/26.", stdout=StringIO())


def make_log(*, size: int) -> Briefing:
    """Edition 1 and the drafts that led to it hold the secret in `size` sections; all that is newer is clean."""
    keys = [SECTION[:-1] + sign for sign in "abcdefghijkmnpqrstuvwxyz"[:size]]
    secret = tuple(SectionBlock(key=key, heading=SECRET, body=f"<p>{SECRET} {key} {'x' * 900}</p>") for key in keys)
    clean = tuple(SectionBlock(key=key, heading="Clean", body=f"<p>Clean {key}</p>") for key in keys)
    briefing = make_draft(slug="a", headline=SECRET, lede=SECRET, blocks=secret).briefing
    save(briefing, lede=f"{SECRET} reworded", blocks=secret[: size // 2])
    save(briefing, lede=f"{SECRET} again", blocks=secret)
    make_edition(briefing, live_from=timezone.now() - 3 * DAY)
    save(briefing, headline="Clean", lede="Clean", blocks=clean)
    make_edition(briefing, live_from=timezone.now() - 2 * DAY, kind=Edition.Kind.MAJOR)
    return briefing


@sql.only_on_sqlite
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("size", [1, 20])
def test_the_words_are_gone_from_the_files_bytes(size):
    default = _secure_delete("OFF")  # some builds of SQLite overwrite what they free unasked; most do not
    try:
        make_log(size=size)
        assert holding(SECRET)

        erase("a")

        assert holding(SECRET) == []
    finally:
        _secure_delete(default)


@sql.only_on_sqlite
@pytest.mark.django_db(transaction=True)
def test_words_that_stay_are_still_there():
    make_log(size=20)

    erase("a")

    assert Edition.objects.get(seq__gt=1, kind="major").text.text.count("Clean") > 20


@pytest.mark.django_db(transaction=True)
def test_the_record_of_an_import_keeps_no_word_of_a_text_that_is_erased(tmp_path):
    file = tmp_path / "draft.txt"
    file.write_text(DRAFT.format(secret=SECRET), encoding="utf-8")
    options = {"headline": SECRET, "slug": "a", "accept_guesses": True, "publish": True}
    call_command("import_briefing", str(file), stdout=StringIO(), stderr=StringIO(), **options)
    briefing = Briefing.objects.get()
    clean = {"headline": "Clean", "lede": "Clean", "blocks": (), "faq": ()}
    save(briefing, **clean)
    make_edition(briefing, live_from=timezone.now(), kind=Edition.Kind.MAJOR)

    erase("a")

    held = {name for name, rows in everything().items() for row in rows if any(SECRET in str(value) for value in row)}
    assert held == set()


def _secure_delete(value: str) -> str:
    """Set it; the value it had before."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA secure_delete")
        (before,) = cursor.fetchone()
        cursor.execute(f"PRAGMA secure_delete = {value}")
    return str(before)
