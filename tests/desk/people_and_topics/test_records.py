"""People and topics on file: renamed and merged through the workflow, with what is refused at the form."""

import pytest

from briefings.models import AuditEntry, Person, Topic
from tests.desk.sheets import fields_of, messages, opened, posted, sent
from tests.making import LONG_AGO, make_draft, make_edition

pytestmark = pytest.mark.django_db


def address(row, page="change"):
    return f"/admin/briefings/{row._meta.model_name}/{row.pk}/{page}/"


def form_of(desk, row):
    return fields_of(desk.get(address(row)), f"{row._meta.model_name}_form")


@pytest.fixture
def topic(db):
    make_edition("quokka", live_from=LONG_AGO, topics=("Marmots", "Wombats"))
    return Topic.objects.get(name="Marmots")


@pytest.fixture
def person(topic):
    return Person.objects.get(name="quokka speaker")


def test_a_topic_is_renamed_by_the_workflow_and_stands_once_on_record(desk, client, topic):
    answer = posted(desk, address(topic), form_of(desk, topic) | {"name": "Groundhogs", "slug": ""})

    assert "Groundhogs" in messages(answer)[0]
    topic.refresh_from_db()
    assert (topic.name, topic.slug) == ("Groundhogs", "groundhogs")
    assert list(AuditEntry.objects.filter(about__startswith="topic:").values_list("action", flat=True)) == ["renamed"]
    assert client.get("/topics/marmots/").headers["Location"] == "/topics/groundhogs/"


def test_every_reason_against_a_name_stands_at_the_form_and_nothing_typed_is_lost(desk, topic):
    fields = form_of(desk, topic) | {"name": "wombats", "slug": "wombats"}

    page = desk.post(address(topic), fields)

    body = page.content.decode()
    assert "Another topic is called “wombats”. Merge the two, or choose another name." in body
    assert "The address “wombats” belongs to another topic. Choose another." in body
    assert fields_of(page, "topic_form") | {"csrfmiddlewaretoken": ""} == fields | {"csrfmiddlewaretoken": ""}
    assert Topic.objects.filter(name="Marmots", slug="marmots").exists()


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"slug": "Not A Slug"}, "The address may hold small letters a to z, digits and single hyphens only."),
        ({"name": "x" * 150}, "The name of a topic holds 100 characters at most; this one has 150."),
        ({"name": " "}, "Write the name of the topic."),
    ],
)
def test_what_no_topic_can_be_called_is_refused(desk, topic, typed, sentence):
    page = desk.post(address(topic), form_of(desk, topic) | typed)

    assert sentence in page.content.decode()
    assert Topic.objects.filter(name="Marmots", slug="marmots").exists()


def test_whoever_renames_a_topic_is_told_if_somebody_else_did_meanwhile(desk, topic):
    fields = form_of(desk, topic)
    desk.post(address(topic), fields | {"name": "Groundhogs"})

    late = desk.post(address(topic), fields | {"name": "Whistle-pigs"})

    assert "Somebody changed this meanwhile: it is “Groundhogs”, at the address marmots now." in late.content.decode()
    assert Topic.objects.filter(name="Groundhogs").exists()


def test_a_persons_page_says_how_often_they_are_named_and_leads_to_the_public_one(desk, person):
    page = desk.get(address(person)).content.decode()

    assert "Named in drafts 2 times," in page
    assert "in live editions 2 times." in page
    assert 'href="/people/quokka-speaker/"' in page
    desk.post(address(person), form_of(desk, person) | {"kind": "private"})
    assert "No public page." in desk.get(address(person)).content.decode()


def test_a_merge_says_what_will_happen_and_then_does_it(desk, client, topic):
    other = Topic.objects.get(name="Wombats")
    page = desk.get(address(topic, "merge"), {"name": "womb"})

    assert "Drafts that name Marmots name Wombats from now on." in page.content.decode()
    answer = posted(desk, address(topic, "merge"), fields_of(page, "merge_form"))

    assert messages(answer) == ["“Marmots” is one with “Wombats” now."]
    topic.refresh_from_db()
    assert topic.merged_into == other
    assert client.get("/topics/marmots/").headers["Location"] == "/topics/wombats/"


def test_namesakes_are_told_apart_where_one_is_chosen(desk, person):
    for kind in ("body", "private"):
        Person.objects.create(name="Kim Doe", kind=kind)

    page = desk.get(address(person, "merge"), {"name": "Kim Doe"}).content.decode()

    assert page.count('<form method="post" class="card"') == 2
    for row in Person.objects.filter(name="Kim Doe"):
        assert row.get_kind_display() in page
        assert f"no. {row.pk} on file" in page


def test_a_merge_of_what_was_changed_meanwhile_is_told_so(desk, person):
    other = Person.objects.create(name="Kim Doe", kind="public")
    fields = fields_of(desk.get(address(person, "merge"), {"name": "Kim"}), "merge_form")
    desk.post(address(other), form_of(desk, other) | {"kind": "private"})

    late = desk.post(address(person, "merge"), fields)

    assert "One of the two was changed since this page was opened." in late.content.decode()
    assert not Person.objects.exclude(merged_into=None).exists()


def test_a_merge_into_nothing_is_told_so(desk, person):
    for into in ("", "0", "-1", "abc", "999999", "99999999999999999999", "\0"):
        page = desk.post(address(person, "merge"), {"into": into}).content.decode()
        assert "Choose the one to merge it into: type its name, and look at it." in page, into


def test_what_was_merged_is_marked_looked_at_only_and_suggested_no_more(desk, person):
    other = Person.objects.create(name="quokka the speaker", kind="public")
    desk.post(
        address(other, "merge"), fields_of(desk.get(address(other, "merge"), {"name": person.name}), "merge_form")
    )

    listing = desk.get("/admin/briefings/person/?q=quokka the").content.decode()
    assert f'<a href="{address(person)}">quokka speaker</a>' in listing
    page = desk.get(address(other)).content.decode()
    assert "Merged into quokka speaker, which stands for it." in page
    assert 'name="_save"' not in page
    names = desk.get("/admin/briefings/draft/suggest/people/?q=speaker").json()["names"]
    assert [name["name"] for name in names] == ["quokka speaker"]


@pytest.mark.parametrize("role", ["writer", "chief"])
def test_a_form_that_still_names_what_was_merged_is_saved_with_the_one_that_stands_for_it(desk, at_desk, staff, role):
    client = at_desk("ann", role)
    draft = make_draft("quokka", by=staff_of(client), topics=("Marmots",))
    typed = opened(client, draft)
    person, topic = Person.objects.get(name="quokka speaker"), Topic.objects.get()
    author = Person.objects.get(name="quokka author")
    for row, into in (
        (person, Person.objects.create(name="Kim Doe")),
        (author, Person.objects.create(name="Ann Author")),
        (topic, Topic.objects.create(name="Groundhogs")),
    ):
        desk.post(address(row, "merge"), fields_of(desk.get(address(row, "merge"), {"name": into.name}), "merge_form"))
    before = Person.objects.count(), Topic.objects.count()

    answer = sent(client, draft, typed | {"lede": "Other."})

    assert messages(answer) == ["Saved."]
    draft.refresh_from_db()
    assert (draft.version, [use.tag.name for use in draft.topic_uses.all()]) == (2, ["Groundhogs"])
    assert {quote.person.name for quote in draft.quotes.all()} == {"Kim Doe"}
    assert [line.person.name for line in draft.bylines.all()] == ["Ann Author"]
    assert (Person.objects.count(), Topic.objects.count()) == before


def staff_of(client):
    return client.get("/admin/").context["user"]


def test_a_former_name_that_is_typed_means_the_one_it_was_merged_into(desk, topic):
    other = Topic.objects.get(name="Wombats")
    desk.post(address(topic, "merge"), fields_of(desk.get(address(topic, "merge"), {"name": "Wombats"}), "merge_form"))
    draft = make_draft("numbat")

    sent(desk, draft, opened(desk, draft) | {"topics": "Marmots, Wombats"})

    assert [use.tag for use in draft.topic_uses.all()] == [other]


def test_whatever_is_typed_to_look_for_the_other_gets_a_page(desk, person, topic):
    for name in ("\0", " ", "%", "x" * 5_000, "'; --", "\N{WOMAN}" * 400, "nobody at all"):
        for row in (person, topic):
            assert desk.get(address(row, "merge"), {"name": name}).status_code == 200, name


def test_what_was_merged_cannot_be_merged_again_or_changed_by_a_forged_form(desk, person):
    fields = form_of(desk, person)
    other = Person.objects.create(name="Kim Doe", kind="public")
    merging = fields_of(desk.get(address(person, "merge"), {"name": "Kim"}), "merge_form")
    desk.post(address(person, "merge"), merging)

    again = desk.post(address(person, "merge"), merging)

    assert "One of the two was merged into another already. Choose that one." in again.content.decode()
    assert desk.post(address(person), fields | {"name": "Forged"}).status_code == 403
    assert Person.objects.get(pk=person.pk).merged_into == other


@pytest.mark.parametrize("role", ["writer", "chief"])
def test_a_merge_alone_is_no_change_of_a_text_however_its_form_names_what_was_merged(desk, at_desk, role):
    client = at_desk("ann", role)
    draft = make_draft("quokka", by=staff_of(client), topics=("Marmots",))
    typed = opened(client, draft)
    for row, into in (
        (Person.objects.get(name="quokka speaker"), Person.objects.create(name="Kim Doe", kind="public")),
        (Person.objects.get(name="quokka author"), Person.objects.create(name="Ann Author")),
        (Topic.objects.get(), Topic.objects.create(name="Groundhogs")),
    ):
        desk.post(address(row, "merge"), fields_of(desk.get(address(row, "merge"), {"name": into.name}), "merge_form"))
    by_name = {name: "" for name in typed if name.startswith("quote-") and name.endswith("-person")}

    for fields in (typed, typed | by_name):
        assert messages(sent(client, draft, fields)) == ["Nothing was changed, so nothing new was saved."]
