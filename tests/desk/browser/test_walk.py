"""Every page of the desk, light and dark, wide and narrow: a quiet console, nothing for axe, no sideways scroll."""

from collections.abc import Iterator

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib import admin
from django.urls import URLPattern, URLResolver, reverse
from playwright.sync_api import expect

from briefings.admin.briefings.acts import ACTS
from briefings.models import Person
from tests.desk.browser import samples
from tests.desk.browser.judging import NO_RULE, ONE_LOOK, faults, stops
from tests.desk.browser.sheet import Sheet
from tests.desk.conftest import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

# What the desk must have at the least: a walk that finds fewer addresses has lost its way.
SOME = {
    *("index", "password_change", "password_change_done", "app_list"),
    *(
        f"briefings_draft_{page}"
        for page in ("changelist", "add", "change", "history", "preview", "act", "show", "find")
    ),
    *(f"briefings_person_{page}" for page in ("changelist", "change", "history")),
    *("briefings_auditentry_changelist", "briefings_user_changelist", "briefings_topic_changelist"),
}


PLACES = {"before": "1", "after": "draft", "name": "1", "number": 1}
"""What stands in the places of an address beside the id of a thing."""


def patterns(entries=None) -> Iterator[URLPattern]:
    for pattern in admin.site.get_urls() if entries is None else entries:
        if isinstance(pattern, URLResolver):
            yield from patterns(pattern.url_patterns)
        elif pattern.name and pattern.name not in ("login", "logout"):
            yield pattern


def addresses() -> Iterator[tuple[str, str]]:
    """The name and address of every page, its placeholders filled with what is on file."""
    for pattern in patterns():
        names = set(getattr(pattern.pattern, "converters", {}))
        values = [{}]
        if pattern.name == "app_list":
            values = [{"app_label": "briefings"}]
        elif "object_id" in names and "content_type_id" not in names:
            model = apps.get_model("_".join(pattern.name.split("_")[:2]).replace("_", "."))
            row = model.objects.order_by("pk").first()
            values = [{"object_id": row.pk}] if row else []
        elif names:
            continue
        if not names <= {"app_label", "object_id", "slug", *PLACES}:
            continue
        values = [value | {name: place for name, place in PLACES.items() if name in names} for value in values]
        if pattern.name == "briefings_draft_act":
            values = [{**value, "slug": act} for value in values for act in ACTS]
        yield from ((pattern.name, reverse(f"admin:{pattern.name}", kwargs=value)) for value in values)


@pytest.fixture
def stock():
    """The long briefing is the first on file: it is the one whose pages are walked."""
    long = samples.long_briefing()
    return {"long": long, "scheduled": samples.scheduled_again(), "withdrawn": samples.withdrawn()}


@pytest.mark.parametrize("pages", ["some", pytest.param("all", marks=pytest.mark.slow)])
def test_every_page_of_the_desk_is_quiet_accessible_and_fits(sits, stock, pages):
    walked, wrong = set(), {}
    # Whose page is another for each role, or for each act.
    again = {"index", "briefings_draft_act"} if pages == "all" else {"index"}
    for name, role in (("mira", "chief"), ("olga", "admin")):
        page = sits(name, role)
        for title, address in addresses():
            if title in walked - again or not (pages == "all" or title in SOME):
                continue
            answer = page.goto(address)
            is_page = answer.status == 200 and "html" in answer.headers["content-type"]
            if not is_page or answer.request.redirected_from:
                page.complaints.clear()
                continue
            # The rules of accessibility at the first of each kind of page that is ours; at all in `make test-all`.
            is_new = title == "index" or (title.startswith("briefings_draft") and title not in walked)
            if problems := faults(page, looks=ONE_LOOK if is_new else NO_RULE):
                wrong[address] = problems
            walked.add(title)

    assert walked >= SOME
    assert listed(wrong) == ""


def listed(wrong):
    return "\n".join(f"{where}: {line}" for where, problems in wrong.items() for line in problems)


@pytest.mark.slow
def test_the_writing_page_is_so_in_every_standing_and_with_all_that_it_asks(sits, stock):
    sheet, wrong = Sheet(sits()), {}
    for status in ("scheduled", "withdrawn"):
        sheet.open(stock[status])
        wrong[status] = faults(sheet.page)
    sheet.open(stock["long"]).show("Questions and answers")
    sheet.panel.get_by_label("Correction: something was wrong").check()
    sheet.panel.get_by_label("From a later moment").check()
    wrong["correction"] = faults(sheet.page)

    assert listed(wrong) == ""


@pytest.mark.slow
def test_so_are_the_pages_that_a_refused_form_leads_to(sits, stock):
    sheet, wrong = Sheet(sits()).open(stock["long"]), {}
    page = sheet.page
    sheet.panel.get_by_label("Minor: no date moves").check()
    assert sheet.publish().startswith("Not done:")
    wrong["refused"] = faults(page)

    sheet.fill("language", "no language at all")
    assert "one field needs a look" in sheet.save()
    wrong["errors"] = faults(page)

    page.goto(reverse("admin:briefings_draft_act", args=[stock["withdrawn"].pk, "withdraw"]))
    assert sheet.sends(page.locator("form.card button")).startswith("Not done:")
    wrong["act"] = faults(page)

    person = Person.objects.first()
    page.goto(reverse("admin:briefings_person_change", args=[person.pk]))
    Person.objects.filter(pk=person.pk).update(name="Renamed by a colleague")
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.locator(".errorlist")).to_contain_text("Somebody changed this meanwhile")
    wrong["person"] = faults(page)

    assert listed(wrong) == ""


@pytest.mark.slow
def test_so_are_the_answers_to_what_there_is_not_and_what_one_may_not(sits):
    page, wrong = sits("tom", "writer"), {}
    page.goto("/admin/nothing/here/")
    wrong["404"] = faults(page, answer="404")
    page.goto(reverse("admin:briefings_user_changelist"))
    wrong["403"] = faults(page, answer="403")
    for cookie in ("csrftoken", settings.SESSION_COOKIE_NAME):
        sheet = Sheet(page).open()
        sheet.fill("headline", "Kept too long")
        page.context.clear_cookies(name=cookie)
        with page.expect_navigation():  # as a browser without scripts sends it
            page.evaluate("() => document.getElementById('draft_form').submit()")
        expect(page.locator("h1")).to_have_text("Your text is here, and not saved yet")
        wrong[cookie] = faults(page, answer="403")

    assert listed(wrong) == ""


@pytest.mark.slow
def test_so_is_the_way_from_a_new_password_out_of_the_desk(sits):
    page, wrong = sits(), {}
    page.goto(reverse("admin:password_change"))
    for new in ("12345", "another horse battery"):
        page.locator("#id_old_password").fill(PASSWORD)
        for number in (1, 2):
            page.locator(f"#id_new_password{number}").fill(new)
        with page.expect_navigation():
            page.get_by_role("button", name="Change my password").click()
        wrong[new] = faults(page)
    assert page.url.endswith(reverse("admin:password_change_done"))
    page.locator("[popovertarget=account]").click()
    page.get_by_role("button", name="Log out").click()
    expect(page.get_by_role("link", name="Log in again")).to_be_visible()
    wrong["out"] = faults(page)
    page.goto(reverse("admin:index"))
    expect(page.locator("#login-form")).to_be_visible()
    wrong["login"] = faults(page)

    assert listed(wrong) == ""


@pytest.mark.slow
def test_the_keyboard_gets_through_every_page_and_sees_where_it_is(sits, stock):
    page, unseen = sits(), {}
    for address, least in (
        (reverse("admin:briefings_draft_change", args=[stock["long"].pk]), 100),
        (reverse("admin:briefings_draft_add"), 25),
        (reverse("admin:briefings_draft_changelist"), 20),
        (reverse("admin:briefings_draft_act", args=[stock["long"].pk, "withdraw"]), 8),
        (reverse("admin:index"), 10),
    ):
        page.goto(address)
        reached = stops(page)
        assert len(reached) >= least, address
        unseen[address] = [stop["what"] for stop in reached if not stop["isSeen"]]

    assert listed(unseen) == ""
