"""What people are told, as the desk shows it: on the start page, where they choose, and in the list of mails."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from briefings import health, workflow
from briefings.deliveries import sending
from briefings.models import AuditEntry, Delivery, Draft, TellingChoice, User, WorkerTask
from tests.desk.sheets import fields_of, next_messages
from tests.making import make_draft

pytestmark = pytest.mark.django_db
CHOOSING, DELIVERIES, SEEN = (f"/admin/briefings/{path}/" for path in ("user/telling", "delivery", "delivery/seen"))


def start_page(client: Client) -> str:
    return client.get("/admin/").content.decode()


@pytest.fixture
def asked(at_desk, staff) -> tuple[Client, Draft]:
    """Edda at her desk, who is asked to review a draft."""
    edda = at_desk("edda", "editor")
    draft = make_draft("wombat", by=staff("wanda", "writer"))
    workflow.submit(draft.briefing, by=User.objects.get(username="wanda"))
    return edda, draft


def test_everybody_chooses_what_they_are_told_and_how(desk, settings):
    settings.SENDS_MAIL = True
    fields = fields_of(desk.get(CHOOSING), "telling-form")
    assert fields["review-mail"] == fields["review-desk"] == fields["commented-desk"] == "on"
    assert "commented-mail" not in fields
    del fields["review-desk"]

    desk.post(CHOOSING, fields | {"email": "mira@news.example"})

    mira = User.objects.get(username="mira")
    assert mira.email == "mira@news.example"
    assert mira.telling_choices.get(kind="review").on_desk is False
    workflow.submit(make_draft().briefing, by=None)
    assert list(Delivery.objects.values_list("channel", flat=True)) == ["mail"]
    assert "review-desk" not in fields_of(desk.get(CHOOSING), "telling-form")


def test_where_a_provider_lets_in_whoever_has_an_address_nobody_gives_themselves_one(desk, settings):
    settings.SENDS_MAIL, settings.LOGIN_BY = True, "both"
    fields = fields_of(desk.get(CHOOSING), "telling-form")

    desk.post(CHOOSING, fields | {"email": "a.chief@news.example"})

    assert "email" not in fields
    assert User.objects.get(username="mira").email == ""


def test_an_address_that_is_none_is_refused_and_what_was_chosen_stays_in_the_form(desk, settings):
    settings.SENDS_MAIL = True
    fields = fields_of(desk.get(CHOOSING), "telling-form")
    del fields["review-desk"]

    answer = desk.post(CHOOSING, fields | {"email": "no address"})

    assert "Enter a valid email address." in answer.content.decode()
    assert "review-desk" not in fields_of(answer, "telling-form")
    assert not TellingChoice.objects.exists()


def test_a_site_without_a_mail_server_offers_no_mail_says_so_and_keeps_what_was_chosen(desk):
    mira = User.objects.get(username="mira")
    TellingChoice.objects.create(user=mira, kind="commented", by_mail=True, on_desk=True)
    page = desk.get(CHOOSING)
    assert "This site sends no mail" in page.content.decode()
    fields = fields_of(page, "telling-form")
    assert not [name for name in fields if name.endswith("mail")]
    del fields["commented-desk"]

    desk.post(CHOOSING, fields)

    assert TellingChoice.objects.filter(kind="commented", by_mail=True, on_desk=False).exists()


@pytest.fixture
def doubtful(asked) -> Delivery:
    """A mail to Edda that may have arrived, and may not."""
    row = Delivery.objects.get()
    row.channel, row.state, row.error = "mail", Delivery.State.IN_DOUBT, sending.NEVER_CONFIRMED
    row.save()
    return row


def test_a_mail_in_doubt_is_shown_and_sent_again_by_hand_on_the_record(doubtful, desk):
    page = desk.get(DELIVERIES).content.decode()
    assert "in doubt" in page
    assert "it was never confirmed: the worker ended meanwhile" in page
    assert "wombat" not in page

    answer = desk.post(DELIVERIES, {"do": f"again {doubtful.pk}"})

    assert next_messages(answer) == ["It is sent again."]
    doubtful.refresh_from_db()
    assert doubtful.state == Delivery.State.WAITING
    entry = AuditEntry.objects.latest("id")
    assert (entry.action, entry.by.username, entry.about) == ("sent again", "mira", f"delivery:{doubtful.uuid}")


def test_a_mail_is_given_up_by_hand_on_the_record(doubtful, desk):
    desk.post(DELIVERIES, {"do": f"give-up {doubtful.pk}"})

    doubtful.refresh_from_db()
    assert doubtful.state == Delivery.State.GIVEN_UP
    assert AuditEntry.objects.latest("id").action == "given up"


@pytest.mark.parametrize("do", ["", "again", "again abc", "again 0", "burn {pk}"])
def test_what_the_page_does_not_offer_does_nothing(doubtful, desk, do):
    answer = desk.post(DELIVERIES, {"do": do.format(pk=doubtful.pk)})

    assert "That is not there any more." in answer.content.decode()
    doubtful.refresh_from_db()
    assert doubtful.state == Delivery.State.IN_DOUBT


def test_a_mail_that_was_marked_long_ago_is_shown_as_in_doubt_while_no_worker_runs(doubtful, desk):
    long_ago = timezone.now() - sending.IN_DOUBT_AFTER - timedelta(seconds=1)
    Delivery.objects.update(state=Delivery.State.SENDING, marked_at=long_ago)

    assert "in doubt" in desk.get(DELIVERIES).content.decode()


def test_the_desk_says_to_whoever_looks_after_the_site_that_no_worker_was_seen(desk, at_desk):
    sentence = "No worker was seen for some minutes"
    assert sentence in start_page(desk)
    assert sentence in desk.get(DELIVERIES).content.decode()
    assert sentence not in start_page(at_desk("edda", "editor"))

    WorkerTask.objects.create(name=health.WORKER, ended_at=timezone.now())

    assert sentence not in start_page(desk)
