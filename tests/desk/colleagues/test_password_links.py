"""A colleague sets their own password by a link: once, for two days, and nobody learns anything by trying."""

import re

import pytest
from django.core import mail
from django.db.models import F
from django.test import Client
from django.utils import timezone

from briefings import workflow
from briefings.models import AuditEntry, DeskSession, PasswordLink
from briefings.workflow.staff_acts import as_on_staff
from tests.desk.logging_in import PASSWORD, log_in
from tests.making import DAY, HOUR

pytestmark = pytest.mark.django_db
LINK = re.compile(r"https://news\.example(/admin/password/[\w-]{43}/)")
NEW = "incorrect horse battery"
FORM = {"new_password1": NEW, "new_password2": NEW}


def made(at_desk, user) -> str:
    page = at_desk.post(f"/admin/briefings/user/{user.pk}/password-link/")
    assert "no-store" in page.headers["Cache-Control"]
    return LINK.search(page.content.decode())[1]


def is_over(path: str, **sent: str) -> bool:
    client = Client(REMOTE_ADDR="192.0.2.7")
    answers = [client.get(path), client.post(path, FORM)]
    return all(
        (answer.status_code, "This link is over" in answer.content.decode()) == (404, True) for answer in answers
    )


def is_in(client: Client) -> bool:
    return client.get("/admin/").status_code == 200


def test_the_link_sets_the_password_once_and_logs_out_whoever_was_in(at_desk, noor):
    path, theirs = made(at_desk, noor), Client()
    theirs.force_login(noor)
    page = theirs.get(path)
    assert "For the desk, as noor." in page.content.decode()
    assert "no-store" in page.headers["Cache-Control"]
    assert page.headers["Referrer-Policy"] == "strict-origin"

    assert "Your password is set" in theirs.post(path, FORM).content.decode()

    assert not DeskSession.objects.filter(user=noor).exists()
    assert not is_in(theirs)
    assert is_over(path)
    log_in(theirs, "noor", NEW)
    assert is_in(theirs)
    entry = AuditEntry.objects.get(action="password set")
    assert (entry.by, entry.about) == (noor, f"user:{noor.uuid}")


def test_a_password_that_will_not_do_leaves_the_link_good(at_desk, noor):
    path = made(at_desk, noor)

    page = Client().post(path, {"new_password1": "short", "new_password2": "short"})

    assert "too short" in page.content.decode()
    assert "Your password is set" in Client().post(path, FORM).content.decode()


def test_the_address_is_shown_once_and_kept_nowhere(at_desk, noor):
    path = made(at_desk, noor)

    for page in ("password-link", "change", "history"):
        assert path not in at_desk.get(f"/admin/briefings/user/{noor.pk}/{page}/").content.decode()
    link = PasswordLink.objects.get()
    assert path.split("/")[-2] not in str(vars(link))
    assert timezone.now() + 2 * DAY - HOUR < link.ends_at < timezone.now() + 2 * DAY


def test_a_new_link_ends_the_one_before(at_desk, noor):
    first, second = made(at_desk, noor), made(at_desk, noor)

    assert is_over(first)
    assert Client().get(second).status_code == 200


@pytest.mark.parametrize("how", ["too old", "another password", "deactivated", "no longer staff", "made up", "endless"])
def test_a_link_that_is_over_is_the_same_as_one_that_never_was(at_desk, boss, noor, how):
    path = made(at_desk, noor)
    if how == "too old":
        PasswordLink.objects.update(made_at=F("made_at") - 2 * DAY, ends_at=F("ends_at") - 2 * DAY)
    elif how == "another password":
        noor.set_password("something else entirely")
        noor.save()
    elif how == "deactivated":
        workflow.deactivate(noor, by=boss, expected=as_on_staff(noor))
        workflow.activate(noor, by=boss, expected=as_on_staff(type(noor).objects.get(pk=noor.pk)))
    elif how == "no longer staff":
        type(noor).objects.filter(pk=noor.pk).update(is_staff=False)
    else:
        path = "/admin/password/never-was/" if how == "made up" else f"/admin/password/{'a' * 2000}/"

    assert is_over(path)


def test_nobody_opens_wrong_links_without_end_from_one_address(at_desk, noor):
    path = made(at_desk, noor)
    here, there = Client(REMOTE_ADDR="192.0.2.8"), Client(REMOTE_ADDR="192.0.2.9")
    assert [here.get(f"/admin/password/{number}/").status_code for number in range(5)] == [404] * 4 + [429]

    locked = here.get(path)
    assert (locked.status_code, "links that are over" in locked.content.decode()) == (429, True)
    assert here.post(path, FORM).status_code == 429
    assert log_in(here, "noor", PASSWORD, REMOTE_ADDR="192.0.2.8").status_code == 302
    assert there.get(path).status_code == 200


def test_it_goes_by_mail_where_there_is_a_server_and_an_address(at_desk, noor, settings):
    assert "It was not sent by mail" in at_desk.post(f"/admin/briefings/user/{noor.pk}/password-link/").content.decode()
    assert mail.outbox == []
    settings.SENDS_MAIL = True

    page = at_desk.post(f"/admin/briefings/user/{noor.pk}/password-link/").content.decode()

    (sent,) = mail.outbox
    assert "It was sent to noor@news.example." in page
    assert (sent.to, sent.subject) == (["noor@news.example"], "[Test Briefings] Set your password")
    assert LINK.search(page)[0] in sent.body


def test_a_mail_server_that_does_not_take_it_costs_nothing_but_the_mail(at_desk, noor, settings):
    settings.SENDS_MAIL = True
    settings.EMAIL_BACKEND = "briefings.deliveries.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    page = at_desk.post(f"/admin/briefings/user/{noor.pk}/password-link/").content.decode()

    assert "The mail server did not take it for noor@news.example" in page
    assert Client().get(LINK.search(page)[1]).status_code == 200


def test_an_address_to_which_no_mail_can_be_written_costs_nothing_but_the_mail(at_desk, noor, settings):
    settings.SENDS_MAIL = True
    host = "".join(chr(0x4E00 + 7 * letter) for letter in range(40))  # more letters than a name of a host can have
    facts = {"username": "wanda", "mail": f"wanda@{host}.example", "roles": ["writer"]}

    page = at_desk.post("/admin/briefings/user/add/", facts).content.decode()

    assert "The mail server did not take it for wanda@" in page
    assert Client().get(LINK.search(page)[1]).status_code == 200


def test_where_nobody_logs_in_by_a_password_there_is_no_link(at_desk, noor, settings):
    path = made(at_desk, noor)
    settings.LOGIN_BY = "oidc"

    assert Client().get(path).status_code == 404
    page = at_desk.post(f"/admin/briefings/user/{noor.pk}/password-link/").content.decode()
    assert "Here nobody logs in by a password" in page
