"""Where the words of a quote are likely to stand in a section that says them otherwise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.comparison.nearest_words import choice_between
from briefings.content import Span
from briefings.content.richtext import paragraphs_to_html, plain_text
from tests.content.texts import A, quote


def choice(body, *spans):
    return choice_between(quote(section=A, spans=tuple(Span(text=words) for words in spans)), body)


@pytest.mark.parametrize(
    ("body", "spans", "in_section"),
    [
        ("<p>So. “We will get ten planes,” she said.</p>", ["We will receive ten planes"], ["We will get ten planes"]),
        ("<p>“They get ten planes now,” she said.</p>", ["We get ten planes now"], ["They get ten planes now"]),
        ("<p>“We go,” he said, “and we stay.”</p>", ["We go", "and we all stay"], ["We go", "and we stay."]),
        ("<p>She said: “Planes, trains.”</p>", ["Planes and trains"], ["Planes, trains"]),
    ],
)
def test_the_words_between_the_same_signs_or_words_are_those_of_the_section(body, spans, in_section):
    found = choice(body, *spans)

    assert [words.rstrip(".") for words in found.in_section] == [words.rstrip(".") for words in in_section]


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("<p>All is well here.</p>", "We will receive ten planes"),
        ("<p>“We get ten planes,” she said.</p>", "We get ten planes"),
        ("<p>We get ten</p><p>planes and trains</p>", "We got ten planes and trains"),
        ("", "We"),
    ],
)
def test_there_is_no_choice_where_words_are_alike_or_their_place_cannot_be_told(body, words):
    assert choice(body, words) is None


def test_the_quotes_words_come_into_the_section_and_leave_emphasis_and_links_as_they_are():
    body = '<p>“We <em>will get</em> <a href="https://a.example/" rel="noopener">ten planes</a>,” she said.</p>'

    changed = choice(body, "We will receive ten planes").of_the_quote()

    assert changed == body.replace("will get", "will receive")


@given(st.lists(st.sampled_from(["we", "go", "“", "”", ",", "…", "stay", "\u0301"]), max_size=30), st.data())
def test_whatever_stands_there_the_places_are_in_order_and_inside(words, data):
    body = paragraphs_to_html([" ".join(words)])
    spans = data.draw(st.lists(st.sampled_from(["we go", "stay … we", "go go go", "”"]), min_size=1, max_size=3))
    found = choice(body, *spans)

    edges = [edge for place in (found.places if found else ()) for edge in place]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(plain_text(body)) for edge in edges)
