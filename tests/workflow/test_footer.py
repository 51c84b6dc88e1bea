"""The order of the standing pages in the footer: what moves, and what does not get a row for it."""

from uuid import UUID, uuid4

import pytest

from briefings import workflow
from briefings.models import LogHead, PublicRecord, PublishedName, StandingPage
from briefings.workflow import Refused
from briefings.workflow.pages import standing_pages as pages
from tests.workflow.making import everything
from tests.workflow.site_and_pages import publish, published, save

pytestmark = pytest.mark.django_db


def refused(act):
    before = everything()
    with pytest.raises(Refused) as refusal:
        act()
    assert everything() == before
    return list(refusal.value.reasons)


def footer():
    """What readers have in the footer, in order."""
    rows = PublishedName.objects.live().filter(kind="page", position__isnull=False)
    return list(rows.order_by("position").values_list("slug", flat=True))


def uuids(*slugs) -> list[UUID]:
    return [StandingPage.objects.get(slug=slug).uuid for slug in slugs]


def test_the_footer_follows_the_desk_and_only_what_moved_gets_a_row():
    for slug in ("about", "contact", "privacy"):
        published(slug)
    assert footer() == ["about", "contact", "privacy"]
    before = PublicRecord.objects.count()

    workflow.order_pages(uuids("contact", "about", "privacy"), by=None)

    assert footer() == ["contact", "about", "privacy"]
    assert PublicRecord.objects.count() - before == 2  # “about”, and “privacy” after it


def test_moving_what_readers_do_not_have_appends_nothing():
    for slug in ("about", "contact"):
        published(slug)
    save("privacy")
    published("imprint", in_footer=False)
    before = PublicRecord.objects.count(), LogHead.objects.get().site_version

    workflow.order_pages(uuids("imprint", "privacy", "about", "contact"), by=None)

    assert (PublicRecord.objects.count(), LogHead.objects.get().site_version) == before
    assert [page.slug for page in StandingPage.objects.all()] == ["imprint", "privacy", "about", "contact"]


def test_a_page_comes_into_the_footer_at_its_place_on_the_desk():
    for slug in ("about", "contact"):
        published(slug)
    page = save("privacy")
    workflow.order_pages(uuids("about", "privacy", "contact"), by=None)

    publish(page)

    assert footer() == ["about", "privacy", "contact"]


def test_moving_a_page_publishes_none_of_its_changes():
    for slug in ("about", "contact"):
        published(slug)
    page = save(page=StandingPage.objects.get(slug="about"), body="<p>Secret.</p>")

    workflow.order_pages(uuids("contact", "about"), by=None)

    assert pages.live_page(page).body == "<p>The text of about.</p>"


def test_an_order_of_other_pages_or_of_none_is_refused():
    for slug in ("about", "contact"):
        save(slug)

    other = ["There are other pages by now. Look at the list again."]
    assert refused(lambda: workflow.order_pages(uuids("about"), by=None)) == other
    assert refused(lambda: workflow.order_pages([uuid4(), *uuids("about")], by=None)) == other
    assert refused(lambda: workflow.order_pages(uuids("about", "contact"), by=None)) == [
        "The pages stand in this order already."
    ]


def test_a_page_that_is_taken_down_leaves_the_footer_and_comes_back_to_its_place():
    for slug in ("about", "contact", "privacy"):
        published(slug)
    page = StandingPage.objects.get(slug="about")

    workflow.take_down_page(page, by=None)
    assert footer() == ["contact", "privacy"]

    publish(page)
    assert footer() == ["about", "contact", "privacy"]
