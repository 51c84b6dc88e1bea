"""What the draft relied on, and what a page carries around its text."""

import pytest

from tests.importing.structure.line_roles import LONG, headings, markdown, printed, role_of, shaped

HEADLINE = "Allies meet in Paris"


@pytest.mark.parametrize(
    "name",
    ["Sources", "References", "Further reading", "Quellen", "Fußnoten", "Fuentes", "Джерела", "المصادر"],
)
def test_a_list_of_sources_is_known_by_its_name(name):
    imported = printed(HEADLINE, LONG, "What was said", LONG, name, "- Ministry of Health, 3 March", "- A letter")
    assert imported["sources"] == [
        {"title": "Ministry of Health, 3 March", "url": None},
        {"title": "A letter", "url": None},
    ]
    assert imported["labels"] == [name]
    assert [section["heading"] for section in imported["sections"]] == ["What was said"]


def test_sources_end_at_the_next_heading():
    imported = shaped(markdown(f"# {HEADLINE}", LONG, "## Sources", "- A letter", "## What was said", LONG))
    assert [source.title for source in imported.content.sources] == ["A letter"]
    assert headings(imported) == ["What was said"]
    assert role_of(imported, "What was said") == "heading"


def test_a_section_about_sources_is_a_section():
    imported = shaped(HEADLINE, LONG, "Sources", f"{LONG} {LONG}", LONG)
    assert (headings(imported), imported.content.sources) == (["Sources"], ())


@pytest.mark.parametrize("line", ["Source: Ministry of Health", "Quelle: Ministerium", "Fuente: Ministerio"])
def test_one_line_may_name_a_source(line):
    assert [source["title"] for source in printed(HEADLINE, LONG, LONG, line)["sources"]] == [line]


def test_a_sentence_that_begins_as_a_source_does_is_text():
    line = "Source: nobody would say where the letter came from."
    assert role_of(shaped(HEADLINE, LONG, LONG, line, LONG), line) == "text"


@pytest.mark.parametrize("marker", ["[1]", "[1]:", "^1", "[^1]"])
def test_footnotes_are_sources(marker):
    imported = shaped(HEADLINE, LONG, f"{LONG}", f"{marker} Ministry of Health, report on the winter")
    assert len(imported.content.sources) == 1
    assert imported.content.sources[0].title.endswith("Ministry of Health, report on the winter")


def test_the_footnotes_of_markdown_are_sources():
    imported = printed(markdown(f"# {HEADLINE}", f"{LONG}[^1]", "[^1]: Ministry of Health"))
    assert [source["title"] for source in imported["sources"]] == ["Ministry of Health"]


@pytest.mark.parametrize(
    ("line", "address"),
    [
        ("Report, https://example.org/report?a=b.", "https://example.org/report?a=b"),
        ("Report (www.example.org/report)", "https://www.example.org/report"),
        ("[Report](https://example.org/report)", "https://example.org/report"),
        ("Report of the ministry", None),
        ("[Report](mailto:ann@example.org)", None),
    ],
)
def test_the_address_of_a_source_is_that_of_its_link_or_the_one_written_out(line, address):
    imported = printed(markdown(f"# {HEADLINE}", LONG, "## Sources", f"- {line}"))
    assert [source["url"] for source in imported["sources"]] == [address]


@pytest.mark.parametrize(
    "line", ["Advertisement", "Share", "Photo: Ann Lee / AP", "Read more: The last talks", "* * *", "———"]
)
def test_what_a_page_carries_around_its_text_is_kept_apart_as_a_guess(line):
    imported = shaped(HEADLINE, LONG, line, LONG)
    assert imported.content.sections[0].body == f"<p>{LONG}</p>"
    (part,) = [part for part in imported.parts if part.role == "unplaced"]
    assert (part.is_sure, imported.unplaced) == (False, (part.line.text,))
    assert "unplaced" in [finding.code for finding in imported.findings]


@pytest.mark.parametrize(
    "line",
    [
        "Share of the market fell to a third, and the allies want to know why that is.",
        "Photo evidence was shown.",
        "Read more than one book on Paris.",
    ],
)
def test_a_sentence_that_begins_as_such_a_line_does_is_text(line):
    assert role_of(shaped(HEADLINE, LONG, line, LONG), line) == "text"
