"""Front matter in YAML, TOML, JSON or as a head: read as what a draft says about itself, and no word of it is lost."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import read_text
from briefings.importing.formats.yaml_values import values_of
from tests.importing.drafts import codes_of, texts_of, understood

YAML = """---
title: "Berth: a \\"day\\" for caf\\u00e9s"
slug: second-berth
tags: [Ferries, "Budget, tax", 'the mayor''s']
authors:
  - Mina Torvald
  - name: Egon Falk
    email: egon@paper.example
date: 2026-03-03 # checked
description: >-
  The board approved
  a second berth.
draft: true
layout: post
---

"""
TOML = """+++
title = 'Berth: a "day" for cafés'
slug = "second-berth"
tags = ["Ferries", "Budget, tax", "the mayor's"]
authors = ["Mina Torvald", "Egon Falk"]
date = 2026-03-03
description = "The board approved a second berth."
draft = true
[extra]
layout = "post"  # checked
+++

"""
JSON = """;;;
"title": "Berth: a \\"day\\" for cafés", "slug": "second-berth",
"tags": ["Ferries", "Budget, tax", "the mayor's"], "authors": [{"name": "Mina Torvald"}, "Egon Falk"],
"date": "2026-03-03", "description": "The board approved a second berth.",
"draft": true, "layout": "post"
;;;

"""
BODY = "The harbour board approved it.\n\n## What was decided\n\nIt costs **14** crowns."


@pytest.mark.parametrize("front", [YAML, TOML, JSON], ids=["YAML", "TOML", "JSON"])
def test_what_front_matter_says_is_taken(front):
    said = read_text(front + BODY).metadata
    assert said.headline == 'Berth: a "day" for cafés'
    assert (said.slug, said.date, said.is_draft) == ("second-berth", "2026-03-03", True)
    assert said.topics == ("Ferries", "Budget, tax", "the mayor's")
    assert said.authors == ("Mina Torvald", "Egon Falk")
    assert said.description == "The board approved a second berth."


@pytest.mark.parametrize("front", [YAML, TOML, JSON], ids=["YAML", "TOML", "JSON"])
def test_a_briefing_takes_it_and_the_rest_is_unplaced(front):
    imported = understood(front + BODY)
    content = imported.content
    assert (content.headline, content.slug) == ('Berth: a "day" for cafés', "second-berth")
    assert [topic.slug for topic in content.topics] == ["ferries", "budget-tax", "the-mayors"]
    assert [author.name for author in content.authors] == ["Mina Torvald", "Egon Falk"]
    assert content.lede == "The harbour board approved it."
    assert "The board approved a second berth." in imported.unplaced
    assert any("post" in words for words in imported.unplaced)
    assert "says-draft" in codes_of(imported)
    kept = "\n".join(texts_of(imported))
    written = re.sub(r"\\u00e9", "é", front)
    assert [word for word in re.findall(r"\w+", written) if word not in kept] == []


@given(
    st.lists(
        st.sampled_from(
            ["title: ", "tags: ", "a b: ", "- ", "  - ", '"', "'", "[", "]", ",", "#", ": ", "\n", "\n\n", "|", ">"]
        )
        | st.text("abcé", min_size=1, max_size=5),
        max_size=40,
    ),
    st.sampled_from(["---", "+++", ";;;"]),
)
def test_every_word_of_front_matter_stands_somewhere(pieces, fence):
    draft = f"{fence}\n{''.join(pieces)}\n{fence}\n\nText."
    kept = " ".join(f"{line.marker} {line.text}" for line in read_text(draft, format="markdown").lines)
    assert [word for word in re.findall(r"\w+", draft) if word not in kept] == []


@pytest.mark.parametrize(
    ("first", "below", "values"),
    [
        ("plain words # a comment", [], ("plain words",)),
        ("a#b", [], ("a#b",)),
        ('"it\'s \\"so\\" \\u2013 \\x41"', [], ('it\'s "so" – A',)),
        ("'it''s so'", [], ("it's so",)),
        ('"begun', ['  and ended"'], ("begun and ended",)),
        ("plain", ["  goes on"], ("plain goes on",)),
        ("[a, 'b, c', \"d\"]", [], ("a", "b, c", "d")),
        ("[a,", ["  b,", "]"], ("a", "b")),
        ("", ["- a", "- b"], ("a", "b")),
        ("", ["  - name: Ann Lee", "    email: a@b.org"], ("Ann Lee",)),
        (">", ["  one", "  two", "", "  three"], ("one two\n\nthree",)),
        ("|", ["  one", "  two"], ("one\ntwo",)),
        ("", [], ()),
        ("[[a], b]", [], ("[a], b",)),
        ('"\\U99999999"', [], ("\\U99999999",)),
    ],
)
def test_a_value_is_read_as_yaml_writes_it(first, below, values):
    assert values_of(first, below) == values


def test_a_description_is_the_lede_of_a_draft_that_has_no_other():
    imported = understood(
        "---\ntitle: Second berth\ndescription: The board approved it.\n---\n\n## Why\n\nIt is **late**."
    )
    assert imported.content.lede == "The board approved it."
    assert imported.unplaced == ()


def test_an_address_that_is_none_is_told_and_topics_stand_once():
    imported = understood("---\ntitle: Berth\nslug: Second Berth\ntags: Ferries, ferries; Tax\n---\n\nSo **it** is.")
    assert imported.content.slug is None
    assert [topic.name for topic in imported.content.topics] == ["Ferries", "Tax"]
    assert "slug-refused" in codes_of(imported)


def test_a_heading_that_repeats_the_title_is_no_part_of_the_text():
    imported = understood("---\ntitle: Second berth\n---\n\n# Second berth\n\nSo **it** is, they said.")
    assert (imported.content.headline, imported.content.lede) == ("Second berth", "So it is, they said.")
    assert (imported.unplaced, imported.content.sections) == ((), ())
    assert "Second berth" in imported.labels


def test_a_byline_in_the_text_goes_before_authors_in_front_matter():
    imported = understood("---\ntitle: Berth\nauthor: Ann Lee\n---\n\nBy Egon Falk\n\nSo **it** is, they said.")
    assert [author.name for author in imported.content.authors] == ["Egon Falk"]


def test_a_head_of_known_keys_is_front_matter_in_a_markdown_file_only_if_it_is_sure():
    sure = read_text("Title: Second berth\nAuthor: Ann Lee\n\nText.", format="markdown")
    assert (sure.metadata.headline, sure.metadata.authors) == ("Second berth", ("Ann Lee",))
    for draft in (
        "Title: Second berth\n\nText.",
        "Title: Second berth\nHe: says so\n\nText.",
        "Date: 2026\nAuthor: A\n\n",
    ):
        assert read_text(draft, format="markdown").metadata.headline == ""


def test_broken_toml_stands_as_it_is():
    reading = read_text("+++\ntitle = Berth\n+++\n\nText.", format="markdown")
    assert next((line.text, line.aside) for line in reading.lines) == ("title = Berth", "front matter")
