"""The whole way from a draft to content. First of all: no word is lost."""

import hashlib
import re
import unicodedata
from collections import Counter

from hypothesis import assume, example, given
from hypothesis import strategies as st

from briefings.content import is_key
from briefings.content.richtext import plain_text
from briefings.importing import as_json
from tests.importing.drafts import DRAFTS, PROSE, SAMPLE, codes_of, texts_of, tokens_of, understood

_TAKEN_OUT = re.compile("[\u200b\u2060\ufeff\xad\u202a-\u202e\u2066-\u2069]")
_REFUSED = re.compile("[\x00-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def _words(text: str) -> Counter[str]:
    text = unicodedata.normalize("NFC", _REFUSED.sub(" ", _TAKEN_OUT.sub("", text)))
    return Counter(re.findall(r"\w+", text))


@given(DRAFTS)
@example("Headline here\nFAQ\nAn introduction.\nWhat?\nFAQ\nAnother introduction.\nWhy?")
@example("FAQ")
@example("A heading\nFAQ\nNo question here.")
def test_no_word_of_a_draft_is_lost_and_none_is_invented(draft):
    imported = understood(draft)
    assert sum((_words(part) for part in texts_of(imported)), Counter()) == _words(draft)


@given(st.text(st.characters(exclude_categories=[]), max_size=300))
@example("\u0338a\n>\u0338b")
@example("\u2067“a\u2069 b” c")
@example("a\x1cb \ud800c\x0bd\x85e\u2028f")
def test_no_word_of_any_text_at_all_is_lost(text):
    imported = understood(text)
    assume("encoding-mended" not in codes_of(imported))  # other letters, and said
    assert sum((_words(part) for part in texts_of(imported)), Counter()) == _words(text)


def test_no_word_of_the_sample_is_lost():
    assert tokens_of(understood(SAMPLE.decode())) == Counter(SAMPLE.decode().split())


def test_the_sample_is_kept_byte_for_byte():
    assert hashlib.sha256(SAMPLE).hexdigest() == "2660fe4ec85e39965c0d02cead81a71548b65ebd31750abd8f7af52084da879d"


def test_the_sample_has_a_lede_two_sections_four_questions_and_no_headline():
    printed = as_json(understood(SAMPLE.decode()))
    lines = SAMPLE.decode().strip().split("\n")
    assert printed["headline"] is None
    assert printed["lede"] == lines[0]
    assert [(section["heading"], section["paragraphs"]) for section in printed["sections"]] == [
        ("Coalition Advances Security Discussions", lines[2:6]),
        ("What Could Happen Next", lines[7:8]),
    ]
    assert [entry["question"] for entry in printed["faq"]] == [lines[9], lines[11], lines[13], lines[15]]
    assert [entry["answer"] for entry in printed["faq"]] == [lines[10], lines[12], lines[14], None]


def test_the_samples_quotations_are_told_apart_from_its_name_and_given_to_who_spoke():
    imported = understood(SAMPLE.decode())
    printed = as_json(imported)
    section = "Coalition Advances Security Discussions"
    assert printed["quotes"] == [
        {
            "text": "strongly stands behind security protocols",
            "speaker": "Steve Witkoff",
            "role": "US Special Envoy",
            "section": section,
            "confirmed": False,
        },
        {
            "text": "as strong as anyone has ever seen",
            "speaker": "Steve Witkoff",
            "role": "US Special Envoy",
            "section": section,
            "confirmed": False,
        },
        {
            "text": "fair, lasting and clear-eyed",
            "speaker": "Emmanuel Macron",
            "role": "French President",
            "section": section,
            "confirmed": False,
        },
    ]
    assert [term.words for term in imported.terms] == [
        "binding commitments",
        "Coalition of the Willing",
        "Coalition of the Willing",
    ]


def test_what_the_sample_needs_from_an_editor_is_said_in_sentences_with_their_place():
    imported = understood(SAMPLE.decode())
    section = "“Coalition Advances Security Discussions”"
    assert [finding.sentence for finding in imported.findings] == [
        "The draft has no headline. Write one.",
        f"“strongly stands behind security protocols” in {section}: the speaker seems to be Steve Witkoff. "
        "Confirm or change the speaker.",
        f"“as strong as anyone has ever seen” in {section}: the speaker seems to be Steve Witkoff. "
        "Confirm or change the speaker.",
        f"“fair, lasting and clear-eyed” in {section}: the speaker seems to be Emmanuel Macron. "
        "Confirm or change the speaker.",
        "“binding commitments” is taken for words in marks, not for a quotation. If somebody said it, make it one.",
        "Answer “How will these new commitments impact the ongoing negotiations for peace in Ukraine?”, "
        "hold it back, or publish it as an open question.",
    ]
    assert [finding.line for finding in imported.findings] == [None, 4, 4, 5, 8, 16]
    lines = SAMPLE.decode().split("\n")
    assert lines[3][imported.findings[1].column :].startswith("strongly stands")
    assert lines[7][imported.findings[4].column :].startswith("binding commitments")


def test_every_quotation_follows_its_section_and_a_finding_names_its_key():
    imported = understood(SAMPLE.decode())
    blocks = imported.content.blocks
    assert [block.type for block in blocks] == ["section", "quote", "quote", "quote", "section"]
    assert [block.section for block in blocks if block.type == "quote"] == [blocks[0].key] * 3
    assert [finding.key for finding in imported.findings] == [
        None,
        blocks[1].key,
        blocks[2].key,
        blocks[3].key,
        blocks[4].key,
        imported.content.faq[3].key,
    ]


def test_part_keys_are_fresh_with_every_import():
    first, second = (understood(SAMPLE.decode()).content for _ in range(2))
    keys = [part.key for content in (first, second) for part in (*content.blocks, *content.faq)]
    assert len(set(keys)) == len(keys)
    assert all(is_key(key, key[0]) for key in keys)


def test_the_words_of_every_quotation_are_found_in_their_section():
    content = understood(SAMPLE.decode()).content.with_quotes_located()
    texts = {section.key: plain_text(section.body) for section in content.sections}
    for quote in content.quotes:
        for span in quote.spans:
            assert texts[quote.section][span.start : span.end] == span.text


def test_the_importer_makes_nobody_public_and_links_to_nobody_on_file():
    people = [quote.person for quote in understood(SAMPLE.decode()).content.quotes if quote.person]
    assert {(person.id, person.kind) for person in people} == {(None, "private")}


def test_a_draft_without_words_gives_an_empty_result_with_a_warning():
    for draft in ("", " \n\t\n", "\ufeff\u200b"):
        printed = as_json(understood(draft))
        assert printed["warnings"] == ["The draft is empty. Write something, or choose another file."]
        assert (printed["headline"], printed["lede"], printed["sections"], printed["quotes"], printed["faq"]) == (
            None,
            None,
            [],
            [],
            [],
        )


def test_a_headline_that_is_given_wins_and_the_drafts_own_is_kept_apart():
    imported = understood(f"Allies meet in Paris\n{PROSE}", headline="Another one")
    assert imported.content.headline == "Another one"
    assert imported.unplaced == ("Allies meet in Paris",)
    assert codes_of(imported) == ["headline-replaced"]


def test_slug_language_and_headline_stand_in_the_content():
    content = understood(PROSE, headline="Allies meet", slug="allies-meet", language="fr").content
    assert (content.headline, content.slug, content.language, content.lede) == (
        "Allies meet",
        "allies-meet",
        "fr",
        PROSE,
    )
