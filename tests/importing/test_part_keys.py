"""A newer draft gets the keys of the last one, part by part, and nothing that the desk alone knows is lost by it."""

from uuid import uuid4

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content import (
    BriefingContent,
    FAQEntry,
    FigureBlock,
    PersonName,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
    new_key,
    text_merge,
)
from briefings.importing.part_keys import rekeyed

TEXTS = {
    "Guarantees": "The allies promised help that binds them, in writing and for ten years. They said “we stand firm”.",
    "What comes next": "Parliaments in twelve states have to agree before spring. Nobody knows whether they will.",
    "Who pays": "The larger states pay two thirds of it, and the rest is lent by a bank that is still to be founded.",
}
MARA = PersonName(id=str(uuid4()), name="Mara Lind", kind="public")


def section(heading, text):
    return SectionBlock(key=new_key("s"), heading=heading, body=f"<p>{text}</p>")


def quote(words, *, speaker, within=None, **more):
    person = speaker if isinstance(speaker, PersonName) else speaker and PersonName(name=speaker)
    return QuoteBlock(key=new_key("q"), spans=(Span(text=words),), section=within, person=person, **more)


def question(words, answer="", **more):
    return FAQEntry(key=new_key("f"), question=words, answer=answer and f"<p>{answer}</p>", **more)


def draft(*, texts=TEXTS, speaker="Mara Lind", confirmed=False, **differences):
    """A draft as it is understood: fresh keys, nothing from the desk."""
    sections = [section(heading, text) for heading, text in texts.items()]
    said = quote("we stand firm", speaker=speaker, within=sections[0].key, confirmed=confirmed)
    values = {
        "id": str(uuid4()),
        "headline": "Allies pledge guarantees",
        "lede": "Thirty-five states met.",
        "blocks": (sections[0], said, *sections[1:]),
        "faq": (question("Who pays?", "The allies."), question("When does it begin?")),
    }
    return BriefingContent.offered(**values | differences)


def on_the_desk(content):
    """The same text, with what only the desk knows."""
    said = content.quotes[0].model_copy(
        update={"person": MARA, "role": "minister", "confirmed": True, "said_on": "2026-01-31"}
    )
    figure = FigureBlock(key=new_key("p"), alt="A hall", caption="In Paris.")
    blocks = [said if block.key == said.key else block for block in content.blocks]
    return content.model_copy(
        update={
            "slug": "guarantees",
            "blocks": (*blocks[:2], figure, *blocks[2:]),
            "faq": (content.faq[0], content.faq[1].model_copy(update={"open": "held", "open_wording": "Not yet."})),
            "topics": (TopicName(id=str(uuid4()), name="Ukraine", slug="ukraine"),),
            "authors": (PersonName(id=str(uuid4()), name="Ada Byron", kind="public"),),
            "sources": (SourceNote(id=str(uuid4()), title="The communiqué", url="https://source.example/"),),
            "follows": str(uuid4()),
        }
    )


def keys(content):
    return [part.key for part in (*content.blocks, *content.faq)]


def test_the_same_draft_once_more_is_the_same_text():
    base = on_the_desk(draft())

    assert rekeyed(draft(), base) == base.with_quotes_located()


def test_a_draft_of_which_nothing_is_known_keeps_its_own_keys():
    new = draft(texts={"Ferries": "Crews went on strike.", "Ports": "All of them.", "Fish": "None."}, faq=())
    base = on_the_desk(draft())

    result = rekeyed(new, base)

    assert {part.key for part in result.sections}.isdisjoint(keys(base))


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 0, 1), (1, 2, 0)])
def test_moved_sections_keep_their_keys(order):
    base = draft()
    names = list(TEXTS)
    new = draft(texts={names[at]: TEXTS[names[at]] for at in order})

    result = rekeyed(new, base)

    assert [part.key for part in result.sections] == [base.sections[at].key for at in order]


def test_reworded_sections_keep_their_keys_by_likeness():
    base = draft()
    texts = {
        "Guarantees that bind": TEXTS["Guarantees"].replace("ten years", "eleven years"),
        "What comes next": "Nothing that was said before stands here any longer.",
        "The bill": TEXTS["Who pays"].replace("still to be founded", "to be founded in May"),
    }

    assert [part.key for part in rekeyed(draft(texts=texts), base).sections] == [part.key for part in base.sections]


def test_a_part_that_was_left_alone_between_its_neighbours_keeps_its_key():
    base = draft()
    names = list(TEXTS)
    texts = {names[0]: TEXTS[names[0]], "Then": "Parliaments in twelve states vote in May.", names[2]: TEXTS[names[2]]}

    assert [part.key for part in rekeyed(draft(texts=texts), base).sections] == [part.key for part in base.sections]


def test_a_new_part_gets_a_fresh_key_and_a_part_that_is_gone_leaves_its_own_unused():
    base = draft()
    names = list(TEXTS)
    new = draft(texts={names[0]: TEXTS[names[0]], "Ferries": "Crews went on strike.", names[2]: TEXTS[names[2]]})

    first, added, last = (part.key for part in rekeyed(new, base).sections)

    assert (first, last) == (base.sections[0].key, base.sections[2].key)
    assert added not in keys(base)


def test_a_quotation_follows_its_section():
    base = draft()

    result = rekeyed(draft(), base)

    assert result.quotes[0].section == base.sections[0].key
    assert result.quotes[0].spans[0].start is not None


@pytest.mark.parametrize("speaker", ["Mara Lind", None, "Somebody Else"])
def test_a_confirmed_speaker_survives_a_draft_that_only_guesses(speaker):
    base = on_the_desk(draft())

    said = rekeyed(draft(speaker=speaker), base).quotes[0]

    assert (said.key, said.person, said.confirmed, said.said_on) == (base.quotes[0].key, MARA, True, "2026-01-31")


def test_a_speaker_whom_the_new_draft_states_in_full_takes_the_place_of_the_one_before():
    base = on_the_desk(draft())

    said = rekeyed(draft(speaker="Ivo Brandt", confirmed=True), base).quotes[0]

    assert (said.key, said.person.name, said.confirmed) == (base.quotes[0].key, "Ivo Brandt", True)


def test_nobody_becomes_public_by_a_newer_draft():
    base = on_the_desk(draft())
    base = base.model_copy(
        update={
            "blocks": tuple(
                block.model_copy(update={"person": MARA.model_copy(update={"kind": "private"})})
                if block.type == "quote"
                else block
                for block in base.blocks
            )
        }
    )

    assert rekeyed(draft(confirmed=True), base).quotes[0].person.kind == "private"


def test_questions_keep_their_keys_and_what_was_decided_about_them():
    base = on_the_desk(draft())
    new = draft(
        faq=(question("When does it all begin?"), question("Who pays for it?", "The allies."), question("Why?"))
    )

    first, second, third = rekeyed(new, base).faq

    assert (first.key, first.open, first.open_wording) == (base.faq[1].key, "held", "Not yet.")
    assert second.key == base.faq[0].key
    assert third.key not in keys(base)


def test_names_of_authors_and_sources_find_who_and_what_is_on_file():
    base = on_the_desk(draft())
    new = draft(
        authors=(PersonName(name="ADA BYRON"), PersonName(name="Somebody New")),
        sources=(SourceNote(title="Communiqué", url="https://source.example/"), SourceNote(title="Another")),
    )

    result = rekeyed(new, base)

    assert result.authors == (base.authors[0], new.authors[1])
    assert result.sources == (base.sources[0], new.sources[1])


def test_what_the_writer_changed_and_nothing_else_differs_from_the_text_before():
    base = on_the_desk(draft())
    new = rekeyed(draft(lede="Forty states met."), base)

    differing = [part.address for part in text_merge.compare(base, new, base) if part.verdict != "same"]

    assert differing == ["lede"]


@given(st.lists(st.sampled_from("abcdef"), max_size=8), st.lists(st.sampled_from("abcdefgh"), max_size=8))
def test_no_key_is_used_twice_and_no_part_is_lost(before, after):
    def content(letters):
        blocks = tuple(section(f"Heading {letter}", f"Words {letter} of {letter} and {letter}") for letter in letters)
        return BriefingContent.offered(id=str(uuid4()), blocks=blocks, faq=tuple(question(f"Is {x}?") for x in letters))

    base, new = content(before), content(after)
    result = rekeyed(new, base)

    BriefingContent.offered(**result.model_dump())
    assert [part.heading for part in result.sections] == [part.heading for part in new.sections]
    assert [part.question for part in result.faq] == [part.question for part in new.faq]
