"""Who else has a briefing open, whether they typed, and what they saved; and what it costs to say so."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user
from django.utils import timezone

from briefings.models import Draft, EditBuffer
from tests.desk.briefings.test_unsaved import keep
from tests.desk.sheets import opened, sent
from tests.documented import queries
from tests.making import make_draft

pytestmark = pytest.mark.django_db


@pytest.fixture
def draft():
    return make_draft("quokka")


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


def test_who_else_is_here_and_whether_they_typed_is_said(desk, tom, draft):
    mine, his = opened(desk, draft), opened(tom, draft)
    keep(tom, his, draft=draft)
    assert keep(desk, mine, draft=draft).json()["others"] == [{"who": "tom", "typed": False}]

    keep(tom, his, draft=draft, lede="Typed.")
    assert keep(desk, mine, draft=draft).json()["others"] == [{"who": "tom", "typed": True}]

    EditBuffer.objects.filter(form=his["form_id"]).update(seen_at=timezone.now() - timedelta(seconds=13))
    assert keep(desk, mine, draft=draft).json()["others"] == []


def test_whoever_leaves_the_page_is_here_no_more_and_keeps_what_they_typed(desk, draft):
    before, after = opened(desk, draft), opened(desk, draft)
    keep(desk, before, draft=draft, lede="Typed.", left="1")

    assert keep(desk, after, draft=draft).json()["others"] == []
    assert "Typed." in EditBuffer.objects.get(form=before["form_id"]).fields


def test_a_newer_save_is_said_with_who_and_when(desk, tom, draft):
    form = opened(desk, draft)
    sent(tom, draft, opened(tom, draft) | {"lede": "Theirs."})

    newest = keep(desk, form, draft=draft).json()["newest"]

    assert (newest["who"], newest["version"]) == ("tom", Draft.objects.get().version)


def test_after_a_month_it_is_forgotten(desk, draft):
    old, new = opened(desk, draft), opened(desk, draft)
    keep(desk, old, draft=draft, lede="Old.")
    EditBuffer.objects.update(seen_at=timezone.now() - timedelta(days=31))

    keep(desk, new, draft=draft, lede="New.")

    assert [str(form) for form in EditBuffer.objects.values_list("form", flat=True)] == [new["form_id"]]


def test_keeping_costs_few_queries_however_long_the_text(desk, django_assert_num_queries):
    draft = make_draft("quokka")
    form = opened(desk, draft)
    keep(desk, form, draft=draft, lede="First.")

    mira = str(get_user(desk).uuid)

    with django_assert_num_queries(queries("what is typed, kept")):
        keep(desk, form, draft=draft, counter=2, by=mira, lede="Long. " * 20_000)
