"""An embargo on the writing page: who sets it, who ends it early, and what becomes of what was scheduled."""

from datetime import timedelta

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.desk_words import exact_moment
from briefings.models import AuditEntry, Draft, Edition
from briefings.workflow import DeskMoments, Embargo
from tests.desk.briefings.publishing import AT_LATER, LATER, published, reasons
from tests.desk.roles.people import make_somebody
from tests.desk.sheets import fields_of, messages, opened, sent
from tests.making import make_draft

pytestmark = pytest.mark.django_db
PROMISED = {"moments-embargo_until": "2199-01-01T12:00", "moments-embargo_source": "NATO press office"}
QUOTED = f"Embargoed until {exact_moment(LATER)}, promised to NATO press office."


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def embargoed(draft):
    return promised(draft)


def promised(draft, until=LATER):
    wanted = DeskMoments(embargo=Embargo(until, "NATO press office"))
    workflow.set_moments(draft.briefing, by=None, wanted=wanted, opened=DeskMoments())
    draft.refresh_from_db()
    return draft


@pytest.fixture
def chief():
    return make_somebody("chief", name="cleo").client


@pytest.fixture
def editor():
    return make_somebody("editor", name="ed").client


def test_it_is_set_beside_the_text_makes_no_version_and_is_on_record(editor, draft):
    answer = sent(editor, draft, opened(editor, draft) | PROMISED)

    draft.refresh_from_db()
    assert (draft.embargo_until, draft.embargo_source, draft.version) == (LATER, "NATO press office", 1)
    assert QUOTED in answer.content.decode()
    assert AuditEntry.objects.get(action="embargo set").detail == "until 2199-01-01 12:00 UTC"


def test_publishing_at_once_with_it_is_refused_and_keeps_it(editor, draft):
    answer = published(editor, draft, **PROMISED)

    draft.refresh_from_db()
    assert reasons(answer)[0] == QUOTED
    assert draft.embargo_until == LATER
    assert not Edition.objects.exists()


@pytest.mark.parametrize("typed", ["2199-01-01T12:00", "2199-01-01T12:01"])
def test_at_its_moment_or_later_it_may_be_scheduled(editor, embargoed, typed):
    shown = {"publish-moment": typed, "publish-shown": f"{typed}Z"}

    published(editor, embargoed, **AT_LATER | shown)

    assert Edition.objects.get().live_from >= LATER


def test_before_its_moment_it_may_not_be_scheduled(editor, embargoed):
    shown = {"publish-moment": "2199-01-01T11:59", "publish-shown": "2199-01-01T11:59Z"}

    answer = published(editor, embargoed, **AT_LATER | shown)

    assert QUOTED in reasons(answer)
    assert not Edition.objects.exists()


def test_a_chief_publishes_before_it_ends_with_a_reason_that_goes_on_record(chief, embargoed):
    assert QUOTED in reasons(published(chief, embargoed))

    published(chief, embargoed, **{"publish-override": "The other side broke it at 14:02."})

    assert Edition.objects.get().kind == "first"
    entry = AuditEntry.objects.get(action="embargo overridden")
    assert entry.detail == "until 2199-01-01 12:00 UTC: The other side broke it at 14:02."


def test_an_editor_may_not_give_the_reason(editor, embargoed):
    page = editor.get(f"/admin/briefings/draft/{embargoed.pk}/change/")
    assert "publish-override" not in fields_of(page)
    assert "publish-shown" in fields_of(page)

    answer = published(editor, embargoed, **{"publish-override": "I say so."})

    assert "Only a chief editor may end an embargo early, or publish before it ends." in reasons(answer)
    assert not Edition.objects.exists()


@pytest.mark.parametrize("typed", ["", "2198-12-31T12:00"])
def test_lifting_it_or_moving_it_ahead_wants_a_chief_and_a_reason(editor, chief, embargoed, typed):
    earlier = {"moments-embargo_until": typed} | ({} if typed else {"moments-embargo_source": ""})

    refused = sent(editor, embargoed, opened(editor, embargoed) | earlier)
    without = sent(chief, embargoed, opened(chief, embargoed) | earlier)
    assert Draft.objects.get().embargo_until == LATER
    sent(chief, embargoed, opened(chief, embargoed) | earlier | {"moments-reason": "They said so on the phone."})

    assert reasons(refused)[0] == reasons(without)[0] == QUOTED
    assert Draft.objects.get().embargo_until != LATER
    assert AuditEntry.objects.get(action="embargo ended early").detail.endswith(": They said so on the phone.")


def test_what_is_typed_stays_where_it_is_refused(editor, embargoed):
    answer = sent(editor, embargoed, opened(editor, embargoed) | {"moments-embargo_until": "2198-12-31T12:00"})

    assert fields_of(answer)["moments-embargo_until"] == "2198-12-31T12:00"


def test_moving_it_later_is_everybodys_who_writes(editor, embargoed):
    sent(editor, embargoed, opened(editor, embargoed) | {"moments-embargo_until": "2199-01-02T12:00"})

    assert Draft.objects.get().embargo_until == LATER + timedelta(days=1)


def test_nobody_writes_over_what_a_colleague_set_meanwhile(editor, draft):
    before = opened(editor, draft)
    promised(draft)

    answer = sent(editor, draft, before | {"moments-embargo_until": "2199-02-01T12:00"})
    untouched = sent(editor, draft, before | {"lede": "Another lede."})

    assert "Somebody set the embargo since this page was opened" in reasons(answer)[0]
    assert not reasons(untouched) if untouched.first.status_code == 200 else True
    draft.refresh_from_db()
    assert (draft.embargo_until, draft.lede) == (LATER, "Another lede.")


def test_a_page_with_an_older_text_sets_it_all_the_same(editor, draft):
    before = opened(editor, draft)
    make_draft("wombat", briefing=draft.briefing)

    answer = sent(editor, draft, before | PROMISED | {"lede": "Mine."})

    assert answer.context["title"].startswith("Two texts")
    assert Draft.objects.get().embargo_until == LATER


def test_a_restored_version_and_a_save_leave_it_alone(editor, embargoed):
    make_draft("wombat", briefing=embargoed.briefing)
    address = f"/admin/briefings/draft/{embargoed.pk}/versions/1/restore/"

    editor.post(address, {"expected": "2", "save_id": "11111111-1111-4111-8111-111111111111"})

    draft = Draft.objects.get()
    assert (draft.version, draft.embargo_until) == (3, LATER)


def test_set_after_what_is_scheduled_it_calls_that_off(editor, draft):
    published(editor, draft, **AT_LATER)

    answer = sent(editor, draft, opened(editor, draft) | {"moments-embargo_until": "2199-01-01T12:01"})

    assert any("was called off: it would have gone out before the embargo ends" in told for told in messages(answer))
    assert not Edition.objects.scheduled().exists()


def test_a_writer_who_sets_it_is_told_to_fetch_an_editor_and_the_page_says_what_stands_against_it(editor):
    writer = make_somebody("writer", name="wren")
    draft = make_draft("quokka", by=writer.user)
    published(editor, draft, **AT_LATER)

    answer = sent(writer.client, draft, opened(writer.client, draft) | {"moments-embargo_until": "2199-01-01T12:01"})

    assert any("Ask an editor at once" in told for told in messages(answer))
    assert Edition.objects.scheduled().exists()
    assert "before its embargo ends" in editor.get(f"/admin/briefings/draft/{draft.pk}/change/").content.decode()


def test_one_that_has_passed_or_has_no_moment_is_refused(editor, draft):
    passed = sent(editor, draft, opened(editor, draft) | {"moments-embargo_until": "2001-01-01T12:00"})
    nameless = sent(editor, draft, opened(editor, draft) | {"moments-embargo_source": "NATO"})

    assert "has passed" in reasons(passed)[0]
    assert reasons(nameless) == ["Say until when the embargo holds, or leave out whose promise it is."]


def test_once_its_moment_has_come_nothing_is_refused(editor, draft):
    Draft.objects.update(embargo_until=timezone.now() - timedelta(seconds=1), embargo_source="NATO")

    published(editor, draft)

    assert Edition.objects.exists()


def test_words_of_an_embargo_that_nobody_has_read_keep_the_first_edition_until_somebody_has(editor, draft):
    Draft.objects.update(scheduling_note="EMBARGO: after the meeting")

    refused = published(editor, draft)
    assert "“EMBARGO: after the meeting”" in reasons(refused)[0]
    published(editor, draft, **{"moments-no_embargo": "on"})

    assert Edition.objects.exists()
