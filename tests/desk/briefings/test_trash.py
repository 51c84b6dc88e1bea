"""The trash: what readers never had goes there, is found nowhere else, and comes back as it went."""

from uuid import uuid4

import pytest

from briefings import originals, workflow, working_copy
from briefings.models import AuditEntry, Draft, Original, User
from tests.desk.sheets import fields_of, messages, opened, sent
from tests.making import NOON, make_draft

pytestmark = pytest.mark.django_db
TRASH = "/admin/briefings/draft/trash/"


@pytest.fixture
def draft(desk):
    return make_draft("quokka", topics=("Quokka matters",), by=User.objects.get(username="mira"))


def trash(client, draft):
    where = f"/admin/briefings/draft/{draft.pk}/act/trash/"
    return client.post(where, fields_of(client.get(where), ""))


def pasted() -> Original:
    words = b"# The quokka headline\n\nThe lede stands here.\n"
    return originals.keep(words, by=User.objects.get(username="mira"), uuid=uuid4())


def text(client, where) -> str:
    return client.get(where).content.decode()


def test_it_leaves_the_list_and_the_search_and_comes_back_as_it_went(desk, draft):
    before, saved_at = working_copy.read(draft), draft.saved_at

    trash(desk, draft)

    assert "The quokka headline" not in text(desk, "/admin/briefings/draft/")
    assert "The quokka headline" not in text(desk, "/admin/briefings/draft/?q=quokka")
    assert "The quokka headline" in text(desk, TRASH)

    desk.post(TRASH, {"back": f"draft {draft.pk}"})

    fresh = Draft.objects.get()
    assert (fresh.trashed_at, fresh.saved_at, working_copy.read(fresh)) == (None, saved_at, before)
    assert "The quokka headline" in text(desk, "/admin/briefings/draft/")
    assert "The quokka headline" not in text(desk, TRASH)
    acts = AuditEntry.objects.order_by("pk").values_list("action", flat=True)
    assert list(acts)[-2:] == ["trashed", "brought back"]


def test_what_was_published_or_is_scheduled_does_not_go_there(desk, draft):
    scheduled = workflow.publish(draft.briefing, by=None, live_from=NOON)
    refused = trash(desk, draft)
    assert "Only what readers never had goes to the trash." in refused.content.decode()

    workflow.call_off(scheduled, by=None)
    workflow.publish(draft.briefing, by=None)
    workflow.withdraw(draft.briefing, by=None, notice="Withdrawn.")

    with pytest.raises(workflow.Refused):
        workflow.trash(draft.briefing, by=None)
    assert Draft.objects.get().trashed_at is None


def test_what_was_called_off_and_never_live_may_go(desk, draft):
    workflow.call_off(workflow.publish(draft.briefing, by=None, live_from=NOON), by=None)

    trash(desk, draft)

    assert Draft.objects.get().trashed_at is not None


@pytest.mark.parametrize(
    "act",
    [
        lambda briefing: workflow.publish(briefing, by=None),
        lambda briefing: workflow.submit(briefing, by=None),
        lambda briefing: workflow.approve(briefing, by=None, expected=1),
        lambda briefing: workflow.trash(briefing, by=None),
    ],
)
def test_nothing_is_done_with_it_there(draft, act):
    workflow.trash(draft.briefing, by=None)

    with pytest.raises(workflow.Refused) as refusal:
        act(draft.briefing)

    assert "This briefing is in the trash. Bring it back first." in refusal.value.reasons


def test_a_form_that_was_open_then_is_still_saved_and_the_draft_stays_there(desk, draft):
    fields = opened(desk, draft) | {"lede": "Typed before I knew."}
    workflow.trash(draft.briefing, by=None)

    answer = sent(desk, draft, fields)

    assert messages(answer) == ["Saved."]
    assert Draft.objects.get().lede == "Typed before I knew."
    page = answer.content.decode()
    assert "In the trash since" in page
    assert 'name="_publish"' not in page
    assert answer.context["acts"] == []


def test_a_writer_finds_their_own_there_and_nobody_elses(at_desk, draft):
    tom = at_desk("tom", "writer")
    own = make_draft("wombat", by=User.objects.get(username="tom"))
    for each in (draft, own):
        workflow.trash(each.briefing, by=None)

    shown = text(tom, TRASH)
    refused = tom.post(TRASH, {"back": f"draft {draft.pk}"})

    assert "The wombat headline" in shown
    assert "quokka" not in shown
    assert refused.url == TRASH
    assert Draft.objects.get(pk=draft.pk).trashed_at is not None


def test_its_names_are_no_longer_suggested_to_a_writer(at_desk):
    tom = at_desk("tom", "writer")
    own = make_draft("wombat", topics=("Wombat matters",), by=User.objects.get(username="tom"))
    where = "/admin/briefings/draft/suggest/{}/?q=wombat"
    kinds = ("people", "topics")
    assert all(tom.get(where.format(kind)).json()["names"] for kind in kinds)

    workflow.trash(own.briefing, by=None)

    assert [tom.get(where.format(kind)).json()["names"] for kind in kinds] == [[], []]


def test_a_pasted_draft_that_was_given_up_goes_there_and_comes_back(desk):
    original = pasted()

    desk.post(f"/admin/briefings/original/{original.pk}/trash/")
    assert "quokka" not in text(desk, "/admin/briefings/original/")
    assert "quokka" in text(desk, TRASH)
    answer = desk.post(TRASH, {"back": f"pasted {original.pk}"})

    assert answer.url == f"/admin/briefings/original/{original.pk}/change/"
    assert "quokka" in text(desk, "/admin/briefings/original/")


def test_one_that_became_a_briefing_does_not(desk):
    original = pasted()
    originals.make_briefing(original, by=User.objects.get(username="mira"))

    desk.post(f"/admin/briefings/original/{original.pk}/trash/")

    assert Original.objects.get().trashed_at is None
