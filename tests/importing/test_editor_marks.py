"""Notes that a writer left in the draft, against numbers, references and brackets inside quotations."""

import pytest

from briefings.importing.editor_marks import editor_marks, is_only_mark
from briefings.importing.lines import Line
from tests.importing.drafts import INTRODUCTION, codes_of, tokens_of, understood


def _marks(text):
    return [finding.sentence.partition("“")[2].partition("”. Settle")[0] for finding in editor_marks([Line(text, 1)])]


@pytest.mark.parametrize(
    ("text", "mark"),
    [
        ("They met TK times.", "TK"),
        ("They met TKTK times.", "TKTK"),
        ("The plan costs XX million.", "XX"),
        ("The plan costs XXX million.", "XXX"),
        ("They met [[ask legal about this]] in Paris.", "[[ask legal about this]]"),
        ("They met in Paris [check].", "[check]"),
        ("They met in Paris [verify the day].", "[verify the day]"),
        ("They met in Paris (TK).", "(TK)"),
        ("They met in Paris (check with Ann).", "(check with Ann)"),
        ("The day is TBC.", "TBC"),
        ("The day is TBD.", "TBD"),
        ("They met ???? times.", "????"),
        ("They met <<name of the hall>> there.", "<<name of the hall>>"),
        ("Mary Novak said “we go [check] on”.", "[check]"),
        ("Mary Novak said “we go TK on”.", "TK"),
    ],
)
def test_a_note_of_the_writer_is_found(text, mark):
    assert _marks(text) == [mark]


@pytest.mark.parametrize(
    "text",
    [
        "En el siglo XX no era así.",
        "Nel secolo XX era diverso.",
        "Le XXe siècle fut long.",
        "Le XX siècle fut long.",
        "XX століття було довгим.",
        "Mary Novak said “we [the allies] go on”.",
        "Mary Novak said “we go on [...] and win”.",
        "Mary Novak said “we go on […] and win”.",
        "Mary Novak said “we goes [sic] on”.",
        "They met in Paris.[1]",
        "They met in Paris.[^2]",
        "See [the report](https://example.org/).",
        "Why? Who knows??",
        "An ATK and a TK-421 and x.XX were there.",
        "The box [] is empty.",
        "Write to [email protected] until Friday.",
    ],
)
def test_numbers_references_and_words_put_into_a_quotation_are_none(text):
    assert _marks(text) == []


def test_each_note_is_a_finding_with_its_place():
    imported = understood(INTRODUCTION + "They met TK times in [[which hall?]].")
    found = [finding for finding in imported.findings if finding.code == "editor-mark"]
    assert [(finding.line, finding.column) for finding in found] == [(4, 9), (4, 21)]
    assert found[0].sentence == "A note of the writer is still in the draft: “TK”. Settle it and take it out."


@pytest.mark.parametrize(
    "draft",
    [
        "Allies meet TK\nThe allies met in Paris on Monday, and they talked.",
        "The allies met TK in Paris on Monday.",
        f"{INTRODUCTION}TK",
        f"{INTRODUCTION}They met.\nFAQ\nWho pays TK?\nNobody.",
        f"{INTRODUCTION}They met.\nSources\n- A letter TK",
    ],
)
def test_a_note_is_found_wherever_it_stands_and_stays_in_the_text(draft):
    imported = understood(draft)
    assert "editor-mark" in codes_of(imported)
    assert tokens_of(imported)["TK"] + tokens_of(imported)["TK?"] == 1


@pytest.mark.parametrize("text", ["TK", "TKTK.", "[[ask legal]]", "[check]", "TK TK", "— TK —"])
def test_a_line_may_be_nothing_but_a_note(text):
    assert is_only_mark(text) is (text != "— TK —")
    assert is_only_mark(f"Money {text}") is False


@pytest.mark.parametrize(
    ("line", "is_mark"),
    [
        ("[<a href='https://lindmoor.example/1'>Read: The town by the sea</a>]", False),
        ("<a href='https://lindmoor.example/1'>[Read: The town by the sea]</a>", False),
        ("<a href='https://lindmoor.example/1'>[check with the mayor]</a>", True),
        ("[Ask the mayor, <a href='https://lindmoor.example/1'>he</a> knows]", True),
        ("[Read: The town by the sea]", True),
    ],
)
def test_a_line_in_brackets_that_is_a_link_leads_elsewhere_and_is_no_note(line, is_mark):
    imported = understood(f"<h1>Talks</h1><p>They met.</p><p>{line}</p><p>They talked.</p>", format="html")
    assert ("editor-mark" in codes_of(imported)) is is_mark
    assert [part.role for part in imported.parts if "[" in part.line.text] == ["unplaced"]
