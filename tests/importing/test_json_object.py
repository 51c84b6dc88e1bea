"""The object of `--dry-run --json`: names that others rely on."""

import json

from hypothesis import given

from briefings.importing import as_json
from tests.importing.drafts import DRAFTS, PROSE, SAMPLE, understood


@given(DRAFTS)
def test_the_object_has_the_agreed_shape_whatever_the_draft(draft):
    printed = as_json(understood(draft))
    assert json.loads(json.dumps(printed)) == printed
    assert isinstance(printed["headline"], str | None)
    assert isinstance(printed["lede"], str | None)
    for section in printed["sections"]:
        assert section.keys() == {"heading", "paragraphs"}
        assert all(paragraph.strip() for paragraph in section["paragraphs"])
    for quote in printed["quotes"]:
        assert quote.keys() == {"text", "speaker", "role", "section", "confirmed"}
    for entry in printed["faq"]:
        assert entry.keys() == {"question", "answer"}
    assert all(isinstance(warning, str) for warning in printed["warnings"])


def test_the_keys_of_the_object_are_stable():
    assert list(as_json(understood(SAMPLE.decode()))) == [
        "headline",
        "lede",
        "sections",
        "quotes",
        "faq",
        "warnings",
        "language",
        "dateline",
        "byline",
        "sources",
        "terms",
        "guesses",
        "labels",
        "unplaced",
        "left_out",
        "slug",
        "topics",
    ]


def test_strings_are_plain_text_and_not_html():
    printed = as_json(understood(f"{PROSE}\nWhat was said\nFish & <chips>.\nFAQ\nWho?\nA & B."))
    assert printed["sections"][0]["paragraphs"] == ["Fish & <chips>."]
    assert printed["faq"][0]["answer"] == "A & B."


def test_a_quotation_outside_the_sections_is_listed_without_a_section():
    printed = as_json(understood("Emmanuel Macron said “we go on now” in Paris."))
    assert printed["quotes"] == [
        {
            "text": "we go on now",
            "speaker": "Emmanuel Macron",
            "role": None,
            "section": None,
            "confirmed": False,
        }
    ]


def test_every_guess_is_listed_with_its_place_and_its_reason():
    draft = f"Allies meet in Paris\n{PROSE}\nWhat was said\nEmmanuel Macron came. “We will not wait,” he said."
    assert as_json(understood(draft))["guesses"] == [
        {
            "what": "headline",
            "text": "Allies meet in Paris",
            "line": 1,
            "column": 0,
            "reason": "A lone short line at the top",
        },
        {
            "what": "heading",
            "text": "What was said",
            "line": 3,
            "column": 0,
            "reason": "A short line above prose",
        },
        {"what": "speaker", "text": "We will not wait", "line": 4, "column": 23, "reason": "Found by a pronoun"},
    ]
