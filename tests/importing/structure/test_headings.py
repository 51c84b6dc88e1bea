"""Which lines head what follows them: by style, bold, capitals, numbers, and else by their shape."""

import pytest

from tests.importing.drafts import PROSE, understood
from tests.importing.structure.line_roles import LONG, headings, markdown, role_of, shaped

HEADLINE = "Allies meet in Paris"
FIRST, SECOND = "What was said", "What is next"


def _reason(imported, words):
    return next((part.reason, part.is_sure) for part in imported.parts if part.line.text == words)


@pytest.mark.parametrize(
    ("draft", "reason", "is_sure"),
    [
        (
            markdown(f"# {HEADLINE}", LONG, f"## {FIRST}", LONG, f"## {SECOND}", LONG),
            "A heading by its style",
            True,
        ),
        (markdown(HEADLINE, LONG, f"**{FIRST}**", LONG, f"**{SECOND}**", LONG), "A line in bold", True),
        (markdown(HEADLINE, LONG, FIRST.upper(), LONG, SECOND.upper(), LONG), "A line in capitals", False),
        (markdown(HEADLINE, LONG, f"1. {FIRST}", LONG, f"2. {SECOND}", LONG), "A numbered line above prose", False),
        (markdown(HEADLINE, LONG, FIRST, LONG, SECOND, LONG), "A short line above prose", False),
    ],
)
def test_a_heading_is_told_by_style_bold_capitals_numbers_or_shape(draft, reason, is_sure):
    imported = shaped(draft)
    assert [heading.casefold() for heading in headings(imported)] == [FIRST.casefold(), SECOND.casefold()]
    for part in imported.parts:
        if part.role == "heading":
            assert (part.reason, part.is_sure) == (reason, is_sure)


def test_every_section_has_its_own_paragraphs_in_order():
    imported = shaped(HEADLINE, LONG, FIRST, "They met.", "They talked.", SECOND, "They go on.")
    assert [section.body for section in imported.content.sections] == [
        "<p>They met.</p><p>They talked.</p>",
        "<p>They go on.</p>",
    ]


def test_headings_of_every_level_begin_a_section():
    imported = shaped(markdown(f"# {HEADLINE}", LONG, f"## {FIRST}", LONG, "### Who came", LONG, f"## {SECOND}", LONG))
    assert headings(imported) == [FIRST, "Who came", SECOND]


def test_where_the_format_names_headings_a_short_line_is_none():
    imported = shaped(markdown(f"# {HEADLINE}", LONG, f"## {FIRST}", "A picture of the day", LONG))
    assert headings(imported) == [FIRST]
    assert role_of(imported, "A picture of the day") == "text"


def test_where_the_writer_set_headings_in_bold_a_short_line_is_none():
    imported = shaped(markdown(HEADLINE, LONG, f"**{FIRST}**", LONG, f"**{SECOND}**", LONG, "A picture", LONG))
    assert headings(imported) == [FIRST, SECOND]


def test_where_blank_lines_part_the_paragraphs_a_heading_has_one_above_it():
    imported = shaped(HEADLINE, "", LONG, "", FIRST, "", LONG, "A line in between", LONG, "", SECOND, "", LONG)
    assert headings(imported) == [FIRST, SECOND]


def test_bold_words_inside_a_paragraph_make_no_heading():
    imported = shaped(markdown(HEADLINE, LONG, f"**{FIRST}**: nothing new, and the talks go on.", LONG))
    assert headings(imported) == []


def test_a_whole_draft_in_bold_has_no_headings_by_it():
    imported = shaped(markdown(f"**{HEADLINE}**", f"**{LONG}**", f"**{FIRST}**", f"**{SECOND}**"))
    assert headings(imported) == []


def test_a_draft_in_capitals_has_no_headings_by_them():
    imported = shaped(*(line.upper() for line in (HEADLINE, "They met in Paris.", FIRST, "They talked")))
    assert headings(imported) == []


def test_a_bold_sentence_is_no_heading():
    imported = shaped(markdown(HEADLINE, LONG, "**They talked for long.**", LONG))
    assert headings(imported) == []


def test_a_line_with_nothing_below_it_heads_nothing():
    for last in (FIRST, FIRST.upper(), f"**{FIRST}**"):
        assert headings(shaped(markdown(HEADLINE, LONG, LONG, last))) == []


def test_a_numbered_list_is_no_row_of_headings():
    imported = shaped(HEADLINE, LONG, "1. Money for arms", "2. Talks go on", "3. A long winter", LONG)
    assert headings(imported) == []
    assert "<ol><li>Money for arms</li><li>Talks go on</li>" in imported.content.sections[0].body


@pytest.mark.parametrize("line", ["They talked.", "They said this:", "and so on", "Money, arms,", "— Ann Lee"])
def test_a_line_that_ends_or_begins_as_no_heading_does_is_none(line):
    imported = shaped(HEADLINE, LONG, LONG, line, LONG)
    assert headings(imported) == []


def test_who_signs_a_quotation_is_no_heading():
    signature = "Hanne Rook, mayor of Oldshore"
    quoted, plain = "“It is a good day for the far shore.”", "It is a good day for the far shore."
    assert headings(shaped(markdown(HEADLINE, LONG, FIRST, quoted, signature, LONG))) == [FIRST]
    assert headings(shaped(markdown(HEADLINE, LONG, FIRST, plain, signature, LONG))) == [FIRST, signature]


def test_a_pull_quote_is_no_heading():
    imported = shaped(HEADLINE, LONG, LONG, "“We will not wait for another year of talks”", LONG)
    assert headings(imported) == []


@pytest.mark.parametrize(
    "link",
    ["[edit]", "[Bearbeiten | Quelltext bearbeiten]", "[modifier | modifier le code]", "[editar]", "[ред.]", "[عدل]"],
)
def test_the_link_to_its_editor_is_no_part_of_a_wikis_heading(link):
    imported = shaped(markdown(f"# {HEADLINE}", LONG, f"## {FIRST}{link}", LONG))
    assert headings(imported) == [FIRST]
    assert imported.unplaced == (link,)


def test_a_standfirst_below_the_headline_is_the_lede_and_no_heading():
    standfirst = "Leaders of the allies want to talk about money, arms and a long winter"
    imported = shaped(HEADLINE, standfirst, LONG, "It went on.")
    assert (imported.content.headline, imported.content.lede) == (HEADLINE, standfirst)
    assert headings(imported) == []


def test_a_numbered_point_with_points_of_its_own_is_no_heading():
    points = "<ol><li>Opening<ul><li>a coffee in the hall for all who come early</li></ul></li><li>Closing</li></ol>"
    page = f"<h1>Library</h1><p>{PROSE}</p><h2>What changes</h2>{points}"
    assert [section.heading for section in understood(page).content.sections] == ["What changes"]


def test_a_line_broken_inside_its_sentence_is_no_heading():
    page = (
        f"<h1>{HEADLINE}</h1><p>{PROSE}</p><p>The mayor is not<br>guilty of the fraud, the court said on Monday.</p>"
        f"<p>The mayor is not<br>a liar either, as everybody in the town has known for a long time.</p>"
    )
    assert [section.heading for section in understood(page).content.sections if section.heading] == []
    imported = shaped(HEADLINE, LONG, "The mayor is not", "guilty of the fraud, the court said on Monday.", LONG)
    assert headings(imported) == []
