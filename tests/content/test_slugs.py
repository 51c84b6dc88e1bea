"""Slugs are ASCII in every script, by one function."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.content import BriefingContent
from briefings.content.slugs import ascii_slug


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Allies pledge guarantees", "allies-pledge-guarantees"),
        ("Союзники обіцяють гарантії", "soyuzniki-obitsyayut-garantii"),
        ("It’s France's", "its-frances"),
        ("Straße — Åland", "strasse-aland"),
        ("", "otherwise"),
        ("!? …", "otherwise"),
        ("   ", "otherwise"),
    ],
)
def test_a_slug_is_what_a_reader_would_type(text, slug):
    assert ascii_slug(text, otherwise="otherwise") == slug


@pytest.mark.parametrize("text", ["بيان الحلفاء", "会議", "בעלות הברית", "🤷 shrug", "Ελλάδα"])
def test_every_script_has_a_slug_that_says_something(text):
    assert ascii_slug(text, otherwise="otherwise") != "otherwise"


@given(st.text())
def test_every_text_has_a_slug_that_content_takes(text):
    slug = ascii_slug(text, otherwise="otherwise")

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)
    assert len(slug) <= 80
    assert BriefingContent(id="11111111-1111-4111-8111-111111111111", slug=slug).slug == slug


def test_a_long_slug_is_cut_at_a_word():
    assert ascii_slug("word " * 40, otherwise="x") == "-".join(["word"] * 16)
    assert ascii_slug("w" * 200, otherwise="x") == "w" * 80
