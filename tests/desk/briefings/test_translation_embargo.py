"""The embargo of an original, on the pages of its translation: what is said, who publishes all the same, what is held
back.
"""

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.desk_words import exact_moment
from briefings.models import AuditEntry, Draft, Edition
from briefings.workflow import DeskMoments, Embargo
from tests.desk.briefings.publishing import AT_LATER, LATER, published, reasons
from tests.desk.roles.people import make_somebody
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.making import HOUR, make_draft

pytestmark = pytest.mark.django_db
QUOTED = f"The original is embargoed until {exact_moment(LATER)}, promised to NATO press office."
BEFORE = {"publish-when": "later", "publish-moment": "2199-01-01T11:59", "publish-shown": "2199-01-01T11:59Z"}


@pytest.fixture
def original():
    draft = make_draft("quokka")
    Draft.objects.update(embargo_until=LATER, embargo_source="NATO press office")
    return draft


@pytest.fixture
def translation(original):
    return make_draft("wombat", language="de", translation_of=str(original.briefing.uuid))


def page(client, draft):
    return client.get(f"/admin/briefings/draft/{draft.pk}/change/")


def test_the_translation_says_it_and_leads_to_the_original_of_whoever_may_read_that(original, translation):
    editor, writer = make_somebody("editor", name="ed"), make_somebody("writer", name="wren")
    Draft.objects.filter(pk=translation.pk).update(owner=writer.user)
    link = f'href="/admin/briefings/draft/{original.pk}/change/#moments"'

    for client, leads in ((editor.client, True), (writer.client, False)):
        shown = page(client, translation).content.decode()
        assert (QUOTED in shown, link in shown) == (True, leads)
        assert "Nothing else stands in the way." in shown
    assert QUOTED in editor.client.get(f"/admin/briefings/draft/{translation.pk}/show/").content.decode()


@pytest.mark.parametrize("how", [{}, BEFORE], ids=["now", "for a moment before it ends"])
def test_a_chief_publishes_it_all_the_same_with_a_reason_on_record_and_nobody_else(translation, how):
    chief, editor = make_somebody("chief", name="cleo").client, make_somebody("editor", name="ed").client

    refused = published(editor, translation, **how)
    assert "publish-override" not in fields_of(refused)
    asked = published(chief, translation, **how)
    assert QUOTED in reasons(refused)
    assert QUOTED in reasons(asked)
    assert "publish-override" in fields_of(asked)
    assert not Edition.objects.exists()

    published(chief, translation, **how, **{"publish-override": "The other side broke it."})

    assert Edition.objects.get().briefing == translation.briefing
    entry = AuditEntry.objects.get(action="embargo overridden")
    assert (entry.briefing, entry.detail) == (
        translation.briefing,
        "until 2199-01-01 12:00 UTC: The other side broke it.",
    )


def test_moved_ahead_it_asks_a_chief_for_the_reason_and_nobody_where_no_embargo_runs(original, translation):
    chief = make_somebody("chief", name="cleo").client
    workflow.publish(translation.briefing, by=None, live_from=LATER)
    address = f"/admin/briefings/draft/{translation.pk}/act/reschedule/"
    form = fields_of(chief.get(address), "") | {"moment": "2199-01-01T11:59", "shown": "2199-01-01T11:59Z"}
    assert QUOTED in chief.get(address).content.decode()

    refused = chief.post(address, form)
    assert QUOTED in refused.content.decode()
    posted(chief, address, fields_of(refused, "") | {"override": "They agreed."})

    assert Edition.objects.scheduled().get().live_from < LATER
    assert AuditEntry.objects.filter(action="embargo overridden", briefing=translation.briefing).exists()
    Draft.objects.filter(pk=original.pk).update(embargo_until=None)
    assert "override" not in fields_of(chief.get(address), "")


def test_once_readers_have_the_original_nothing_is_said_or_asked(original, translation):
    chief = make_somebody("chief", name="cleo").client
    workflow.publish(original.briefing, by=None, override="They agreed.")

    shown = page(chief, translation)

    assert QUOTED not in shown.content.decode()
    assert "publish-override" not in fields_of(shown)
    published(chief, translation)
    assert Edition.objects.filter(briefing=translation.briefing).exists()


def test_an_embargo_set_on_the_original_calls_off_a_translation_that_would_go_out_before(original):
    editor = make_somebody("editor", name="ed").client
    Draft.objects.update(embargo_until=None, embargo_source="")
    translation = make_draft("wombat", language="de", translation_of=str(original.briefing.uuid))
    published(editor, translation, **AT_LATER)

    answer = sent(editor, original, opened(editor, original) | {"moments-embargo_until": "2199-01-01T12:01"})

    assert any("The translation “The wombat headline”, scheduled for" in told for told in messages(answer))
    assert not Edition.objects.scheduled().exists()


def test_a_writer_who_sets_it_is_told_of_the_translation_and_editors_see_what_stands_against_it(original):
    writer, editor = make_somebody("writer", name="wren"), make_somebody("editor", name="ed").client
    Draft.objects.update(embargo_until=None, embargo_source="", owner=writer.user)
    translation = make_draft("wombat", language="de", translation_of=str(original.briefing.uuid))
    workflow.publish(translation.briefing, by=None, live_from=timezone.now() + 2 * HOUR)

    later = {"moments-embargo_until": "2199-01-01T12:01"}
    answer = sent(writer.client, original, opened(writer.client, original) | later)

    told = [sentence for sentence in messages(answer) if "A translation is scheduled for" in sentence]
    assert "wombat" not in told[0]
    assert Edition.objects.scheduled().exists()
    assert "before its embargo ends" in page(editor, translation).content.decode()
    assert "Goes out before its embargo ends." in editor.get("/admin/briefings/draft/calendar/").content.decode()


def test_an_embargo_that_lets_the_translation_wait_long_enough_calls_nothing_off(original, translation):
    workflow.publish(translation.briefing, by=None, live_from=LATER)
    opened_with = DeskMoments(embargo=Embargo(LATER, "NATO press office"))

    told = workflow.set_moments(
        original.briefing, by=None, opened=opened_with, wanted=DeskMoments(embargo=Embargo(LATER, "The EU"))
    )

    assert told == []
    assert Edition.objects.scheduled().exists()
