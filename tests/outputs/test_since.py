"""What is new since a reader was here: kept in the browser alone, marked in the page and in lists, and forgotten."""

import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from django.utils.translation import override

from briefings.outputs.metadata import of_lists
from tests.outputs.makers import FIRST, LATER, PATH, make_briefing, make_content, make_edition, section
from tests.outputs.pages import ENTRY, Outline, briefing_page, list_page

STATIC = Path(__file__).parents[2] / "briefings" / "static" / "briefings"
SITE = "https://news.example"
EDITIONS = (
    make_edition(),
    make_edition(2, kind="minor", live_from=LATER),
    make_edition(3, kind="major", live_from=LATER),
)
READ = make_content()
CHANGED = make_content(
    blocks=(
        section("<p>Other words.</p>", heading="What happened"),
        *READ.blocks[1:],
        section("<p>More.</p>", key="szzzzzzzz"),
    )
)


def page_of(number, content=READ, **differences):
    updated = FIRST if number == 1 else LATER
    return briefing_page(
        make_briefing(number=number, content=content, updated=updated, editions=EDITIONS[:number], **differences)
    )


def home(updated=LATER):
    return list_page("briefings/home.html", of_lists.home, "/", replace(ENTRY, updated=updated))


@pytest.fixture
def visit(browser):
    """Opens HTML at a path in a browser that stays the same for a test; gives the page and what it asked for."""
    with browser.new_context(locale="en-GB") as context:
        page = context.new_page()
        asked = []
        page.on("request", lambda request: asked.append(request.url.removeprefix(SITE)))

        def visited(html, path=PATH, *, later=None):
            asked.clear()
            page.unroute_all()
            page.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
            page.route("**/static/briefings/*", lambda route: route.fulfill(path=STATIC / Path(route.request.url).name))
            if later:
                page.clock.set_fixed_time(later)
            page.goto(f"{SITE}{path}")
            return page, asked

        yield visited


def marks(page):
    return page.locator(".since").all_text_contents()


def test_the_script_is_small_and_sends_nothing():
    script = (STATIC / "since.js").read_text(encoding="utf-8")

    assert len(script.encode()) < 4 * 1024
    assert not re.search(r"fetch|XMLHttp|sendBeacon|cookie|WebSocket|\bimport\b|\bsrc\b", script)


def test_an_edition_as_published_is_not_remembered():
    as_published = Outline(page_of(1, path=f"{PATH}v/1/", as_published=True))

    assert [article for article in as_published.all("article") if "data-edition" in article] == []
    assert Outline(page_of(3)).all("article", **{"data-edition": "3", "data-closed": ""})


@pytest.mark.browser
def test_what_is_new_since_is_marked_in_the_page_and_leads_to_the_change(visit):
    first_visit, _asked = visit(page_of(1), later=FIRST)
    assert marks(first_visit) == []

    page, asked = visit(page_of(3, CHANGED), later=LATER)

    assert marks(page) == ["New since you last read on 6 January", *["New or changed since then"] * 2]
    link = page.get_by_role("link", name="New since you last read")
    assert link.evaluate("link => link.pathname") == f"{PATH}changes/1/3/"
    assert page.locator("#saaaaaaaa .since, #szzzzzzzz .since").count() == 2
    assert [one for one in asked if not one.startswith("/static/")] == [PATH]

    again, _asked = visit(page_of(3, CHANGED), later=LATER + timedelta(minutes=30))
    assert len(marks(again)) == 3
    another_day, _asked = visit(page_of(3, CHANGED), later=LATER + timedelta(days=1))
    assert marks(another_day) == []


@pytest.mark.browser
def test_lists_say_what_was_read_and_what_was_updated_since_until_all_is_forgotten(visit):
    page, _asked = visit(home(), "/")
    assert (marks(page), page.locator(".foot button").count()) == ([], 0)
    visit(page_of(1))

    assert marks(visit(home(FIRST), "/")[0]) == [" · Read"]
    page, _asked = visit(home(LATER), "/")
    assert marks(page) == [" · Updated since you read it"]

    page.get_by_role("button", name="Forget what I have read").click()

    page.get_by_text("this browser remembers nothing").wait_for()
    assert marks(page) == []
    assert page.evaluate("localStorage.length") == 0
    assert marks(visit(home(LATER), "/")[0]) == []


@pytest.mark.browser
def test_where_the_edition_that_was_read_may_be_compared_no_more_the_list_of_editions_says_what_changed(visit):
    visit(page_of(1))
    closed = (replace(EDITIONS[0], readable=False), *EDITIONS[1:])

    page, _asked = visit(briefing_page(make_briefing(number=3, editions=closed)))

    link = page.get_by_role("link", name="New since you last read")
    assert link.evaluate("link => link.pathname") == f"{PATH}history/"


@pytest.mark.browser
@pytest.mark.parametrize(
    "kept",
    [
        *("null", "5", '"words"', "[null]", "{", '{"PATH": null}', '{"PATH": {}}', '{"PATH": {"edition": 1, "at": 1}}'),
        '{"PATH": {"edition": 3, "at": 9e12, "moment": 1, "sums": {}, "since": 7}}',
    ],
)
def test_whatever_else_is_kept_in_its_place_is_left_alone_and_nothing_fails(visit, kept):
    page, _asked = visit(page_of(1))
    failed = []
    page.on("pageerror", lambda error: failed.append(error))
    page.evaluate("kept => localStorage.setItem('briefings-read', kept)", kept.replace("PATH", PATH))

    page, _asked = visit(page_of(3))

    assert (failed, marks(page)) == ([], [])


@pytest.mark.browser
def test_it_speaks_the_language_of_the_page(visit):
    german = make_content(language="de")
    with override("de"):
        visit(page_of(1, german), later=FIRST)
        page, _asked = visit(page_of(3, german), later=LATER)

    assert marks(page) == ["Neu, seit Sie am 6. Januar zuletzt gelesen haben"]
