"""Names that are suggested: a writer is told of nobody and nothing that only somebody else's hidden draft names."""

import pytest

from briefings import workflow
from briefings.models import Person
from tests.desk.roles.people import ADMINS, OUTSIDE, make_somebody
from tests.desk.sheets import messages, opened, sent
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db
KINDS = ("people", "topics")


@pytest.fixture(scope="module")
def on_file(module_db):
    """Of every kind of draft somebody else's, each naming a speaker and a topic with its word; and the asker's own."""
    noor = make_somebody("writer", name="noor").user
    make_draft("unpublished", by=noor, topics=("unpublished matters",))
    make_edition("scheduled", live_from=NOON, by=noor, topics=("scheduled matters",))
    called_off = make_edition("called", live_from=NOON, by=noor, topics=("called matters",))
    workflow.call_off(called_off, by=None)
    live = make_edition("live", live_from=LONG_AGO, by=noor, topics=("live matters",))
    make_draft("anew", briefing=live.briefing, by=noor, topics=("live matters", "anew matters"))
    later = make_edition("old", live_from=LONG_AGO, by=noor, topics=("old matters",))
    make_edition("later", briefing=later.briefing, live_from=NOON, by=noor, topics=("later matters",))
    for word, end in (("withdrawn", workflow.withdraw), ("erstwhile", workflow.remove)):
        gone = make_edition(word, live_from=LONG_AGO, by=noor, topics=(f"{word} matters",))
        end(gone.briefing, by=None, notice="It was wrong.")


HIDDEN = {"unpublished", "scheduled", "called", "anew", "later", "withdrawn", "erstwhile"}
PUBLIC = {"live", "old"}


def suggested(somebody, kind, words):
    answer = somebody.client.get(f"/admin/briefings/draft/suggest/{kind}/", {"q": words})
    assert answer.status_code == 200
    assert "no-store" in answer.headers["Cache-Control"]
    return [name["name"] for name in answer.json()["names"]]


def words_of(names):
    """The words by which the names were made."""
    return {name.split()[0] for name in names}


def test_a_writer_is_told_of_what_is_public_and_of_their_own_and_of_nothing_else(on_file):
    asker = make_somebody("writer")
    make_draft("own", by=asker.user, topics=("own matters",))

    for kind in KINDS:
        suggestions = [suggested(asker, kind, words) for words in (*"aeiou", *HIDDEN, *PUBLIC, "own", " ", "%", "_")]
        assert set().union(*map(words_of, suggestions)) == PUBLIC | {"own"}, kind


def test_an_editor_is_told_of_everything_on_file(on_file):
    asker = make_somebody("editor")

    for kind in KINDS:
        suggestions = [suggested(asker, kind, word) for word in HIDDEN | PUBLIC]
        assert set().union(*map(words_of, suggestions)) == HIDDEN | PUBLIC, kind


def test_nobody_else_is_told_anything(on_file):
    for role in sorted({"admin"} | OUTSIDE):
        client = make_somebody(role, name=role).client
        for kind in KINDS:
            answer = client.get(f"/admin/briefings/draft/suggest/{kind}/?q=live")
            assert answer.status_code == (403 if role in ADMINS else 302)
            assert "live speaker" not in answer.content.decode()


def test_whatever_is_typed_gets_an_answer(on_file):
    asker = make_somebody("writer")

    for words in ("\0", "un\0published", "x" * 10_000, "'; --", '"', "\\", "%s", "\N{WOMAN}" * 200):
        for kind in KINDS:
            assert suggested(asker, kind, words) == [], words


def test_what_djangos_own_suggestions_tell_follows_the_same_policy(on_file):
    asker = make_somebody("writer")
    own = make_draft("own", by=asker.user)
    address = "/admin/autocomplete/?app_label=briefings&model_name={}&field_name={}&term={}"

    drafts = asker.client.get(address.format("section", "parent", "")).json()["results"]

    assert drafts == [{"id": str(own.pk), "text": str(own)}]
    for model, field in (("quote", "person"), ("byline", "person"), ("topicuse", "tag"), ("draft", "owner")):
        assert asker.client.get(address.format(model, field, "")).status_code == 403


def test_a_name_that_two_people_of_hidden_drafts_have_is_not_asked_back_to_a_writer(on_file):
    Person.objects.create(name="unpublished speaker", kind="body")
    hidden = [str(person.uuid) for person in Person.objects.filter(name="unpublished speaker")]
    asker = make_somebody("writer")
    own = make_draft("own", by=asker.user)

    answer = sent(asker.client, own, opened(asker.client, own) | {"quote-1-speaker": "unpublished speaker"})

    assert messages(answer) == ["Saved."]
    assert [uuid for uuid in hidden if uuid in answer.content.decode()] == []


def test_the_one_of_that_very_name_comes_first_however_many_are_like_it(on_file):
    for number in range(20):
        Person.objects.create(name=f"A {number} Zed")
    Person.objects.create(name="Zed")

    assert suggested(make_somebody("editor", name="eve"), "people", "Zed")[0] == "Zed"
