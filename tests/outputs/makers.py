"""One briefing, editions and a site for the tests of what readers get; each test says how its own differs."""

from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from briefings.content import (
    BriefingContent,
    Correction,
    FAQEntry,
    PersonName,
    QuoteBlock,
    SectionBlock,
    Span,
    TopicName,
)
from briefings.content.richtext import paragraphs_to_html
from briefings.outputs.facts import BriefingFacts, EditionFacts, Site
from briefings.outputs.feed_facts import FeedEntry

SITE = Site(name="The Daily Brief", url="https://news.example", tagline="What happened, what next.")
ZONE = ZoneInfo("Europe/Berlin")
FIRST = datetime(2026, 1, 6, 15, 4, tzinfo=ZONE)
LATER = datetime(2026, 1, 7, 9, 30, tzinfo=ZONE)
BRIEFING_ID = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b11"
PATH = "/briefings/ukraine-allies/"
DRAFT = (Path(__file__).parent.parent / "drafts" / "coalition.txt").read_text(encoding="utf-8").splitlines()
WITKOFF = PersonName(name="Steve Witkoff", kind="public")
MACRON = PersonName(name="Emmanuel Macron", kind="public")
CORRECTION = Correction(key="cbbbbbbbb", was_wrong="The summit was in Rome.", is_right="The summit was in Paris.")


def quote(
    key: str, *words: str, person: PersonName = WITKOFF, role: str = "US Special Envoy", **more: Any
) -> QuoteBlock:
    values = {"section": "saaaaaaaa", "confirmed": True} | more
    return QuoteBlock(key=key, spans=tuple(Span(text=span) for span in words), person=person, role=role, **values)


def section(body: str, *, key: str = "saaaaaaaa", heading: str = "What happened") -> SectionBlock:
    return SectionBlock(key=key, heading=heading, body=body)


def make_content(**differences: Any) -> BriefingContent:
    """The sample as content, quotations located."""
    values: dict[str, Any] = {
        "id": BRIEFING_ID,
        "headline": "Ukraine’s allies pledge binding security guarantees at Paris summit",
        "slug": "ukraine-allies",
        "lede": DRAFT[0],
        "blocks": (
            section(paragraphs_to_html(DRAFT[2:6]), heading=DRAFT[1]),
            quote("qaaaaaaaa", "strongly stands behind security protocols,"),
            quote("qbbbbbbbb", "as strong as anyone has ever seen."),
            quote("qcccccccc", "fair, lasting and clear-eyed", person=MACRON, role="French President"),
            section(paragraphs_to_html([DRAFT[7]]), key="sbbbbbbbb", heading=DRAFT[6]),
        ),
        "faq": (
            *(
                FAQEntry(key=f"f{letter * 8}", question=question, answer=paragraphs_to_html([answer]))
                for letter, question, answer in zip("abc", DRAFT[9:15:2], DRAFT[10:15:2], strict=True)
            ),
            FAQEntry(key="fdddddddd", question=DRAFT[15], open="shown"),
        ),
        "topics": (TopicName(name="Ukraine", slug="ukraine"),),
    }
    return BriefingContent.offered(**(values | differences)).with_quotes_located().for_readers()


def make_edition(number: int = 1, **differences: Any) -> EditionFacts:
    values: dict[str, Any] = {"live_from": FIRST, "kind": "first", "headline": "Allies pledge guarantees"}
    return EditionFacts(number=number, **(values | differences))


def make_briefing(**differences: Any) -> BriefingFacts:
    values: dict[str, Any] = {
        "content": make_content(),
        "url": f"{SITE.url}{PATH}",
        "path": PATH,
        "live_path": PATH,
        "number": 1,
        "first_published": FIRST,
        "updated": FIRST,
        "editions": (make_edition(),),
    }
    return BriefingFacts(**(values | differences))


def make_entry(**differences: Any) -> FeedEntry:
    content = differences.get("content") or make_content()
    values: dict[str, Any] = {
        "id": f"urn:uuid:{BRIEFING_ID}",
        "url": f"{SITE.url}{PATH}",
        "headline": content.headline,
        "published": FIRST,
        "updated": FIRST,
        "content": content,
        "editions": (make_edition(),),
    }
    return FeedEntry(**(values | differences))
