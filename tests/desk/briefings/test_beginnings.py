"""A briefing begun with another: a copy, or the next of its story."""

import pytest

from briefings import working_copy
from briefings.models import AuditEntry, Draft, Source
from tests.desk.sheets import fields_of, opened, sent
from tests.making import make_draft, make_question

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft(desk):
    made = make_draft("quokka", topics=("marmots", "wombats"), language="de")
    sent(desk, made, opened(desk, made) | {"source-0-excerpt": "Words that were kept."})
    return made


def begin(client, draft, act):
    where = f"/admin/briefings/draft/{draft.pk}/act/{act}/"
    fields = fields_of(client.get(where), "")
    return [client.post(where, fields) for _ in range(2)][-1]


def new_one() -> Draft:
    return Draft.objects.latest("pk")


def test_a_copy_has_the_text_and_keys_of_its_own(desk, draft):
    answer = begin(desk, draft, "copy")

    before, made = working_copy.read(draft), working_copy.read(new_one())
    assert Draft.objects.count() == 2  # sent twice
    assert answer.url.endswith(f"/{new_one().pk}/change/")
    assert (made.headline, made.lede, made.slug) == (before.headline, before.lede, None)
    assert [section.body for section in made.sections] == [section.body for section in before.sections]
    assert [quote.words for quote in made.quotes] == [quote.words for quote in before.quotes]
    assert made.quotes[0].section == made.sections[0].key
    keys = [{part.key for part in (*text.blocks, *text.faq)} for text in (before, made)]
    assert not keys[0] & keys[1]
    assert [source.excerpt for source in Source.objects.order_by("pk")] == ["Words that were kept."] * 2
    assert new_one().owner.username == "mira"


def test_the_next_of_a_story_takes_topics_sources_and_open_questions_along(desk, draft):
    begin(desk, draft, "continue")

    before, made = working_copy.read(draft), working_copy.read(new_one())
    assert (made.follows, made.language, made.headline, made.lede) == (before.id, "de", "", "")
    assert [topic.name for topic in made.topics] == ["marmots", "wombats"]
    assert [source.title for source in made.sources] == [source.title for source in before.sources]
    assert [(entry.question, entry.open) for entry in made.faq] == [("Will it be quokka?", "undecided")]
    assert (made.quotes, [section.body for section in made.sections]) == ((), [""])
    detail = AuditEntry.objects.filter(briefing=new_one().briefing).get().detail
    assert detail == f"continued from {before.id}"


def test_a_source_that_a_quotation_names_comes_along_with_it(desk, draft):
    source = str(Source.objects.get().uuid)
    sent(desk, draft, opened(desk, draft) | {"quote-1-source": source, "quote-1-words": "words that were kept"})

    begin(desk, draft, "copy")

    made = working_copy.read(new_one())
    assert made.quotes[1].source == made.sources[0].id != source


def test_nobody_takes_along_what_they_may_not_read(at_desk, draft):
    tom = at_desk("tom", "writer")

    for act in ("copy", "continue"):
        assert tom.get(f"/admin/briefings/draft/{draft.pk}/act/{act}/").url == "/admin/"
    assert Draft.objects.count() == 1


def test_a_writer_begins_with_their_own(at_desk):
    tom = at_desk("tom", "writer")
    own = make_draft("wombat", by=tom.get("/admin/").wsgi_request.user, faq=(make_question("And then?"),))

    begin(tom, own, "continue")

    assert [entry.question for entry in working_copy.read(new_one()).faq] == ["And then?"]
