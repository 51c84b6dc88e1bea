"""What stands below a letter: signatures, disclaimers and the letters that it answers are left out."""

import re

import pytest

from briefings.importing import read, read_text
from tests.importing.formats.readings import kept
from tests.importing.formats.test_mail import BODY, mail, shown


def hidden(reading):
    return [(line.left_out.kind, line.text) for line in reading.lines if line.left_out]


@pytest.mark.parametrize(
    ("below", "kinds"),
    [
        ("-- \nMina Torvald | Reporter | +45 555 0199", {"signature"}),
        ("--\nMina Torvald", {"signature"}),
        ("Best regards,\n\nMina Torvald\nReporter, The Paper\n+45 555 0199", {"signature"}),
        ("Mit freundlichen Grüßen\nMina Torvald", {"signature"}),
        ("Sent from my iPhone", {"signature"}),
        ("This e-mail may contain confidential information and is intended for you alone.", {"signature"}),
        ("Diese E-Mail enthält vertrauliche Informationen.", {"signature"}),
        ("On Tue, 3 Mar 2026 at 17:40, Egon Falk\n<egon@paper.example> wrote:\n\n> Do not print it.", {"reply"}),
        ("Am 03.03.2026 um 17:40 schrieb Egon Falk:\n> Do not print it.", {"reply"}),
        ("Le mar. 3 mars 2026 à 17:40, Egon Falk a écrit :\n> Do not print it.", {"reply"}),
        ("El mar, 3 mar 2026 a las 17:40, Egon Falk escribió:\n> Do not print it.", {"reply"}),
        ("вт, 3 бер. 2026 р. о 17:40 Egon Falk <e@paper.example> пише:\n> Do not print it.", {"reply"}),
        ("On 3 Mar 2026 at 17:40, Egon wrote:\n\nDo not print it.\n\nEgon", {"reply"}),
        (
            "-----Original Message-----\nFrom: Egon\nSent: Tuesday\nTo: Mina\nSubject: Berth\n\nDo not print it.",
            {"reply"},
        ),
        ("Von: Egon\nGesendet: Dienstag\nAn: Mina\nBetreff: Anleger\n\nDo not print it.", {"reply"}),
        ("-- \nMina\n\nOn 3 Mar 2026 at 17:40, Egon wrote:\n> Do not print it.", {"signature", "reply"}),
    ],
)
def test_what_stands_below_a_letter_is_left_out(below, kinds):
    reading = read(mail(f"{BODY}\n\n{below}"), name="draft.eml")
    assert shown(reading) == ["Second berth", *BODY.split("\n\n")]
    assert {kind for kind, _ in hidden(reading)} == kinds
    assert [word for word in re.findall(r"\w+", below) if word not in kept(reading)] == []


@pytest.mark.parametrize(
    "words",
    [
        "On 3 March 2026 the mayor wrote:\n\nWe waited long.",
        "Thanks to the board it works.\n\nIt costs 14 crowns, which is a bargain for all of us here.",
        "From: the harbour\n\nTo: the far shore",
        "--\n\nThe board says that it costs 14 crowns, which is a bargain for all of us here.",
        "Regards\n\nThe board sends its regards to all who waited nine months for the berth to open.",
    ],
)
def test_what_only_looks_like_the_end_of_a_letter_stays(words):
    reading = read(
        mail(f"{BODY}\n\n{words}\n\nThat is all there is to say about it today, she said."), name="draft.eml"
    )
    assert hidden(reading) == []


def test_what_is_written_below_a_quoted_letter_stays():
    body = f"On 3 Mar 2026 at 17:40, Egon wrote:\n> Do not print it.\n\n{BODY}"
    reading = read(mail(body), name="draft.eml")
    assert shown(reading) == ["Second berth", *BODY.split("\n\n")]


@pytest.mark.parametrize(
    "below",
    [
        '<div class="gmail_signature">Mina | Reporter</div>',
        '<div class="gmail_quote"><div class="gmail_attr">On 3 Mar Egon wrote:</div><blockquote>No.</blockquote></div>',
        '<div class="moz-cite-prefix">On 3 Mar Egon wrote:</div><blockquote type="cite">No.</blockquote>',
        '<div id="appendonsend"></div><hr><div id="divRplyFwdMsg"><b>From:</b> Egon</div><p>No.</p>',
        '<div style="border:none;border-top:solid #E1E1E1 1.0pt;padding:3pt"><b>From:</b> Egon</div><p>No.</p>',
        "<p>Kind regards</p><p>Mina Torvald</p><p>Reporter</p>",
    ],
)
def test_what_mail_programs_mark_as_signature_or_reply_is_left_out(below):
    reading = read(mail(html=f"<p>So <b>it</b> is.</p>{below}"), name="draft.eml")
    assert shown(reading) == ["Second berth", "So it is."]
    assert hidden(reading)


def test_a_mail_that_was_copied_as_text_loses_signature_and_reply_where_they_are_unmistakable():
    text = f"{BODY}\n\n-- \nMina | +45 555 0199\n\nOn 3 Mar 2026 at 17:40, Egon wrote:\n> Do not print it.\n"
    assert hidden(read_text(text)) == [
        ("signature", "--"),
        ("signature", "Mina | +45 555 0199"),
        ("reply", "On 3 Mar 2026 at 17:40, Egon wrote:"),
        ("reply", "Do not print it."),
    ]
    for doubtful in ("--\nMina", "Best regards\nMina", "On 3 Mar 2026 at 17:40, Egon wrote:\n\nDo not print it."):
        assert hidden(read_text(f"{BODY}\n\n{doubtful}")) == []
