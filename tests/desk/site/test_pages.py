"""Standing pages on the desk: written, looked at, published, ordered and taken down, and nothing typed is lost."""

import re

import pytest
from django.urls import reverse

from briefings import workflow
from briefings.models import AuditEntry, PublicRecord, StandingPage
from briefings.standing_pages import offered
from briefings.workflow.pages import standing_pages as pages
from tests.desk.sheets import fields_of, messages, posted
from tests.workflow.site_and_pages import published, save

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/standingpage/"
ADD = f"{LIST}add/"


def address(page, page_name="change"):
    return reverse(f"admin:briefings_standingpage_{page_name}", args=[page.pk])


def opened(desk, page=None):
    return fields_of(desk.get(address(page) if page else ADD), "page_form")


def sent(desk, fields, page=None, button="_save"):
    return posted(desk, address(page) if page else ADD, fields | {button: "1"})


def the_page():
    return StandingPage.objects.get()


# Writing


def test_links_that_lead_nowhere_stand_beside_the_form(desk):
    page = save(body='<p><a href="/half/">Half</a> and <a href="https://example.org/">whole</a></p>')

    assert [link.code for link in desk.get(address(page)).context["links"]] == ["link-no-address"]
    assert "“Half” links to “/half/”, which is half an address." in desk.get(address(page)).content.decode()


def test_a_page_is_written_and_readers_notice_nothing_until_it_is_published(desk, client):
    fields = opened(desk) | {"heading": "About us", "body": "We write.\n\nBriefly.", "slug": ""}

    answer = sent(desk, fields)

    assert messages(answer) == ["Saved. Readers have what was published last until you publish this."]
    assert (the_page().slug, the_page().body) == ("about-us", "<p>We write.</p><p>Briefly.</p>")
    assert client.get("/about/about-us/").status_code == 404
    answer = sent(desk, opened(desk, the_page()), the_page(), "_publish")
    assert messages(answer) == ["Published."]
    assert "<p>We write.</p><p>Briefly.</p>" in client.get("/about/about-us/").content.decode()


def test_a_new_page_that_is_sent_twice_is_one(desk):
    fields = opened(desk) | {"heading": "About us", "body": "<p>We write.</p>", "slug": "about"}

    sent(desk, fields)
    sent(desk, fields)

    assert (the_page().slug, the_page().version) == ("about", 1)


def test_what_is_wrong_stands_at_its_field_and_all_that_was_typed_is_there(desk):
    fields = opened(desk) | {"heading": "", "body": "<p>Typed.</p>", "slug": "No Address", "language": "english"}

    page = sent(desk, fields).content.decode()

    assert "Not saved yet: 3 fields need a look. They are marked below." in page
    for words in ("Write the heading of the page.", "small letters a to z", "no language code", "Typed.", "No Address"):
        assert words in page
    assert not StandingPage.objects.exists()


def test_an_address_of_another_page_is_told_and_nothing_is_lost(desk):
    published("about")
    fields = opened(desk) | {"heading": "Mine", "body": "<p>My words.</p>", "slug": "about"}

    page = sent(desk, fields).content.decode()

    assert "The address “about” belongs to another page. Choose another." in page
    assert "My words." in page


def test_whoever_saves_over_a_newer_text_sees_it_first_and_loses_no_word(desk):
    page = save()
    mine = opened(desk, page) | {"body": "<p>My words.</p>"}
    save(page=page, body="<p>Their words.</p>")

    answer = sent(desk, mine, page)

    text = answer.content.decode()
    assert "Somebody saved this page meanwhile." in text
    assert "Their words." in text
    assert fields_of(answer, "page_form")["body"] == "<p>My words.</p>"
    page.refresh_from_db()
    assert page.body == "<p>Their words.</p>"
    sent(desk, fields_of(answer, "page_form"), page)
    page.refresh_from_db()
    assert (page.body, page.version) == ("<p>My words.</p>", 3)


def test_a_form_sent_at_one_page_never_writes_another(desk):
    page, other = save("about"), save("contact")
    forged = opened(desk, page) | {"uuid": str(other.uuid), "heading": "Forged"}

    sent(desk, forged, page)

    other.refresh_from_db()
    assert other.heading == "All about contact"


def test_a_text_that_is_sent_after_the_login_ended_comes_back_and_can_be_sent_once_more(desk):
    fields = opened(desk) | {"heading": "About us", "body": "<p>An hour of work.</p>", "_save": "1"}
    desk.logout()

    answer = desk.post(ADD, fields, headers={"Origin": "http://testserver"})

    assert answer.status_code == 403
    assert fields_of(answer, "")["body"] == "<p>An hour of work.</p>"


# Offered drafts


def test_drafts_are_offered_until_a_page_has_their_address(desk):
    slugs = {draft["slug"] for draft in offered()}
    save("about")

    page = desk.get(LIST).content.decode()

    assert set(re.findall(r"\?from=([a-z-]+)", page)) == slugs - {"about"}


@pytest.mark.parametrize("draft", offered(), ids=lambda draft: draft["slug"])
def test_a_page_begins_with_an_offered_draft_and_its_brackets_keep_it_from_readers(desk, draft):
    fields = fields_of(desk.get(f"{ADD}?from={draft['slug']}"), "page_form")
    assert fields["heading"] == draft["heading"]

    answer = sent(desk, fields, button="_publish").content.decode()

    assert "Saved, and not published:" in answer
    assert "Fill in what still stands in square brackets: [" in answer
    assert the_page().slug == draft["slug"]
    assert not PublicRecord.objects.exists()


def test_a_draft_that_is_not_offered_begins_an_empty_page(desk):
    for name in ("nothing", "", "%00", "../etc/passwd", "x" * 3000):
        assert fields_of(desk.get(f"{ADD}?from={name}"), "page_form")["heading"] == "", name


# Looking, publishing, taking down


def test_a_preview_is_the_readers_page_of_the_form_and_saves_nothing(desk):
    page = published("about")
    fields = opened(desk, page) | {"heading": "Not saved", "body": "<p>Typed.</p><script>x</script>"}

    answer = desk.post(address(page, "preview"), fields)

    text = answer.content.decode()
    for words in ("Preview. Readers do not see this", "<h1>Not saved</h1>", "<p>Typed.</p>", 'content="noindex"'):
        assert words in text
    assert "<script" not in text
    assert "no-store" in answer["Cache-Control"]
    page.refresh_from_db()
    assert page.heading == "All about about"
    assert "All about about" in desk.get(address(page, "preview")).content.decode()


def test_a_preview_of_a_page_to_be_needs_no_row(desk):
    fields = opened(desk) | {"heading": "To be", "body": "<p>Typed.</p>"}

    assert "<h1>To be</h1>" in desk.post(f"{ADD}preview/", fields).content.decode()
    assert not StandingPage.objects.exists()


def test_a_page_is_taken_down_and_what_was_typed_meanwhile_is_still_there(desk, client):
    page = published("about")

    answer = sent(desk, opened(desk, page) | {"body": "<p>Half a thought</p>"}, page, "_take_down")

    assert messages(answer) == ["Taken down: readers find it no more."]
    assert "Half a thought" in answer.content.decode()
    assert client.get("/about/about/").status_code == 404
    answer = sent(desk, opened(desk, page), page, "_take_down")
    assert messages(answer) == ["Readers do not have this page."]


# The list


def test_the_list_says_of_each_page_what_readers_have(desk):
    published("about")
    changed = published("contact")
    save("contact", page=changed, body="<p>New.</p>")
    save("privacy")

    states = re.findall(r'class="badge [a-z-]+">([^<]+)<', desk.get(LIST).content.decode())

    assert states == ["Live", "Live, changed since", "Not published"]


def test_arrows_move_a_page_here_and_in_the_footer(desk, client):
    one, two = published("about"), published("contact")

    answer = posted(desk, LIST, {"_move": f"up {two.uuid}"})

    assert messages(answer) == ["The order was changed, in the footer as well."]
    assert list(StandingPage.objects.values_list("slug", flat=True)) == ["contact", "about"]
    home = client.get("/").content.decode()
    assert home.index("/about/contact/") < home.index("/about/about/")
    for move in (f"up {two.uuid}", f"down {one.uuid}", f"left {one.uuid}", "up nothing", "", "up \0"):
        assert desk.post(LIST, {"_move": move}, follow=True).status_code == 200, move
    assert AuditEntry.objects.filter(action="put in order").count() == 1


def test_the_history_of_a_page_holds_who_did_what_to_it_and_to_their_order(desk):
    page, other = published("about"), save("contact")
    workflow.order_pages([other.uuid, page.uuid], by=None)

    history = desk.get(address(page, "history")).content.decode()

    for act in ("saved", "published", "put in order"):
        assert history.count(f"<td>{act}</td>") == 1


def test_the_list_and_a_page_cost_the_same_however_many_pages_there_are(desk, django_assert_max_num_queries):
    for number in range(12):
        published(f"page-{number}")

    for where in (LIST, address(StandingPage.objects.first())):
        with django_assert_max_num_queries(10):
            assert desk.get(where).status_code == 200


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_who_may_not_change_the_site_sees_none_of_it(at_desk, role):
    page, client = published("about"), at_desk("tom", role)

    for where in (LIST, ADD, address(page), address(page, "preview")):
        assert client.get(where).status_code == client.post(where, {"_move": "up"}).status_code == 403
    assert "standingpage" not in client.get("/admin/").content.decode()
    assert pages.live_page(page) is not None
