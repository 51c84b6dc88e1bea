"""Heads of mails as no program should write them, and bodies of which one hides what the other says in clear."""

import pytest

from briefings.importing import read
from tests.importing.formats.test_mail import mail, shown

_MALFORMED = [
    "‹",
    "a@[",
    "<",
    "@",
    '"',
    "a@",
    "<a@b",
    "=?utf-8?q?",
    "(",
    "a <",
    ",;:",
    "[",
    "a@[1",
    "=?x?b?=?=",
    "a:",
    ";",
]


@pytest.mark.parametrize("said", _MALFORMED)
@pytest.mark.parametrize("field", ["From", "To", "Cc", "Date", "Subject"])
def test_a_malformed_field_of_the_head_is_read_as_it_stands(field, said):
    draft = f"{field}: {said}\nMessage-ID: <a@b>\nContent-Type: text/plain; charset=utf-8\n\nIt opened in May.\n"
    assert "It opened in May." in shown(read(draft.encode(), name="draft.eml"))


@pytest.mark.parametrize(
    "hidden",
    [
        '<span style="display:none">took bribes and </span>',
        '<span style="display: none">took bribes and </span>',
        "<span hidden>took bribes and </span>",
        '<span style="mso-hide:all">took bribes and </span>',
        '<span style="color:white">took bribes and </span>',
        '<span style="color:#ffffff">took bribes and </span>',
        '<span style="font-size:0">took bribes and </span>',
        '<span style="visibility:hidden">took bribes and </span>',
        "<!-- took bribes and -->",
    ],
)
def test_what_the_page_of_a_mail_hides_is_not_taken_from_its_plain_text(hidden):
    html = f"<p>He {hidden}left.</p>"
    assert shown(read(mail("He took bribes and left.", html=html), name="d.eml"))[1:] == ["He left."]
