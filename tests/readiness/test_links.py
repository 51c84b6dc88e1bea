"""Links that lead readers nowhere keep a briefing from them; those that lead on are said."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import SectionBlock
from briefings.models import Edition
from briefings.readiness import Level, blocking, of_links
from tests.content.texts import A, text
from tests.making import LONG_AGO, make_edition

SITE = "http://testserver"


@pytest.fixture(autouse=True)
def _site(settings):
    settings.SITE_URL = SITE


def linking(address: str):
    return text(blocks=(SectionBlock(key=A, heading="", body=f'<p>See <a href="{address}">the bridge</a>.</p>'),))


def of_the_text(address: str) -> list[tuple[str, str]]:
    return [(one.code, one.key) for one in blocking(linking(address)) if one.code.startswith("link")]


def of_readers(address: str, at=None) -> list[tuple[str, Level]]:
    return [(one.code, one.level) for one in of_links(linking(address), at or timezone.now())]


@pytest.mark.parametrize("address", ["/briefings/a/", "../b", "#top", "?q=1", "no address", "https://a", "index.html"])
def test_what_is_no_address_blocks_with_the_words_of_the_link(address):
    assert of_the_text(address) == [("link-no-address", A)]
    (finding,) = [one for one in blocking(linking(address)) if one.code == "link-no-address"]
    assert finding.sentence.startswith(f"“the bridge” links to “{address}”")


@pytest.mark.parametrize(
    "address", [f"{SITE}/admin/", f"{SITE}/admin/briefings/draft/7/change/", "HTTP://TESTSERVER:80/x/../admin/a"]
)
def test_a_link_to_the_desk_blocks(address):
    assert of_the_text(address) == [("link-to-desk", A)]


@pytest.mark.parametrize("address", ["https://example.org/", "mailto:a@b.example", "#source-1", f"{SITE}/feeds/"])
def test_other_links_do_not(address):
    assert of_the_text(address) == []


@pytest.mark.django_db
def test_a_live_briefing_may_be_linked_to_and_one_that_was_never_there_may_not(django_assert_num_queries):
    make_edition("quokka", live_from=LONG_AGO)

    assert of_readers(f"{SITE}/briefings/quokka/") == []
    assert of_readers(f"{SITE}/briefings/quokka") == []
    assert of_readers(f"{SITE}/briefings/numbat/") == [("link-to-nothing", Level.BLOCK)]
    assert of_readers(f"{SITE}/nothing/at/all/") == [("link-to-nothing", Level.BLOCK)]
    assert of_readers(f"{SITE}/feeds/") == []
    with django_assert_num_queries(0):
        of_readers("https://example.org/briefings/numbat/")
    with django_assert_num_queries(2):
        of_readers(f"{SITE}/briefings/quokka/")


@pytest.mark.django_db
def test_a_scheduled_one_may_be_linked_to_by_what_begins_after_it():
    later = timezone.now() + timedelta(hours=1)
    make_edition("quokka", live_from=later)

    assert of_readers(f"{SITE}/briefings/quokka/") == [("link-to-nothing", Level.BLOCK)]
    assert of_readers(f"{SITE}/briefings/quokka/", later) == []


@pytest.mark.django_db
@pytest.mark.parametrize("kind", [Edition.Kind.WITHDRAWN, Edition.Kind.REMOVED])
def test_what_is_gone_blocks_and_its_words_stay_unsaid(kind):
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka", briefing=edition.briefing, live_from=LONG_AGO + timedelta(days=1), kind=kind)

    assert of_readers(f"{SITE}/briefings/quokka/") == [(f"link-to-{kind}", Level.BLOCK)]
    assert of_readers(f"{SITE}/briefings/quokka/v/1/") == [(f"link-to-{kind}", Level.BLOCK)]


@pytest.mark.django_db
def test_what_was_merged_is_said_with_where_it_leads_and_blocks_once_that_is_gone():
    target = make_edition("quokka", live_from=LONG_AGO)
    merged = make_edition("numbat", live_from=LONG_AGO)
    workflow.merge_into(merged.briefing, into=target.briefing, by=None)

    (finding,) = of_links(linking(f"{SITE}/briefings/numbat/"), timezone.now())

    assert (finding.code, finding.level, finding.path) == ("link-to-merged", Level.WARN, "/briefings/quokka/")
    assert "“The quokka headline”" in finding.sentence
    workflow.withdraw(target.briefing, by=None, notice="Wrong.")
    assert of_readers(f"{SITE}/briefings/numbat/") == [("link-to-nothing", Level.BLOCK)]


@pytest.mark.django_db
def test_a_former_address_of_a_briefing_leads_on_and_stands_in_nobodys_way():
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka", briefing=edition.briefing, live_from=LONG_AGO + timedelta(days=1), slug="quokkas")

    assert of_readers(f"{SITE}/briefings/quokka/") == of_readers(f"{SITE}/briefings/quokkas/") == []
