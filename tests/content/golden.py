"""One content that holds every field, and the bytes and hash that it has for ever.

The bytes stand in schema-5.json, those of the schemas before in files like it: whoever raises the schema keeps them and
adds another.
"""

from pathlib import Path

from briefings.content import (
    BriefingContent,
    Change,
    Correction,
    FAQEntry,
    FigureBlock,
    ImageName,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
)

HASH = "e5541021ff464b17abf443f409361dae9abd06beadebad7ebaef7f904b05c15d"
BYTES_OF_SCHEMA_1, BYTES_OF_SCHEMA_2, BYTES_OF_SCHEMA_3, BYTES_OF_SCHEMA_4, BYTES = (
    Path(__file__).with_name(f"schema-{version}.json").read_bytes().rstrip(b"\n") for version in (1, 2, 3, 4, 5)
)

SPEAKER = PersonName(id="22222222-2222-4222-8222-222222222222", name="Emmanuel Macron", kind="public")


FIGURES = (
    FigureBlock(
        key="pabcdefgh",
        image=ImageName(
            id="66666666-6666-4666-8666-666666666666",
            token="abcdefghijklmnopqrstuv",
            width=2400,
            height=1600,
            widths=(320, 640, 960, 1280, 1920),
            fallback="jpg",
            credit="Оля Ткач / Agency",
            focal_x=30,
            focal_y=0,
            usable_until="2027-01-31",
        ),
        alt="Two people at a table",
        caption="Київ, 24 листопада.",
    ),
    FigureBlock(key="p23456789", decorative=True),
)
"""What schema 2 added, with `merged_into`."""


def golden(
    *,
    figures: tuple[FigureBlock, ...] = FIGURES,
    merged_into: str | None = "77777777-7777-4777-8777-777777777777",
    first_published: str | None = "2019-05-01T08:30:00+02:00",
    translation_of: str | None = "88888888-8888-4888-8888-888888888888",
    more_follows: bool = True,
) -> BriefingContent:
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
            *figures,
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
        translation_of=translation_of,
        merged_into=merged_into,
        first_published=first_published,
        more_follows=more_follows,
    )
