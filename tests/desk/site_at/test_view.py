"""The site at a moment: what readers got or will get then, inside the view, for whoever may read every draft."""

import re
from datetime import timedelta
from html import unescape
from urllib.parse import quote

import pytest
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.admin.site_at.moments import stamp
from briefings.models import Edition
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK, make_edition
from tests.visibility.surfaces import TABLE as SURFACES
from tests.visibility.surfaces import all_addresses
from tests.workflow.site_and_pages import place

pytestmark = pytest.mark.django_db
APART = {"healthz", "readyz", "draft-link", "draft-link-picture", ""}


def where(moment, path: str = "/") -> str:
    return f"/admin/site-at/{stamp(moment)}{path}"


def text(answer) -> str:
    return unescape(answer.content.decode())


def words_of(page: str) -> str:
    """The words of a page of ours, without tags, scripts and the banner of the view."""
    body = page.partition("<body")[2]
    body = re.sub(r"(?s)<aside class=\"banner.*?</aside>|<script.*?</script>", "", body)
    return " ".join(re.sub(r"<[^>]*>", " ", body.partition(">")[2]).split())


def test_what_is_scheduled_shows_from_its_moment_on_and_readers_get_nothing_of_it(desk):
    make_edition("quokka", live_from=NOON)

    before, then = (text(desk.get(where(moment))) for moment in (NOON - TICK, NOON))

    assert "The quokka headline" not in before
    assert "The quokka headline" in then
    assert "The site as readers will get it on 1 June 2040, 12:00 (UTC)" in then
    assert desk.get(where(NOON, "/briefings/quokka/")).status_code == 200
    assert desk.get(where(NOON - TICK, "/briefings/quokka/")).status_code == 404
    assert Client().get("/briefings/quokka/").status_code == 404


def test_every_public_address_answers_there_as_it_does_to_readers(desk):
    make_edition("quokka", live_from=LONG_AGO, topics=("marmots",))
    make_edition("wombat", live_from=NOON, topics=("marmots",))
    at, addresses = NOON + HOUR, all_addresses()
    seen = 0

    for pattern, paths in SURFACES.items():
        for path in paths(addresses) if pattern not in APART else ():
            public, inside = Client().get(path, **{"briefings.at": at}), desk.get(where(at, path))
            assert "no-store" in inside["Cache-Control"], path
            assert inside["Referrer-Policy"] == "no-referrer", path
            assert "noindex" in inside["X-Robots-Tag"], path
            assert not inside.has_header("ETag"), path
            if public.status_code == 301:
                assert inside["Location"] == where(at, public["Location"]), path
            elif public["Content-Type"].startswith("image/"):
                assert inside.content == public.content, path
            elif public["Content-Type"].startswith("text/html"):
                assert inside.status_code == public.status_code, path
                assert words_of(inside.content.decode()) == words_of(public.content.decode()), path
                seen += 1
            else:
                assert public.content.decode() in text(inside).replace("\r", ""), path
    assert seen > 20


def test_links_and_pictures_stay_inside_and_scripts_stay_out(desk):
    make_edition("quokka", live_from=NOON, topics=("marmots",))

    for path in ("/", "/briefings/quokka/", "/search/?q=quokka", "/topics/marmots/"):
        page = desk.get(where(NOON, path)).content.decode()
        shown = re.sub(r"(?s)<aside class=\"banner.*?</aside>", "", page)
        links = re.findall(r'<(?:a|form|img|source)\b[^>]*? (?:href|action|src)="(/[^"]*)"', shown)
        assert links
        assert {link for link in links if not link.startswith(where(NOON))} == set(), path
        assert "<script" not in page
    assert where(NOON, "/briefings/quokka/") in desk.get(where(NOON)).content.decode()


def test_the_banner_leads_to_the_change_before_and_after(desk):
    make_edition("quokka", live_from=NOON)
    make_edition("wombat", live_from=NOON + DAY)

    page = text(desk.get(where(NOON + HOUR, "/topics/?letter=M")))

    assert f'href="{where(NOON, "/topics/?letter=M")}"' in page
    assert f'href="{where(NOON + DAY, "/topics/?letter=M")}"' in page
    assert 'value="2040-06-01T13:00:00"' in page
    assert f'href="{where(NOON + DAY)}"' in text(desk.get("/admin/site-at/"))


def test_the_page_that_asks_says_what_changes_by_itself_in_both_clocks(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    timezone.get_default_timezone.cache_clear()
    make_edition("quokka", live_from=NOON)
    soon = (timezone.now() + DAY).replace(microsecond=0)
    place((make_edition("wombat", live_from=LONG_AGO).briefing, soon))
    workflow.withdraw(make_edition("numbat", live_from=LONG_AGO).briefing, by=None, notice="It was not so.")

    page = " ".join(text(desk.get("/admin/site-at/", {"path": "/faq/"})).partition("What changes by itself")[2].split())
    timezone.get_default_timezone.cache_clear()

    ends, leaves, begins = page.split("<li>")[1:4]
    assert f'href="{where(soon, "/faq/")}"' in ends
    assert re.search(r"Place on the front page ends</span>: <bdi[^>]*>The wombat headline<", ends)
    assert re.search(r"Its notice leaves the feeds</span>: <a[^>]*>The numbat headline<", leaves)
    assert "Fri 1 Jun 14:00 (12:00 UTC)" in begins.replace(" 2040,", "")
    assert f'Goes live</span>: <a href="{where(NOON, "/briefings/quokka/")}"' in begins


def test_what_is_written_for_a_moment_is_the_newsrooms_time(desk, settings):
    settings.TIME_ZONE = "Europe/Berlin"
    timezone.get_default_timezone.cache_clear()

    def asked(moment, path="/faq/"):
        return desk.get("/admin/site-at/", {"moment": moment, "path": path})

    assert asked("2027-01-31T14:05")["Location"] == "/admin/site-at/2027-01-31T13:05:00Z/faq/"
    assert asked("2027-01-31T14:05:07", "/faq/?before=x")["Location"].endswith("T13:05:07Z/faq/?before=x")
    assert asked("2027-01-31T14:05", "//evil.example/")["Location"] == "/admin/site-at/2027-01-31T13:05:00Z/"
    gap = asked("2027-03-28T02:30")
    assert (gap.status_code, "There is no 02:30 on that day in Europe/Berlin" in text(gap)) == (400, True)
    fold = asked("2027-10-31T02:30")
    assert "02:30 comes twice on that day" in text(fold)
    for utc in ("2027-10-31T00:30:00Z", "2027-10-31T01:30:00Z"):
        assert f'href="/admin/site-at/{utc}/faq/"' in text(fold)
    timezone.get_default_timezone.cache_clear()


@pytest.mark.parametrize("moment", ["soon", "2026-13-01T00:00", "0001-01-01T00:00", "9999-12-31T23:59", "2026-01-31"])
def test_what_is_no_moment_gets_a_sentence(desk, moment):
    refused = desk.get(f"/admin/site-at/{quote(moment)}/faq/")

    assert refused.status_code == 400
    assert "This is no moment from 1990 to 2200." in text(refused)
    assert 'name="path" value="/faq/"' in text(refused)
    if moment != "2026-01-31":
        assert desk.get("/admin/site-at/", {"moment": moment}).status_code == 400


def test_what_was_removed_for_legal_reasons_since_is_nowhere(desk):
    removed = make_edition("quokka", live_from=LONG_AGO, topics=("marmots",)).briefing
    make_edition("wombat", live_from=LONG_AGO, topics=("marmots",))
    at, path = LONG_AGO + HOUR, "/briefings/quokka/"
    assert "The quokka lede." in text(desk.get(where(at, path)))
    workflow.remove(removed, by=None)
    addresses = all_addresses()

    for pattern, paths in SURFACES.items():
        for public in paths(addresses) if pattern not in APART else ():
            answer = desk.get(where(at, public))
            if answer["Content-Type"].startswith("image/"):
                assert "quokka" not in public
                continue
            assert not re.search(r"quokka (headline|lede|words|aside|answer|wording|speaker)", text(answer)), public
    assert desk.get(where(at, path)).status_code == 404
    front = text(desk.get(where(at)))
    assert "The wombat headline" in front
    assert "What was removed for legal reasons since is left out." in front
    assert desk.get(where(timezone.now() + HOUR, path)).status_code == 410
    assert Client().get(path).status_code == 410
    assert Edition.objects.filter(briefing=removed).live().get().kind == "removed"


def test_what_was_erased_by_order_is_gone_at_every_moment(desk):
    briefing = make_edition("quokka", live_from=LONG_AGO).briefing
    make_edition("wombat", briefing=briefing, live_from=LONG_AGO + DAY)
    at = LONG_AGO + HOUR
    assert "The quokka lede." in text(desk.get(where(at, "/briefings/quokka/")))

    workflow.erase(briefing, number=1, reason="By order of a court.", by=None)

    for path in ("/", "/briefings/quokka/", "/briefings/wombat/", "/quotes/", "/feeds/rss.xml", "/search/?q=quokka"):
        assert "quokka lede" not in text(desk.get(where(at, path))), path


def test_no_draft_no_desk_and_nothing_else_is_reached_through_it(desk):
    for path in (
        "/admin/",
        "/admin/briefings/draft/",
        "/preview/x/",
        "/healthz",
        "/readyz",
        "/static/briefings/site.css",
    ):
        assert desk.get(where(NOON, path)).status_code == 404, path
    assert desk.post(where(NOON)).status_code == 405


def test_nothing_of_it_reaches_what_is_kept_for_readers(desk):
    make_edition("quokka", live_from=timezone.now() + timedelta(minutes=5))
    before = text(Client().get("/"))
    cache.clear()

    desk.get(where(timezone.now() + HOUR))

    assert text(Client().get("/")) == before
    assert not Client().get("/").cookies


def test_whoever_may_not_read_every_draft_is_refused(at_desk):
    writer = at_desk("wim", "writer")

    for path in ("/admin/site-at/", where(NOON), where(NOON, "/faq/"), "/admin/site-at/soon/"):
        assert writer.get(path).status_code == 403
        assert Client().get(path)["Location"].startswith("/admin/login/")


def test_the_writing_page_leads_to_the_moment_of_what_is_scheduled(desk):
    edition = make_edition("quokka", live_from=NOON)

    page = text(desk.get(f"/admin/briefings/draft/{edition.briefing.draft.pk}/change/"))

    assert f'href="{where(NOON, "/briefings/quokka/")}"' in page
