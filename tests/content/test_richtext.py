"""Rich text: nothing but the allow-list gets in, and no word gets lost."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pydantic import ValidationError

from briefings.content import SectionBlock
from briefings.content.richtext import clean_html, paragraphs_to_html, plain_text
from briefings.content.text import clean_text

ALLOWED = {"p", "br", "a", "strong", "em", "ul", "ol", "li"}
PIECES = [
    *("<p>", "</p>", "<a href='javascript:alert(1)'>", '<a href="https://x.example/" onclick="x()">', "</a>", "<br/>"),
    *("<script>", "</script>", "<style>", "</style>", "<svg><a xlink:href=javascript:x>", "</svg>", "<math>", "<!--"),
    *(
        "-->",
        "<img src=x onerror=x()>",
        "<ul>",
        "<li>",
        "</ul>",
        "<strong style='x'>",
        "<em class=a>",
        "&lt;script&gt;",
    ),
    *("<a href='java\tscript:x'>", "<a href='&#106;avascript:x'>", "<a href=DATA:text/html,x>", "<iframe>", "<b>", "<"),
    *(">", '"', "'", "&", "&amp;", "&#x338;", "\u0338", "\u0301", "&nbsp;", "=", "<table><p>", "<template>", "<title>"),
    *("<noscript><p title='</noscript><img src=x onerror=x>'>", "<![CDATA[", "]]>", "<?php", "word", " ", "\n", "Київ"),
]
soup = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=25).map("".join)
words = st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\u2029"), min_size=1)


class Markup(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str, str | None]] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_comment(self, data: str) -> None:
        self.tags.add("a comment")

    def handle_decl(self, decl: str) -> None:
        self.tags.add("a declaration")


@given(soup)
@example('<a href="javascript:alert(1)">x</a>')
@example("<p>\u0338words</p>")
@example("<p title='x' lang='en'>words</p>")
@example("<em class='said'>words</em>")
def test_whatever_is_typed_only_the_allow_list_is_left(html):
    markup = Markup(clean_html(html))

    assert markup.tags <= ALLOWED
    for tag, name, value in markup.attributes:
        assert (tag, name) in {("a", "href"), ("a", "rel")}
        if name == "href" and ":" in value.split("/")[0]:
            assert value.split(":")[0].strip().lower() in {"http", "https", "mailto"}


@given(soup)
@example("<a href='/x'><table><p><a href='/y'>")
def test_cleaning_twice_is_cleaning_once(html):
    assert clean_html(clean_html(html)) == clean_html(html)


@given(soup)
def test_a_body_that_was_taken_is_taken_again_as_it_stands(html):
    try:
        body = SectionBlock(key="sabcdefgh", body=html).body
    except ValidationError:
        return

    assert SectionBlock(key="sabcdefgh", body=body).body == body
    assert clean_html(body) == body


@given(st.lists(words, min_size=1, max_size=4))
def test_every_word_of_plain_paragraphs_survives_as_it_stood(paragraphs):
    text = plain_text(paragraphs_to_html(paragraphs))

    assert text.split() == " ".join(paragraphs).split()


@given(st.lists(words, min_size=1, max_size=4))
def test_every_word_of_a_body_survives_or_the_body_is_refused(paragraphs):
    try:
        body = SectionBlock(key="sabcdefgh", body=paragraphs_to_html(paragraphs)).body
    except ValidationError:
        return

    assert plain_text(body).split() == clean_text(" ".join(paragraphs)).split()


@pytest.mark.parametrize("html", ["<p>\u0338Words.</p>", "<p>A</p><p>&#x338;B</p>", "<strong>a</strong>\u0338b"])
def test_a_combining_mark_that_would_swallow_the_tag_before_it_is_refused(html):
    with pytest.raises(ValidationError, match=r"holds a combining mark that belongs to no letter\. Delete it\."):
        SectionBlock(key="sabcdefgh", body=html)


def test_a_disallowed_element_loses_its_tags_and_keeps_its_words():
    assert clean_html("<h2>Big</h2><blockquote>said <u>so</u></blockquote>") == "Bigsaid so"


def test_scripts_and_styles_lose_their_words_too():
    assert clean_html("<p>a<script>alert(1)</script><style>p{}</style>b</p>") == "<p>ab</p>"


def test_a_link_keeps_its_address_and_tells_the_other_site_nothing():
    cleaned = clean_html('<a href="https://a.example/?x=1&amp;y=2" target="_blank">a</a>')

    assert Markup(cleaned).attributes == [("a", "href", "https://a.example/?x=1&y=2"), ("a", "rel", "noopener")]


@pytest.mark.parametrize("control", ["\x01", "&#1;", "\u202e", "&#x202e;", "\ufffe"])
def test_what_must_not_be_in_text_is_not_let_in_by_rich_text_either(control):
    with pytest.raises(ValidationError, match="Delete it"):
        SectionBlock(key="sabcdefgh", body=f"<p>a{control}b</p>")


def test_plain_text_has_a_line_for_each_block():
    assert plain_text("<p>One<br>two</p><ul><li>three</li><li>four</li></ul>") == "One\ntwo\nthree\nfour"


def test_a_tag_without_end_is_refused_before_it_is_cleaned():
    with pytest.raises(ValidationError, match="a tag of more than 10,000 characters"):
        SectionBlock(key="saaaaaaaa", body=f"<p {'a=1 ' * 3000}>x</p>")
