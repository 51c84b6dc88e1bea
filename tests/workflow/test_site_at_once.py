"""Two who change the site at once, each with a connection of their own: one is told, and the log stays whole."""

from uuid import uuid4

import pytest

from briefings import workflow
from briefings.models import StandingPage
from briefings.workflow.pages import site
from tests.workflow.site_and_pages import publish, published, save, set_site
from tests.workflow.test_at_once import assert_whole, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def kinds(outcomes):
    return sorted(type(outcome).__name__ for outcome in outcomes)


@pytest.mark.parametrize("names", [(), ("Before",)], ids=["the first", "a later one"])
def test_two_who_set_the_site_at_once_do_not_write_over_each_other(names):
    for name in names:
        set_site(name=name)
    looked_at = site.current_site()[1]

    outcomes = at_once(*[lambda name=name: set_site(name=name, expected=looked_at) for name in ("One", "Two")])

    assert kinds(outcomes) == ["PublicRecord", "Refused"]
    assert_whole()


def test_a_new_page_that_is_sent_twice_at_once_is_one():
    page = StandingPage(uuid=uuid4())

    at_once(*[lambda: save("about", page=page, expected=0)] * 2)

    assert StandingPage.objects.get().version == 1


def test_two_new_pages_with_one_address_at_once_do_not_share_it():
    outcomes = at_once(*[lambda: save("about")] * 2)

    assert kinds(outcomes) == ["Refused", "StandingPage"]


def test_publishing_ordering_and_taking_down_at_once_end_in_one_order():
    one, two, three = published("about"), published("contact"), save("privacy")

    at_once(
        lambda: publish(three),
        lambda: workflow.order_pages([three.uuid, two.uuid, one.uuid], by=None),
        lambda: workflow.take_down_page(one, by=None),
    )

    assert [page.slug for page in StandingPage.objects.all()] == ["privacy", "contact", "about"]
    assert_whole()
