"""Bytes become text, or a refusal in a sentence."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import Unreadable, read
from briefings.importing.reading import decoded
from tests.importing.drafts import SAMPLE

TEXT = "Allies’ café “plan”\nNext line."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_draft_is_read_in_the_encodings_that_editors_have(encoding):
    assert decoded(TEXT.encode(encoding)) == TEXT


def test_utf_16_is_read_in_both_byte_orders():
    assert decoded(b"\xff\xfe" + TEXT.encode("utf-16-le")) == TEXT
    assert decoded(b"\xfe\xff" + TEXT.encode("utf-16-be")) == TEXT


@pytest.mark.parametrize("text", [TEXT, "Союзники зустрілися в Парижі.\nІ домовилися."])
def test_utf_16_without_a_mark_is_told_by_its_zeros(text):
    assert decoded(text.encode("utf-16-le")) == text
    assert decoded(text.encode("utf-16-be")) == text


def test_a_page_is_read_in_the_encoding_that_it_declares():
    page = "<meta charset=windows-1251><p>Союзники"
    assert decoded(page.encode("cp1251")) == page
    no_encoding = r"<meta charset=unicode_escape><p>café \x41"
    assert decoded(no_encoding.encode("cp1252")) == no_encoding


def test_line_ends_become_one_and_no_break_spaces_spaces():
    assert decoded("a\r\nb\rc\xa0d\n".encode()) == "a\nb\nc d\n"


def test_an_empty_file_is_empty_text():
    assert decoded(b"") == ""


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"a\x00b", "The file is no plain text: it holds binary data. "),
        (b"\x01\x02\x03 control", "The file is no plain text: it holds binary data. "),
        (b"\xff\xfea", "The file begins as UTF-16 but is damaged. "),
        (b"\xff\xfe\x00\xd8", "The file begins as UTF-16 but is damaged. "),
        (b"\xff\xfe\x00\x00a\x00\x00\x00", "The file is no plain text: it holds binary data. "),
        ("é“è” à".encode() + b"\xe9", "The file is damaged UTF-8 (at byte 13). "),
        (bytes(range(128, 256)), "The file is in no encoding that can be told for sure. "),
        (b"text " + bytes(range(255, 127, -1)) * 3, "The file is in no encoding that can be told for sure. "),
    ],
)
def test_a_file_that_is_no_draft_is_refused_with_what_to_do(data, sentence):
    with pytest.raises(Unreadable) as refusal:
        read(data)
    assert str(refusal.value).startswith(sentence)
    assert str(refusal.value).endswith(".")


def test_a_file_of_5_mb_is_read_and_a_larger_one_refused():
    assert len(decoded(b"a" * 5_000_000)) == 5_000_000
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        decoded(b"a" * 5_000_001)
    with pytest.raises(Unreadable, match="larger than 5 MB"):
        read(b"PK\x03\x04" + b"a" * 5_000_000)


@given(st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data):
    with contextlib.suppress(Unreadable):
        text = decoded(data)
        assert "\x00" not in text
        assert "\r" not in text
    for name in ("draft.md", "draft.html", "draft.docx"):
        with contextlib.suppress(Unreadable):
            read(data, name=name)


def test_the_sample_is_plain_utf_8():
    assert decoded(SAMPLE) == SAMPLE.decode()
