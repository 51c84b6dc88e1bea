"""The demo texts are whole, invented, and show every state; the offered standing pages hold nothing but text."""

import re
from urllib.parse import urlsplit

import pytest

from briefings.content import locate
from briefings.content.richtext import TAGS, clean_html, plain_text
from briefings.demo.demo_texts import body, changed, filled, stages, texts
from briefings.standing_pages import offered

ALL = texts()
EACH = pytest.mark.parametrize("text", ALL, ids=lambda text: text["file"])
EACH_PAGE = pytest.mark.parametrize("page", offered(), ids=lambda page: page["slug"])
MARKS = {"en": "“{}”", "ar": "«{}»", "de": "„{}“", "uk": "«{}»"}
ACTS = {
    "publish", "minor", "major", "correction", "clarification", "editors-note",
    "withdraw", "remove", "merge", "schedule", "draft", "in-review",
}  # fmt: skip
TEXT = {
    "file": str, "headline": str, "slug": str | None, "lede": str, "dateline": str, "language": str, "topics": list,
    "authors": list, "sections": list, "quotes": list, "faq": list, "sources": list, "figures": list, "history": list,
}  # fmt: skip
PARTS = {
    "authors": {"name": str, "kind": str},
    "sections": {"heading": str, "paragraphs": list},
    "quotes": {
        "spans": list, "section": int | None, "speaker": str, "kind": str, "role": str, "said_days_ago": int,
        "translated_from": str | None,
    },
    "faq": {"question": str, "answer": str | None, "open": str | None, "open_wording": str},
    "sources": {"title": str, "publisher": str, "url": str, "read_days_ago": int},
    "figures": {
        "picture": str, "alt": str, "caption": str, "credit": str, "decorative": bool, "after_section": int | None,
    },
    "history": {
        "act": str, "days_ago": int | None, "days_ahead": int | None, "note": str, "was_wrong": str, "is_right": str,
        "into": str | None, "changes": dict,
    },
}  # fmt: skip


def has_shape(value, shape):
    return value.keys() == shape.keys() and all(isinstance(value[key], kind) for key, kind in shape.items())


def acts(text):
    return [step["act"] for step in text["history"]]


def rich(text):
    answers = [entry["answer"] for entry in text["faq"] if entry["answer"]]
    return [body(section["paragraphs"]) for section in text["sections"]] + answers


@EACH
def test_every_text_has_the_shape_that_its_reader_expects(text):
    for _, stage in stages(text):
        assert has_shape({name: value for name, value in stage.items() if name != "follows"}, TEXT)
        assert stage.get("follows", text["file"]) in {each["file"] for each in ALL}
        for name, shape in PARTS.items():
            assert [part for part in stage[name] if not has_shape(part, shape)] == []
        assert stage["headline"]
        assert stage["lede"]
        assert len(stage["headline"]) <= 300


@EACH
def test_rich_text_is_clean_as_it_stands(text):
    for _, stage in stages(text):
        for html in rich(stage):
            assert plain_text(clean_html(html)) == plain_text(html)
            assert set(re.findall(r"</?([a-z0-9]+)", html)) <= TAGS


@EACH
def test_every_quotation_stands_once_in_its_section_between_the_marks_of_its_language(text):
    for _, stage in stages(text):
        sections = [plain_text(body(section["paragraphs"])) for section in stage["sections"]]
        for quote in stage["quotes"]:
            assert quote["spans"]
            if quote["section"] is None:
                continue
            section = sections[quote["section"]]
            for span in quote["spans"]:
                marked = MARKS[stage["language"]].format(span)
                ending = marked.replace(span, f"{span}.")  # where the sentence ends with the quotation
                assert section.count(marked) + section.count(ending) == 1, span
                assert section.count(span) == 1, span
            locate(quote["spans"], section)


@EACH
def test_quotations_between_marks_are_told_as_quotations(text):
    [before, after] = MARKS[text["language"]].split("{}")
    for _, stage in stages(text):
        quoted = [span for quote in stage["quotes"] for span in quote["spans"]]
        html = " ".join(rich(stage)[: len(stage["sections"])])
        marked = re.findall(f"{before}([^{before}{after}]+){after}", html)
        assert [words for words in marked if not {words, words.removesuffix(".")} & set(quoted)] == []


@EACH
def test_parts_are_of_a_known_kind(text):
    kinds = {"public", "body", "document", "private", "unnamed"}

    assert {part["kind"] for part in (*text["quotes"], *text["authors"])} <= kinds
    for entry in text["faq"]:
        assert bool(entry["answer"]) is (entry["open"] is None)
        assert entry["open"] in (None, "shown", "held", "undecided")
    for figure in text["figures"]:
        assert figure["decorative"] is not bool(figure["alt"])
        assert figure["after_section"] is None or figure["after_section"] < len(text["sections"])


@EACH
def test_a_history_can_be_acted_out(text):
    steps = text["history"]
    ago = [step["days_ago"] for step in steps if step["days_ago"] is not None]

    assert set(acts(text)) <= ACTS
    assert steps[0]["act"] in {"publish", "schedule", "draft", "in-review"}
    assert ago == sorted(set(ago), reverse=True)
    for step in steps:
        assert (step["days_ahead"] is not None) is (step["act"] == "schedule")
        assert step["into"] is None or step["into"] in {other["slug"] for other in ALL}
        assert bool(step["into"]) is (step["act"] == "merge")
        assert bool(step["changes"]) or step["act"] != "minor"
        assert bool(step["note"]) or step["act"] in {"publish", "minor", "draft", "in-review"}
        assert bool(step["was_wrong"]) is (step["act"] == "correction")
        assert bool(step["is_right"]) is (step["act"] in {"correction", "clarification", "editors-note"})


def test_every_state_occurs():
    histories = [acts(text) for text in ALL]

    assert set().union(*histories) == ACTS
    assert ["publish", "major", "major", "minor", "correction"] in histories
    assert {entry["open"] for text in ALL for entry in text["faq"]} == {None, "shown", "held", "undecided"}
    assert {text["language"] for text in ALL} == {"en", "ar", "de", "uk"}
    assert {len(text["figures"]) for text in ALL} >= {0, 1, 4}
    assert any(figure["decorative"] for text in ALL for figure in text["figures"])


def test_every_extreme_occurs():
    long = [text["headline"] for text in ALL if 170 <= len(text["headline"]) <= 190]

    assert any(len(word) > 50 for headline in long for word in headline.split())
    assert any(len({quote["speaker"] for quote in text["quotes"]}) == 10 for text in ALL)
    assert any(len(text["authors"]) == 4 for text in ALL)
    assert any(not (text["sections"] or text["faq"] or text["quotes"]) for text in ALL)
    assert any(quote["section"] is None for text in ALL for quote in text["quotes"])


def test_every_kind_of_speaker_occurs_and_one_speaks_in_several_roles():
    quotes = [quote for text in ALL for quote in text["quotes"]]

    assert {quote["kind"] for quote in quotes} == {"public", "body", "document", "private", "unnamed"}
    assert len({quote["role"] for quote in quotes if quote["speaker"] == "Ilse Maranthe"}) >= 3
    for name in {quote["speaker"] for quote in quotes}:
        assert len({quote["kind"] for quote in quotes if quote["speaker"] == name}) == 1, name


def test_slugs_are_unique_and_ascii():
    slugs = [text["slug"] for text in ALL if text["slug"]]

    assert len(set(slugs)) == len(slugs) == len(ALL) - 1
    assert [slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)] == []


@EACH
def test_no_address_leads_to_a_real_site(text):
    addresses = [source["url"] for source in text["sources"]] + re.findall(r"https?://[^\"' <]+", " ".join(rich(text)))

    assert [address for address in addresses if not urlsplit(address).netloc.endswith(".example")] == []


def test_a_change_leaves_what_was_before_as_it_was():
    first = {"faq": [{"question": "Who?", "answer": None}], "quotes": []}

    second = changed(first, {"faq": {"0": {"answer": "<p>We.</p>"}}, "more_quotes": [{"spans": ["we"]}]})

    assert second == {"faq": [{"question": "Who?", "answer": "<p>We.</p>"}], "quotes": [{"spans": ["we"]}]}
    assert first == {"faq": [{"question": "Who?", "answer": None}], "quotes": []}


def test_the_offered_pages_are_those_that_a_newsroom_needs():
    assert [page["slug"] for page in offered()] == ["about", "contact", "corrections-policy", "imprint", "privacy"]


@EACH_PAGE
def test_an_offered_page_holds_allowed_tags_only_and_loses_no_word(page):
    assert page.keys() == {"slug", "heading", "body"}
    assert set(re.findall(r"</?([a-z0-9]+)", page["body"])) <= {"p", "a", "strong", "em", "ul", "ol", "li"}
    assert clean_html(page["body"]) == page["body"]


@EACH_PAGE
def test_what_only_the_newsroom_knows_stands_in_square_brackets(page):
    assert re.search(r"\[[a-z][^\[\]]+\]", page["body"])
    assert page["body"].count("[") == page["body"].count("]")
    assert "http" not in page["body"]


@EACH_PAGE
def test_the_demos_newsroom_has_words_for_all_that_stands_in_brackets(page):
    assert not re.search(r"[\[\]]", filled(page["body"]))
    assert filled(page["body"]).count("<p>") == page["body"].count("<p>")
