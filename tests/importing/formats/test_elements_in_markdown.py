"""Elements of HTML in a Markdown draft: what they hide or strike out is left out, also over several paragraphs."""

import pytest

from tests.importing.formats.test_hidden_in_markdown import hidden, shown


@pytest.mark.parametrize(
    ("tag", "kind"),
    [
        ('<span style="display:none">', "hidden"),
        ("<span hidden>", "hidden"),
        ('<span style="text-decoration:line-through">', "struck"),
        ('<span style="color: white">', "hidden"),
        ('<font style="visibility:hidden">', "hidden"),
        ("<div hidden>", "hidden"),
        ("<s>", "struck"),
    ],
)
def test_what_an_element_in_a_line_hides_is_left_out(tag, kind):
    end = f"</{tag[1:-1].split()[0]}>"
    draft = f"It was {tag}a <b>big</b> <span>old</span> secret{end}open."
    assert shown(draft) == ["It was open."]
    assert [(found, text) for found, text, _ in hidden(draft)] == [(kind, "a big old secret")]


@pytest.mark.parametrize(
    "draft",
    [
        "One.\n\n<del>\n\nOld words.\n\n</del>\n\nTwo.",
        "One.\n\n<del>\n\nOld words.\n\n- Old point\n\n```\nold code\n```\n\n<p>Old page</p>\n\n</del>\n\nTwo.",
        '<div>\n\nOne.\n\n<div style="display:none">\n\nOld words.\n\n</div>\n\n</div>\n\nTwo.',
        "One.\n\n<del>Old words.\n\nOld ones.</del>\n\nTwo.",
        "One.\n\n<s>Old words.\nOld ones.</s>\n\nTwo.",
        "One.\n\n<div hidden>\n\nOld words.\n\n</div>\nTwo.",
    ],
)
def test_what_an_element_hides_over_several_paragraphs_is_left_out(draft):
    assert shown(draft) == ["One.", "Two."]
    assert {text.split()[0].lower() for _, text, _ in hidden(draft)} == {"old"}


def test_white_words_on_a_dark_ground_stay():
    draft = 'It is <span style="color:white;background:black">open</span>.'
    assert shown(draft) == ["It is open."]
    assert shown(f'<div style="background:black">\n\n{draft.replace(";background:black", "")}\n\n</div>') == [
        "It is open."
    ]


def test_an_element_within_a_line_that_never_ends_hides_no_other_paragraph():
    assert shown("One <s>old words.\n\nTwo.") == ["One", "Two."]
