"""A looked-at draft becomes a briefing, once, with the original kept beside it."""

import pytest
from django.contrib.auth.models import Permission

from briefings import originals, readiness, working_copy
from briefings.models import Draft, Original, Person, Revision, User
from briefings.workflow import Refused
from tests.desk.pasted_drafts.pasting import DRAFT, HEADLINE, WORDS, paste
from tests.desk.sheets import address

pytestmark = pytest.mark.django_db


def saved():
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get())


def test_the_first_revision_is_the_text_as_it_was_understood(desk):
    pasted = paste(desk)

    made = pasted.sends("make")

    draft, revision, original = Draft.objects.get(), Revision.objects.get(), Original.objects.get()
    assert made.response.request["PATH_INFO"] == address(draft)
    assert (revision.name, revision.by.username, draft.owner.username) == ("as pasted", "mira", "mira")
    assert (original.briefing, original.revision) == (draft.briefing, revision)
    assert saved().headline == HEADLINE
    assert [section.heading for section in saved().sections] == ["What happened", "What happens next"]
    assert [entry.is_open for entry in saved().faq] == [False, True]


def test_what_is_in_the_form_and_was_not_sent_yet_counts(desk):
    pasted = paste(desk)
    guess = pasted.words(WORDS)

    pasted.sends("make", **{f"confirmed-{guess.place}": "1", f"role-{pasted.line('Talks begin').address}": "unplaced"})

    assert all(quote.confirmed for quote in saved().quotes)
    assert "Talks begin" not in str(saved())


def test_made_twice_it_is_one_briefing(desk):
    pasted = paste(desk)

    first, second = pasted.sends("make"), pasted.sends("make")

    assert first.response.request["PATH_INFO"] == second.response.request["PATH_INFO"]
    assert (Draft.objects.count(), Revision.objects.count()) == (1, 1)


def test_an_unconfirmed_speaker_keeps_it_from_readers(desk):
    paste(desk).sends("make")

    codes = {finding.code for finding in readiness.blocking(saved())}

    assert {"speaker-unconfirmed", "question-undecided"} <= codes


@pytest.mark.parametrize("kind", ["private", "unnamed"])
def test_nobody_becomes_public_by_a_draft(desk, kind):
    Person.objects.create(name="Mara Lind", kind=kind)

    paste(desk).sends("make")

    assert Person.objects.get(name="Mara Lind").kind == kind
    assert not Person.objects.filter(kind="public").exists()


def test_what_was_decided_stays_as_it_is_from_then_on(desk):
    pasted = paste(desk)
    pasted.sends("make")

    with pytest.raises(Refused, match="became a text of a briefing"):
        originals.decide(pasted.original, originals.Change(roles={"0": "lede"}), by=pasted.original.by)

    page = pasted.again()
    assert "review_form" not in page.text
    assert "It became" in page.text
    assert Original.objects.get().decisions == Original.objects.get().decisions


def test_the_writing_page_leads_to_the_original_and_to_the_next_draft(desk):
    paste(desk).sends("make")
    draft, original = Draft.objects.get(), Original.objects.get()

    page = desk.get(address(draft)).content.decode()

    for where in (f"{original.pk}/change/", f"{original.pk}/file/", f"add/?of={draft.pk}"):
        assert f"/admin/briefings/original/{where}" in page


def test_the_original_goes_out_as_it_came_and_is_run_by_no_browser(desk):
    html = "<script>alert(1)</script><h1>Harbour crews agree</h1>"
    paste(desk, "Harbour crews agree", html=html)

    answer = desk.get(f"/admin/briefings/original/{Original.objects.get().pk}/file/")

    assert answer.content.decode() == html
    assert answer["Content-Type"] == "text/plain; charset=utf-8"
    assert answer["Content-Disposition"].startswith("attachment; filename*=UTF-8''pasted-")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-store"


def test_no_script_of_a_draft_reaches_the_review(desk):
    page = paste(desk, "Harbour", html="<h1>Harbour crews agree</h1><p>They did <script>alert(1)</script>so.</p>").text

    assert "<script>alert" not in page


@pytest.mark.parametrize("role", ["editor", "chief"])
def test_an_editor_makes_a_briefing_of_what_a_writer_pasted_and_owns_it(at_desk, role):
    pasted = paste(at_desk("noor", "writer"))
    pasted.client = at_desk("tom", role)

    pasted.sends("make")

    assert Draft.objects.get().owner.username == "tom"


def test_whoever_writes_and_may_not_begin_a_briefing_makes_none(at_desk, staff):
    original = paste(at_desk("noor", "writer")).original
    olga = staff("olga", "admin")
    olga.user_permissions.set(Permission.objects.filter(codename__in=["read", "write"]))

    with pytest.raises(Refused, match="You may not begin a briefing"):
        originals.make_briefing(original, by=User.objects.get(pk=olga.pk))


def test_another_writer_makes_nothing_of_it(at_desk):
    pasted = paste(at_desk("noor", "writer"))
    pasted.client = at_desk("tom", "writer")

    pasted.posts({"do": "make"}, "make")

    assert not Draft.objects.exists()
    assert bytes(Original.objects.get().data).decode().splitlines() == DRAFT.splitlines()


def test_an_embargo_of_the_draft_stands_beside_the_button_that_publishes(desk):
    embargo = "EMBARGOED until 09:00 on Tuesday 3 March 2026"
    pasted = paste(desk, f"{embargo}\n\n{DRAFT}")

    made = pasted.sends("make")

    assert Draft.objects.get().scheduling_note == embargo
    assert str(Draft.objects.get().embargo_until) == "2026-03-03 09:00:00+00:00"
    assert f'<q dir="auto">{embargo}</q>' in made.text
    assert embargo not in str(saved())
