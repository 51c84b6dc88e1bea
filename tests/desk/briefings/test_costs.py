"""What a save costs, and what publishing does, whatever the length of the text."""

import pytest

from briefings import workflow
from briefings.content import SectionBlock
from briefings.content.keys import new_key
from briefings.models import Draft
from tests.desk.sheets import opened, sent
from tests.documented import queries
from tests.making import make_draft, make_question, make_quote

pytestmark = [pytest.mark.django_db, pytest.mark.parametrize("parts", [1, 6])]
TOPICS = ("marmots", "wombats")


def draft_of(parts: int, **differences) -> Draft:
    """A draft with so many sections, each with a quotation of somebody else, and so many questions."""
    blocks = []
    for number in range(parts):
        key = new_key("s")
        blocks.append(SectionBlock(key=key, heading=f"Part {number}", body=f"<p>He said “words no. {number};”.</p>"))
        kind = "public" if number % 2 else "private"
        blocks.append(make_quote(f"words no. {number};", speaker=f"Speaker {number}", section=key, kind=kind))
    faq = tuple(make_question(f"No. {number}?", answer="<p>Yes.</p>") for number in range(parts))
    return make_draft("long", blocks=tuple(blocks), faq=faq, topics=TOPICS, **differences)


def changed(client, draft: Draft) -> dict[str, str]:
    fields = opened(client, draft)
    return fields | {"section-0-body": fields["section-0-body"].replace("He said", "She said")}


def test_a_save_costs_the_same_for_a_short_and_a_long_text(desk, parts, django_assert_num_queries):
    draft = draft_of(parts)
    fields = changed(desk, draft)

    with django_assert_num_queries(queries("save |")):
        sent(desk, draft, fields)

    assert Draft.objects.get().version == 2


def test_saving_and_publishing_a_change_costs_the_same_for_a_short_and_a_long_text(
    desk, parts, django_assert_num_queries
):
    draft = draft_of(parts)
    workflow.publish(draft.briefing, by=None)
    fields = changed(desk, draft) | {"publish-change": "minor"}

    with django_assert_num_queries(queries("save and publish |")):
        sent(desk, draft, fields, _publish="1")

    assert draft.briefing.editions.count() == 2


def test_the_first_edition_costs_the_same_for_a_short_and_a_long_text_that_names_nobody_new(
    desk, parts, django_assert_num_queries
):
    workflow.publish(draft_of(parts, slug="before").briefing, by=None)
    draft = draft_of(parts)
    fields = changed(desk, draft)

    with django_assert_num_queries(queries("save and publish, first edition")):
        sent(desk, draft, fields, _publish="1")

    assert draft.briefing.editions.count() == 1
