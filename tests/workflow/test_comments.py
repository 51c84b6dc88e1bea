"""Comments: on a part or on the whole, to somebody who may read the draft or to nobody; open until resolved."""

import pytest

from briefings import policy, workflow
from briefings.models import AuditEntry, Comment
from briefings.workflow import Refused
from tests.workflow.making import SECTION, everything, make_draft, make_user, save

pytestmark = pytest.mark.django_db


@pytest.fixture
def writer():
    return make_user("wil", role="writer")


@pytest.fixture
def editor():
    return make_user("tom", role="editor")


@pytest.fixture
def briefing(writer):
    return make_draft(by=writer).briefing


def refused(act, *things, **options) -> list[str]:
    before = everything()
    with pytest.raises(Refused) as refusal:
        act(*things, **options)
    assert everything() == before
    return list(refusal.value.reasons)


def test_a_comment_on_a_part_is_open_and_for_whom_it_names(briefing, writer, editor):
    made = workflow.comment(briefing, part=SECTION, text=" @wil: who said so? ", by=editor)

    assert (made.part, made.text, made.by) == (SECTION, "@wil: who said so?", editor)
    assert list(made.addressees.all()) == [writer]
    assert list(policy.open_comments_for(writer)) == [made]
    assert list(policy.open_comments_for(editor)) == []
    entry = AuditEntry.objects.last()
    assert (entry.action, entry.by, entry.briefing, entry.detail) == ("commented", editor, briefing, "")


def test_a_resolved_comment_waits_for_nobody_and_may_be_opened_again(briefing, writer, editor):
    made = workflow.comment(briefing, text="@wil look", by=editor)

    resolved = workflow.resolve(made, by=writer)
    assert (resolved.resolved_by, list(policy.open_comments_for(writer))) == (writer, [])
    workflow.resolve(made, by=editor)
    assert Comment.objects.get().resolved_by == writer

    workflow.reopen(made, by=editor)
    assert list(policy.open_comments_for(writer)) == [made]
    assert [entry.action for entry in AuditEntry.objects.all()][-3:] == [
        "commented",
        "comment resolved",
        "comment reopened",
    ]


def test_several_are_named_whatever_the_capitals_and_an_address_of_mail_names_nobody(briefing, writer, editor):
    long = make_user("wil.smith", role="editor")
    make_user("Mira Novak", role="chief")

    made = workflow.comment(briefing, text="@Wil.Smith, @tom. and (@mira novak)! x@wil.example", by=None)

    assert {str(user) for user in made.addressees.all()} == {long.username, "tom", "Mira Novak"}


@pytest.mark.parametrize("name", ["nobody", "noor", "ada", "gone", "wilma"])
def test_whoever_may_not_read_the_briefing_is_not_asked_about_it(briefing, name):
    make_user("noor", role="writer")
    make_user("ada", role="admin")
    gone = make_user("gone", role="editor")
    gone.is_active = False
    gone.save()

    assert refused(workflow.comment, briefing, text=f"@{name} look", by=None) == [
        f"Nobody who may read this briefing is called “@{name}”. Choose a name of the list, or leave the @ out."
    ]


def test_every_reason_against_a_comment_is_told_at_once(briefing, editor):
    assert refused(workflow.comment, briefing, text="\u200b\u2060\u00a0\ufe0f\u200f", part="sgone2345", by=editor) == [
        "Write the comment.",
        "That part is not saved yet, or is gone. Save the text first, then comment on it.",
    ]
    assert len(refused(workflow.comment, briefing, text="a\x00b", by=editor)) == 1
    assert len(refused(workflow.comment, briefing, text="a" * 2001 + " @nobody", by=editor)) == 1


def test_those_who_may_not_read_it_neither_comment_nor_resolve(briefing, editor):
    made = workflow.comment(briefing, text="Look.", by=editor)

    for role in ("writer", "admin"):
        somebody = make_user(f"some {role}", role=role)
        for act, thing, options in (
            (workflow.comment, briefing, {"text": "Mine."}),
            (workflow.resolve, made, {}),
            (workflow.reopen, made, {}),
        ):
            assert refused(act, thing, by=somebody, **options)


def test_a_comment_sent_twice_is_one(briefing, editor):
    for _ in range(2):
        workflow.comment(briefing, text="Look.", by=editor)

    assert Comment.objects.count() == 1


def test_a_comment_on_what_was_handed_over_or_lies_in_the_trash_waits_for_nobody_who_cannot_open_it(briefing, writer):
    noor = make_user("noor", role="writer")
    workflow.comment(briefing, text="@wil look", by=None)
    workflow.hand_over(briefing, to=noor, by=writer)
    assert not policy.open_comments_for(writer)

    workflow.comment(briefing, text="@noor look", by=None)
    assert policy.open_comments_for(noor)
    workflow.trash(briefing, by=noor)
    assert not policy.open_comments_for(noor)
    assert refused(workflow.comment, briefing, text="Look.", by=noor) == [
        "This briefing is in the trash. Bring it back first."
    ]


def test_a_comment_outlives_its_part(briefing):
    workflow.comment(briefing, part=SECTION, text="Look.", by=None)

    save(briefing, blocks=())

    assert Comment.objects.open().get().part == SECTION
