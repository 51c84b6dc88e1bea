"""The desk says nothing that is not translated: in a language of brackets, no word of ours stands outside them."""

import re

import pytest

from briefings.standing_pages import offered
from tests.desk.roles.lines import Gets
from tests.desk.roles.table import lines_for
from tests.languages.wrapped import unwrapped, unwrapped_words, wrapping

pytestmark = pytest.mark.django_db
WRITTEN = re.compile(
    r"quokka|wombat|Forged|forged"  # what every part of every text, picture, topic and name in the table holds
    r"|A page that stays|They said|^(› )?(asker|noor|cleo)$"
    r"|^#[0-9a-f]{6}$|^Briefings \d|^\d\d:\d\d UTC$"
    r"|^[\w-]*/|^\w+:[\w-]{36}$|^[0-9a-f-]{36}$|^/|https?:"  # addresses and ids
)
COMPARED = re.compile(r'<p class="line.*?</p>', re.DOTALL)
"""A line of a text that is compared: its words stand by themselves, between marks."""
NAMES = {draft["heading"] for draft in offered()} | {
    "Briefings",
    "Test Briefings",
    "UTC",
    "DejaVu",
    "English",
    "Deutsch",
    "True",
    "False",
}
KEYS = set("abcdefghijklmnopqrstuvwxyz") | {"Enter", "⌘ S"}


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_every_page_of_the_desk_goes_through_the_catalogue(knocks, method):
    things, left = knocks("superuser"), {}
    with wrapping():
        for line in lines_for("superuser"):
            # A preview, and the site at a moment, are the readers’ page: tests/languages has that. A token is no word.
            shows_readers_page = line.path.startswith("site-at/2") or line.path.endswith(("preview/", "keep/"))
            if line.expected(method, "superuser") != Gets.PAGE or shows_readers_page:
                continue
            answer = line.asked(method, things.asker, things)
            kind = answer.headers.get("Content-Type", "")
            said = unwrapped(COMPARED.sub("", answer.content.decode())) if "html" in kind else set()
            said |= unwrapped_words(answer.json()) if "json" in kind else set()
            left |= {words: str(line) for words in said if not WRITTEN.search(words)}

    assert {words: line for words, line in left.items() if words.strip("› ") not in NAMES | KEYS} == {}
