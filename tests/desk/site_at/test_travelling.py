"""The site at a moment against time itself: readers’ answers as they come at that moment, byte for byte."""

import re
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.admin.site_at.moments import address
from briefings.admin.site_at.rewriting import links_inside, rewrite
from briefings.models import Topic
from briefings.public.moments import midnight_after
from briefings.workflow import Lead
from tests.desk.pictures.making import figure_of, put_on_file
from tests.desk.site_at.test_view import where
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK, make_draft, make_edition
from tests.workflow.site_and_pages import place, published, set_site

pytestmark = pytest.mark.django_db
ADDRESSES = (
    "/",
    "/briefings/quokka/",
    "/briefings/quokka/history/",
    "/briefings/wombat/",
    "/briefings/bilby/",
    "/topics/marmots/",
    "/quotes/",
    "/faq/",
    "/corrections/",
    "/archive/2020/06/",
    "/about/contact/",
    "/search/?q=headline",
    "/sitemap.xml",
    "/feeds/rss.xml",
    "/briefings/quokka.md",
)
VIEW = re.compile(
    r'\n<aside class="banner site-at".*?</aside>\n|<link rel="stylesheet" href="[^"]*/banner[^"]*\.css">', re.DOTALL
)


@contextmanager
def clock_at(moment, monkeypatch):
    with monkeypatch.context() as travelled:
        travelled.setattr(timezone, "now", lambda: moment)
        yield


def readers_get(moment, monkeypatch, *paths):
    """The answers as they come to readers whose clock shows that moment."""
    with clock_at(moment, monkeypatch):
        return {path: Client().get(path) for path in paths or ADDRESSES}


def assert_shown_alike(desk, moment, answers, settings):
    """Each answer stands in the view as it came, with its links inside and no script; a file as its text."""
    inside = links_inside(address(moment), site=settings.SITE_URL)
    for path, real in answers.items():
        shown = desk.get(where(moment, path))
        if real.status_code == 301:
            assert shown["Location"] == where(moment, real["Location"]), path
        elif real["Content-Type"].startswith("text/html"):
            expected = rewrite(real.content.decode(), inside=inside, head="", top="")
            assert (shown.status_code, VIEW.sub("", shown.content.decode())) == (real.status_code, expected), path
        elif real.status_code == 200:
            assert shown.context["words"] == real.content.decode(), path


@pytest.fixture
def picture(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    return put_on_file(usable_until=timezone.localdate(NOON + 2 * DAY), credit="Ada")


@pytest.fixture
def site(picture):
    """Something live for long, corrected since; something scheduled, one to lead; a picture whose last day comes."""
    quokka = make_edition("quokka", live_from=LONG_AGO, topics=("marmots",)).briefing
    blocks = {"blocks": (figure_of(picture),)}
    make_edition("quokka", briefing=quokka, live_from=LONG_AGO + DAY, topics=("marmots",), **blocks)
    wombat = make_edition("wombat", live_from=LONG_AGO + 2 * DAY, topics=("marmots",)).briefing
    place(wombat, (quokka, NOON + HOUR))
    make_edition("wombat", briefing=wombat, live_from=NOON, topics=("marmots",))
    bilby = make_draft("bilby", topics=("marmots",))
    workflow.publish(bilby.briefing, by=None, live_from=NOON, lead=Lead(until=NOON + DAY))
    return quokka, wombat, bilby.briefing


@pytest.mark.parametrize(
    "moment",
    [
        LONG_AGO - TICK,
        LONG_AGO + DAY,
        NOON - TICK,
        NOON,
        NOON + HOUR,
        midnight_after(timezone.localdate(NOON + 2 * DAY)),
    ],
    ids=str,
)
def test_a_moment_behind_or_ahead_shows_as_readers_get_it_then(desk, site, moment, monkeypatch, settings):
    assert_shown_alike(desk, moment, readers_get(moment, monkeypatch), settings)


def test_what_readers_had_is_shown_as_they_had_it_after_all_that_was_done_since(desk, site, monkeypatch, settings):
    """But for the search, which keeps the words of no edition that has ended, and says so."""
    quokka, wombat, _bilby = site
    published("contact")
    set_site(name="The Harbour Desk")
    before = timezone.now()
    answers = readers_get(before, monkeypatch)
    search = next(path for path in ADDRESSES if path.startswith("/search/"))

    workflow.rename_topic(Topic.objects.get(), name="Whistlers", by=None)
    set_site(name="The Quay Desk")
    place(quokka)
    make_draft("quokka", briefing=quokka)
    workflow.publish(quokka, by=None, change="minor")
    workflow.withdraw(wombat, by=None, notice="It was not so.")

    del answers[search]
    assert_shown_alike(desk, before, answers, settings)
    told = "what has ended since is not found here."
    assert told in desk.get(where(before, search)).content.decode()
    assert told not in desk.get(where(NOON, search)).content.decode()


@pytest.mark.parametrize("utc", ["2027-10-31T00:30:00+00:00", "2027-10-31T01:30:00+00:00"])
def test_in_an_hour_that_comes_twice_each_of_both_is_shown(desk, settings, monkeypatch, utc):
    moment = datetime.fromisoformat(utc)
    with timezone.override(ZoneInfo("Europe/Berlin")):
        make_edition("quokka", live_from=datetime.fromisoformat("2027-10-31T01:00:00+00:00"))

        answers = readers_get(moment, monkeypatch, "/", "/briefings/quokka/")
        assert_shown_alike(desk, moment, answers, settings)
        assert answers["/briefings/quokka/"].status_code == (404 if "T00" in utc else 200)
