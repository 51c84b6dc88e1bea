"""A form that is sent is a save: of all that it says, once, whatever was typed into it."""

import pytest
from django.core.management import call_command

from briefings import working_copy
from briefings.content import BriefingContent, keys
from briefings.models import AuditEntry, Briefing, Draft, Person, Quote, Revision, Section, Topic
from tests.commands.test_import_briefing import SAMPLE
from tests.desk.sheets import added, address, messages, opened, sent
from tests.making import make_content, make_draft

pytestmark = pytest.mark.django_db


def reread(draft: Draft) -> BriefingContent:
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


@pytest.fixture
def draft():
    return make_draft("quokka", topics=("marmots", "wombats"))


def test_a_form_sent_as_it_was_opened_changes_nothing_and_makes_no_revision(desk, draft):
    before, revisions = reread(draft), Revision.objects.count()

    answer = sent(desk, draft, opened(desk, draft))

    assert messages(answer) == ["Nothing was changed, so nothing new was saved."]
    assert reread(draft) == before
    assert Revision.objects.count() == revisions


def test_the_sample_goes_through_the_form_and_comes_back_the_same(desk):
    call_command("import_briefing", str(SAMPLE), headline="Allies pledge")
    draft = Draft.objects.get()
    before = reread(draft)

    sent(desk, draft, opened(desk, draft) | {"dateline": "Paris"})

    assert reread(draft) == before.model_copy(update={"dateline": "Paris"})


def test_every_field_of_the_form_is_saved(desk, draft):
    fields = opened(desk, draft) | {
        "headline": "New headline",
        "lede": "New lede.\nIn two lines.",
        "topics": "wombats, numbats",
        "authors": "Ada Ward, Bo Lindt",
        "dateline": "Perth",
        "slug": "new-address",
        "language": "de",
        "section-0-heading": "New heading",
        "section-0-body": "<p>He said: “quokka words”. <strong>Truly.</strong></p>",
        "quote-0-role": "Premier",
        "quote-0-said_on": "2026-01-31",
        "quote-0-translated_from": "fr",
        "question-0-answer": "<p>New answer.</p>",
        "question-1-open": "held",
        "source-0-title": "New source",
        "source-0-read_on": "2026-02-01",
    }

    answer = sent(desk, draft, fields)

    saved = reread(draft)
    assert messages(answer) == ["Saved."]
    assert (saved.headline, saved.lede) == ("New headline", "New lede.\nIn two lines.")
    assert [topic.name for topic in saved.topics] == ["wombats", "numbats"]
    assert [author.name for author in saved.authors] == ["Ada Ward", "Bo Lindt"]
    assert (saved.dateline, saved.slug, saved.language) == ("Perth", "new-address", "de")
    assert saved.sections[0].heading == "New heading"
    assert "<strong>Truly.</strong>" in saved.sections[0].body
    assert (saved.quotes[0].role, saved.quotes[0].said_on, saved.quotes[0].translated_from) == (
        "Premier",
        "2026-01-31",
        "fr",
    )
    assert (saved.faq[0].answer, saved.faq[1].open) == ("<p>New answer.</p>", "held")
    assert (saved.sources[0].title, saved.sources[0].read_on) == ("New source", "2026-02-01")


def test_a_save_is_a_revision_of_whoever_made_it_and_stands_in_the_record(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"lede": "Another."})

    assert Revision.objects.latest("version").by.username == "mira"
    assert AuditEntry.objects.latest("id").action == "saved"


def test_parts_keep_their_keys_through_rewording_and_moving(desk, draft):
    before = reread(draft)
    fields = opened(desk, draft)
    fields |= {"section-0-heading": "Reworded", "section-0-ordering": "99", "question-0-ordering": "99"}

    sent(desk, draft, fields)

    after = reread(draft)
    assert {block.key for block in after.blocks} == {block.key for block in before.blocks}
    assert after.blocks[-1].key == before.blocks[0].key
    assert [entry.key for entry in after.faq] == [entry.key for entry in reversed(before.faq)]


def test_an_added_part_gets_a_key_and_stands_where_its_number_says(desk, draft):
    fields = added(opened(desk, draft), "section", heading="First of all", body="<p>Words.</p>", ordering="1")
    fields = added(fields, "question", question="Why?", answer="")

    sent(desk, draft, fields)

    saved = reread(draft)
    assert saved.blocks[0].heading == "First of all"
    assert saved.faq[-1].question == "Why?"
    assert keys.is_key(saved.blocks[0].key, "s")


def test_a_part_that_was_added_and_left_empty_is_none(desk, draft):
    fields = added(added(opened(desk, draft), "section"), "quote", placement="text", kind="private")
    fields = added(added(fields, "question", open="undecided"), "source")

    assert messages(sent(desk, draft, fields)) == ["Nothing was changed, so nothing new was saved."]


def test_a_part_marked_for_deletion_goes_even_if_something_in_it_is_wrong(desk, draft):
    fields = opened(desk, draft) | {"quote-1-DELETE": "on", "quote-1-said_on": "no day"}

    sent(desk, draft, fields)

    assert len(reread(draft).quotes) == 1


@pytest.mark.parametrize("key", ["", "q2345678", "s000000000", "sabcdefg2" * 30])
def test_a_key_that_is_none_is_not_taken(desk, draft, key):
    sent(desk, draft, added(opened(desk, draft), "section", heading="New", body="<p>New.</p>", key=key))

    section = reread(draft).sections[1]
    assert keys.is_key(section.key, "s")
    assert section.key != key


def test_a_key_sent_twice_is_taken_once(desk, draft):
    fields = opened(desk, draft)
    key = fields["section-0-key"]

    sent(desk, draft, added(fields, "section", heading="Copy", body="<p>Copy.</p>", key=key, ordering="99"))

    first, second = reread(draft).sections
    assert (first.key, second.heading) == (key, "Copy")
    assert second.key != key


def test_the_key_of_another_briefings_part_is_not_taken(desk, draft):
    other = make_draft("wombat")
    foreign = reread(other).sections[0].key

    sent(desk, draft, added(opened(desk, draft), "section", heading="Mine", body="<p>Mine.</p>", key=foreign))

    assert Section.objects.filter(key=foreign).count() == 1
    assert reread(other).sections[0].heading == "The wombat heading"
    assert reread(draft).sections[1].heading == "Mine"


def test_a_form_sent_twice_is_one_save(desk, draft):
    fields = added(opened(desk, draft), "section", heading="New", body="<p>New.</p>")
    fields |= {"authors": "Ada Ward", "topics": "brand new"}

    first, second = sent(desk, draft, fields), sent(desk, draft, fields)

    assert messages(first) == ["Saved."]
    assert messages(second)[0].startswith("This form came twice. It is saved once, at ")
    assert Draft.objects.get().version == 2
    assert Person.objects.filter(name="Ada Ward").count() == Topic.objects.filter(name="brand new").count() == 1


def test_a_form_that_is_gone_back_to_and_changed_continues_its_own_save(desk, draft):
    fields = opened(desk, draft)
    sent(desk, draft, fields | {"lede": "First thought."})

    answer = sent(desk, draft, fields | {"lede": "Second thought."})

    assert messages(answer) == ["Saved."]
    assert reread(draft).lede == "Second thought."
    assert Draft.objects.get().version == 3


def test_a_new_briefing_begins_with_its_form_and_belongs_to_whoever_began_it(at_desk):
    writer = at_desk("wil", "writer")
    fields = opened(writer, None)

    answer = sent(writer, None, fields | {"headline": "Begun", "section-0-body": "<p>Words.</p>"})

    draft = Draft.objects.get()
    assert messages(answer) == messages(answer.page) == ["Saved."]
    assert answer.first.url == address(draft)
    assert (draft.headline, draft.owner.username, draft.version) == ("Begun", "wil", 1)


def test_a_new_briefing_sent_twice_is_one_and_sent_again_with_other_words_is_its_next_save(desk):
    fields = opened(desk, None) | {"headline": "Begun"}

    for _ in range(2):
        sent(desk, None, fields)
    sent(desk, None, fields | {"headline": "Begun again"})

    assert Briefing.objects.count() == 1
    assert (Draft.objects.get().headline, Draft.objects.get().version) == ("Begun again", 2)


def test_a_quotation_in_the_text_is_tied_to_the_section_that_holds_its_words(desk):
    content = make_content("quokka")
    draft = working_copy.create(content.model_copy(update={"blocks": (), "faq": ()}), by=None)
    fields = opened(desk, draft)
    fields = added(fields, "section", heading="One", body="<p>She said “never again”.</p>", ordering="10")
    fields = added(fields, "section", heading="Two", body="<p>He said “at once, and whole”.</p>", ordering="20")
    fields = added(fields, "quote", words="at once, and whole", placement="text", speaker="Bo", ordering="30")
    fields = added(fields, "quote", words="never again", placement="text", speaker="Ada", ordering="40")
    fields = added(fields, "quote", words="never again", placement="apart", speaker="Ada", ordering="50")

    sent(desk, draft, fields)

    one, two, *quotes = reread(draft).blocks
    assert [quote.section for quote in quotes] == [two.key, one.key, None]
    assert [quote.spans[0].start is not None for quote in quotes] == [True, True, False]


def test_a_quotation_split_by_its_attribution_keeps_its_spans(desk, draft):
    fields = opened(desk, draft) | {
        "section-0-body": "<p>“Never,” she said, “again.”</p>",
        "quote-0-words": "Never,\n…\nagain.",
    }

    sent(desk, draft, fields)

    assert [span.text for span in reread(draft).quotes[0].spans] == ["Never,", "again."]
    assert opened(desk, draft)["quote-0-words"] == "Never,\n…\nagain."
    assert Quote.objects.get(key=fields["quote-0-key"]).spans == ["Never,", "again."]


def test_a_part_may_be_written_without_the_rich_text_editor(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"section-0-body": "One & a “quokka words”.\r\n\r\nTwo,\r\nstill two."})

    body = reread(draft).sections[0].body
    assert body == "<p>One &amp; a “quokka words”.</p><p>Two,<br>still two.</p>"
