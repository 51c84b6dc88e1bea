"""The page of a mail is cut at its signature and at older letters: what hides words goes on behind the cut."""

import time

import pytest

from briefings.importing import read
from tests.importing.formats.test_mail import mail, shown

_CUTS = ['<div class="gmail_signature">Sig</div>', '<div class="gmail_quote">Quote <b>it</b></div>']


def of_page(html):
    return read(mail("plain", html=f"<h1>Berth</h1>{html}"), name="d.eml")


@pytest.mark.parametrize("cut", _CUTS)
@pytest.mark.parametrize(
    ("begins", "ends"),
    [
        ("<s>", "</s>"),
        ('<div style="display:none">', "</div>"),
        ("<style>.x .y {display:none}</style><div class=x><div class=y>", "</div></div>"),
        ("<style>.x .y {display:none}</style><div class=x><p>One.</p><div class=y>", "</div></div>"),
        ("<del><div><div hidden>", "</div></div></del>"),
        ("<!-- <p>note</p>", "-->"),
    ],
)
def test_what_is_hidden_around_a_signature_or_a_quotation_is_hidden_behind_it(begins, ends, cut):
    found = shown(of_page(f"{begins}<p>old one</p>{cut}<p>old two</p>{ends}<p>It opened.</p>"))
    assert [text for text in found[1:] if text != "One."] == ["Berth", "It opened."]


def test_a_comment_in_an_older_letter_does_not_end_it():
    found = of_page('<p>It opened.</p><div class="gmail_quote">old <!-- </div> --> words</div><p>Yes.</p>')
    assert shown(found)[1:] == ["Berth", "It opened.", "Yes."]


def _seconds(html):
    start = time.perf_counter()
    of_page(html)
    return time.perf_counter() - start


@pytest.mark.parametrize(
    "html",
    [
        "<style>" * 30_000,
        "<!-- " * 10_000,
        "<blockquote type=cite><!-- " * 3_000,
        "<div hidden>" * 2_000 + "<div class=gmail_signature>a</div>" * 1_000,
        "<style>" + "".join(f".a{n} {{color:red}}" for n in range(4_000)) + "</style>"
        "<blockquote type=cite>a</blockquote>" * 100,
    ],
)
@pytest.mark.slow
def test_styles_comments_and_quotations_take_no_time(html):
    assert _seconds(html) < 3
