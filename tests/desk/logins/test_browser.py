"""Second factors in a real browser: an app and a passkey, by the pages alone, dark and narrow, with nothing refused."""

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from briefings import workflow
from briefings.logins.session_store import SessionStore
from briefings.models import DeskSession, Edition, Login
from briefings.staff import add_staff
from tests.desk.logging_in import LOGIN, PASSWORD
from tests.desk.logins.factors import FACTOR, STEP, App
from tests.making import make_draft

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NARROW = 390


@pytest.fixture
def mira(settings):
    settings.SECOND_FACTOR = "chiefs-and-admins"
    return add_staff("mira", role="chief", password=PASSWORD)


@pytest.fixture
def seat(browser, live_server):
    """Opens a browser of somebody's, dark and narrow, with a key of their own; its complaints are in `complaints`."""
    contexts = []

    def seated(**more):
        size = {"width": NARROW, "height": 800}
        contexts.append(browser.new_context(viewport=size, color_scheme="dark", base_url=live_server.url, **more))
        page = contexts[-1].new_page()
        page.complaints = []
        page.on("console", lambda message: page.complaints.append(message.text))
        page.on("pageerror", lambda error: page.complaints.append(str(error)))
        return page

    yield seated
    for context in contexts:
        context.close()


def with_key(page):
    """The browser has a passkey store in which somebody touches what they are asked to touch."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    options = kind | {"isUserVerified": True, "automaticPresenceSimulation": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": options})


def give_password(page):
    page.goto(LOGIN)
    page.locator("#id_login").fill("mira")
    page.locator("#id_password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()


def judge(page):
    """Nothing was refused, and the page is accessible and no wider than its window."""
    # Chromium itself notes each 403, which the page that asks is. What axe does to a page is refused, and is not ours.
    assert [line for line in page.complaints if "403 (Forbidden)" not in line] == []
    page.wait_for_load_state()
    violations = Axe().run(page).response["violations"]
    assert [(violation["id"], [node["target"] for node in violation["nodes"]]) for violation in violations] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= NARROW
    assert page.locator("h1").count() == 1
    page.complaints.clear()


def test_an_app_is_set_up_first_thing_and_asked_for_at_the_next_login_without_javascript(seat, mira):
    page = seat()
    give_password(page)
    judge(page)
    page.get_by_role("link", name="Set up an app").click()
    judge(page)
    app = App(page.locator(".secret").inner_text().replace(" ", ""))
    assert page.locator("svg.square").bounding_box()["width"] >= 200
    page.get_by_label("Code of six digits").fill(app.code(later=-1))
    page.get_by_role("button", name="Set up").click()
    judge(page)
    assert page.locator(".codes li").count() == 10
    page.get_by_role("link", name="I have them").click()
    judge(page)
    assert page.locator("h1").inner_text() != "Second factor"
    page.goto("/admin/briefings/user/logins/")
    judge(page)

    plain = seat(java_script_enabled=False)
    give_password(plain)
    assert plain.url.endswith(STEP)
    plain.get_by_label("Code of your app, or a recovery code").fill(app.code())
    plain.get_by_role("button", name="Log in", exact=True).click()
    assert plain.url.endswith("/admin/")


@pytest.mark.slow
def test_a_passkey_is_made_shown_at_the_login_and_confirms_a_removal(seat, mira):
    draft = make_draft("Allies pledge", by=mira)
    workflow.publish(draft.briefing, by=mira)
    page = seat()
    with_key(page)
    give_password(page)
    page.get_by_role("link", name="Add a passkey").click()
    judge(page)
    page.get_by_label("What do you call it?").fill("laptop")
    page.get_by_role("button", name="Make the passkey").click()
    expect(page.locator(".codes li")).to_have_count(10)
    assert Authenticator.objects.get(type="webauthn").data["name"] == "laptop"
    page.goto(FACTOR)
    judge(page)
    page.locator("[popovertarget=account]").click()
    page.locator("#logout-form button").click()

    give_password(page)
    judge(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/admin/")
    assert Login.objects.order_by("-id").first().how == "password,webauthn"

    long_ago(mira)
    page.goto(f"/admin/briefings/draft/{draft.pk}/act/remove/")
    page.locator("textarea[name=notice]").fill("A court ordered it.")
    page.get_by_role("button", name="Remove for legal reasons").click()
    expect(page.locator("h1")).to_have_text("Confirm that it is you")
    judge(page)
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url(f"**/admin/briefings/draft/{draft.pk}/change/")
    assert Edition.objects.filter(briefing=draft.briefing, kind="removed").exists()


def long_ago(user):
    """Whoever sits there showed who they are an hour ago."""
    for row in DeskSession.objects.filter(user=user):
        session = SessionStore(row.session_key)
        for record in session["account_authentication_methods"]:
            record["at"] -= 3600
        session.save()
