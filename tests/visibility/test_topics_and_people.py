"""Topics that nothing live uses, people, held-back questions, and what only the newsroom knows."""

from django.utils import timezone

from briefings.content import TopicRecord
from briefings.log.chain import lock_head
from briefings.models import Briefing, Draft, LogHead, Person, Revision, StoredText, Subject, Topic
from briefings.workflow import publish, withdraw
from briefings.workflow.names.public_records import publish_record
from tests.making import DAY, HOUR, LONG_AGO, NOON, TICK, make_draft, make_question
from tests.visibility.feed_addresses import feeds_of
from tests.visibility.surfaces import Surface

FEEDS = tuple(sorted(feeds_of("/topics/marmots/")))
HUGE = 7_319_000_000_001


def test_a_topic_has_a_page_only_while_something_live_uses_it(surfaces, make_edition):
    first = make_edition("quokka", live_from=NOON, topics=("marmots",))
    make_edition("quokka", briefing=first.briefing, live_from=NOON + HOUR, topics=("wombats",))

    for path in ("/topics/marmots/", *FEEDS):
        answers = [surfaces[path].answer(at) for at in (NOON - TICK, NOON, NOON + HOUR - TICK, NOON + HOUR)]
        assert [answer.status for answer in answers] == [404, 200, 200, 404]
        assert answers[0] == surfaces.unknown(NOON - TICK)
        assert answers[3] == surfaces.unknown(NOON + HOUR)


def test_a_topic_shows_only_the_briefings_that_use_it(surfaces, make_edition):
    make_edition("quokka", live_from=NOON, topics=("marmots",))
    make_edition("ordinary", live_from=NOON, topics=("wombats",))

    assert [path for path in surfaces.showing("quokka", NOON) if "wombats" in path] == []


def test_a_topics_page_and_its_feeds_stand_for_as_long_as_the_notice_of_its_last_briefing(surfaces, make_edition):
    edition = make_edition("quokka", live_from=LONG_AGO, topics=("marmots",))
    notice = withdraw(edition.briefing, by=None, notice="Gone.").live_from
    begins, month = notice - TICK, 30 * DAY

    for path in ("/topics/marmots/", *FEEDS):
        statuses = [surfaces[path].answer(at).status for at in (begins, notice, notice + month - TICK, notice + month)]
        assert statuses == [200, 200, 200, 404], path
        assert surfaces[path].answer(notice + month) == surfaces.unknown(notice + month)
    assert "There is no briefing on this topic at the moment." in surfaces["/topics/marmots/"].at(notice)
    further = Surface("", f"/topics/marmots/?before=20400101T000000.000000Z-{'0' * 32}", surfaces.client)
    assert further.answer(notice) == surfaces.unknown(notice)


def test_whoever_nothing_live_names_any_more_has_neither_page_nor_feed(surfaces, make_edition):
    edition = make_edition("quokka", live_from=LONG_AGO)
    pages = ("/people/quokka-speaker/", "/authors/quokka-author/")
    notice = withdraw(edition.briefing, by=None, notice="Gone.").live_from

    for path in (*pages, *feeds_of(*pages)):
        assert surfaces[path].answer(notice - TICK).status == 200, path
        assert surfaces[path].answer(notice) == surfaces.unknown(notice), path


def test_a_renamed_topic_on_the_desk_stays_what_it_was_for_readers(surfaces, make_edition):
    make_edition("quokka", topics=("marmots",))
    Topic.objects.update(name="Secretname", slug="secretname")

    assert surfaces.showing("secretname", NOON) == set()
    assert surfaces["/topics/marmots/"].answer(NOON).status == 200


def test_a_topics_new_public_name_shows_from_its_moment(surfaces, make_edition):
    make_edition("quokka", live_from=NOON, topics=("marmots",))
    subject = Subject.objects.get(kind=Subject.Kind.TOPIC)
    Topic.objects.update(slug="renamed")  # so that the table asks for it
    renamed = TopicRecord(id=str(subject.uuid), name="Renamed", slug="renamed")
    publish_record(subject, renamed, live_from=NOON + DAY, by=None)

    at = NOON + DAY - TICK
    assert surfaces.showing("renamed", at) == set()
    assert surfaces["/topics/renamed/"].answer(at) == surfaces["/topics/renamed/rss.xml"].answer(at)
    assert surfaces["/topics/renamed/"].answer(at) == surfaces.unknown(at)
    assert surfaces["/topics/marmots/"].answer(at).status == 200
    assert {"/", "/topics/renamed/", "/topics/renamed/rss.xml"} <= surfaces.showing("renamed", NOON + DAY)


def test_no_address_tells_whether_a_person_is_on_file(surfaces):
    kinds = ("public", "body", "document", "private", "unnamed")
    for kind in kinds:
        Person.objects.create(name=f"Secret {kind}", kind=kind)

    answers = surfaces.seen(NOON)

    assert {answers[f"/people/secret-{kind}/"] for kind in kinds} == {surfaces.unknown(NOON)}
    assert surfaces.showing("secret", NOON) == set()


def test_a_question_that_is_held_back_shows_nowhere(surfaces):
    held = make_question("Who is the quoll?", open="held", open_wording="Held by the quoll.")
    shown = make_question("When is the vote?", open="shown")
    draft = make_draft("ordinary", faq=(held, shown))

    edition = publish(draft.briefing, by=None)

    assert surfaces.showing("quoll", edition.live_from) == set()
    assert surfaces.showing(held.key, edition.live_from) == set()
    assert "/briefings/ordinary/" in surfaces.showing("when is the vote?", edition.live_from)


def test_no_editor_and_nothing_of_the_newsrooms_own_record_shows(surfaces, make_edition, editor):
    edition = make_edition("ordinary", live_from=LONG_AGO, by=editor, topics=("marmots",))
    withdraw(make_edition("quokka", live_from=LONG_AGO, by=editor).briefing, by=editor, notice="Gone.")
    hidden = make_edition("wombat", live_from=NOON + DAY, by=editor).briefing
    make_draft("civet", briefing=edition.briefing, by=editor)

    secrets = {"secreteditor", "secretfirst", str(hidden.uuid), edition.row_hash, LogHead.objects.get().hash}
    # The one of a text that may be read stands with it, as published.
    secrets |= set(StoredText.objects.exclude(hash=edition.text_id).values_list("hash", flat=True))
    secrets |= {str(row.uuid) for model in (Person, Topic) for row in model.objects.all()}
    assert Revision.objects.filter(by=editor).exists()
    everything = "\n".join(answer.text for answer in surfaces.seen(timezone.now() + HOUR).values()).lower()
    assert [secret for secret in secrets if secret in everything] == []


def test_a_briefings_uuid_shows_in_the_feeds_alone(surfaces, make_edition):
    edition = make_edition("ordinary", topics=("marmots",))

    assert surfaces.showing(str(edition.briefing.uuid), NOON) == feeds_of(
        *("/feeds/", "/en/feeds/", "/topics/marmots/", "/people/ordinary-speaker/", "/authors/ordinary-author/")
    )


def test_no_seq_and_no_id_of_a_row_shows(surfaces, make_edition):
    head = lock_head()
    head.seq = head.site_version = HUGE
    head.save()
    Person.objects.create(id=HUGE, name="ordinary speaker", kind="public")
    Topic.objects.create(id=HUGE, name="marmots", slug="marmots")
    briefing = Briefing.objects.create(id=HUGE)
    Draft.objects.create(id=HUGE, briefing=briefing)
    edition = make_edition("ordinary", briefing=briefing, kind="first", topics=("marmots",))
    make_edition("other", briefing=briefing, live_from=NOON + HOUR, slug="ordinary", topics=("marmots",))

    assert edition.seq > HUGE
    assert surfaces.showing("7319000", NOON + DAY) == set()
