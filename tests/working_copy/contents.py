"""Any content that an editor could make, as a Hypothesis strategy."""

from hypothesis import strategies as st

from briefings.content import (
    BriefingContent,
    FAQEntry,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
)
from briefings.content.richtext import paragraphs_to_html
from briefings.content.slugs import ascii_slug

ID = "11111111-1111-4111-8111-111111111111"
letters = st.characters(categories=["L", "N", "P", "S"], include_characters=" ")
line = st.text(letters, max_size=20).map(lambda text: " ".join(text.split()))
some = line.filter(bool)
passage = st.lists(line, max_size=3).map("\n".join)
rich = st.lists(some, max_size=3).map(paragraphs_to_html)
day = st.none() | st.dates().map(str)
sign = st.text("abcdefghijkmnpqrstuvwxyz23456789", min_size=8, max_size=8)
person = st.builds(
    PersonName,
    name=st.sampled_from(["Ada", "Émile", "Мира", "the Élysée"]),
    kind=st.just("public"),
)
topic = st.sampled_from(["Ukraine", "Київ", "🤷"]).map(
    lambda name: TopicName(name=name, slug=ascii_slug(name, otherwise="topic"))
)
source = st.builds(
    SourceNote,
    id=st.none() | st.uuids().map(str),
    title=some,
    publisher=line,
    url=st.sampled_from(["", "https://example.org/a?b=1"]),
    read_on=day,
    excerpt_sha256=st.none() | st.just("ab" * 32),
)


@st.composite
def contents(draw: st.DrawFn) -> BriefingContent:
    """A content of the briefing ID; people, topics and some sources are not on file yet."""
    keys = draw(st.lists(sign, unique=True, min_size=8, max_size=8))
    sections = [
        SectionBlock(key=f"s{key}", heading=draw(line), body=draw(rich)) for key in keys[: draw(st.integers(0, 3))]
    ]
    sources = tuple(draw(st.lists(source, max_size=2, unique_by=lambda note: note.id)))
    on_file = [note.id for note in sources if note.id]
    quotes = [
        QuoteBlock(
            key=f"q{key}",
            spans=tuple(Span(text=text) for text in draw(st.lists(some, min_size=1, max_size=2))),
            section=draw(st.sampled_from([None, *(section.key for section in sections)])),
            person=draw(st.none() | person),
            role=draw(line),
            confirmed=draw(st.booleans()),
            said_on=draw(day),
            source=draw(st.sampled_from([None, *on_file])),
            translated_from=draw(st.sampled_from([None, "uk", "pt-BR"])),
        )
        for key in keys[3 : 3 + draw(st.integers(0, 3))]
    ]
    faq = tuple(
        FAQEntry(
            key=f"f{key}",
            question=draw(line),
            answer=draw(rich),
            open=draw(st.sampled_from(["undecided", "shown", "held"])),
            open_wording=draw(line),
        )
        for key in keys[6 : 6 + draw(st.integers(0, 2))]
    )
    return BriefingContent.offered(
        id=ID,
        headline=draw(line),
        slug=draw(st.sampled_from([None, "a-slug"])),
        lede=draw(passage),
        dateline=draw(line),
        language=draw(st.sampled_from(["en", "uk", "ar"])),
        blocks=tuple(draw(st.permutations([*sections, *quotes]))),
        faq=faq,
        topics=tuple(draw(st.lists(topic, max_size=3, unique=True))),
        authors=tuple(draw(st.lists(person, max_size=2, unique=True))),
        sources=sources,
    )
