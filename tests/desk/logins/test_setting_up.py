"""Setting up a second factor, looking at it, and taking it away."""

import re
from html import unescape

import pytest
from allauth.mfa.models import Authenticator

from briefings import staff
from briefings.models import AuditEntry
from briefings.staff import add_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import FACTOR, STEP, App, kinds, showed_who, with_app

pytestmark = pytest.mark.django_db
APP = f"{FACTOR}app/"


@pytest.fixture
def desk(client, mira):
    client.force_login(mira)
    showed_who(client)
    return client


def offered(page) -> tuple[App, str]:
    """The app that reads the page's square, and what the page keeps of it."""
    text = page.content.decode()
    secret = re.search(r'class="secret">([A-Z2-7 ]+)<', text)[1].replace(" ", "")
    return App(secret), re.search(r'name="kept" value="([^"]+)"', text)[1]


def acts(user) -> list[str]:
    of_factors = AuditEntry.objects.filter(about=f"user:{user.uuid}").exclude(action="staff added").order_by("id")
    return [f"{entry.action} {entry.detail}".strip() for entry in of_factors]


def test_an_app_is_set_up_by_its_first_code_and_recovery_codes_are_shown_once(desk, mira):
    app, kept = offered(desk.get(APP))
    page = desk.post(APP, {"kept": kept, "code": app.code()})

    codes = re.findall(r"<li><code>(\d{5} \d{5})</code></li>", page.content.decode())
    assert len(set(codes)) == 10
    assert "no-store" in page.headers["Cache-Control"]
    assert kinds(mira) == ["recovery_codes", "totp"]
    assert acts(mira) == ["second factor added an authenticator app"]
    again = desk.get(FACTOR).content.decode()
    assert "10 are left." in again
    assert codes[0] not in again


def test_the_code_that_set_it_up_opens_nothing(desk, client, mira):
    app, kept = offered(desk.get(APP))
    code = app.code()
    desk.post(APP, {"kept": kept, "code": code})
    desk.post("/admin/logout/")
    log_in(desk, "mira", PASSWORD)

    assert desk.post(STEP, {"code": code}).status_code == 200


def test_a_wrong_first_code_sets_up_nothing_and_keeps_the_square(desk, mira):
    app, kept = offered(desk.get(APP))
    page = desk.post(APP, {"kept": kept, "code": app.wrong()})

    assert "That code is not of this square." in unescape(page.content.decode())
    assert offered(page)[0].secret == app.secret
    assert kinds(mira) == []


def test_a_square_of_somebody_else_or_of_ones_own_making_sets_up_nothing(desk, mira, noor, client):
    desk.force_login(noor)
    showed_who(desk)
    theirs, kept = offered(desk.get(APP))
    desk.force_login(mira)
    showed_who(desk)

    for forged in (kept, f"{mira.uuid} {theirs.secret}", ""):
        page = desk.post(APP, {"kept": forged, "code": theirs.code()})
        assert offered(page)[0].secret != theirs.secret
    assert kinds(mira) == []


def test_the_square_holds_the_name_of_the_site_and_of_the_user(desk):
    address = unescape(re.search(r'href="(otpauth://[^"]+)"', desk.get(APP).content.decode())[1])

    assert address.startswith("otpauth://totp/mira?secret=")
    assert "issuer=Test%20Briefings" in address


def test_looking_at_the_pages_changes_nothing(desk, mira):
    before = dict(desk.session.items())
    for path in (FACTOR, APP, f"{FACTOR}passkey/"):
        assert desk.get(path).status_code == 200

    assert dict(desk.session.items()) == before
    assert kinds(mira) == []


def test_new_recovery_codes_make_the_former_worthless(desk, mira):
    _app, former = with_app(mira)
    page = desk.post(FACTOR, {"do": "codes"}).content.decode()
    new = re.findall(r"<code>(\d{5} \d{5})</code>", page)
    desk.post("/admin/logout/")
    log_in(desk, "mira", PASSWORD)

    assert desk.post(STEP, {"code": former[0]}).status_code == 200
    assert desk.post(STEP, {"code": new[0]}).status_code == 302
    assert "recovery codes made" in acts(mira)


def test_recovery_codes_without_a_second_factor_are_refused(desk, mira):
    assert "Set up an app or a passkey first" in desk.post(FACTOR, {"do": "codes"}, follow=True).content.decode()
    assert kinds(mira) == []


def test_a_second_factor_is_taken_away_with_its_recovery_codes(desk, mira):
    with_app(mira)
    app = Authenticator.objects.get(type="totp")

    desk.post(FACTOR, {"remove": str(app.pk)})

    assert kinds(mira) == []
    assert acts(mira)[-1] == "second factor removed an authenticator app"


def test_nobody_takes_away_what_is_somebody_elses(desk, noor):
    with_app(noor)
    theirs = Authenticator.objects.get(type="totp")

    assert "gone already" in desk.post(FACTOR, {"remove": str(theirs.pk)}, follow=True).content.decode()
    assert kinds(noor) == ["recovery_codes", "totp"]


def test_the_last_one_stays_where_one_is_wanted(desk, mira, wanted):
    with_app(mira)
    showed_who(desk, method="mfa", type="totp")
    app = Authenticator.objects.get(type="totp")

    page = desk.post(FACTOR, {"remove": str(app.pk)}, follow=True)

    assert "This is your only second factor" in page.content.decode()
    assert kinds(mira) == ["recovery_codes", "totp"]


def test_changes_ask_who_it_is_unless_that_was_shown_lately(desk, mira):
    with_app(mira)
    app = Authenticator.objects.get(type="totp")
    showed_who(desk, ago=3600)

    for path, sent in ((FACTOR, {"remove": str(app.pk)}), (FACTOR, {"do": "codes"}), (f"{FACTOR}passkey/", {})):
        assert "Confirm that it is you" in desk.post(path, sent).content.decode()
    assert kinds(mira) == ["recovery_codes", "totp"]


def test_a_site_admin_resets_a_lost_one_on_record_and_the_colleague_is_out(desk, mira, noor, client):
    with_app(noor)
    boss = add_staff("boss", role="admin", password=PASSWORD)
    theirs = type(client)()
    theirs.force_login(noor)
    desk.force_login(boss)
    showed_who(desk)
    path = f"/admin/briefings/user/{noor.pk}/reset-second-factor/"

    assert f'href="{path}"' in desk.get(f"/admin/briefings/user/{noor.pk}/change/").content.decode()
    assert "Reset the second factor" in desk.get(path).content.decode()
    desk.post(path, {"do": "factor"})

    assert kinds(noor) == []
    assert theirs.get("/admin/").status_code == 302
    entry = AuditEntry.objects.get(action="second factor reset")
    assert (entry.by, entry.about, entry.detail) == (boss, f"user:{noor.uuid}", "noor")


def test_nobody_resets_their_own(mira):
    with_app(mira)

    with pytest.raises(staff.NotDone, match="Another site admin"):
        staff.reset_second_factor(mira, by=mira)
    assert kinds(mira) == ["recovery_codes", "totp"]
