"""What a printer gets: few sheets, every word, who said it, and where it is from."""

import re
import unicodedata
from collections import Counter
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefings.content import SourceNote
from tests.outputs.makers import DRAFT, LATER, PATH, make_briefing, make_content
from tests.outputs.pages import EDITIONS, arabic_content, briefing_page

STATIC = Path(__file__).parents[2] / "briefings" / "static" / "briefings"
SOURCE = SourceNote(title="Declaration", publisher="Élysée", url="https://a.example/declaration")


@pytest.fixture
def printed(page):
    """The sheets of HTML in a format, as text."""

    def _printed(html, *, size="A4"):
        page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
        page.route("**/static/briefings/*", lambda route: route.fulfill(path=STATIC / route.request.url.split("/")[-1]))
        page.goto(f"https://news.example{PATH}")
        sheets = PdfReader(BytesIO(page.pdf(format=size))).pages
        return [unicodedata.normalize("NFKC", sheet.extract_text()) for sheet in sheets]

    return _printed


def words(text):
    return re.findall(r"\w+", text)


@pytest.mark.browser
@pytest.mark.parametrize("size", ["A4", "Letter"])
def test_the_sample_is_two_sheets_with_every_word(printed, size):
    content = make_content(sources=(SOURCE,))
    sheets = printed(
        briefing_page(make_briefing(content=content, number=3, updated=LATER, editions=EDITIONS)), size=size
    )
    text = words(" ".join(sheets))

    assert len(sheets) == 2
    held = [
        content.headline,
        *DRAFT[:8],
        *DRAFT[9:],
        "Emmanuel Macron, French President",
        "The summit was in Paris.",
        SOURCE.url,
    ]
    for line in held:
        told = words(line)
        assert any(text[at : at + len(told)] == told for at in range(len(text))), line


@pytest.mark.browser
def test_paper_has_address_edition_and_day_and_nothing_that_leads_elsewhere(printed):
    html = briefing_page(make_briefing(number=3, updated=LATER, editions=EDITIONS))
    text = " ".join(" ".join(printed(html)).split())

    assert f"The Daily Brief · Edition 3 · 7 January 2026, 09:30 CET · https://news.example{PATH}" in text
    for furniture in ("Archive", "All editions", "All feeds", "On this page", "Who is quoted", "Copy", "Skip"):
        assert furniture not in text
    assert text.count("Emmanuel Macron, French President") == 1


@pytest.mark.browser
def test_an_arabic_briefing_loses_no_letter_on_paper(printed):
    content = arabic_content()
    sheets = printed(briefing_page(replace(make_briefing(), content=content)))
    letters = Counter(sign for sign in "".join(sheets) if sign.isalpha())

    held = content.headline + content.lede + "".join(one.heading + one.body for one in content.sections)
    wanted = Counter(sign for sign in re.sub("<[^>]*>", "", held + content.faq[0].question) if sign.isalpha())
    assert len(sheets) == 1
    assert wanted - letters == Counter()
