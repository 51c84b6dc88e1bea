"""One content that holds every field, and the bytes and hash that it has for ever.

The bytes stand in schema-1.json: whoever raises the schema keeps that file and adds another.
"""

from pathlib import Path

from briefings.content import (
    BriefingContent,
    Change,
    Correction,
    FAQEntry,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
)

HASH = "e308bb3c1b64498ead4a1e028d1111fe9b04b80153433524f95f21ed42be3d34"
BYTES = Path(__file__).with_name("schema-1.json").read_bytes().rstrip(b"\n")

SPEAKER = PersonName(id="22222222-2222-4222-8222-222222222222", name="Emmanuel Macron", kind="public")


def golden() -> BriefingContent:
    """Ukrainian, Arabic, an emoji of several code points, a decomposed letter, one outside the basic plane."""
    return BriefingContent(
        id="11111111-1111-4111-8111-111111111111",
        headline="Союзники обіцяють Києву «тверді гарантії»",
        slug="allies-pledge-guarantees",
        lede="تعهّد الحلفاء بضمانات.\nSecond line, cafe\u0301, Å 𝄞 👩‍🚒.",
        dateline="Київ, 24 листопада",
        language="uk",
        blocks=(
            SectionBlock(key="sabcdefgh", heading="Що сталося", body='<p>He said: "Our  pledge" &amp; more.</p>'),
            QuoteBlock(
                key="qabcdefgh",
                spans=(Span(text="Our pledge", start=10, end=21),),
                section="sabcdefgh",
                person=SPEAKER,
                role="President of France",
                confirmed=True,
                said_on="2026-01-06",
                source="33333333-3333-4333-8333-333333333333",
                translated_from="fr",
            ),
            QuoteBlock(key="q23456789", spans=(Span(text="Set off"), Span(text="and split"))),
        ),
        faq=(
            FAQEntry(key="fabcdefgh", question="Who pays?", answer="<p>Nobody.</p>"),
            FAQEntry(key="f23456789", question="What next? 🤷", open="shown", open_wording="Not known."),
        ),
        change=Change(
            note="Adds the vote.",
            correction=Correction(key="cabcdefgh", kind="clarification", was_wrong="35", is_right="26"),
        ),
        topics=(TopicName(id="44444444-4444-4444-8444-444444444444", name="Україна", slug="ukrayina"),),
        authors=(PersonName(name="Mira Novak"),),
        sources=(
            SourceNote(
                id="33333333-3333-4333-8333-333333333333",
                title="Paris declaration",
                publisher="Élysée",
                url="https://example.org/déclaration?a=1&b=2",
                read_on="2026-01-07",
                excerpt_sha256="ab" * 32,
            ),
        ),
        follows="55555555-5555-4555-8555-555555555555",
    )
