"""Versions of a briefing: every save with who, when and its name; any two compared, any restored, whole or in part."""

import re

import pytest

from briefings import workflow
from briefings.admin.briefings import versions
from briefings.content import new_key
from tests.desk.briefings.version_pages import saved, shown, where, write
from tests.desk.sheets import opened, sent
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


def test_every_save_is_listed_newest_first_with_who_and_when(desk, draft):
    sent(desk, draft, opened(desk, draft) | {"lede": "A second lede."})

    page = desk.get(where(draft, "versions"))

    assert [row.number for row in page.context["rows"]] == [2, 1]
    assert re.findall(r'class="who">\s*(\w[\w ]*),', page.content.decode()) == ["mira", "the command line"]


def test_the_list_names_what_is_live_scheduled_approved_and_sent_back(desk, draft):
    workflow.publish(draft.briefing, by=None)
    write(draft, lede="Sent back.")
    workflow.submit(draft.briefing, by=None)
    workflow.request_changes(draft.briefing, by=None, note="Not yet.")
    write(draft, lede="Approved.")
    workflow.approve(draft.briefing, by=None, expected=3)

    rows = desk.get(where(draft, "versions")).context["rows"]

    assert [(row.number, row.marks) for row in rows] == [
        (3, ("approved last",)),
        (2, ("sent back last",)),
        (1, ("live",)),
    ]


def test_a_long_list_comes_in_pages(desk, draft, monkeypatch):
    monkeypatch.setattr(versions, "PAGE", 2)
    for number in range(4):
        write(draft, lede=f"Lede {number}.")

    first = desk.get(where(draft, "versions"))
    second = desk.get(where(draft, "versions"), {"before": first.context["further"]})
    third = desk.get(where(draft, "versions"), {"before": second.context["further"]})

    assert [[row.number for row in page.context["rows"]] for page in (first, second, third)] == [[5, 4], [3, 2], [1]]
    assert third.context["further"] is None


@pytest.mark.parametrize("saves", [1, 6])
def test_the_list_costs_the_same_for_few_and_many_saves(desk, draft, saves, django_assert_num_queries):
    for number in range(saves):
        write(draft, lede=f"Lede {number}.")

    with django_assert_num_queries(queries("versions of a briefing")):
        desk.get(where(draft, "versions"))


def test_a_comparison_costs_what_is_documented(desk, draft, django_assert_num_queries):
    write(draft, lede="Another.")

    with django_assert_num_queries(queries("two versions compared")):
        desk.get(where(draft, "compare", 1, "draft"))


def test_two_versions_that_were_chosen_are_compared(desk, draft):
    write(draft, lede="Second.")
    write(draft, lede="Third.")

    answer = desk.get(where(draft, "versions"), {"from": "1", "to": "2"})
    page = desk.get(answer.url)

    assert answer.url == where(draft, "compare", 1, 2)
    assert [(field.before, field.after) for field in shown(page)["Lede"].fields] == [("The quokka lede.", "Second.")]
    assert "Restore" not in page.content.decode()


@pytest.mark.parametrize("name", ["live", "scheduled", "approved", "sent-back"])
def test_what_has_a_name_is_compared_by_it(desk, name):
    edition = make_edition("quokka", live_from=NOON if name == "scheduled" else LONG_AGO)
    draft = edition.briefing.draft
    workflow.submit(draft.briefing, by=None)
    if name == "sent-back":
        workflow.request_changes(draft.briefing, by=None, note="Not yet.")
    workflow.approve(draft.briefing, by=None, expected=1) if name == "approved" else None
    write(draft, lede="Changed since.")

    page = desk.get(where(draft, "compare", name, "draft"))

    assert list(shown(page)) == ["Lede"]


def test_what_is_held_back_is_no_difference_from_what_is_live(desk):
    draft = make_edition("quokka", live_from=LONG_AGO).briefing.draft
    content = saved()
    held = content.faq[1].model_copy(update={"open": "held", "key": new_key("f")})
    write(draft, faq=(*content.faq, held))

    assert shown(desk.get(where(draft, "compare", "live", "draft"))) == {}


def test_a_number_of_another_briefing_is_none_of_this_one(desk, draft):
    other = make_draft("wombat")
    write(other, lede="Hidden.")

    assert desk.get(where(draft, "compare", 2, "draft")).url == where(draft, "versions")


@pytest.mark.parametrize("names", [("7", "draft"), ("live", "draft"), ("1", "nobody"), ("99999999999", "1")])
def test_a_version_that_is_not_there_leads_to_the_list(desk, draft, names):
    answer = desk.get(where(draft, "compare", *names))

    assert answer.url == where(draft, "versions")


def test_the_writing_page_and_the_history_lead_to_versions_and_to_what_changed(desk, draft):
    page = desk.get(where(draft, "change")).content.decode()

    assert where(draft, "versions") in page
    assert where(draft, "changes") in page
    assert where(draft, "versions") in desk.get(where(draft, "history")).content.decode()
