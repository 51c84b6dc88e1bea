"""The pictures of docs/editing.md, taken of the desk as it is. `make screenshots`"""

from io import BytesIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.utils import timezone
from PIL import Image
from playwright.sync_api import expect

from briefings import health, workflow
from briefings.demo import newsroom
from briefings.models import Draft, User, WorkerTask
from briefings.staff import add_staff
from tests.commands.test_import_briefing import SAMPLE
from tests.desk.pasted_drafts.pasting import DRAFT
from tests.making import make_draft

FOLDER = Path(__file__).parents[1] / "docs" / "images"
HEADLINE = "Ukraine’s allies pledge binding security guarantees at Paris summit"
PASSWORD = "correct horse battery"
COLOURS = 128  # enough for letters and rules, at a third of the size


@pytest.fixture
def seat(browser, live_server):
    """A browser at the desk, for somebody with a role."""
    contexts = []

    def seated(name, *, width=1280, height=860, scheme="light"):
        context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
        contexts.append(context)
        page = context.new_page()
        page.goto(f"{live_server.url}/admin/login/")
        page.fill("[name=login]", name)
        page.fill("[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url("**/admin/")
        return page

    yield seated
    for context in contexts:
        context.close()


def taken(page, name, *, of=None):
    FOLDER.mkdir(exist_ok=True)
    image = Image.open(BytesIO((of or page).screenshot())).convert("RGB")
    image.quantize(COLOURS, dither=Image.Dither.NONE).save(FOLDER / f"{name}.png", optimize=True)


def open_draft(page, live_server, draft):
    page.goto(f"{live_server.url}/admin/briefings/draft/{draft.pk}/change/")
    page.wait_for_selector(".board-head")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_take_the_pictures(seat, live_server):
    for name, role in (("mira", "chief"), ("tom", "editor")):
        add_staff(name, role=role, password=PASSWORD)
    make_draft("harbour strike")
    call_command("import_briefing", str(SAMPLE), headline=HEADLINE, topics="Ukraine", publish=True, accept_guesses=True)
    draft = Draft.objects.get(headline=HEADLINE)

    phone = seat("mira", width=390, height=844, scheme="dark")
    open_draft(phone, live_server, draft)
    taken(phone, "phone")
    phone.goto("about:blank")
    mira, tom = seat("mira"), seat("tom")
    now = timezone.now()
    WorkerTask.objects.update_or_create(name=health.WORKER, defaults={"began_at": now, "ended_at": now})
    waiting = make_draft(
        "ferry", by=User.objects.get(username="tom"), headline="Ferry pier closes for a winter of repairs"
    )
    workflow.submit(waiting.briefing, by=waiting.owner, note="The date is the port’s own. Please check the names.")
    workflow.comment(waiting.briefing, text="@mira is the second date right?", by=waiting.owner)
    mira.goto(f"{live_server.url}/admin/")
    taken(mira, "start")
    mira.goto(f"{live_server.url}/admin/briefings/draft/{waiting.pk}/changes/")
    mira.wait_for_selector("#decision")
    taken(mira, "decision")
    mira.goto(f"{live_server.url}/admin/briefings/draft/")
    taken(mira, "list")
    open_draft(mira, live_server, draft)
    taken(mira, "writing")
    mira.locator(".part-quote").first.scroll_into_view_if_needed()
    taken(mira, "quote", of=mira.locator(".part-quote").first)
    mira.get_by_role("button", name="Questions and answers").click()
    mira.locator(".part-question").nth(3).scroll_into_view_if_needed()
    taken(mira, "question", of=mira.locator(".part-question").nth(3))
    mira.get_by_label("Correction: something was wrong").check()
    mira.set_viewport_size({"width": 1280, "height": 1200})  # the bar at the foot covers none of it
    taken(mira, "publish", of=mira.locator("#publish"))
    mira.set_viewport_size({"width": 1280, "height": 860})

    open_draft(tom, live_server, draft)
    open_draft(mira, live_server, draft)
    tom.fill("[name=dateline]", "Paris")
    tom.fill("[name=section-1-heading]", "What comes next")
    tom.keyboard.press("Control+s")
    expect(tom.locator(".bar .saved")).to_have_text("Saved.")
    mira.fill("[name=headline]", "Allies pledge binding guarantees to Ukraine")
    mira.fill("[name=section-1-heading]", "What could happen now")
    mira.keyboard.press("Control+s")
    mira.wait_for_selector(".difference")
    taken(mira, "two-texts")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_take_the_pictures_of_what_readers_get(browser, live_server, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    newsroom.fill(by=add_staff("mira", role="chief", password=PASSWORD))
    for name, path, width, scheme in (
        ("front", "/", 1280, "light"),
        ("running-story", "/briefings/narrows-reopening/", 1280, "light"),
        ("person", "/people/ilse-maranthe/", 390, "dark"),
        ("corrections", "/corrections/", 1280, "light"),
    ):
        page = browser.new_page(base_url=live_server.url, viewport={"width": width, "height": 860}, color_scheme=scheme)
        assert page.goto(path, wait_until="networkidle").status == 200
        taken(page, name)
        page.close()


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_take_the_pictures_of_pictures(seat, live_server, settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path
    newsroom.fill(by=add_staff("mira", role="chief", password=PASSWORD))
    draft = Draft.objects.filter(figures__image__isnull=False).order_by("pk").first()
    mira = seat("mira")
    open_draft(mira, live_server, draft)
    mira.get_by_role("button", name="Choose a picture…").first.click()
    mira.locator(".pick img").first.wait_for()
    mira.wait_for_load_state("networkidle")
    taken(mira, "chooser", of=mira.locator("dialog[open]"))
    mira.goto(f"{live_server.url}/admin/briefings/image/{draft.figures.first().image_id}/change/")
    mira.wait_for_load_state("networkidle")
    taken(mira, "picture")


@pytest.mark.browser
@pytest.mark.django_db(transaction=True)
def test_take_the_picture_of_a_pasted_draft(seat, live_server):
    add_staff("mira", role="chief", password=PASSWORD)
    mira = seat("mira")
    mira.goto(f"{live_server.url}/admin/briefings/original/add/")
    mira.fill("[name=text]", DRAFT)
    mira.get_by_role("button", name="Read it").click()
    mira.wait_for_selector("html.scripted .line")
    mira.keyboard.press("n")
    mira.wait_for_selector("[name^=confirmed-]:focus")
    taken(mira, "review")
