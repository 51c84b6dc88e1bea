"""One record: whatever is saved at the desk stands in the audit log, and nothing in the log of Django's own admin."""

import pytest
from django.contrib.admin.models import LogEntry

from briefings import workflow
from briefings.models import AuditEntry, Person
from tests.desk.roles.lines import Gets
from tests.desk.roles.people import make_somebody
from tests.desk.roles.rows import undone
from tests.desk.roles.table import LINES

pytestmark = pytest.mark.django_db
OF_THEIR_OWN = ("logout/", "password_change/", "user/language/", "user/telling/", "keep/")
"""The last words of addresses at which users change what is theirs alone, as what they typed and did not save."""


OF_TWO_ACTS = ("flash/", "act/reschedule/", "user/add/", "/apart/")
"""Those that save and publish, call off and schedule anew, add a colleague and make the link for a password, or stand
in the histories of both people."""


@pytest.fixture
def things(knocks):
    return knocks("superuser")


def test_every_form_that_changes_something_is_on_record_once_and_not_in_djangos_log(things):
    changing = [line for line in LINES if line.post == Gets.DONE and things.asker.role in line.may]
    missing = []

    for line in changing:
        with undone():
            before = AuditEntry.objects.count()
            line.asked("POST", things.asker, things)
            entries = list(AuditEntry.objects.order_by("id")[before:])
            acts = 2 if line.path.endswith(OF_TWO_ACTS) else 1
            if not line.path.endswith(OF_THEIR_OWN) and [entry.by for entry in entries] != [things.asker.user] * acts:
                missing.append((line.path, entries))
            assert not LogEntry.objects.exists(), line.path

    assert missing == []
    assert {line.form for line in changing} >= {"form", "new_form", "merging", "acting", "person_form"}


def test_the_history_of_a_draft_shows_who_did_what_and_with_which_words_and_so_does_its_page(things):
    address = f"/admin/briefings/draft/{things.names['other reviewed']}"
    things.asker.client.post(f"{address}/decide/", {"expected": "1", "note": "Say when.", "_send_back": "1"})

    history = things.noor.client.get(f"{address}/history/").content.decode()

    acts = [history.index(f"<td>{act}</td>") for act in ("sent back", "submitted", "saved")]
    assert acts == sorted(acts)
    assert "<td>asker</td>" in history
    assert "<td>noor</td>" in history
    assert "“Say when.”" in history or ">Say when.</q>" in history
    assert "Say when." in things.noor.client.get(f"{address}/change/").content.decode()


@pytest.mark.parametrize("more", [{}, {"_popup": "1"}, {"_continue": "1"}, {"_addanother": "1"}])
def test_the_history_of_a_person_shows_who_changed_them_and_to_what(things, more):
    address = f"/admin/briefings/person/{things.names['person']}"
    things.asker.client.post(f"{address}/change/", things.filled_in("person_form", "person") | more)

    page = things.asker.client.get(f"{address}/history/").content.decode()

    for words in ("<td>changed</td>", "<td>asker</td>", "→ Forged / public</td>"):
        assert page.count(words) == 1
    assert not LogEntry.objects.exists()


def test_the_history_of_one_thing_shows_nothing_of_another(things):
    page = things.asker.client.get(f"/admin/briefings/topic/{things.names['topic']}/history/").content.decode()

    assert "Nothing is on record of this yet." in page


def test_a_site_admin_reads_in_the_record_who_did_what_and_no_word_of_a_text_or_of_a_note_on_it(things):
    admin, other = make_somebody("admin", name="adam"), things.drafts["other reviewed"].briefing
    speaker = Person.objects.get(pk=things.names["person"])
    workflow.request_changes(other, by=things.asker.user, note="The wombat minister resigned.")
    things.asker.client.post(
        f"/admin/briefings/person/{speaker.pk}/change/",
        {"name": "wombat prime minister", "kind": "public", "was": f"{speaker.name} / public"},
    )
    address = "/admin/briefings/auditentry/"
    entries = [f"{entry.pk}/{tail}/" for entry in AuditEntry.objects.all() for tail in ("change", "history")]

    pages = [admin.client.get(f"{address}{path}") for path in ("", "?o=6", "?action__exact=changed", *entries)]

    assert {page.status_code for page in pages} == {200}
    assert "sent back" in pages[0].content.decode()
    for page in pages:
        for secret in ("wombat", str(other.uuid), str(speaker.uuid)):
            assert secret not in page.content.decode()
