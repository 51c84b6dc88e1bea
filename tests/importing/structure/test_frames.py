"""What stands around the text of a draft is in no part of it, and an editor is told why."""

import pytest

from briefings.importing.structure import frames
from tests.importing.structure.line_roles import LONG, headings, markdown, role_of, roles, shaped

HEADLINE = "Allies meet in Paris to talk about the harbour"
REST = "They met again on Tuesday. Nobody said what comes next, and nobody asked for it."


def reason_of(imported, words):
    part = next(part for part in imported.parts if part.line.text.startswith(words))
    return part.reason if part.role == "unplaced" else part.role


def around(*, above=(), below=()):
    return shaped(markdown(*above, HEADLINE, LONG, REST, *below))


@pytest.mark.parametrize(
    "call",
    [
        "Subscribe to our weekly newsletter, sent straight to your inbox.",
        "Click to share on Twitter (Opens in new window)",
        "Leave your thoughts in the comments section below.",
        "Jetzt unseren Newsletter abonnieren: jeden Morgen neu",
        "Abonnez-vous à notre newsletter",
        "Suscríbete a nuestra newsletter",
        "Підписуйтесь на наш телеграм-канал",
        "تابعونا على فيسبوك",
        "We use cookies to improve our services. You can change this.",
        "Diese Website verwendet Cookies.",
        "En poursuivant, vous acceptez nos cookies.",
        "© 2023 Lindmoor Times. All rights reserved.",
    ],
)
def test_a_call_to_the_readers_of_a_page_is_no_text(call):
    assert role_of(around(below=(call,)), call) == "unplaced"
    assert headings(shaped(markdown(HEADLINE, LONG, call, LONG, REST))) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Follow the money, said the mayor, and nobody did.",
        "Join us or leave us, the crews told the port.",
        "Facebook and Twitter said they would pay.",
        "The council wants fewer cookies in its tins.",
        "Share prices fell by a third on Monday.",
    ],
)
def test_a_sentence_of_the_news_is_text_whatever_it_begins_with_or_names(sentence):
    assert role_of(around(below=(sentence, REST)), sentence) == "text"


@pytest.mark.parametrize(
    "credit",
    [
        "(Reporting by Ann Lee in Paris; Editing by Omar Diaz)",
        "Reporting by Ann Lee; editing by Omar Diaz",
        "(Mitarbeit: Ann Lee; redigiert von Omar Diaz)",
        "(Reportage de Ann Lee, édité par Omar Diaz)",
        "(Reporte de Ann Lee; editado por Omar Diaz)",
        "(Підготувала Олена Коваль; редагував Іван Бойко)",
        "(إعداد ليلى حداد؛ تحرير سامي نصر)",
    ],
)
def test_who_reported_and_edited_is_a_credit_and_no_text(credit):
    assert reason_of(around(below=(credit,)), credit) == frames.CREDIT


@pytest.mark.parametrize(
    "slug",
    ["BC-LINDMOOR-FERRY", "LINDMOOR-FERRY-3rdLd", "HARBOUR/TALKS", "(EDS: adds quotes)", "Eds: updates throughout"],
)
def test_a_slug_is_neither_headline_nor_text(slug):
    imported = around(above=(slug,))
    assert (reason_of(imported, slug), imported.content.headline) == (frames.SLUG, HEADLINE)


@pytest.mark.parametrize("name", ["COVID-19", "G7", "NATO"])
def test_a_name_in_capitals_is_no_slug(name):
    assert role_of(shaped(markdown(name, LONG, REST)), name) == "headline"


@pytest.mark.parametrize("end", ["ENDS", "-ENDS-", "ENDE", "-30-", "###", "КІНЕЦЬ"])
def test_what_says_that_a_text_ends_is_none(end):
    imported = around(below=(end, "Notes to editors", "The harbour was built in 1903. It is the oldest of them all."))
    assert reason_of(imported, end) not in ("text", "heading")
    assert headings(imported) == ["Notes to editors"]


@pytest.mark.parametrize(
    "label",
    [
        "FOR IMMEDIATE RELEASE",
        "PRESS RELEASE – for immediate release",
        "Press release | 3 March 2026",
        "Pressemitteilung Nr. 41/2026",
        "Pressemitteilung — Sofort veröffentlichen",
        "Communiqué de presse",
        "Nota de prensa",
        "Прес-реліз",
        "بيان صحفي",
    ],
)
def test_what_names_the_kind_of_text_stands_above_the_headline(label):
    imported = around(above=(label,))
    assert (reason_of(imported, label), imported.content.headline) == (frames.RELEASE, HEADLINE)


def test_a_headline_may_begin_with_the_name_of_a_kind():
    assert shaped(markdown("Press release tidal wave from the council", LONG)).content.headline.startswith("Press")


@pytest.mark.parametrize(
    "block",
    [
        ("Media contact:", "Ann Lee", "Harbour Office", "+44 1632 960118", "press@example.org"),
        ("Contacts presse", "Ann Lee – 01 63 29 60 11 18"),
        ("**Pressekontakt:**", "Ann Lee, presse@example.org"),
        ("Contacto de prensa: prensa@example.org",),
        ("Контакти для преси", "Олена Коваль, 044 123 45 67"),
        ("للتواصل الإعلامي", "press@example.org"),
    ],
)
def test_whom_journalists_may_ask_is_no_text(block):
    imported = around(below=(*block, "About the harbour", "It was built in 1903. It is the oldest of them all."))
    assert {part.reason for part in imported.parts if part.role == "unplaced"} == {frames.CONTACT}
    assert len(imported.unplaced) == len(block)
    assert headings(imported) == ["About the harbour"]


def test_a_heading_that_names_contacts_without_a_number_is_a_heading():
    draft = around(below=("Contacts", "The two sides kept their contacts, and both said so on Monday.", REST))
    assert headings(draft) == ["Contacts"]


@pytest.mark.parametrize(
    "opening",
    [
        "Here is a briefing on the ferry strike:",
        "Sure! Here’s a short version of the text.",
        "Certainly! Here is the briefing you asked for:",
        "Gerne! Hier ist der Text:",
        "Voici une synthèse de la grève :",
        "Claro, aquí tienes el resumen:",
        "Звичайно! Ось короткий виклад:",
        "بالتأكيد! إليك الملخص:",
    ],
)
def test_what_a_chatbot_says_first_is_no_text(opening):
    imported = around(above=(opening,))
    assert (reason_of(imported, opening[:10]), imported.content.headline) == (frames.OPENING, HEADLINE)


@pytest.mark.parametrize(
    "closing",
    [
        "Let me know if you’d like a shorter version!",
        "Would you like me to add a FAQ?",
        "Soll ich den Text kürzen?",
        "Souhaitez-vous que je le raccourcisse ?",
        "¿Quieres que lo acorte?",
        "Хочете, щоб я скоротив текст?",
        "هل تريد أن أختصر النص؟",
    ],
)
def test_what_a_chatbot_says_last_is_no_text_even_inside_the_last_paragraph(closing):
    assert reason_of(around(below=(closing,)), closing) == frames.CLOSING
    inside = shaped(markdown(HEADLINE, LONG, f"{REST} {closing}"))
    assert roles(inside)[-2:] == [("text", REST), ("unplaced", closing)]


def test_a_question_in_the_middle_is_no_chatbots_last_one():
    question = "Should I stay in the town tonight?"
    imported = shaped(markdown(HEADLINE, LONG, question, REST))
    assert role_of(imported, question) != "unplaced"


def test_the_headline_that_stands_twice_is_taken_once():
    imported = shaped(markdown("3 March 2026", HEADLINE, HEADLINE, LONG, REST))
    assert (imported.content.headline, imported.content.lede) == (HEADLINE, LONG)
    assert imported.unplaced == ("3 March 2026", HEADLINE)


def test_the_name_of_a_site_stands_above_its_headline():
    imported = shaped(markdown("Lindmoor Times", "Local", HEADLINE, LONG, REST))
    assert (imported.content.headline, imported.content.lede) == (HEADLINE, LONG)
    assert imported.unplaced == ("Lindmoor Times", "Local")


def test_what_stands_around_a_page_may_hold_its_day_and_author():
    imported = shaped(markdown("Press releases", "3 March 2026", "By Ann Lee and Omar Diaz", HEADLINE, LONG, REST))
    assert (imported.content.headline, imported.content.lede) == (HEADLINE, LONG)


def test_the_form_for_comments_is_no_text():
    form = "Your email address will not be published. Required fields are marked *"
    assert role_of(around(below=(form,)), form) == "unplaced"


def test_a_headline_of_two_words_above_the_text_is_a_headline():
    assert shaped(markdown("Harbour closed", LONG, REST)).content.headline == "Harbour closed"


def test_numbers_of_notes_alone_are_no_heading_and_no_note_of_a_writer():
    imported = shaped(markdown(HEADLINE, LONG, "[3–5]", REST, "(1, 2)", REST))
    assert [part.reason for part in imported.parts if part.role == "unplaced"] == [frames.NOTES] * 2
    assert [finding.code for finding in imported.findings] == ["unplaced", "unplaced"]
