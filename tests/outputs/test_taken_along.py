"""What a reader takes along: a quotation with its attribution, and a letter about an error."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest
from django.utils.translation import override

from briefings.content import PersonName
from briefings.outputs.page import parts
from briefings.outputs.taken_along import citation, error_report
from tests.outputs.makers import LATER, PATH, SITE, make_briefing, make_content, quote, section
from tests.outputs.pages import Outline, briefing_page, rendered

ASKING = replace(SITE, error_address="errors@news.example")


def quoted(*, language="en", role="US Special Envoy", words="as strong\nas ever", person="Steve Witkoff", **facts):
    named = PersonName(name=person, kind="public") if person else None
    block = quote("qaaaaaaaa", words, section=None, person=named, role=role, **facts)
    content = make_content(language=language, headline="Allies pledge", blocks=(block,))
    return make_briefing(content=content, updated=LATER)


def copied(briefing, *, site=SITE):
    language = briefing.content.language
    (said, anchor), *_ = parts(briefing.content, as_of=LATER.date()).quotations
    with override(language):
        return citation(said, anchor=anchor, briefing=briefing, site=site)


def test_a_quotation_is_copied_with_speaker_role_briefing_site_day_and_its_place():
    assert copied(quoted()).split("\n") == [
        "“as strong as ever” – Steve Witkoff, US Special Envoy, in Allies pledge (The Daily Brief, 7 January 2026)",
        f"https://news.example{PATH}#qaaaaaaaa",
    ]


def test_a_quotation_has_the_marks_and_the_words_of_its_language():
    assert copied(quoted(language="fr")).startswith(
        "«\u202fas strong as ever\u202f» – Steve Witkoff, US Special Envoy, dans "
    )
    assert "Steve Witkoff، US Special Envoy، في: Allies pledge (The Daily Brief، 7 يناير 2026)" in copied(
        quoted(language="ar")
    )


def test_what_was_translated_or_has_no_speaker_is_copied_with_that():
    assert "Steve Witkoff, translated from French, in" in copied(quoted(role="", translated_from="fr"))
    assert "– Speaker not named, in" in copied(quoted(role="", person=""))
    assert "(7 January 2026)" in copied(quoted(), site=replace(SITE, name=""))


def test_of_an_edition_as_published_its_own_address_is_copied():
    facts = replace(quoted(), as_published=True, path=f"{PATH}v/1/")

    assert copied(facts).endswith(f"https://news.example{PATH}v/1/#qaaaaaaaa")


def test_words_that_are_not_found_in_the_text_lead_to_their_section():
    page = briefing_page(make_briefing(content=make_content(blocks=(section("<p>x</p>"), quote("qaaaaaaaa", "y")))))

    (item,) = [one["data-quotation"] for _tag, one in Outline(page).tags if "data-quotation" in one]
    assert item.endswith(f"{PATH}#saaaaaaaa")


@pytest.mark.parametrize(
    "headline",
    [
        "Fish & chips?body=x&bcc=a@b.example#top",
        'He said "no" <script> 100% + more',
        "الحلفاء يتعهدون بضمانات",
    ],
)
def test_a_headline_of_any_kind_stays_the_subject_of_the_letter(headline):
    address = urlsplit(error_report(ASKING, make_briefing(content=make_content(headline=headline))))

    assert (address.scheme, address.path, address.fragment) == ("mailto", "errors@news.example", "")
    assert parse_qs(address.query, strict_parsing=True) == {
        "subject": [f"Error in: {headline}"],
        "body": [f"\r\n\r\nhttps://news.example{PATH}"],
    }


def test_a_line_break_in_a_headline_adds_no_line_to_the_letters_head():
    content = make_content().model_copy(update={"headline": "One\r\nBcc: a@b.example"})

    assert "subject=Error%20in%3A%20One%20Bcc%3A%20a%40b.example&" in error_report(
        ASKING, make_briefing(content=content)
    )


@pytest.mark.parametrize("letter", ["x", "م"])
def test_a_long_headline_is_cut_so_that_mail_programs_take_the_address(letter):
    address = error_report(ASKING, make_briefing(content=make_content(headline=letter * 300)))

    assert len(address) < 1_000
    assert "%E2%80%A6&body" in address


def test_a_briefing_ends_with_a_link_to_report_an_error_where_the_site_takes_such_letters():
    def links(site):
        briefing = make_briefing()
        page = parts(briefing.content, as_of=LATER.date())
        html = rendered("briefings/briefing.html", site=site, briefing=briefing, page=page)
        return [link["href"] for link in Outline(html).all("a") if link["href"].startswith("mailto:")]

    assert links(ASKING) == [error_report(ASKING, make_briefing())]
    assert links(SITE) == []
