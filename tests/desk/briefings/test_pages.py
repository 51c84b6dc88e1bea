"""The list, the preview and the history; and what the desk's pages cost."""

from datetime import UTC, datetime

import pytest

from briefings import workflow, working_copy
from briefings.content import SectionBlock
from briefings.content.keys import new_key
from briefings.models import Draft
from tests.desk.sheets import address, opened, sent
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_draft, make_edition, make_question, make_quote

pytestmark = pytest.mark.django_db
LIST = "/admin/briefings/draft/"
LATER = datetime(2199, 1, 1, 12, tzinfo=UTC)


def seen(client, path, **options):
    return client.get(path, **options).content.decode()


def long_draft(parts: int):
    blocks = []
    for number in range(parts):
        key = new_key("s")
        blocks.append(SectionBlock(key=key, heading=f"Part {number}", body=f"<p>He said “words no. {number};”.</p>"))
        blocks.append(make_quote(f"words no. {number};", speaker=f"Speaker {number}", section=key))
    faq = tuple(make_question(f"No. {number}?", answer="<p>Yes.</p>") for number in range(parts))
    return make_draft("long", blocks=tuple(blocks), faq=faq, topics=("marmots", "wombats"))


@pytest.mark.parametrize("parts", [1, 6])
def test_the_writing_page_costs_the_same_for_a_short_and_a_long_text(desk, parts, django_assert_num_queries):
    draft = long_draft(parts)
    desk.get(address(draft))

    with django_assert_num_queries(queries("writing page")):
        page = seen(desk, address(draft))

    assert page.count('class="inline-related has_original part part-section') == parts + 1


def test_the_texts_that_readers_have_and_will_have_cost_the_writing_page_one_query(desk, django_assert_num_queries):
    edition = make_edition("quokka", live_from=LONG_AGO)
    make_edition("quokka later", briefing=edition.briefing, live_from=NOON)
    desk.get(address(edition.briefing.draft))

    with django_assert_num_queries(queries("writing page") + 1):
        page = seen(desk, address(edition.briefing.draft))

    assert "Scheduled for" in page


@pytest.mark.parametrize("parts", [1, 6])
def test_a_preview_costs_the_same_for_a_short_and_a_long_text(desk, parts, django_assert_num_queries):
    draft = long_draft(parts)
    fields = opened(desk, draft)

    with django_assert_num_queries(queries("preview")):
        desk.post(f"{LIST}{draft.pk}/preview/", fields)


@pytest.mark.parametrize("drafts", [1, 4])
def test_the_list_costs_the_same_for_few_and_for_many(desk, drafts, django_assert_num_queries):
    for number in range(drafts):
        make_edition(f"word-{number}")
    desk.get(LIST)

    with django_assert_num_queries(queries("list of briefings")):
        page = seen(desk, LIST)

    assert page.count('class="field-headline"') == drafts


def test_the_list_says_what_readers_get(desk):
    make_draft("hidden")
    workflow.publish(make_draft("public").briefing, by=None)
    workflow.publish(make_draft("coming").briefing, by=None, live_from=LATER)
    gone = make_draft("gone").briefing
    workflow.publish(gone, by=None)
    workflow.withdraw(gone, by=None, notice="Gone.")

    answer = desk.get(LIST)

    listed = [draft.listed for draft in answer.context["page"].drafts]
    assert [one.scheduled_for or one.readers for one in listed] == ["withdrawn", LATER, "live", "nothing"]
    page = answer.content.decode()
    for words in ("nothing yet", "live", "scheduled for 1 Jan 2199, 12:00", "withdrawn"):
        assert words in page, words


def test_a_preview_shows_the_unsaved_form_in_the_readers_own_page_and_saves_nothing(desk):
    draft = make_draft("quokka", topics=("marmots",))
    fields = opened(desk, draft) | {"lede": "Not saved anywhere.", "publish-when": "now"}

    answer = desk.post(f"{LIST}{draft.pk}/preview/", fields)

    page = answer.content.decode()
    assert "Not saved anywhere." in page
    assert 'class="said"' in page
    assert "briefings/site.css" in page
    assert "no-store" in answer["Cache-Control"]
    assert Draft.objects.get().version == 1


def test_a_preview_shows_what_readers_will_be_told(desk):
    draft = make_draft("quokka")
    workflow.publish(draft.briefing, by=None)
    fields = opened(desk, draft) | {
        "publish-change": "correction",
        "publish-was_wrong": "It was ten.",
        "publish-is_right": "It is eleven.",
    }

    page = desk.post(f"{LIST}{draft.pk}/preview/", fields).content.decode()

    assert "It is eleven." in page
    assert "Edition 2" in page


def test_a_preview_of_a_form_with_a_fault_shows_the_form_with_everything_typed(desk):
    draft = make_draft("quokka")

    page = desk.post(f"{LIST}{draft.pk}/preview/", opened(desk, draft) | {"slug": "No Slug!", "lede": "Typed."})

    assert "Typed." in page.content.decode()
    assert page.context["page"].problems == 1


def test_a_briefing_to_be_can_be_previewed(desk):

    fields = opened(desk, None) | {"headline": "To be", "lede": "Soon."}

    page = desk.post(f"{LIST}add/preview/", fields).content.decode()

    assert "To be" in page
    assert not Draft.objects.exists()


def test_a_question_that_is_held_back_is_not_in_the_preview(desk):
    draft = make_draft("quokka", faq=(make_question("Is it hidden?", open="held"),))

    assert "Is it hidden?" not in seen(desk, f"{LIST}{draft.pk}/preview/")


def test_the_history_says_who_did_what(desk):
    draft = make_draft("quokka")
    sent(desk, draft, opened(desk, draft) | {"lede": "Other."})
    sent(desk, draft, opened(desk, draft), _publish="1")

    page = seen(desk, f"{LIST}{draft.pk}/history/")

    assert [page.count(word) for word in ("version 2", "created", "live from")] == [1, 1, 1]
    assert "mira" in page


def test_findings_of_the_saved_text_stand_beside_it(desk):
    draft = make_draft("quokka", lede="", faq=(make_question("And then?"),))

    page = seen(desk, address(draft))

    assert "Write a lede: what happened, in a sentence or two." in page
    key = working_copy.read(draft).faq[0].key
    assert f'data-finding="{key}"' in page


def test_a_page_asks_for_no_nonce_but_the_writing_page(desk):
    draft = make_draft("quokka")

    def policy(path):
        return desk.get(path)["Content-Security-Policy"]

    assert "nonce-" in policy(address(draft))
    for path in ("/", "/admin/", LIST, f"{LIST}{draft.pk}/preview/", f"{LIST}{draft.pk}/act/copy/"):
        assert "nonce-" not in policy(path), path
        assert "unsafe" not in policy(path), path
    assert "unsafe" not in policy(address(draft))
