"""Standing pages: what is saved, what readers get, and addresses that stay."""

from uuid import uuid4

import pytest

from briefings import workflow
from briefings.log import verify_log
from briefings.models import AuditEntry, LogHead, PublicRecord, StandingPage
from briefings.workflow import Refused
from briefings.workflow.pages import standing_pages as pages
from tests.log.test_rebuild import empty, read_rows
from tests.workflow.making import everything, make_user
from tests.workflow.site_and_pages import publish, published, save

pytestmark = pytest.mark.django_db


def refused(act):
    before = everything()
    with pytest.raises(Refused) as refusal:
        act()
    assert everything() == before
    return list(refusal.value.reasons)


# Saving


def test_a_save_is_counted_and_on_record_and_readers_have_nothing():
    chief = make_user()

    page = save(by=chief)
    page = save(page=page, by=chief, heading="About us")

    assert (page.version, page.heading, page.saved_by) == (2, "About us", chief)
    assert [entry.detail for entry in AuditEntry.objects.order_by("id")] == ["version 1", "version 2"]
    assert not PublicRecord.objects.exists()
    assert not LogHead.objects.filter(site_version__gt=0).exists()


def test_the_same_form_sent_twice_is_one_save():
    page = save()

    again = save(page=page, expected=0)

    assert (again.pk, again.version) == (page.pk, 1)
    assert AuditEntry.objects.count() == 1


def test_a_form_of_an_older_version_writes_nothing():
    page = save()
    save(page=page, heading="Theirs")

    assert refused(lambda: save(page=page, heading="Mine", expected=1)) == [
        "Somebody saved this page meanwhile. Look at what stands there now, then save it."
    ]


def test_without_an_address_one_is_made_from_the_heading_and_is_free():
    names = [save("", heading=heading).slug for heading in ("Über uns", "Über uns", "日本")]

    assert names == ["uber-uns", "uber-uns-2", "riben"]


def test_everything_that_stands_against_a_save_is_said_at_once():
    save("contact")
    page = save()

    reasons = refused(lambda: save("contact", page=page, expected=7, heading=" ", language="en"))

    assert reasons == [
        "Write the heading of the page.",
        "The address “contact” belongs to another page. Choose another.",
        "Somebody saved this page meanwhile. Look at what stands there now, then save it.",
    ]


def test_what_no_page_can_hold_is_refused_by_its_field():
    reasons = refused(lambda: save("No Address", language="english", page=StandingPage(uuid=uuid4())))

    assert [reason.split(" ")[1] for reason in reasons] == ["address", "language"]


# Publishing


def test_readers_get_the_page_as_it_was_saved_until_it_is_published_again():
    page = published()
    save(page=page, body="<p>Changed.</p>")

    assert pages.live_page(page).body == "<p>The text of about.</p>"
    publish(page)
    assert pages.live_page(page).body == "<p>Changed.</p>"
    assert AuditEntry.objects.filter(action="published", about=f"standingpage:{page.uuid}").count() == 2


def test_placeholders_an_empty_text_and_an_older_look_block_publishing_all_at_once():
    page = save(heading="About [name]", body="<p>At [street, place] by <strong>[number]</strong>.</p>")
    empty_page = save("contact", body="")

    assert refused(lambda: publish(page, expected=0)) == [
        "Somebody saved this page meanwhile. Look at what stands there now, then publish it.",
        "Fill in what still stands in square brackets: [name], [street, place], [number].",
    ]
    assert refused(lambda: publish(empty_page)) == ["Write the text of the page."]


def test_publishing_what_readers_have_already_appends_nothing():
    page = published()

    assert refused(lambda: publish(page)) == ["Readers have this text already."]


def test_an_address_that_was_public_is_never_given_to_another_page():
    page = published()
    save("who-we-are", page=page)
    publish(page)
    taken = ["The address “about” belongs to another page. Choose another."]

    assert refused(lambda: save("about", page=StandingPage(uuid=uuid4()))) == taken
    workflow.take_down_page(page, by=None)
    assert refused(lambda: save("about", page=StandingPage(uuid=uuid4()))) == taken
    assert save("", heading="About").slug == "about-2"
    assert save("about", page=StandingPage.objects.get(pk=page.pk)).slug == "about"


def test_a_page_that_is_taken_down_is_gone_and_may_come_back():
    page = published()

    workflow.take_down_page(page, by=None)

    assert pages.live_page(page) is None
    assert refused(lambda: workflow.take_down_page(page, by=None)) == ["Readers do not have this page."]
    publish(page)
    assert pages.live_page(page).slug == "about"


# Who may, and the log


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_who_may_not_is_told_whom_to_ask(role):
    user, page, other = make_user(role=role), published(), save("contact")
    acts = [
        lambda: save("about", page=page, heading="Forged", by=user),
        lambda: publish(other, by=user),
        lambda: workflow.take_down_page(page, by=user),
        lambda: workflow.order_pages([other.uuid, page.uuid], by=user),
    ]

    reasons = {reason for act in acts for reason in refused(act)}

    assert reasons == {"You may not change the site’s name, look and pages. Ask a chief editor or a site admin."}


def test_the_log_stays_whole_and_rebuild_makes_the_same_rows():
    for slug in ("about", "contact", "privacy"):
        published(slug)
    workflow.order_pages([page.uuid for page in reversed(StandingPage.objects.all())], by=None)
    workflow.take_down_page(StandingPage.objects.get(slug="privacy"), by=None)
    before = read_rows()

    empty()
    workflow.rebuild()

    assert read_rows() == before
    assert verify_log().problems == []
