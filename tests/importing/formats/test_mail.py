"""Mails and saved pages: the body decoded, the subject a headline, what stands below the letter left out."""

import contextlib
import re
import uuid
from email.message import EmailMessage
from email.policy import SMTP

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.importing import Unreadable, read, read_text, understand
from tests.importing.drafts import texts_of
from tests.importing.formats.readings import codes, kept

APPROVED = "The harbour board approved it – for €14 million – on Tuesday, after long talks."
BODY = f"{APPROVED}\n\nWhat was decided\n\nWork begins in May."


def mail(body=BODY, *, html="", subject="Second berth – draft", attached=(), **how):
    message = EmailMessage(policy=SMTP)
    message["From"] = "Mina Torvald <mina@paper.example>"
    message["To"] = "desk@paper.example"
    message["Subject"] = subject
    message["Date"] = "Tue, 3 Mar 2026 18:02:11 +0100"
    message.set_content(body, **how)
    if html:
        message.add_alternative(html, subtype="html")
    for name in attached:
        message.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename=name)
    return message.as_bytes()


def shown(reading):
    return [line.text for line in reading.lines if not line.left_out and not line.aside]


@pytest.mark.parametrize("how", [{"cte": "quoted-printable"}, {"cte": "base64"}, {"cte": "8bit"}])
def test_the_body_is_decoded_and_the_subject_is_the_headline(how):
    reading = read(mail(**how), name="draft.eml")
    assert reading.format == "mail"
    assert shown(reading) == ["Second berth", *BODY.split("\n\n")]
    assert [line.style for line in reading.lines][:1] == ["title"]
    assert codes(reading) == ["editor-mark"]


@pytest.mark.parametrize(
    ("subject", "headline", "marks"),
    [
        ("Second berth", "Second berth", 0),
        ("Re: AW: [EXTERNAL] Second berth", "Second berth", 0),
        ("DRAFT: Second berth", "Second berth", 1),
        ("[Entwurf] Zweiter Anleger", "Zweiter Anleger", 1),
        ("Second berth (draft)", "Second berth", 1),
        ("Second berth - draft v2", "Second berth", 1),
        ("Draft law on berths: what it says", "Draft law on berths: what it says", 0),
        ("Ein Entwurf für den Hafen", "Ein Entwurf für den Hafen", 0),
    ],
)
def test_what_only_says_how_far_a_draft_is_is_no_headline(subject, headline, marks):
    reading = read(mail(subject=subject), name="draft.eml")
    assert shown(reading)[0] == headline
    assert codes(reading) == ["editor-mark"] * marks
    assert [word for word in re.findall(r"\w+", subject) if word not in kept(reading)] == []


def test_a_subject_that_the_body_repeats_is_one_headline():
    reading = read(mail(f"Second berth\n\n{BODY}"), name="draft.eml")
    assert shown(reading)[:2] == ["Second berth", APPROVED]
    imported = understand(reading, briefing_id=str(uuid.uuid4()))
    assert (imported.content.headline, imported.content.lede) == ("Second berth", APPROVED)
    assert imported.unplaced == ()
    assert any("mina@paper.example" in label for label in imported.labels)


def test_of_two_bodies_the_one_that_says_more_is_read():
    html = "<p>It costs <s>40</s> 14 crowns.</p>"
    assert shown(read(mail("It costs 40 14 crowns.", html=html), name="d.eml"))[1:] == ["It costs 14 crowns."]
    assert shown(read(mail("It costs 14 crowns.", html="<p>It costs 14 crowns!</p>"), name="d.eml"))[1:] == [
        "It costs 14 crowns."
    ]


def test_a_mail_that_is_passed_on_keeps_its_words_and_says_so():
    head = "---------- Forwarded message ---------\nFrom: Egon\nDate: 3 Mar\nSubject: Berth\nTo: Mina"
    body = f"{head}\n\n{BODY}\n\n-- \nMina"
    reading = read(mail(body, subject="Fwd: Second berth"), name="draft.eml")
    assert BODY.split("\n\n")[0] in shown(reading)
    assert codes(reading) == ["forwarded"]


def test_what_is_attached_is_named():
    reading = read(mail(attached=["Second berth.docx"]), name="draft.eml")
    assert [finding.sentence for finding in reading.findings if finding.code == "attachment"] == [
        "“Second berth.docx” is attached and was not read. If the draft is in it, save it and choose that file."
    ]


def test_a_mail_of_attachments_alone_is_refused_with_what_to_do():
    message = EmailMessage()
    message["Subject"] = "Berth"
    message["MIME-Version"] = "1.0"
    message.add_attachment(b"PK", maintype="application", subtype="octet-stream", filename="berth.docx")
    with pytest.raises(Unreadable, match=r"no text that can be read: “berth.docx”\. Save what is attached"):
        read(message.as_bytes(), name="draft.eml")


@pytest.mark.parametrize(("drops", "text"), [("no", "One two three."), ("yes", "Onetwo three.")])
def test_lines_that_flow_are_one_paragraph(drops, text):
    data = (
        b"From: a\nTo: b\nSubject: Berth\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed; delsp="
        + drops.encode()
        + b"\n\nOne \ntwo three.\n\n> quoted \n> words\n\nEnd.\n"
    )
    reading = read(data, name="draft.eml")
    assert shown(reading)[1:] == [text, "quoted words" if drops == "no" else "quotedwords", "End."]


@pytest.mark.parametrize("charset", ["windows-1252", "iso-8859-1", "macintosh"])
def test_a_body_has_the_letters_that_its_head_declares(charset):
    text = "The café “Søster” closes." if charset != "iso-8859-1" else "The café closes."
    data = (
        f"From: a\nTo: b\nSubject: Berth\nMIME-Version: 1.0\nContent-Type: text/plain; charset={charset}\n\n".encode()
    )
    assert shown(read(data + text.encode(charset), name="draft.eml"))[1:] == [text]


def test_a_page_that_was_saved_is_read_as_a_page():
    page = (
        b"From: <Saved by Blink>\nSubject: Berth | The Paper\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="b"\n\n--b\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: quoted-printable\n\n<h1>Second berth =E2=80=94 why</h1><p>So it is.</p>\n"
        b"--b\nContent-Type: image/png\nContent-Location: https://a.org/b.png\n\nPNG\n--b--\n"
    )
    reading = read(page, name="page.mht")
    assert shown(reading) == ["Second berth — why", "So it is."]
    assert "picture" in codes(reading)


def test_a_mail_is_told_by_its_name_or_by_what_only_mails_have():
    source = mail().decode()
    assert read(source.encode(), name="").format == "mail"
    assert read_text(source).format == "mail"
    assert read_text(source, format="mail").format == "mail"
    assert read_text("From: Department of Health\nDate: 3 March\nSubject: Berths\n\nIt is so.").format == "text"
    assert read(b"It is so.\n", name="draft.eml").format == "text"
    assert read(b"X-Trace: 1\nReceived: by b\n" + b"X-Seal: a\n b\n" * 5_000 + b"\nSo.", name="").format == "mail"


@given(
    st.binary(max_size=300),
    st.sampled_from(["text/plain", "text/html", "multipart/mixed; boundary=b", "message/rfc822"]),
)
def test_any_mail_is_read_or_refused(data, kind):
    head = f"From: a\nSubject: =?x?Q?=E2?= b\nMIME-Version: 1.0\nContent-Type: {kind}\n\n--b\n".encode()
    with contextlib.suppress(Unreadable):
        assert read(head + data, name="draft.eml").format == "mail"


@given(
    st.lists(
        st.sampled_from(
            [
                "-- ",
                "> ",
                "On 3 Mar 2026 at 17:40, Egon wrote:",
                "Best regards",
                "",
                "From: a",
                "Sent: b",
                "To: c",
                "#",
                "Sent from my #",
                "-----Original Message-----",
            ]
        ),
        max_size=15,
    )
)
def test_every_word_of_a_mail_is_kept(lines):
    body = "\n".join(
        line.replace("#", f"w{number}x") + (f" w{number}y" if line else "") for number, line in enumerate(lines)
    )
    reading = read(mail(f"Text.\n\n{body}"), name="draft.eml")
    words = re.findall(r"w\d+[xy]", body)
    assert [word for word in words if word not in kept(reading)] == []
    found = " ".join(texts_of(understand(reading, briefing_id=str(uuid.uuid4()))))
    assert [word for word in words if word not in found] == []


@pytest.mark.parametrize(
    "data",
    [
        b"From: a\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n"
        + b"--b\nContent-Type: multipart/mixed; boundary=b\n\n" * 5_000,
        b"From: a\nMIME-Version: 1.0\nSubject: " + b"=?utf-8?q?a?= " * 100_000 + b"\n\nText.",
        b"From: a\nMIME-Version: 1.0\n\n" + b"Best regards\n" * 20_000,
        b"From: a\nMIME-Version: 1.0\nContent-Type: text/html\n\n" + b"<div class=gmail_quote>" * 30_000,
    ],
    ids=["parts", "subject", "farewells", "quotes"],
)
@pytest.mark.slow
def test_a_hostile_mail_takes_no_time(data):
    with contextlib.suppress(Unreadable):
        read(data, name="draft.eml")


def test_what_the_sheets_of_a_saved_page_hide_is_left_out():
    page = EmailMessage(policy=SMTP)
    page["From"], page["Subject"] = "<Saved by Blink>", "Berth"
    page.set_content(f"<h1>Berth</h1><p>{APPROVED}</p><p class='off'>The chairman paid.</p>", subtype="html")
    page.add_related(b".off { display: none }", "text", "css", cid="<css@frame>")
    reading = read(page.as_bytes(), name="page.mht")
    assert [line.text for line in reading.lines if line.left_out] == ["The chairman paid."]


def test_a_mail_that_was_copied_with_its_head_has_its_subject_as_headline_and_no_reply():
    text = (
        "From: Mina Torvald <mina@paper.example>\nSent: Monday, May 4, 2026 16:00\nTo: desk\nSubject: Second berth\n\n"
        f"{BODY}\n\nSent from my iPhone\n\n"
        "> On 4 May 2026, at 11:02, Egon <egon@b.example> wrote:\n> \n> Leave me out.\n"
    )
    reading = read_text(text)
    titles = [line.text for line in reading.lines if line.style == "title"]
    gone = [line.text for line in reading.lines if line.left_out]
    assert titles == ["Second berth"]
    assert shown(reading)[1:] == BODY.split("\n\n")
    assert gone == ["Sent from my iPhone", "On 4 May 2026, at 11:02, Egon <egon@b.example> wrote:", "Leave me out."]


def test_who_passed_a_mail_on_stands_beside_its_text():
    head = (
        "---------- Forwarded message ---------\nFrom: Ines <ines@b.example>\nDate: Mon, May 4\nTo: Bo <bo@b.example>"
    )
    reading = read(mail(f"{head}\n\n{BODY}", subject="Fwd: Second berth"), name="m.eml")
    assert shown(reading) == ["Second berth", *BODY.split("\n\n")]
