"""Comments as Markdown, MDX, templates and CriticMarkup write them, and words that CriticMarkup deletes or adds."""

import pytest

from tests.importing.formats.test_hidden_in_markdown import hidden, shown


@pytest.mark.parametrize(
    "comment",
    [
        "[//]: # (secret legal note)",
        "[comment]: <> (secret legal note)",
        '[//]: # "secret legal note"',
        "[_]: # 'secret legal note'",
        "{/* secret legal note */}",
        "{% comment %}secret legal note{% endcomment %}",
        "{# secret legal note #}",
        "{>>secret legal note<<}",
    ],
)
def test_a_comment_on_a_line_of_its_own_is_left_out(comment):
    draft = f"One.\n\n{comment}\n\nTwo."
    assert shown(draft) == ["One.", "Two."]
    assert hidden(draft) == [("comment", "secret legal note", "")]


@pytest.mark.parametrize(
    ("draft", "text", "left_out"),
    [
        ("It is {--not --}free.", "It is free.", [("deleted", "not")]),
        ("It is{>>ask Egon first<<} free.", "It is free.", [("comment", "ask Egon first")]),
        ("It is {++very **much**++} free.", "It is very much free.", []),
        ("It is {~~old~>new~~} and free.", "It is new and free.", [("deleted", "old")]),
        ("It {==is free==}{>>is it so?<<} now.", "It is free now.", [("comment", "is it so?")]),
        ("It is {/* ask\nEgon first */} free.", "It is free.", [("comment", "ask Egon first")]),
    ],
)
def test_what_is_deleted_or_said_in_the_margin_is_left_out_and_what_is_added_is_text(draft, text, left_out):
    assert shown(draft) == [text]
    assert [(kind, words) for kind, words, _ in hidden(draft)] == left_out


@pytest.mark.parametrize(
    "words",
    [
        "The sign {-- never ends",
        "The signs {++ and {== and {~~ never end",
        "The signs ++} and ==} and ~~} never begin",
        "The heading {#its-id} stays",
        "The value {{ name }} stays",
        "The code `{--stays--}` and `{++stays++}`",
    ],
)
def test_signs_that_never_end_are_words(words):
    assert shown(words) == [words.replace("`", "")]
    assert hidden(words) == []


def test_where_links_lead_may_stand_below_a_comment():
    assert shown("One [words][y].\n\n[//]: # (legal note)\n[y]: http://a.example/") == [
        "One words.",
        "http://a.example/",
    ]


@pytest.mark.parametrize("sign", ["{++", "{~~a~>", "{--a", "{>>", "{/*", "{# ", "{% comment %}", "[//]: # (a ", "~~}"])
@pytest.mark.parametrize("end", ["", "++} ~~}"])
@pytest.mark.parametrize("many", [300, pytest.param(30_000, marks=pytest.mark.slow)])
def test_signs_without_end_take_no_time(sign, end, many):
    assert shown(sign * many + end)
