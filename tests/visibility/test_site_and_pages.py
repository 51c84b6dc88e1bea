"""The site's identity and its standing pages, as readers have them at any moment; what is hidden is as unknown."""

from datetime import UTC, datetime

import pytest
from django.utils import timezone
from django.utils.http import parse_http_date

from briefings import workflow, working_copy
from briefings.models import Image
from tests.documented import queries
from tests.making import HOUR, LONG_AGO, SECOND, TICK
from tests.visibility.feed_addresses import feeds_of
from tests.visibility.hidden import SECRET
from tests.visibility.surfaces import UNKNOWN
from tests.workflow.site_and_pages import publish, save, set_site

FEEDS = feeds_of("/feeds/", "/en/feeds/")


def published(slug, **values):
    """The page, and since when readers have it."""
    page = save(slug, **values)
    return page, publish(page).live_from


@pytest.fixture
def ordinary(make_edition):
    return make_edition("ordinary", live_from=LONG_AGO, topics=("marmots",))


# The identity


def test_the_settings_name_the_site_until_something_stands(surfaces, ordinary):
    before = timezone.now()
    begins = set_site(tagline="News, briefly", footer="Printed nowhere").live_from

    assert "Test Briefings" in surfaces["/"].at(before)
    assert surfaces.showing("The Harbour Desk", begins - TICK) == set()
    assert "Test Briefings" not in surfaces["/"].at(begins)


def test_name_and_lines_stand_on_every_page_also_of_what_is_unknown_and_in_the_feeds(surfaces, ordinary):
    begins = set_site(tagline="News, briefly", footer="Printed nowhere").live_from

    answers = surfaces.seen(begins).items()
    pages = {path for path, answer in answers if answer.body and answer["Content-Type"].startswith("text/html")}
    assert f"/{UNKNOWN}/" in pages
    assert surfaces.showing("Printed nowhere", begins) == pages
    feeds = feeds_of(
        *("/feeds/", "/en/feeds/", "/feeds/archive/2020-06-01/", "/topics/marmots/", "/corrections/", "/faq/"),
        *("/people/ordinary-speaker/", "/authors/ordinary-author/"),
    )
    named = pages | feeds | {"/opensearch.xml"}
    assert surfaces.showing("The Harbour Desk", begins) == surfaces.showing("News, briefly", begins) == named


def test_each_identity_stands_in_its_own_time(surfaces, ordinary):
    first = set_site(name="The Harbour Desk").live_from
    second = set_site(name="The Quay").live_from

    for path in ("/", "/feeds/rss.xml", f"/{UNKNOWN}/"):
        assert "The Harbour Desk" in surfaces[path].at(first)
        assert "The Harbour Desk" in surfaces[path].at(second - TICK)
        assert "The Quay" in surfaces[path].at(second)
        assert "The Harbour Desk" not in surfaces[path].at(second)


def test_accents_stand_on_every_page_and_the_policy_allows_that_style_and_no_other(surfaces, ordinary):
    plain = surfaces["/"].answer(timezone.now())
    begins = set_site(accent_light="#1d4f91", accent_dark="#8ab4f8").live_from

    assert "<style>" not in plain.text
    assert "sha256" not in plain["Content-Security-Policy"]
    for path in ("/", "/briefings/ordinary/", f"/{UNKNOWN}/"):
        answer = surfaces[path].answer(begins)
        style = answer.body.decode().partition("<style>")[2].partition("</style>")[0]
        assert style == (
            "@media (prefers-color-scheme:light){:root{--accent:#1d4f91}}"
            "@media (prefers-color-scheme:dark){:root{--accent:#8ab4f8}}"
        )
        assert "'unsafe-inline'" not in answer["Content-Security-Policy"]
        assert "'sha256-" in answer["Content-Security-Policy"]


def test_an_accent_for_one_scheme_alone_stands_there_alone(surfaces, ordinary):
    begins = set_site(accent_dark="#8ab4f8").live_from

    page = surfaces["/"].at(begins)

    assert "<style>@media (prefers-color-scheme:dark){:root{--accent:#8ab4f8}}</style>" in page


def test_a_logo_says_the_name_and_its_file_goes_out_while_it_stands(surfaces, ordinary):
    facts = {"token": "t" * 22, "sha256": "0" * 64, "width": 400, "height": 200, "widths": [320], "fallback": "png"}
    image = Image.objects.create(**facts)
    begins = set_site(logo=working_copy.image_name(image)).live_from
    ends = set_site().live_from

    page = surfaces["/"].at(begins)
    assert f"/media/{image.token}/" in page
    assert 'alt="The Harbour Desk"' in page
    assert image.token not in surfaces["/"].at(begins - TICK)
    assert image.token not in surfaces["/"].at(ends)


# Pages


def test_a_page_and_its_place_in_the_footer_show_from_its_moment_on(surfaces, ordinary):
    _page, begins = published(SECRET)

    assert surfaces.showing(SECRET, begins - TICK) == set()
    assert surfaces[f"/about/{SECRET}/"].answer(begins - TICK) == surfaces.unknown(begins - TICK)
    assert f"The text of {SECRET}." in surfaces[f"/about/{SECRET}/"].at(begins)
    assert f"All about {SECRET}" in surfaces["/"].at(begins)
    assert f"All about {SECRET}" in surfaces[f"/{UNKNOWN}/"].at(begins)
    assert f"<loc>https://news.example/about/{SECRET}/</loc>" in surfaces["/sitemaps/pages.xml"].at(begins)


def test_a_page_that_is_not_in_the_footer_is_at_its_address_alone(surfaces, ordinary):
    _page, begins = published(SECRET, in_footer=False)

    assert surfaces.showing(SECRET, begins) == {f"/about/{SECRET}/"}


def test_what_is_saved_and_not_published_changes_no_byte_and_no_header_anywhere(surfaces, ordinary):
    page, _begins = published("contact")
    at = timezone.now() + HOUR
    before = surfaces.seen(at)

    save(SECRET)
    save("contact", page=page, heading=f"The {SECRET}", body=f"<p>The {SECRET}.</p>", in_footer=False)
    save(f"{SECRET}-renamed", page=page)

    after = surfaces.seen(at)
    assert {path: after[path] for path in before} == before
    assert {after[path] for path in set(after) - set(before)} == {surfaces.unknown(at)}
    assert surfaces.showing(SECRET, at) == set()


def test_a_page_that_was_taken_down_is_as_unknown_as_any_and_back_when_it_is_published_again(surfaces, ordinary):
    page, _begins = published(SECRET)
    gone = workflow.take_down_page(page, by=None).live_from
    again = publish(page).live_from

    assert surfaces[f"/about/{SECRET}/"].answer(gone - TICK).status == 200
    assert surfaces[f"/about/{SECRET}/"].answer(gone) == surfaces.unknown(gone)
    assert surfaces.showing(SECRET, gone) == set()
    assert surfaces[f"/about/{SECRET}/"].answer(again).status == 200


def test_former_addresses_lead_to_todays_and_to_nothing_once_the_page_is_gone(surfaces, ordinary):
    page, first = published("about")
    page, second = published("who-we-are", page=page)
    _page, third = published("us", page=page)
    gone = workflow.take_down_page(page, by=None).live_from

    for former, moments in (("about", (second, third)), ("who-we-are", (third,))):
        for at in moments:
            answer = surfaces[f"/about/{former}/"].answer(at)
            today = "who-we-are" if at == second else "us"
            assert (answer.status, answer["Location"], answer.body) == (301, f"/about/{today}/", b"")
        assert surfaces[f"/about/{former}/"].answer(gone) == surfaces.unknown(gone)
    assert surfaces["/about/who-we-are/"].answer(first) == surfaces.unknown(first)
    assert surfaces["/about/who-we-are/"].answer(second).status == 200


def test_the_footer_has_the_pages_in_order_at_each_moment(surfaces, ordinary):
    one, _ = published("one")
    two, begins = published("two")
    turned = workflow.order_pages([two.uuid, one.uuid], by=None)
    now = timezone.now()

    def footer(at):
        page = surfaces["/"].at(at)
        return sorted(("/about/one/", "/about/two/"), key=page.index)

    assert turned is None
    assert footer(begins) == ["/about/one/", "/about/two/"]
    assert footer(now) == ["/about/two/", "/about/one/"]


def test_last_modified_moves_with_the_identity_and_with_pages_and_no_304_hides_a_change(surfaces, ordinary):
    page, begins = published("contact")
    acts = (
        lambda: set_site(tagline="News, briefly").live_from,
        lambda: publish(save("contact", page=page, body="<p>Changed.</p>")).live_from,
        lambda: workflow.take_down_page(page, by=None).live_from,
    )
    before = surfaces["/"].answer(begins)

    for act in acts:
        moment = act()
        after = surfaces["/"].answer(moment)
        later = surfaces["/"].answer(moment + 2 * SECOND)
        modified = datetime.fromtimestamp(parse_http_date(later["Last-Modified"]), tz=UTC)
        assert moment <= modified <= moment + SECOND
        validators = {"HTTP_IF_NONE_MATCH": before["ETag"]}, {"HTTP_IF_MODIFIED_SINCE": before["Last-Modified"]}
        for validator in validators if later.body != before.body else ():
            assert surfaces["/"].answer(moment + 2 * SECOND, **validator) == later
        before = after


@pytest.mark.parametrize("language", ["ar", "de"])
def test_a_page_says_its_language_and_direction(surfaces, language):
    _page, begins = published("about", language=language)

    direction = "rtl" if language == "ar" else "ltr"
    assert f'<html lang="{language}" dir="{direction}">' in surfaces["/about/about/"].at(begins)


@pytest.mark.parametrize("number", [1, 8])
def test_a_page_costs_as_much_however_many_there_are(surfaces, make_edition, number):
    make_edition("one", live_from=LONG_AGO, topics=("marmots",))
    for at in range(number):
        _page, begins = published(f"page-{at}")

    assert surfaces["/about/page-0/"].counted(begins)[1] == queries("`/about/SLUG/` ")
