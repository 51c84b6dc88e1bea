"""What the reader view of browsers makes of a page: nothing that somebody said, asked or put right is lost.

By the script that Firefox has for it (Readability 0.6.0, `readability/Readability.js`, Apache License 2.0).
"""

import re
from collections.abc import Iterator
from hashlib import sha256
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from briefings.content import BriefingContent, from_canonical
from briefings.content.richtext import plain_text
from briefings.models import Edition
from tests.commands.test_import_briefing import SAMPLE

SCRIPT = (Path(__file__).parent / "readability" / "Readability.js").read_text(encoding="utf-8")
RELEASED = "34dcab3d0832d0019f02990eed6b6124e029e8c32b9f0c6f2550544ff8dff174"
READ = "() => { const view = new Readability(document).parse(); return [view.title, view.textContent, view.content]; }"


def words(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def said(content: BriefingContent) -> Iterator[str]:
    """Every text of a briefing that its readers get."""
    yield from content.lede.split("\n")
    for section in content.sections:
        yield section.heading
        yield from plain_text(section.body).split("\n")
    for quote in content.quotes:
        yield from (span.text for span in quote.spans)
        yield quote.person.name if quote.person else ""
    for entry in content.faq:
        yield entry.question
        yield entry.open_wording if entry.is_open else plain_text(entry.answer)
    yield from (figure.caption for figure in content.figures)
    if content.change and content.change.correction:
        yield content.change.correction.is_right
        yield content.change.correction.was_wrong


def test_the_script_is_the_one_that_was_released():
    assert sha256(SCRIPT.encode()).hexdigest() == RELEASED


@pytest.mark.browser
def test_the_reader_view_of_every_briefing_has_all_of_its_words(sketches, filled_newsroom, page):
    call_command(
        "import_briefing",
        str(SAMPLE),
        "--headline",
        "Allies pledge",
        "--publish",
        "--accept-guesses",
        stdout=StringIO(),
    )
    lost, headings = [], 0
    for edition in Edition.objects.live().exclude(kind__in=("withdrawn", "removed", "merged")).select_related("text"):
        content = from_canonical(edition.text.text)
        page.set_content(Client().get(f"/briefings/{content.slug}/").content.decode())
        page.evaluate(f"() => {{ {SCRIPT}; window.Readability = Readability; }}")
        title, text, markup = page.evaluate(READ)
        view = words(text)
        lost += [(content.slug, one) for one in said(content) if words(one) not in view]
        lost += [] if words(content.headline) in words(title) else [(content.slug, content.headline)]
        headings += markup.count("<h2")

    assert lost == []
    assert headings > 30
