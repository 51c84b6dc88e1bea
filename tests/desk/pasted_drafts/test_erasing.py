"""What is erased by order goes from the drafts that were pasted as well, and nothing of their words remains."""

from uuid import UUID

import pytest
from django.core.management import call_command
from django.utils import timezone

from briefings import originals
from briefings.models import Original, Revision
from briefings.staff import add_staff
from briefings.workflow import erase
from tests.log.erasure_orders import CLEAN, SECRET, make_order, rows_holding
from tests.workflow.making import DAY, save

pytestmark = pytest.mark.django_db(transaction=True)
TEXT = f"# {SECRET} one\n\n{SECRET} two\n\nMore of what {SECRET} said on that day.\n"


@pytest.fixture
def mira():
    return add_staff("mira", role="chief", password="correct horse battery")


def pasted(by, text, *, days_ago, briefing=None, number=1):
    """A draft pasted some days ago; with a briefing, it became that one's text."""
    original = originals.keep(text.encode(), by=by, uuid=UUID(int=number))
    revision = briefing and Revision.objects.filter(briefing=briefing).earliest("version")
    Original.objects.filter(pk=original.pk).update(
        at=timezone.now() - days_ago * DAY, briefing=briefing, revision=revision, name=f"{SECRET}.md"
    )
    return original


def test_the_bytes_the_name_and_what_was_decided_go_with_the_text(mira, capsys):
    briefing = make_order()
    original = pasted(mira, TEXT, days_ago=4, briefing=briefing)
    assert "Original" in rows_holding(SECRET)

    call_command("erase", "a", "--edition", "1", "--reason", "Order 7/26.")

    assert rows_holding(SECRET) == []
    original.refresh_from_db()
    assert (original.data, original.name, original.beginning, original.sha256, original.sketch) == (
        None,
        "",
        "",
        "",
        "",
    )
    assert (original.by, original.briefing) == (mira, briefing)
    assert "Pasted drafts that held it, gone as well: 1." in capsys.readouterr().out


def test_the_same_words_that_somebody_pasted_again_go_too(mira):
    briefing = make_order()
    pasted(mira, TEXT, days_ago=4, briefing=briefing)
    pasted(mira, TEXT.replace("# ", ""), days_ago=0, number=2)

    assert erase(briefing, number=1, reason="Order.", by=None).originals == 2
    assert rows_holding(SECRET) == []


def test_a_later_draft_and_one_of_another_briefing_stay_and_what_they_hold_is_said(mira):
    briefing = make_order()
    later = pasted(mira, TEXT + "And one more line.", days_ago=0, briefing=briefing)
    looked_at = pasted(mira, "# Nothing of it\n\nWords of another text.", days_ago=4, number=2)

    erased = erase(briefing, number=1, reason="Order.", by=None)

    assert erased.originals == 0
    assert "One pasted draft still holds passages of the erased text." in erased.remaining
    for original in (later, looked_at):
        original.refresh_from_db()
        assert original.data is not None


def test_an_erased_draft_can_be_neither_got_nor_compared_with(mira, client):
    briefing = make_order()
    original = pasted(mira, TEXT, days_ago=4, briefing=briefing)
    save(briefing, **CLEAN)
    erase(briefing, number=1, reason="Order.", by=None)
    client.force_login(mira)

    answer = client.get(f"/admin/briefings/original/{original.pk}/file/", follow=True)

    assert answer.request["PATH_INFO"] == "/admin/"
    assert originals.latest_of(briefing) is None
