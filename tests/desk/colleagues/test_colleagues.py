"""Site admins say who works here and in which roles, on record; nobody says it of themselves."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.test import Client
from django.utils import timezone

from briefings import policy, staff, workflow
from briefings.deliveries import sending
from briefings.logins.second_factor import factors_of
from briefings.models import AuditEntry, Delivery, DraftLink, Login, User
from briefings.staff import add_staff
from briefings.workflow.staff_acts import as_on_staff, roles_of
from tests.desk.logging_in import PASSWORD, log_in
from tests.desk.logins.factors import showed_who, with_app
from tests.desk.sheets import fields_of
from tests.making import DAY, NOON, make_draft

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/user/"
ADD = f"{LIST}add/"


def of(user: User, tail: str = "change") -> str:
    return f"{LIST}{user.pk}/{tail}/"


def text(answer) -> str:
    return answer.content.decode()


def acts(user: User) -> list[tuple]:
    return list(
        AuditEntry.objects.filter(about=f"user:{user.uuid}").order_by("id").values_list("action", "by__username")
    )


def change(user: User, *, by: User, roles: list[str], expected: str | None = None) -> User:
    facts = {"first_name": user.first_name, "last_name": user.last_name, "mail": user.email}
    return workflow.change_colleague(user, **facts, new_roles=roles, by=by, expected=expected or as_on_staff(user))


def test_the_list_says_of_everybody_what_they_may_and_how_they_log_in(at_desk, noor, django_assert_num_queries):
    with_app(noor)
    User.objects.filter(pk=noor.pk).update(first_name="Noor", last_name="Haddad")
    for number in range(5):
        add_staff(f"writer{number}", role="writer", password=PASSWORD)

    with django_assert_num_queries(7):
        page = text(at_desk.get(LIST))

    assert "Noor Haddad" in page
    assert page.count(">with second factor<") == 1
    assert page.count(">active<") == 7
    assert "noor" not in text(at_desk.get(f"{LIST}?is_active__exact=0"))


def test_a_colleague_is_added_with_roles_and_gets_the_link_for_a_password(at_desk):
    page = at_desk.post(
        ADD, {"username": "wanda", "first_name": "Wanda", "mail": "w@news.example", "roles": ["writer", "editor"]}
    )

    wanda = User.objects.get(username="wanda")
    assert roles_of(wanda) == ["writer", "editor"]
    assert policy.may(wanda, "publish")
    assert not wanda.has_usable_password()
    assert "/admin/password/" in text(page)
    assert acts(wanda) == [("staff added", "boss"), ("password link made", "boss")]
    assert AuditEntry.objects.get(action="staff added", by__isnull=False).detail == "wanda as writer, editor"


def test_what_is_wrong_of_a_new_colleague_is_said_at_once_and_nobody_is_added(at_desk, noor):
    page = text(at_desk.post(ADD, {"username": "Noor", "mail": "nowhere"}))
    assert "valid email" in page

    page = text(at_desk.post(ADD, {"username": "Noor"}))
    assert "There is a “Noor” already." in page
    assert "Choose at least one role." in page
    assert User.objects.count() == 2


def test_whoever_logged_in_long_ago_shows_who_they_are_before_any_of_it(at_desk, noor):
    showed_who(at_desk, ago=3600)
    was = as_on_staff(noor)
    for path, sent in (
        (ADD, {"username": "wanda", "roles": "chief"}),
        (of(noor), {"roles": "chief", "was": was}),
        (of(noor, "active"), {"do": "deactivate", "was": was}),
        (of(noor, "password-link"), {}),
        (of(noor, "sessions"), {}),
    ):
        page = at_desk.post(path, sent)
        assert (page.status_code, "Confirm that it is you" in text(page)) == (403, True), path
    assert AuditEntry.objects.filter(by__isnull=False).count() == 0

    fields = fields_of(page, "confirm-form") | {"confirm_password": PASSWORD}
    assert "is logged out everywhere" in text(at_desk.post(of(noor, "sessions"), fields, follow=True))


def test_roles_are_changed_from_the_next_click_on(at_desk, noor):
    fields = fields_of(at_desk.get(of(noor)), "colleague_form")
    at_desk.post(of(noor), fields | {"roles": ["editor", "admin"], "last_name": "Haddad"})

    noor = User.objects.get(pk=noor.pk)
    assert (roles_of(noor), noor.last_name) == (["editor", "admin"], "Haddad")
    assert acts(noor)[1:] == [("roles changed", "boss"), ("staff changed", "boss")]
    assert AuditEntry.objects.get(action="roles changed").detail == "noor: editor → editor, admin"


def test_nobody_changes_their_own_roles_or_deactivates_themselves(at_desk, boss):
    add_staff("other", role="admin", password=PASSWORD)
    fields = fields_of(at_desk.get(of(boss)), "colleague_form")
    assert "Nobody changes their own roles" in text(at_desk.get(of(boss)))

    at_desk.post(of(boss), fields | {"roles": ["admin", "chief"], "first_name": "Bo"})
    boss.refresh_from_db()
    assert (roles_of(boss), boss.first_name) == (["admin"], "Bo")
    with pytest.raises(workflow.Refused, match=r"Nobody changes their own roles\."):
        change(boss, by=boss, roles=["admin", "chief"])
    with pytest.raises(workflow.Refused, match=r"Nobody deactivates themselves\."):
        workflow.deactivate(boss, by=boss, expected=as_on_staff(boss))
    with pytest.raises(workflow.Refused, match=r"A link is for a colleague\."):
        workflow.make_password_link(boss, by=boss)


def test_somebody_stays_who_can_say_who_works_here(boss):
    other = add_staff("other", role="admin", password=PASSWORD)
    workflow.deactivate(boss, by=other, expected=as_on_staff(boss))
    maker = User.objects.create_superuser("maker", password=PASSWORD)
    User.objects.filter(pk=maker.pk).update(is_active=False)

    for act in (
        lambda: change(other, by=other, roles=["writer"]),
        lambda: workflow.deactivate(other, by=other, expected=as_on_staff(other)),
    ):
        with pytest.raises(workflow.Refused, match=r"other is the last site admin\."):
            act()


def test_of_two_who_take_the_role_from_each_other_the_second_is_refused(boss):
    other = add_staff("other", role="admin", password=PASSWORD)
    was = as_on_staff(boss)
    workflow.deactivate(other, by=boss, expected=as_on_staff(other))

    with pytest.raises(workflow.Refused, match=r"You may not change who works here\."):
        workflow.deactivate(boss, by=other, expected=was)


def test_who_may_do_everything_is_changed_by_nobody_who_may_not(boss):
    maker = User.objects.create_superuser("maker", password=PASSWORD)

    for act in (
        lambda: workflow.make_password_link(maker, by=boss),
        lambda: workflow.deactivate(maker, by=boss, expected=as_on_staff(maker)),
        lambda: change(maker, by=boss, roles=["writer"]),
    ):
        with pytest.raises(workflow.Refused, match=r"maker may do everything"):
            act()


def test_nobody_takes_the_second_factor_or_the_provider_from_who_may_do_everything(at_desk):
    maker = User.objects.create_superuser("maker", password=PASSWORD)
    with_app(maker)
    SocialAccount.objects.create(user=maker, provider="oidc", uid="4711")

    for act in ("factor", "provider"):
        page = at_desk.post(of(maker, "reset-second-factor"), {"do": act}, follow=True)
        assert "aker may do everything" in text(page)

    assert factors_of(maker).app
    assert staff.is_bound(maker)
    staff.reset_second_factor(maker, by=None)
    assert not factors_of(maker)


def test_what_somebody_else_changed_meanwhile_is_looked_at_first(at_desk, boss, noor):
    fields = fields_of(at_desk.get(of(noor)), "colleague_form")
    leaving = fields_of(at_desk.get(of(noor, "active")), "active_form")
    change(noor, by=boss, roles=["chief"])

    assert "Somebody changed noor meanwhile." in text(at_desk.post(of(noor), fields | {"roles": ["writer"]}))
    assert "Somebody changed noor meanwhile." in text(at_desk.post(of(noor, "active"), leaving))
    noor = User.objects.get(pk=noor.pk)
    assert (roles_of(noor), noor.is_active) == (["chief"], True)


def test_whoever_is_deactivated_is_out_is_told_nothing_and_shows_nothing(at_desk, noor):
    draft = make_draft("quokka", by=noor)
    _link, token = workflow.show_draft(
        draft.briefing,
        by=noor,
        for_whom="Dr. Berger",
        ends_at=timezone.now() + DAY,
        expected=1,
        as_link=draft.briefing.uuid,
    )
    told = {"kind": "review", "to": noor, "briefing": draft.briefing, "created_at": NOON, "next_at": NOON}
    mail, entry = (Delivery.objects.create(channel=channel, **told) for channel in ("mail", "desk"))
    theirs = Client()
    log_in(theirs, "noor", PASSWORD)
    assert theirs.get("/admin/").status_code == 200
    page = text(at_desk.get(of(noor, "active")))
    assert "1 briefing is theirs" in page
    assert "by the owner noor" in page

    at_desk.post(of(noor, "active"), fields_of(at_desk.get(of(noor, "active")), "active_form"))

    assert theirs.get("/admin/").status_code == 302
    assert not noor.desk_sessions.exists()
    log_in(theirs, "noor", PASSWORD)
    assert theirs.get("/admin/").status_code == 302
    assert Client().get(f"/preview/{token}/").status_code == 404
    mail.refresh_from_db()
    entry.refresh_from_db()
    assert (mail.state, mail.error, entry.state) == ("given up", sending.NOT_HERE, "waiting")
    assert Login.objects.filter(user=noor).exists()
    assert acts(noor)[-1] == ("deactivated", "boss")
    assert AuditEntry.objects.filter(action="shown no more", briefing=draft.briefing).count() == 1

    at_desk.post(of(noor, "active"), fields_of(at_desk.get(of(noor, "active")), "active_form"))

    log_in(theirs, "noor", PASSWORD)
    assert theirs.get("/admin/").status_code == 200
    assert Client().get(f"/preview/{token}/").status_code == 404
    assert DraftLink.objects.get().ended_at
    assert acts(noor)[-1] == ("active again", "boss")


def test_an_editor_who_is_site_admin_too_is_led_to_the_drafts_of_whoever_left(at_desk, boss, noor):
    make_draft("quokka", by=noor)
    other = add_staff("other", role="admin", password=PASSWORD)
    change(boss, by=other, roles=["editor", "admin"])
    workflow.deactivate(noor, by=boss, expected=as_on_staff(noor))

    assert 'href="/admin/briefings/draft/?owner=noor"' in text(at_desk.get(of(noor)))
    assert "quokka" in text(at_desk.get("/admin/briefings/draft/?owner=noor"))


def test_the_history_of_a_colleague_holds_what_add_staff_wrote_once_and_now(at_desk, noor):
    AuditEntry.objects.create(at=NOON, action="staff added", about=f"user:{noor.pk}", detail="as it was written once")

    page = text(at_desk.get(of(noor, "history")))

    assert "as it was written once" in page
    assert "noor as editor" in page
