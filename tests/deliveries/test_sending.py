"""Mails go out once, tell nothing that readers do not have, and what became of each is on file."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.deliveries import sending
from briefings.models import Delivery, Draft, User
from tests.deliveries.mail_server import HANGS_UP
from tests.making import make_draft

pytestmark = pytest.mark.django_db
State = Delivery.State


@pytest.fixture
def waiting(person, server) -> Delivery:
    """Edda, whose desk speaks German, is asked by mail to review a text full of wombats."""
    edda = person("edda")
    User.objects.filter(pk=edda.pk).update(desk_language="de")
    wanda = person("wanda", "writer")
    workflow.submit(make_draft("wombat", by=wanda).briefing, by=wanda, note="A wombat note.")
    return Delivery.objects.get(channel="mail")


def now_due() -> None:
    Delivery.objects.update(next_at=timezone.now())


def test_a_mail_says_who_did_what_with_a_link_and_no_unpublished_word(waiting, server):
    sending.send_due(most=9)

    (mail,) = server.mails
    draft = Draft.objects.get()
    assert mail["To"] == "edda@news.example"
    assert mail["Subject"].strip() == "[Test Briefings] wanda bittet um die Prüfung eines Briefings."
    assert f"https://news.example/admin/briefings/draft/{draft.pk}/changes/" in mail.get_content()
    assert "wombat" not in mail.as_string().lower()


def test_no_machine_answers_a_mail_and_each_has_an_id_of_its_own(waiting, server):
    sending.send_due(most=9)

    (mail,) = server.mails
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Message-ID"] == f"<{waiting.uuid}@news.example>"
    assert mail["Date"]
    assert mail["From"] == "briefings@news.example"


@pytest.mark.parametrize(("drips", "state"), [("220 here", State.WAITING), ("250 taken", State.IN_DOUBT)])
def test_a_server_that_answers_letter_by_letter_holds_nobody(waiting, server, settings, drips, state):
    settings.EMAIL_TIMEOUT, server.drips = 0.5, drips

    sending.send_due(most=9)

    waiting.refresh_from_db()
    assert waiting.state == state


def test_what_was_sent_is_not_sent_again(waiting, server):
    for _time in range(3):
        sending.send_due(most=9)
        now_due()

    assert len(server.mails) == 1
    waiting.refresh_from_db()
    assert (waiting.state, waiting.attempts, waiting.error) == (State.SENT, 1, "")


def test_what_is_refused_for_now_is_tried_again_after_waits_that_grow_and_given_up_in_the_end(waiting, server):
    server.refuses = "451 4.3.0 come back later"
    waits = []
    for _time in range(sending.MOST_ATTEMPTS):
        began = timezone.now()
        assert sending.send_due(most=9) == 1
        assert sending.send_due(most=9) == 0  # not before its time
        waiting.refresh_from_db()
        waits.append(round((waiting.next_at - began) / timedelta(minutes=1)))
        assert waiting.error == "the mail server refused it: 451 4.3.0 come back later"
        now_due()

    assert waits[:4] == [1, 2, 4, 8]
    assert waits[:-1] == sorted(waits[:-1])
    assert waiting.state == State.FAILED
    assert server.mails == []


def test_a_mail_server_that_cannot_be_reached_is_tried_again(waiting, server):
    server.stop()

    sending.send_due(most=9)

    waiting.refresh_from_db()
    assert waiting.state == State.WAITING
    assert waiting.error == "the mail server cannot be reached: ConnectionRefusedError"


def test_what_is_refused_for_good_has_failed_with_the_reason(waiting, server):
    server.refuses = "550 5.1.1 nobody of that name"

    sending.send_due(most=9)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.error) == (
        State.FAILED,
        "the mail server refused it: 550 5.1.1 nobody of that name",
    )


def test_an_address_to_which_no_mail_can_be_written_has_failed_and_holds_up_no_other(waiting, person, server):
    host = "".join(chr(0x4E00 + 7 * letter) for letter in range(40))  # more letters than a name of a host can have
    User.objects.filter(pk=waiting.to_id).update(email=f"edda@{host}.example")
    told = {"kind": "review", "channel": "mail", "to": person("emil"), "briefing": waiting.briefing}
    Delivery.objects.create(**told, created_at=timezone.now(), next_at=timezone.now())

    assert sending.send_due(most=9) == 2

    waiting.refresh_from_db()
    assert (waiting.state, waiting.error) == (State.FAILED, sending.NO_MAIL_TO_IT)
    assert [mail["To"] for mail in server.mails] == ["emil@news.example"]


def test_what_the_server_took_and_did_not_confirm_is_in_doubt_and_never_sent_by_itself(waiting, server):
    server.answers = [HANGS_UP]

    for _time in range(3):
        sending.send_due(most=9)
        sending.note_doubts()
        now_due()

    waiting.refresh_from_db()
    assert len(server.mails) == 1
    assert waiting.state == State.IN_DOUBT
    assert waiting.error == "the mail server did not confirm it: SMTPServerDisconnected"


def test_what_is_sent_again_by_hand_is_known_for_the_same_mail(waiting, server):
    server.answers = [HANGS_UP]
    sending.send_due(most=9)

    workflow.send_again(waiting, by=None)
    sending.send_due(most=9)

    first, second = server.mails
    assert first["Message-ID"] == second["Message-ID"]
    waiting.refresh_from_db()
    assert waiting.state == State.SENT


def test_what_is_given_up_is_sent_no_more_and_what_was_sent_goes_no_second_time(waiting, server):
    workflow.stop_sending(waiting, by=None)
    assert sending.send_due(most=9) == 0
    workflow.send_again(waiting, by=None)
    sending.send_due(most=9)

    for act in (workflow.send_again, workflow.stop_sending):
        with pytest.raises(workflow.Refused):
            act(waiting, by=None)
    assert len(server.mails) == 1


@pytest.mark.parametrize("role", ["writer", "editor"])
def test_nobody_but_chiefs_and_admins_decides_about_mails(waiting, person, role):
    for act in (workflow.send_again, workflow.stop_sending):
        with pytest.raises(workflow.Refused) as refusal:
            act(waiting, by=person(f"{role}{act.__name__}", role))
        assert str(refusal.value) == "You may not decide about mails. Ask a chief editor or a site admin."


def test_a_mail_is_marked_before_it_leaves_so_that_no_other_worker_takes_it(waiting, server):
    claimed = list(sending._claimed(9))
    others = list(sending._claimed(9))

    assert [one.pk for one in claimed] == [waiting.pk]
    assert others == []
    waiting.refresh_from_db()
    assert waiting.state == State.SENDING


def test_of_two_workers_that_saw_the_same_mail_one_sends_it(waiting, server):
    workflow.submit(make_draft("quokka").briefing, by=None)
    Delivery.objects.exclude(channel="mail").delete()
    first, second = sending._claimed(9), sending._claimed(9)

    taken = [next(first), *second, *first]

    assert len(taken) == len({one.pk for one in taken}) == 2


def test_what_was_marked_and_never_confirmed_is_in_doubt_after_a_while(waiting, server):
    list(sending._claimed(9))
    assert sending.note_doubts() == 0

    Delivery.objects.update(marked_at=timezone.now() - sending.IN_DOUBT_AFTER - timedelta(seconds=1))

    assert sending.note_doubts() == 1
    waiting.refresh_from_db()
    assert waiting.state == State.IN_DOUBT
    now_due()
    assert sending.send_due(most=9) == 0


def test_a_confirmation_that_comes_late_still_counts(waiting, server):
    (claimed,) = sending._claimed(9)
    Delivery.objects.update(state=State.IN_DOUBT)

    sending._send(claimed)

    waiting.refresh_from_db()
    assert waiting.state == State.SENT


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda user: user.groups.clear(), sending.NOT_THEIRS),
        (lambda user: User.objects.filter(pk=user.pk).update(is_active=False), sending.NOT_THEIRS),
        (lambda user: User.objects.filter(pk=user.pk).update(email=""), sending.NO_ADDRESS),
        (lambda _user: Draft.objects.update(trashed_at=timezone.now()), sending.NOT_THEIRS),
        (lambda _user: Draft.objects.update(state=Draft.State.DRAFT), sending.IS_OVER),
    ],
    ids=["no role", "left", "no address", "trash", "over"],
)
def test_at_sending_it_is_asked_anew_whether_somebody_may_know(waiting, server, change, why):
    change(waiting.to)

    sending.send_due(most=9)

    waiting.refresh_from_db()
    assert (waiting.state, waiting.error, server.mails) == (State.FAILED, why, [])
