"""What people are told, as the desk shows it: on the start page, where they choose, and in the list of mails."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from briefings import health, workflow
from briefings.deliveries import notify, sending
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


def test_the_start_page_tells_what_is_new_with_a_link_until_it_was_seen(asked):
    edda, draft = asked
    page = start_page(edda)
    assert "wanda asks for a review of “The wombat headline”." in page
    assert f'href="/admin/briefings/draft/{draft.pk}/changes/"' in page

    edda.post(SEEN, {"seen": str(Delivery.objects.get().pk)})

    assert "asks for a review" not in start_page(edda)


def test_all_that_was_shown_is_seen_at_once_and_nothing_that_came_since(asked):
    edda, _draft = asked
    workflow.submit(make_draft("quokka").briefing, by=None)
    shown = " ".join(str(row.pk) for row in Delivery.objects.all())
    workflow.submit(make_draft("numbat").briefing, by=None)

    edda.post(SEEN, {"seen": shown})

    page = start_page(edda)
    assert "asks for a review of “The numbat headline”." in page or "review of “The numbat" in page
    assert "review of “The quokka" not in page
    assert "review of “The wombat" not in page


def test_a_button_of_more_numbers_than_any_page_shows_takes_what_it_can(asked):
    edda, _draft = asked

    assert edda.post(SEEN, {"seen": " ".join(map(str, range(300_000)))}).status_code == 302


def test_nobody_takes_away_what_somebody_else_is_told(asked, at_desk):
    edda, _draft = asked

    at_desk("emil", "editor").post(SEEN, {"seen": str(Delivery.objects.get().pk)})

    assert "asks for a review" in start_page(edda)


@pytest.mark.parametrize(
    "over",
    [
        lambda draft: workflow.approve(draft.briefing, by=None, expected=1),
        lambda draft: Draft.objects.update(trashed_at=timezone.now()),
        lambda draft: User.objects.get(username="edda").groups.clear(),
    ],
    ids=["approved", "trash", "no role"],
)
def test_what_is_over_or_may_not_be_known_any_more_is_not_told(asked, over):
    edda, draft = asked

    over(draft)

    assert "asks for a review" not in start_page(edda)


@pytest.mark.parametrize(
    "lost",
    [
        lambda: Draft.objects.update(trashed_at=timezone.now()),
        lambda: User.objects.get(username="edda").groups.clear(),
    ],
    ids=["trash", "no role"],
)
def test_nothing_of_a_draft_that_somebody_may_not_read_any_more_is_told(asked, lost):
    edda, draft = asked
    notify("commented", briefing=draft.briefing, to=[User.objects.get(username="edda")], by=None)
    assert "wombat" in start_page(edda)

    lost()

    assert "wombat" not in start_page(edda)


def test_the_start_page_costs_the_same_for_one_entry_and_for_many(asked, django_assert_max_num_queries):
    edda, _draft = asked
    start_page(edda)
    with django_assert_max_num_queries(40) as one:
        start_page(edda)
    for number in range(5):
        workflow.submit(make_draft(f"quokka {number}").briefing, by=None)
    with django_assert_max_num_queries(len(one)):
        start_page(edda)


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
