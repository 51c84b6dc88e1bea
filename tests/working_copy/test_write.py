"""The one function that writes a draft: by part key, one writer at a time, all or nothing."""

import re
import threading

import pytest
from django.db import connection
from django.utils import timezone

from briefings import working_copy
from briefings.content import (
    BriefingContent,
    ContentRefused,
    FAQEntry,
    FigureBlock,
    PersonName,
    QuoteBlock,
    SectionBlock,
    Span,
    TopicName,
)
from briefings.models import AuditEntry, Draft, Person, Quote, Revision, Section, Topic
from faq.models import FAQItem
from tests.workflow.making import ANSWERED, OPEN, QUOTE, SECTION, everything, key, make_content, make_draft, make_user

UNKNOWN = "99999999-9999-4999-8999-999999999999"


def changed(draft: Draft, **differences: object) -> BriefingContent:
    return BriefingContent.offered(**dict(working_copy.read(draft)) | differences)


def write(draft: Draft, content: BriefingContent, **options: object) -> Revision:
    return working_copy.write(draft, content, **{"expected": draft.version, "by": None, **options})


def refused(draft: Draft, content: BriefingContent, error: type[Exception] = ContentRefused, **options: object) -> str:
    before = everything()
    fresh = Draft.objects.get(pk=draft.pk)
    with pytest.raises(error) as refusal:
        write(fresh, content, **options)
    assert everything() == before
    return str(refusal.value)


@pytest.mark.django_db
def test_rows_stay_the_same_rows_through_rewording_and_reordering():
    draft = make_draft()
    before = {model: dict(model.objects.values_list("key", "pk")) for model in (Section, Quote, FAQItem)}
    content = working_copy.read(draft)
    section = content.sections[0].model_copy(update={"heading": "Reworded", "body": "<p>“our pledge” anew</p>"})
    quote = content.quotes[0].model_copy(update={"role": "Reworded"})
    answered, still_open = content.faq
    new = SectionBlock(key=key("s"), heading="New")

    write(draft, changed(draft, blocks=(new, quote, section), faq=(still_open, answered)))

    after = working_copy.read(Draft.objects.get(pk=draft.pk))
    assert [block.key for block in after.blocks] == [new.key, QUOTE, SECTION]
    assert [entry.key for entry in after.faq] == [OPEN, ANSWERED]
    assert (after.sections[1].heading, after.quotes[0].role) == ("Reworded", "Reworded")
    for model, rows in before.items():
        assert rows.items() <= dict(model.objects.values_list("key", "pk")).items()


@pytest.mark.django_db
def test_a_part_that_is_not_named_any_more_is_deleted():
    draft = make_draft()

    write(draft, changed(draft, blocks=(), faq=()))

    assert [model.objects.count() for model in (Section, Quote, FAQItem)] == [0, 0, 0]


@pytest.mark.django_db
def test_parts_of_other_drafts_with_the_same_key_are_left_alone():
    mine, other = make_draft(), make_draft()

    write(mine, changed(mine, blocks=(), faq=(FAQEntry(key=ANSWERED, question="Mine?"),)))

    assert working_copy.read(other).faq[0].question == "Who pays?"
    assert [section.parent for section in Section.objects.all()] == [other]


@pytest.mark.django_db
def test_each_save_is_a_revision_and_stands_in_the_audit_log():
    user, draft = make_user(), make_draft()

    revision = write(draft, changed(draft, lede="Second."), by=user, name="after the call")

    assert (revision.version, revision.by, revision.name) == (2, user, "after the call")
    assert Draft.objects.get().version == 2
    assert Draft.objects.get().saved_by == user
    assert list(Revision.objects.values_list("version", flat=True)) == [1, 2]
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.briefing) == ("saved", user, draft.briefing)


@pytest.mark.django_db
def test_saving_the_same_text_again_is_a_revision_of_its_own_with_the_same_text():
    draft = make_draft()

    again = write(draft, working_copy.read(draft))

    assert again.version == 2
    assert len({revision.text_id for revision in Revision.objects.all()}) == 1


@pytest.mark.django_db
def test_who_saves_over_a_newer_text_is_told_whose_and_when_and_nothing_is_written():
    user, draft = make_user(), make_draft()
    mine = changed(draft, lede="Mine.")
    write(Draft.objects.get(), changed(draft, lede="Theirs."), by=user)
    saved = timezone.localtime(Draft.objects.get().saved_at)

    refusal = refused(draft, mine, working_copy.Stale, expected=1)

    assert refusal == (
        "Cannot save “Allies pledge guarantees”: "
        f"Mira Novak saved a newer text at {saved:%H:%M}. Read the change first."
    )
    assert Draft.objects.get().lede == "Theirs."


@pytest.mark.django_db
@pytest.mark.parametrize("expected", [-1, 0, 2, 99])
def test_a_version_that_the_draft_is_not_at_is_stale(expected):
    draft = make_draft()

    assert "saved a newer text" in refused(draft, working_copy.read(draft), working_copy.Stale, expected=expected)


@pytest.mark.django_db
def test_the_text_of_another_briefing_is_refused():
    assert refused(make_draft(), make_content()) == "id: This text belongs to another briefing."


@pytest.mark.django_db
def test_everything_that_is_not_on_file_is_named_at_once_and_nothing_is_written():
    draft = make_draft()
    quote = QuoteBlock(key=QUOTE, spans=(Span(text="a"),), person=PersonName(id=UNKNOWN, name="Ada"))
    content = changed(
        draft,
        blocks=(quote,),
        authors=(PersonName(id=UNKNOWN, name="Bob"), PersonName(name="New person")),
        topics=(TopicName(id=UNKNOWN, name="Peace", slug="peace"), TopicName(name="New topic", slug="new-topic")),
        follows=UNKNOWN,
    )

    assert refused(draft, content) == (
        "The briefing: Not on file: “Ada”, “Bob”, “Peace”, the briefing that this one follows. Choose again."
    )


@pytest.mark.django_db
def test_a_name_alone_means_the_one_person_of_that_name():
    known = Person.objects.create(name="Emmanuel Macron", kind="body")

    make_draft()

    assert Quote.objects.get().person == known
    assert Person.objects.count() == 1


@pytest.mark.django_db
def test_of_two_namesakes_neither_is_meant():
    for _ in range(2):
        Person.objects.create(name="Emmanuel Macron")

    make_draft()

    assert Person.objects.count() == 3
    assert Quote.objects.get().person == Person.objects.latest("pk")


@pytest.mark.django_db
def test_one_name_twice_in_a_content_is_one_new_person():
    author = PersonName(name="Emmanuel Macron", kind="public")

    draft = make_draft(authors=(author,))

    assert Person.objects.count() == 1
    assert draft.bylines.get().person == Quote.objects.get().person


@pytest.mark.django_db
def test_one_name_with_two_kinds_in_a_content_is_one_new_person():
    make_draft(authors=(PersonName(name="Emmanuel Macron", kind="private"),))

    assert Person.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.parametrize("name", ["Ukraine", "UKRAINE", "Україна", "بيان", "🤷", "!!"])
def test_a_topic_has_an_ascii_slug_and_stands_on_file_once(name):
    for _ in range(2):
        make_draft(topics=(TopicName(name=name, slug="any"),))

    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", Topic.objects.get().slug)


@pytest.mark.django_db
def test_reading_costs_the_same_for_a_short_and_a_long_draft(django_assert_num_queries):
    sections = tuple(SectionBlock(key=key("s"), heading=f"Section {n}") for n in range(40))
    quotes = tuple(
        QuoteBlock(key=key("q"), spans=(Span(text="a"),), person=PersonName(name=f"Person {n}")) for n in range(40)
    )
    faq = tuple(FAQEntry(key=key("f"), question=f"Question {n}?") for n in range(40))
    topics = tuple(TopicName(name=f"Topic {n}", slug=f"topic-{n}") for n in range(9))
    authors = tuple(PersonName(name=f"Author {n}") for n in range(9))
    figures = tuple(FigureBlock(key=key("p")) for n in range(40))
    long = make_draft(blocks=(*sections, *quotes, *figures), faq=faq, topics=topics, authors=authors)
    for draft in (make_draft(blocks=(), faq=(), topics=()), long):
        fresh = Draft.objects.select_related("briefing", "follows").get(pk=draft.pk)
        with django_assert_num_queries(7):
            working_copy.read(fresh)


@pytest.mark.django_db(transaction=True)
def test_of_two_who_save_at_once_one_wins_and_the_other_is_told():
    draft = make_draft()
    content = {name: changed(draft, lede=name) for name in ("one", "two")}
    at_once, outcomes = threading.Barrier(2), {}

    def save(name: str) -> None:
        try:
            mine = Draft.objects.select_related("briefing").get()
            at_once.wait(timeout=10)
            outcomes[name] = working_copy.write(mine, content[name], expected=1, by=None).version
        except working_copy.Stale as refusal:
            outcomes[name] = refusal.theirs.version
        finally:
            connection.close()

    threads = [threading.Thread(target=save, args=[name]) for name in content]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)

    assert outcomes == {"one": 2, "two": 2}
    assert Revision.objects.count() == 2
    assert Draft.objects.get().lede in content
    assert working_copy.read(Draft.objects.get()) == content[Draft.objects.get().lede]
