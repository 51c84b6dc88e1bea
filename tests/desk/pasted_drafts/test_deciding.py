"""Every decision about a draft is kept at once, by its place: nothing that was decided elsewhere is touched by it."""

import json

import pytest
from django.urls import reverse

from briefings import originals
from briefings.importing import Decisions, MarkDecision
from briefings.models import AuditEntry, Original
from briefings.originals import Change
from briefings.workflow import Refused
from tests.desk.pasted_drafts.pasting import DRAFT, HEADLINE, WORDS, paste

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def pasted(chief):
    return paste(chief)


def decisions():
    return Decisions.model_validate_json(Original.objects.latest("pk").decisions)


@pytest.mark.parametrize("role", ["heading", "question", "unplaced", "lede"])
def test_a_line_becomes_what_it_is_said_to_be(pasted, role):
    line = pasted.line("Talks begin")

    after = pasted.sends(**{f"role-{line.address}": role})

    assert after.line("Talks begin").placed.role == role
    assert after.line("Talks begin").is_decided
    assert decisions().roles == {line.address: role}


def test_a_form_in_which_nothing_was_touched_decides_nothing(pasted):
    after = pasted.sends()

    assert decisions() == Decisions()
    assert after.messages == []


def test_a_decision_is_put_back(pasted):
    line = pasted.line("Talks begin")
    decided = pasted.sends(**{f"role-{line.address}": "heading"})

    after = decided.sends(**{f"role-{line.address}": "back"})

    assert decisions() == Decisions()
    assert after.line("Talks begin").placed.role == line.placed.role


def test_a_guess_is_confirmed_by_its_box(pasted):
    guess = pasted.words(WORDS)
    assert (guess.state, guess.placed.speaker) == ("guess", "Mara Lind")

    after = pasted.sends(**{f"confirmed-{guess.place}": "1"})

    assert after.words(WORDS).state == "sure"
    assert decisions().marks[guess.place].confirmed
    (quote,) = [quote for quote in after.content.quotes if quote.words.startswith(WORDS[:20])]
    assert (quote.person.name, quote.confirmed) == ("Mara Lind", True)
    assert after.messages == [f"Confirmed: Mara Lind said “{WORDS}”."]
    entry = AuditEntry.objects.get(action="decided")
    assert (entry.by.username, entry.detail) == ("mira", f"{guess.place} confirmed")


def test_a_speaker_who_is_typed_is_not_confirmed_by_that_alone(pasted):
    guess = pasted.words(WORDS)

    after = pasted.sends(**{f"speaker-{guess.place}": "Ivo Brandt", f"as-{guess.place}": "port director"})

    marked = after.words(WORDS)
    assert (marked.placed.speaker, marked.placed.role, marked.state) == ("Ivo Brandt", "port director", "guess")


def test_words_that_are_no_quotation_are_told_apart(pasted):
    guess = pasted.words(WORDS)

    after = pasted.sends(**{f"kind-{guess.place}": "term"})

    assert after.words(WORDS).state == "term"
    assert not [quote for quote in after.content.quotes if quote.words.startswith(WORDS[:20])]


def test_words_in_marks_become_a_quotation_by_one_button_and_wait_for_a_speaker(desk):
    pasted = paste(desk, DRAFT.replace("the port promised", "the “Coalition of the Willing” promised"))
    words = pasted.words("Coalition")
    assert words.state == "term"

    after = pasted.sends(do=f"quote {words.place}")

    assert after.words("Coalition").state == "missing"
    assert decisions().marks == {words.place: MarkDecision(kind="quotation")}


def test_two_tabs_that_decide_about_different_places_lose_nothing(pasted):
    talks, ferry = pasted.line("Talks begin"), pasted.line("From Thursday")

    pasted.sends(**{f"role-{talks.address}": "heading"})
    pasted.sends(**{f"role-{ferry.address}": "unplaced"})

    assert decisions().roles == {talks.address: "heading", ferry.address: "unplaced"}


def test_of_two_tabs_that_decide_about_one_place_the_last_one_counts(pasted):
    talks = pasted.line("Talks begin")

    pasted.sends(**{f"role-{talks.address}": "heading"})
    pasted.sends(**{f"role-{talks.address}": "question"})

    assert decisions().roles == {talks.address: "question"}


def test_of_two_headlines_the_one_that_was_chosen_last_is_the_briefings(pasted):
    first = pasted.sends(**{f"role-{pasted.line('Talks begin').address}": "headline"})
    then = first.sends(**{f"role-{first.line(HEADLINE).address}": "headline"})
    assert then.page.imported.content.headline == HEADLINE

    again = then.sends(**{f"role-{then.line('Talks begin').address}": "back"})
    last = again.sends(**{f"role-{again.line('Talks begin').address}": "headline"})
    assert last.page.imported.content.headline.startswith("Talks begin")


def test_all_is_read_afresh(pasted):
    line = pasted.line("Talks begin")
    decided = pasted.sends(**{f"role-{line.address}": "heading"})

    after = decided.sends(do="afresh")

    assert decisions() == Decisions()
    assert after.messages == ["Read afresh: all that was decided is taken back."]


def test_all_are_confirmed_by_their_places_and_no_other(pasted):
    guess = pasted.words(WORDS)

    pasted.posts({"do": "confirm-all", "seen": [guess.place, "0:0", "99:1"]})

    assert list(decisions().marks) == [guess.place]


def test_none_is_confirmed_that_was_not_seen(pasted):
    pasted.posts({"do": "confirm-all"})

    assert decisions() == Decisions()


@pytest.mark.parametrize(("name", "sentence"), [("x" * 301, "too long"), ("a\u202eb", "direction mark")])
def test_a_name_that_cannot_be_kept_is_refused_with_a_sentence(pasted, name, sentence):
    guess = pasted.words(WORDS)

    after = pasted.sends(**{f"speaker-{guess.place}": name})

    assert sentence in after.messages[0]
    assert decisions() == Decisions()


def test_the_script_gets_both_columns_and_a_sentence(desk, pasted):
    line = pasted.line("Talks begin")
    where = reverse("admin:briefings_original_decide", args=[pasted.original.pk])

    answer = desk.post(where, {f"role-{line.address}": "heading", "page": "1"}, headers={"accept": "application/json"})

    facts = json.loads(answer.content)
    assert facts["said"].startswith("“Talks begin on 4 March, and both sides want a text before")
    assert "Section heading." in facts["said"]
    assert "One speaker is still a guess." in facts["said"]
    assert f'id="at-{line.address}"' in facts["html"]
    assert "<html" not in facts["html"]


def test_the_script_is_told_why_nothing_was_kept(desk, pasted):
    pasted.sends("make")
    where = reverse("admin:briefings_original_decide", args=[pasted.original.pk])

    answer = desk.post(where, {"role-0": "lede"}, headers={"accept": "application/json"})

    assert answer.status_code == 409
    assert json.loads(answer.content)["error"] == "This draft became a text of a briefing. Go on writing there."


def test_a_change_touches_its_own_places_alone():
    had = Decisions(
        roles={"1": "lede", "2": "text"}, marks={"3:1": MarkDecision(speaker="A")}, cuts=("4:5",), joins=("6",)
    )

    change = Change(roles={"1": None, "7": "heading"}, cuts={"4:5": False, "8:9": True}, joins={"6": True})

    assert change.of(had) == Decisions(
        roles={"2": "text", "7": "heading"}, marks={"3:1": MarkDecision(speaker="A")}, cuts=("8:9",), joins=("6",)
    )


def test_there_is_an_end_to_what_can_be_decided(pasted, staff):
    change = Change(roles={str(number): "text" for number in range(20_001)})

    with pytest.raises(Refused, match="More was decided"):
        originals.decide(pasted.original, change, by=pasted.original.by)

    assert decisions() == Decisions()
    assert pasted.again().content.headline == HEADLINE
