"""Part keys, and how the parts of one briefing fit together."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content import (
    BriefingContent,
    Change,
    ContentRefused,
    Correction,
    FAQEntry,
    QuoteBlock,
    SectionBlock,
    SourceNote,
    Span,
    TopicName,
    is_key,
    new_key,
)

ID = "11111111-1111-4111-8111-111111111111"


def reasons(**values: object) -> list[tuple[str, str]]:
    with pytest.raises(ContentRefused) as refusal:
        BriefingContent.offered(id=ID, **values)
    return refusal.value.reasons


@pytest.mark.parametrize("letter", "sqfc")
def test_a_new_key_is_a_letter_for_its_type_and_eight_more_signs(letter):
    keys = {new_key(letter) for _ in range(200)}

    assert len(keys) == 200
    assert all(len(key) == 9 and is_key(key, letter) and key[0] == letter for key in keys)


@pytest.mark.parametrize(
    "key", ["", "s", "sabcdefg", "sabcdefghi", "xabcdefgh", "sabcdefg1", "Sabcdefgh", "sabcdefgh\n"]
)
def test_what_is_no_well_formed_key_is_refused(key):
    assert not is_key(key)
    [(address, sentence)] = reasons(blocks=({"type": "section", "key": key},))
    assert address.endswith("key")
    assert sentence == "is no part key of the type “s”."


def test_a_key_of_another_type_is_refused():
    assert reasons(faq=({"key": "sabcdefgh", "question": "Who?"},)) == [
        ("faq.0.key", "is no part key of the type “f”.")
    ]


def test_the_same_key_twice_is_refused():
    section = SectionBlock(key="sabcdefgh")
    quote = QuoteBlock(key="qabcdefgh", spans=(Span(text="a"),))
    entry = FAQEntry(key="fabcdefgh", question="Who?")

    refusals = reasons(blocks=(section, quote, section, quote), faq=(entry, entry))

    assert refusals == [("", "uses the same part key twice: fabcdefgh, qabcdefgh, sabcdefgh.")]


def test_the_same_topic_twice_is_refused():
    topics = (TopicName(name="Ukraine", slug="ukraine"), TopicName(name="UKRAINE", slug="ukraine"))

    assert reasons(topics=topics) == [("", "names the same topic twice.")]


def test_a_quotation_without_words_is_no_quotation():
    assert reasons(blocks=({"type": "quote", "key": "qabcdefgh", "spans": ()},))[0][0].endswith("spans")


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "example.org", "ftp://example.org", "https://", "http://[x"]
)
def test_a_source_is_at_a_web_address_or_at_none(address):
    assert reasons(sources=({"title": "A", "url": address},)) == [
        ("sources.0.url", "is no web address. It begins with https:// or http://.")
    ]
    assert SourceNote(title="A", url="").url == ""


@pytest.mark.parametrize("day", ["2026-02-30", "24.11.2026", "", "soon"])
def test_a_day_that_does_not_exist_is_refused(day):
    assert reasons(sources=({"title": "A", "read_on": day},)) == [
        ("sources.0.read_on", "is no day. Write it as 2026-01-31.")
    ]


@pytest.mark.parametrize("slug", ["", "A", "a_b", "-a", "a-", "a--b", "київ", "a b", "a/b", "a\n"])
def test_a_slug_is_small_ascii_letters_digits_and_single_hyphens(slug):
    assert reasons(slug=slug) == [("slug", "may hold small letters a to z, digits and single hyphens only.")]


@given(st.uuids())
def test_an_id_is_spelled_in_one_way(uuid):
    assert BriefingContent(id=uuid.hex.upper()).id == BriefingContent(id=str(uuid)).id == str(uuid)


def test_readers_get_no_question_that_is_held_back_but_every_other():
    entries = (
        FAQEntry(key="fabcdefg2", question="Held?", open="held"),
        FAQEntry(key="fabcdefg3", question="Shown?", open="shown"),
        FAQEntry(key="fabcdefg4", question="Answered?", answer="<p>Yes.</p>", open="held"),
        FAQEntry(key="fabcdefg5", question="Blank?", answer="<p> </p>", open="held"),
    )

    shown = BriefingContent(id=ID, faq=entries).for_readers().faq

    assert [entry.question for entry in shown] == ["Shown?", "Answered?"]


def test_offsets_of_quotations_count_code_points_of_the_plain_text():
    section = SectionBlock(key="sabcdefgh", body="<p>👩‍🚒 &amp; <strong>he</strong>:</p><p>«Our <em>pledge</em>»</p>")
    quote = QuoteBlock(key="qabcdefgh", spans=(Span(text="Our pledge"),), section="sabcdefgh")

    [located] = BriefingContent(id=ID, blocks=(section, quote)).with_quotes_located().quotes

    start, end = located.spans[0].start, located.spans[0].end
    assert "👩‍🚒 & he:\n«Our pledge»"[start:end] == "Our pledge"


def test_offsets_of_words_that_stand_there_no_more_are_taken_away():
    section = SectionBlock(key="sabcdefgh", body="<p>Nothing.</p>")
    quote = QuoteBlock(key="qabcdefgh", spans=(Span(text="pledge", start=3, end=9),), section="sabcdefgh")

    [located] = BriefingContent(id=ID, blocks=(section, quote)).with_quotes_located().quotes

    assert (located.spans[0].start, located.spans[0].end) == (None, None)


def test_a_correction_has_a_key_of_its_own_type():
    with pytest.raises(ValueError, match="type “c”"):
        Change(correction=Correction(key="fabcdefgh", is_right="26"))


def test_when_a_briefing_was_first_published_is_kept_as_a_moment_of_the_whole_world():
    content = BriefingContent(id=ID, first_published="2019-05-01T08:30:00+02:00")

    assert content.first_published == "2019-05-01T06:30:00.000000Z"


@pytest.mark.parametrize("moment", ["2019-05-01", "2019-05-01T08:30:00", "soon", "0001-01-01T00:00:00+14:00"])
def test_a_moment_without_its_zone_or_outside_the_calendar_is_refused(moment):
    with pytest.raises(ContentRefused, match="first_published: is no moment"):
        BriefingContent.offered(id=ID, first_published=moment)
