"""No fact of a briefing is missing anywhere: whoever adds one is told by these tests what else wants it."""

import pytest

from briefings import working_copy
from briefings.content import BriefingContent
from briefings.content.facts import FACTS, PLAIN_FACTS, fact_passages
from briefings.importing.part_keys import rekeyed
from briefings.models import Draft
from briefings.outputs import text_changes
from tests.content import texts
from tests.making import LONG_AGO, make_content, make_draft, make_edition

NO_FACTS = {"schema_version", "id", "blocks", "faq", "change", "merged_into", "first_published", "more_follows"}
"""What is a part of its own, or is said by the program alone."""
OTHERS = {"follows", "translation_of"}
"""What names another briefing."""
PLAIN = [fact.name for fact in PLAIN_FACTS]
READ = [fact.name for fact in PLAIN_FACTS if fact.is_wording]


def default(name: str) -> object:
    return BriefingContent.model_fields[name].default


def test_the_table_has_every_fact_that_the_value_has():
    assert set(FACTS) == set(BriefingContent.model_fields) - NO_FACTS


def test_what_tests_make_says_every_fact():
    content = make_content(topics=("Marmots",))

    assert [name for name in FACTS if name not in OTHERS and getattr(content, name) == default(name)] == ["language"]
    assert set(texts.FACTS) == set(FACTS)


def test_readers_have_words_for_a_fact_that_changed_or_never_saw_it():
    names = {name: str(label) for name, label in text_changes.FACTS.items()}

    assert names == {fact.name: fact.label for fact in FACTS.values() if fact.name not in OTHERS}


@pytest.mark.parametrize("name", FACTS)
def test_the_next_draft_of_a_known_briefing_takes_no_fact_away(name):
    had = texts.FACTS[name][1]
    base, new = texts.text(**{name: had}), texts.text(headline="Another" if name != "headline" else "")

    assert getattr(rekeyed(new, base), name) == had


@pytest.mark.parametrize("name", PLAIN)
@pytest.mark.django_db
def test_the_rows_of_a_draft_keep_it(name):
    given = texts.FACTS[name][1]

    draft = make_draft("quokka", **{name: given})

    assert getattr(working_copy.read(Draft.objects.get(pk=draft.pk)), name) == given


@pytest.mark.parametrize("name", READ)
@pytest.mark.django_db
def test_readers_and_subscribers_read_its_words(name, client):
    words = "Quokkas of Rottnest"
    make_edition("wombat", live_from=LONG_AGO, slug="wombat", **{name: words})

    assert words in client.get("/briefings/wombat/").content.decode()
    assert words in client.get("/feeds/atom.xml").content.decode()


@pytest.mark.parametrize("name", READ)
def test_an_erasure_asks_where_its_words_still_stand(name):
    assert "Quokkas" in fact_passages(make_content("wombat", **{name: "Quokkas"}))
