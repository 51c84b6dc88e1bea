"""What must not be in a briefing, wherever text is typed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefings.content import BriefingContent, ContentRefused
from briefings.content.text import clean_line, clean_text, is_blank

ID = "11111111-1111-4111-8111-111111111111"
CONTROLS = [chr(code) for code in (*range(0x20), 0x7F, 0xFFFE, 0xFFFF) if chr(code) not in "\t\n\r"]
SURROGATES = [chr(0xD800), chr(0xDBFF), chr(0xDC00), chr(0xDFFF)]
OPENERS = "\u202a\u202b\u202d\u202e\u2066\u2067\u2068"
CLOSERS = "\u202c\u2069"
FORBIDDEN = [*CONTROLS, *SURROGATES, *OPENERS, *CLOSERS]
FIELDS = ["headline", "lede", "dateline"]

plain = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters=[*FORBIDDEN, "\u2029"]))


def sentence_of(field: str, text: str) -> str:
    with pytest.raises(ContentRefused) as refusal:
        BriefingContent.offered(id=ID, **{field: text})
    [(address, sentence)] = refusal.value.reasons
    assert address == field
    return sentence


@given(before=plain, character=st.sampled_from(FORBIDDEN), after=plain)
def test_what_no_feed_can_carry_or_what_misleads_is_refused_anywhere_in_a_text(before, character, after):
    with pytest.raises(ValueError, match=r"holds .*(Delete it|Type it again)\."):
        clean_text(before + character + after)


@given(plain)
def test_every_other_text_is_taken_normalised_and_stays_as_it_is_from_then_on(text):
    cleaned = clean_text(text)

    assert cleaned == unicodedata.normalize("NFC", text)
    assert clean_text(cleaned) == cleaned


@given(plain)
def test_a_line_is_one_line_for_ever_and_loses_no_word(text):
    line = clean_line(text)

    assert clean_line(line) == line
    assert len(line.splitlines()) <= 1
    assert line.split() == unicodedata.normalize("NFC", text).split()


@pytest.mark.parametrize("field", FIELDS)
def test_nul_is_refused_by_name(field):
    assert sentence_of(field, "a\x00b") == "holds an invisible control character (U+0000). Delete it."


@pytest.mark.parametrize("field", FIELDS)
def test_half_a_character_is_refused_by_name(field):
    assert sentence_of(field, "a\ud83eb").startswith("holds half a character (U+D83E)") is True


@pytest.mark.parametrize("opener", OPENERS)
def test_a_direction_mark_left_open_is_refused(opener):
    sentence = "holds an unpaired direction mark, which could show words in another order. Delete it."

    assert sentence_of("headline", f"a{opener}b") == sentence
    assert sentence_of("lede", f"a{opener}b\n\u202c\u2069c") == sentence


@pytest.mark.parametrize(("opener", "closer"), [("\u202b", "\u202c"), ("\u2067", "\u2069"), ("\u202e", "\u202c")])
def test_paired_direction_marks_are_writing_and_stay(opener, closer):
    text = f"He said {opener}שלום{closer} twice"

    assert BriefingContent.offered(id=ID, lede=text).lede == text
    with pytest.raises(ContentRefused):
        BriefingContent.offered(id=ID, lede=f"{closer}{text[:-3]}")


def test_direction_marks_close_in_the_order_in_which_they_were_opened():
    assert clean_text("\u202b\u2067a\u2069\u202c")
    with pytest.raises(ValueError, match="unpaired"):
        clean_text("\u202b\u2067a\u202c\u2069")


def test_line_ends_of_every_system_are_one():
    assert clean_text("a\r\nb\rc\n") == "a\nb\nc\n"


def test_every_field_that_is_wrong_is_named_at_once():
    with pytest.raises(ContentRefused) as refusal:
        BriefingContent.offered(id=ID, headline="a\x00", lede="b\ud800", language="English!", slug="Not A Slug")

    assert [address for address, _ in refusal.value.reasons] == ["headline", "slug", "lede", "language"]
    assert "Value error" not in str(refusal.value)


@pytest.mark.parametrize("value", [1.5, float("nan"), 1, b"bytes", None, True])
def test_what_is_no_text_is_no_headline(value):
    with pytest.raises(ValidationError):
        BriefingContent(id=ID, headline=value)


def test_content_never_changes_once_it_is_made():
    content = BriefingContent(id=ID, headline="A")

    with pytest.raises(ValidationError):
        content.headline = "B"
    assert hash(content) == hash(BriefingContent(id=ID, headline="A"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \t\n",
        "\u00a0\u202f\u2003",  # spaces that do not break, or are wide
        "\u200b\u2060\ufeff\u00ad",  # without width
        "\u200e\u200f\u061c\u2068\u2069",  # direction marks
        "\ufe0f\U000e0100",  # variation selectors
        "\u034f\u0301",  # a joiner and an accent, with no letter to stand on
        "\u3164\u2800\u115f",  # fillers
    ],
)
def test_what_shows_no_sign_is_blank(text):
    assert is_blank(text)


@pytest.mark.parametrize("text", ["?", "…", "\u200bno", "✔\ufe0f", "नहीं", "لا", "٣", "👍🏽"])
def test_one_sign_that_can_be_read_is_enough(text):
    assert not is_blank(text)
