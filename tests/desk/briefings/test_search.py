"""The list of briefings is searched by words of any part of a draft, within what the user may read."""

import pytest
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from briefings import workflow
from briefings.admin.briefings import search
from briefings.content import FigureBlock, SectionBlock
from briefings.content.keys import new_key
from briefings.models import Draft, Person, Topic, User
from tests.desk.sheets import opened, sent
from tests.documented import queries
from tests.making import make_draft, make_quote
from tests.search_words.inflections import PAIRS

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"
ANY_PART = (
    *("headline", "lede", "heading", "said", "aside", "speaker", "minister", "answer", "wording", "source", "press"),
    *("author", "sea", "marmot", "otter", "kelp", "HEADLINES ledes", "answers by marmots", "one speak", "unde"),
)
ADDRESSES = (
    *("https://news.example/briefings/old/", "http://localhost:8000/briefings/old/v/2/#s123", "/briefings/old.md"),
    *("news.example/briefings/old/changes/1/2/", " https://news.example/stories/old/ ", "/briefings/NEW?page=1"),
)
SIGNS = (
    *('"', "'", "\\", "*", "NOT a*", "NEAR(a b)", "b=wom", "rowid:1", "a:*&!|<->()", "%", "_", "\x00\x01", "🦫"),
    *("ßẞıİ", "wombat " * 28, "a" * 200, f"/briefings/{'a' * 180}", "´`’", "a\u0301*", "'a':*", "\u0640", "\u00ad"),
)


def found(client: Client, words: str) -> list[str]:
    """The slugs of what the list shows, in the order of their letters."""
    answer = client.get(LIST, {"q": words})
    assert answer.status_code == 200, words
    return sorted(draft.slug for draft in answer.context["page"].drafts)


def with_text(word: str, text: str, **differences) -> Draft:
    return make_draft(word, blocks=(SectionBlock(key=new_key("s"), body=f"<p>{text}</p>"),), **differences)


def bare(word: str, **differences) -> Draft:
    nothing = {"headline": "", "lede": "", "dateline": "", "blocks": (), "faq": (), "authors": (), "sources": ()}
    return make_draft(word, **nothing | differences)


def test_a_draft_is_found_by_a_word_of_any_part(desk):
    make_draft(
        "one",
        lede="This lede goes thunderous.",
        dateline="By the sea",
        blocks=(
            SectionBlock(key=new_key("s"), heading="heading", body="<p>They <strong>said</strong> so.</p>"),
            FigureBlock(key=new_key("p"), alt="An otter", caption="by the kelp"),
            make_quote("an aside", speaker="one speaker", role="minister"),
        ),
        topics=("marmots",),
    )
    bare("two")

    missed = [words for words in ANY_PART if found(desk, words) != ["one"]]

    assert missed == []


def test_every_word_has_to_be_there_and_no_words_find_nothing(desk):
    make_draft("one")
    make_draft("two")

    assert found(desk, "headline two") == ["two"]
    assert found(desk, "headline three") == []
    assert found(desk, "?!") == []
    assert found(desk, " ") == ["one", "two"]


def test_inflected_words_find_their_draft_in_each_language(desk):
    by_language = {}
    for language, one, other in PAIRS:
        by_language.setdefault(language, []).append((one, other))
    for language, pairs in by_language.items():
        with_text(f"in-{language}", f"{'. '.join(one for one, _ in pairs)}.", language=language)

    missed = [(language, asked) for language, _one, asked in PAIRS if f"in-{language}" not in found(desk, asked)]

    assert missed == []


def test_writers_find_nothing_in_what_others_write(at_desk, staff):
    writer = staff("mira", "writer")
    with_text("mine", "A quokka.", by=writer)
    with_text("theirs", "Another quokka.", by=staff("jan", "writer"))

    assert found(at_desk("mira"), "quokkas") == ["mine"]
    assert found(at_desk("mira"), "/briefings/theirs/") == []
    assert found(at_desk("rosa", "editor"), "quokkas") == ["mine", "theirs"]


def test_what_is_in_the_trash_is_not_found_until_it_is_brought_back(desk):
    draft = with_text("one", "A quokka.")
    workflow.trash(draft.briefing, by=None)
    assert found(desk, "quokka") == []

    workflow.bring_back(draft.briefing, by=None)

    assert found(desk, "quokka") == ["one"]


def test_a_save_is_found_by_its_new_words_and_no_more_by_those_that_went(desk):
    draft = with_text("one", "A quokka.")

    fields = opened(desk, draft)
    sent(desk, draft, fields | {"section-0-body": "<p>A numbat.</p>"})

    assert found(desk, "numbats") == ["one"]
    assert found(desk, "quokka") == []


def test_a_private_speaker_is_found_by_those_who_write_about_them(desk):
    bare("one", blocks=(make_quote("Words.", speaker="Kim Doe", kind="private"),))

    assert found(desk, "Doe") == ["one"]


@pytest.mark.parametrize("where", ["speaker", "author", "topic"])
def test_a_name_that_changes_is_found_as_it_is_now(desk, where):
    make_draft("one", topics=("marmots",))
    if where == "topic":
        workflow.rename_topic(Topic.objects.get(), name="Wallabies", by=None)
    else:
        workflow.file_person(Person.objects.get(name=f"one {where}"), name="Wallabies", kind="public", by=None)

    assert found(desk, "wallaby") == ["one"]
    assert found(desk, {"speaker": "speaker", "author": "author", "topic": "marmots"}[where]) == []


def test_what_was_merged_is_found_by_the_name_that_stands_for_it(desk):
    bare("one", topics=("marmots",), blocks=(make_quote("Words.", speaker="Kim Doe"),))
    bare("two", topics=("wallabies",), blocks=(make_quote("Words.", speaker="Jo Poe"),))
    marmots, wallabies = Topic.objects.order_by("name")
    doe, poe = Person.objects.order_by("pk")

    workflow.unite_topics(marmots, into=wallabies, by=None)
    workflow.unite_people(doe, into=poe, by=None)

    assert (found(desk, "wallabies"), found(desk, "marmots")) == (["one", "two"], [])
    assert (found(desk, "Poe"), found(desk, "Doe")) == (["one", "two"], [])


def test_an_address_finds_its_briefing_under_a_former_slug_too(desk):
    draft = make_draft("old")
    workflow.publish(draft.briefing, by=None)
    make_draft("new", briefing=draft.briefing)
    bare("other", lede="It stands at /briefings/old/ too.")

    assert [address for address in ADDRESSES if found(desk, address) != ["new"]] == []


def test_whatever_is_typed_is_words(desk):
    make_draft("wombat")

    failed = [words for words in SIGNS if desk.get(LIST, {"q": words}).status_code not in (200, 302)]

    assert failed == []


@given(st.text(max_size=60))
def test_no_text_breaks_the_search_or_makes_it_wider(further):
    if not Draft.objects.exists():
        make_draft("wombat")

    assert list(search.find(Draft.objects.all(), f"xyzzy {further}")) == []


def test_a_search_costs_the_same_for_few_and_for_many(desk, django_assert_num_queries):
    make_draft("one")
    desk.get(LIST)
    with django_assert_num_queries(queries("searched by words")):
        found(desk, "headline")
    for number in range(3):
        make_draft(f"word-{number}", by=User.objects.get())

    with django_assert_num_queries(queries("searched by words")):
        assert len(found(desk, "headline")) == 4
