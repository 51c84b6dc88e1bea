"""Small texts that differ part by part, by hand and as a Hypothesis strategy."""

from typing import Any

from hypothesis import strategies as st

from briefings.content import (
    BriefingContent,
    Change,
    FAQEntry,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
)

ID = "11111111-1111-4111-8111-111111111111"
A, B, C, D, QUOTE, ASKED = "saaaaaaaa", "sbbbbbbbb", "scccccccc", "sdddddddd", "qaaaaaaaa", "faaaaaaaa"
FACTS = {
    "headline": ("Allies meet", "Allies met"),
    "slug": (None, "allies-meet"),
    "lede": ("Ten states met.", "Nine states met."),
    "dateline": ("", "Paris"),
    "language": ("en", "fr"),
    "topics": ((), (TopicName(name="Ukraine", slug="ukraine"),)),
    "authors": ((), (PersonName(name="Ada"),)),
    "sources": ((), (SourceNote(title="The treaty"),)),
    "follows": (None, "22222222-2222-4222-8222-222222222222"),
    "translation_of": (None, "33333333-3333-4333-8333-333333333333"),
}


def text(*keys: str, **differences: Any) -> BriefingContent:
    """A text with a section for each key; a key with a word after it has that word as its heading."""
    sections = tuple(SectionBlock(key=key[:9], heading=key[9:].strip() or "as it was") for key in keys)
    return BriefingContent.offered(**{"id": ID, "blocks": sections} | differences)


def quote(**differences: Any) -> QuoteBlock:
    return QuoteBlock(**{"key": QUOTE, "spans": (Span(text="our pledge"),)} | differences)


POOL = [*(f"s{letter * 8}" for letter in "abcd"), *(f"q{letter * 8}" for letter in "ab")]
ASKABLE = [f"f{letter * 8}" for letter in "abc"]


def made(key: str, words: str) -> Any:
    if key in ASKABLE:
        return FAQEntry(key=key, question=words)
    return SectionBlock(key=key, heading=words) if key[0] == "s" else quote(key=key, role=words)


def parts(pool: list[str]) -> st.SearchStrategy[tuple]:
    chosen = st.lists(st.tuples(st.sampled_from(pool), st.sampled_from("xyz")), unique_by=lambda part: part[0])
    return chosen.map(lambda some: tuple(made(*part) for part in some))


texts = st.builds(
    lambda **values: text(**values).with_quotes_located(),
    blocks=parts(POOL),
    faq=parts(ASKABLE),
    **{name: st.sampled_from(values) for name, values in FACTS.items()},
    change=st.sampled_from([None, Change(note="A note.")]),
)
