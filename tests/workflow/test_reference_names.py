"""Other names: from their moment on for readers, and never for what was published before."""

from datetime import datetime

import pytest
from django.utils import timezone

from briefings import workflow
from briefings.content import PersonName
from briefings.models import AuditEntry, LogHead, Person, PublicRecord, PublishedName, Subject, Topic
from briefings.workflow import file_person, rename_topic
from briefings.workflow.names.reference_names import as_filed
from tests.making import LONG_AGO, NOON, make_draft, make_edition, make_quote
from tests.workflow.making import everything
from tests.workflow.public_names import refused

pytestmark = pytest.mark.django_db
KINDS = ("public", "body", "document", "private", "unnamed")


def public_name(kind: str, uuid: object, at: datetime | None = None) -> PublishedName | None:
    return PublishedName.objects.live(at or timezone.now()).filter(kind=kind, subject_uuid=uuid).first()


# The first name


def test_a_draft_alone_gives_nothing_a_public_name():
    make_draft("quokka", topics=("Marmots",))

    assert not Subject.objects.exists()


@pytest.mark.parametrize("live_from", [LONG_AGO, NOON])
def test_the_first_edition_names_its_topics_and_its_people_of_the_public_kinds(live_from):
    quotes = tuple(make_quote(f"Words of a {kind}.", speaker=f"A {kind}", kind=kind) for kind in KINDS)
    authors = tuple(PersonName(name=f"Author {kind}", kind=kind) for kind in KINDS)
    make_edition("quokka", live_from=live_from, topics=("Marmots",), blocks=quotes, authors=authors)

    named = dict(PublishedName.objects.values_list("name", "slug"))

    assert named == {
        "Marmots": "marmots",
        **{f"A {kind}": f"a-{kind}" for kind in KINDS[:3]},
        **{f"Author {kind}": f"author-{kind}" for kind in KINDS[:3]},
    }


def test_two_people_of_one_name_get_two_addresses():
    for word in ("one", "two"):
        author = Person.objects.create(name="Kim Doe", kind="public")
        make_edition(word, live_from=LONG_AGO, authors=(PersonName(id=str(author.uuid), name="Kim Doe"),))

    slugs = PublishedName.objects.filter(name="Kim Doe").order_by("slug").values_list("slug", flat=True)
    # Not counted: that a number is left out would tell of a namesake under embargo.
    assert list(slugs) == ["kim-doe", f"kim-doe-{author.uuid.hex[:6]}"]


def test_whoever_became_private_before_anything_was_published_gets_no_public_name():
    draft = make_draft("quokka")
    person = Person.objects.get(name="quokka speaker")
    file_person(person, name=person.name, kind="private", by=None)

    workflow.publish(draft.briefing, by=None)

    assert public_name("person", person.uuid) is None


# Topics


def test_a_second_edition_names_nothing_anew(edition, topic):
    before = PublicRecord.objects.count()

    make_edition("quokka", briefing=edition.briefing, live_from=NOON, topics=("Marmots",))
    make_edition("numbat", live_from=LONG_AGO, topics=("Marmots",))

    assert PublicRecord.objects.count() == before + 2  # the numbat's speaker and author


def test_a_renamed_topic_has_its_new_name_and_address_and_the_old_one_leads_there(client, edition, topic):
    rename_topic(topic, name="Groundhogs", by=None)

    for tail in ("", "rss.xml", "atom.xml"):
        answer = client.get(f"/topics/marmots/{tail}")
        assert (answer.status_code, answer.headers["Location"]) == (301, f"/topics/groundhogs/{tail}")
        assert client.get(f"/topics/groundhogs/{tail}").status_code == 200
    assert "Groundhogs" in client.get("/topics/groundhogs/").content.decode()
    home = client.get("/").content.decode()
    assert '<a href="/topics/groundhogs/">Groundhogs</a>' in home
    assert "Marmots" not in home


def test_an_edition_keeps_the_words_of_its_day_and_leads_to_todays_address(client, edition, topic):
    before = edition.text.text
    rename_topic(topic, name="Groundhogs", by=None)

    page = client.get("/briefings/quokka/").content.decode().partition("<main")[2]

    assert 'href="/topics/groundhogs/"' in page
    assert "Groundhogs" not in page
    assert "Marmots" in client.get("/briefings/quokka/v/1/").content.decode()
    edition.text.refresh_from_db()
    assert edition.text.text == before


def test_two_renames_in_a_row_lead_in_one_hop_and_each_stood_in_its_time(client, topic):
    rename_topic(topic, name="Groundhogs", by=None)
    between = timezone.now()
    rename_topic(topic, name="Whistle-pigs", by=None)

    for former in ("marmots", "groundhogs"):
        assert client.get(f"/topics/{former}/").headers["Location"] == "/topics/whistle-pigs/"
    assert public_name("topic", topic.uuid, between).name == "Groundhogs"


def test_a_topic_may_go_back_to_a_name_of_its_own(client, topic):
    rename_topic(topic, name="Groundhogs", by=None)
    rename_topic(topic, name="Marmots", by=None)

    assert client.get("/topics/marmots/").status_code == 200
    assert client.get("/topics/groundhogs/").headers["Location"] == "/topics/marmots/"


def test_an_address_that_another_topic_has_or_ever_had_is_refused(topic):
    other = Topic.objects.get(name="Wombats")
    rename_topic(other, name="Vombatids", by=None)
    sentence = "The address “{}” belongs to another topic. Choose another."

    for slug in ("wombats", "vombatids"):
        assert refused(rename_topic, topic, name="Groundhogs", slug=slug) == [sentence.format(slug)]


def test_an_address_that_only_a_draft_or_a_scheduled_text_knows_is_refused_as_well(topic):
    make_draft("numbat", topics=("Numbats",))
    make_edition("bilby", live_from=NOON, topics=("Bilbies",))

    for slug in ("numbats", "bilbies"):
        assert "belongs to another topic" in refused(rename_topic, topic, name="Groundhogs", slug=slug)[0]


def test_a_new_topic_that_would_get_the_former_address_of_another_gets_one_of_its_own(client, topic):
    rename_topic(topic, name="Groundhogs", by=None)

    make_edition("numbat", live_from=LONG_AGO, topics=("Marmots",))

    assert client.get("/topics/marmots/").headers["Location"] == "/topics/groundhogs/"
    slug = f"marmots-{Topic.objects.get(name='Marmots').uuid.hex[:6]}"
    assert "numbat" in client.get(f"/topics/{slug}/").content.decode()
    assert set(Topic.objects.values_list("slug", flat=True)) == {"groundhogs", "wombats", slug}


def test_every_reason_against_a_name_is_given_at_once(topic):
    reasons = refused(rename_topic, topic, name="WOMBATS", slug="wombats", expected="Other / other")

    assert reasons == [
        "Somebody changed this meanwhile: it is “Marmots”, at the address marmots now. Look again, then save.",
        "Another topic is called “WOMBATS”. Merge the two, or choose another name.",
        "The address “wombats” belongs to another topic. Choose another.",
    ]


def test_a_public_act_is_on_record_with_the_head_of_the_log_and_a_hidden_one_without(topic):
    make_draft("numbat", topics=("Numbats",))
    rename_topic(topic, name="Groundhogs", by=None)
    head = LogHead.objects.get()

    rename_topic(Topic.objects.get(name="Numbats"), name="Banded anteaters", by=None)

    public, hidden = AuditEntry.objects.filter(action="renamed").order_by("id")
    assert (public.head_seq, public.head_hash, hidden.head_seq) == (head.seq, head.hash, None)
    assert public.detail == "Marmots / marmots → Groundhogs / groundhogs"
    assert LogHead.objects.get().site_version == head.site_version


def test_nothing_is_recorded_where_nothing_changes(topic, person):
    before = everything()

    rename_topic(topic, name="Marmots", slug="marmots", by=None, expected=as_filed(topic))
    file_person(person, name=person.name, kind=person.kind, by=None)

    assert everything() == before
