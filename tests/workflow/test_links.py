"""A text whose links lead readers nowhere at its moment is not published."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import SectionBlock
from briefings.models import Edition
from briefings.workflow import NotReady, Refused
from briefings.workflow.pages.standing_pages import live_page
from tests.content.texts import A
from tests.making import LONG_AGO, make_draft, make_edition
from tests.workflow.site_and_pages import publish, save

pytestmark = pytest.mark.django_db
SITE = "https://news.example"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


def linking(address):
    body = f'<p>See <a href="{address}">the other</a>.</p>'
    return make_draft("linking", blocks=(SectionBlock(key=A, heading="", body=body),)).briefing


def refused(briefing, **options):
    with pytest.raises(NotReady) as refusal:
        workflow.publish(briefing, by=None, **options)
    return str(refusal.value)


def test_a_link_to_a_withdrawn_briefing_or_to_the_desk_is_refused():
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka", briefing=edition.briefing, live_from=timezone.now(), kind=Edition.Kind.WITHDRAWN)

    assert "“the other” links to a briefing that was withdrawn" in refused(linking(f"{SITE}/briefings/quokka/"))
    assert "links to a page of the desk" in refused(linking(f"{SITE}/admin/"))
    assert not Edition.objects.filter(summary__slug="linking").exists()


def test_a_link_to_what_begins_earlier_may_be_scheduled_and_not_published_now():
    soon = timezone.now() + timedelta(hours=1)
    make_edition("numbat", live_from=soon)
    briefing = linking(f"{SITE}/briefings/numbat/")

    assert f"{SITE}/briefings/numbat/, where readers find nothing" in refused(briefing)
    assert workflow.publish(briefing, by=None, live_from=soon + timedelta(hours=1))


def test_a_link_to_what_was_merged_keeps_nothing_back():
    target = make_edition("quokka", live_from=LONG_AGO)
    merged = make_edition("numbat", live_from=LONG_AGO)
    workflow.merge_into(merged.briefing, into=target.briefing, by=None)

    assert workflow.publish(linking(f"{SITE}/briefings/numbat/"), by=None)


def page_linking(address):
    return save(body=f'<p>See <a href="{address}">the other</a>.</p>')


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("/corrections/", "links to “/corrections/”, which is half an address"),
        ("#source-1", "links to “#source-1”, which is half an address"),
        ("no address", "links to “no address”, which is no address"),
        (f"{SITE}/admin/", "links to a page of the desk"),
        (f"{SITE}/briefings/numbat/", "numbat/, where readers find nothing"),
        (f"{SITE}/briefings/wombat/", "wombat/, where readers find nothing"),
        (f"{SITE}/briefings/quokka/", "links to a briefing that was withdrawn"),
    ],
)
def test_a_standing_page_that_leads_readers_nowhere_is_not_published(address, sentence):
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka", briefing=edition.briefing, live_from=timezone.now(), kind=Edition.Kind.WITHDRAWN)
    make_edition("wombat", live_from=timezone.now() + timedelta(hours=1))
    page = page_linking(address)

    with pytest.raises(Refused) as refusal:
        publish(page)

    assert sentence in str(refusal.value)
    assert live_page(page) is None


@pytest.mark.parametrize("path", ["/briefings/quokka/", "/about/about/", "/corrections/", "/feeds/rss.xml"])
def test_a_standing_page_may_lead_to_what_readers_find_and_to_itself(path):
    make_edition("quokka", live_from=LONG_AGO)

    assert publish(page_linking(f"{SITE}{path}"))
