"""A link to a draft, as a stranger has it: one version, until it ends, and the same answer as nothing ever after."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from briefings import workflow, working_copy
from briefings.content import FigureBlock
from briefings.content.keys import new_key
from briefings.models import Draft, DraftLink, DraftLinkOpening, Image, User
from tests.desk.roles.on_file import picture_of
from tests.making import make_content, make_draft
from tests.visibility.tables import ALSO, PUBLIC, only_public_tables
from tests.workflow.making import make_user

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def editor():
    return make_user(role="editor")


@pytest.fixture
def draft(editor):
    return make_draft("quokka", by=editor)


def show(draft: Draft, by, **differences) -> str:
    """The address of a new link."""
    values = {"for_whom": "Dr. Berger", "ends_at": timezone.now() + WEEK, "expected": draft.version}
    _link, token = workflow.show_draft(draft.briefing, by=by, as_link=uuid4(), **values | differences)
    return f"/preview/{token}/"


def asked(path: str, *, at=None, **headers):
    with only_public_tables(also=ALSO["draft-link"]):
        return Client().get(path, **({"briefings.at": at} if at else {}), **headers)


def door(path: str) -> str:
    """The address of the text, as the first page has it."""
    return path + re.search(r'href="(\?read=[^"]+)"', asked(path).content.decode())[1]


def openings() -> int:
    return DraftLinkOpening.objects.count()


def test_whoever_has_it_reads_the_text_behind_a_page_that_tells_nothing(draft, editor):
    path = show(draft, editor)

    first = asked(path)
    text = asked(door(path))

    assert "quokka" not in first.content.decode()
    assert "Dr. Berger" not in first.content.decode()
    page = text.content.decode()
    for words in ("The quokka headline", "The quokka lede.", "quokka words", "The quokka answer", "For Dr. Berger"):
        assert words in page
    assert "Edition 1" not in page
    assert "<script" not in page
    for answer in (first, text, asked("/preview/unknown/")):
        assert answer["Cache-Control"] == "no-store"
        assert answer["X-Robots-Tag"] == "noindex, nofollow"
        assert answer["Referrer-Policy"] == "no-referrer"
        assert not answer.cookies


def test_it_follows_no_newer_text_and_says_nothing_that_is_held_back(draft, editor):
    path = show(draft, editor)
    make_draft("wombat", briefing=draft.briefing, by=editor)

    page = asked(door(path)).content.decode()

    assert "The quokka headline" in page
    assert "wombat" not in page


def test_nobody_can_look_its_secret_up(draft, editor):
    token = show(draft, editor).split("/")[2]

    values = str(list(DraftLink.objects.values())) + str(list(draft.briefing.audit_entries.values()))

    assert token not in values
    assert len(token) >= 43


def _by_hand(draft, editor):
    workflow.end_link(DraftLink.objects.get(), by=editor)


def _in_the_trash(draft, editor):
    workflow.trash(draft.briefing, by=editor)


def _with_an_emptied_trash(draft, editor):
    workflow.trash(draft.briefing, by=editor)
    assert workflow.empty_trash(before=timezone.now() + timedelta(seconds=1)) == 1


def _with_its_maker(draft, editor):
    editor.is_active = False
    editor.save()


def _with_their_role(draft, editor):
    editor.groups.clear()


def _erased(draft, editor):
    workflow.publish(draft.briefing, by=None)
    make_draft("wombat", briefing=draft.briefing)
    workflow.publish(draft.briefing, by=None, change="major", note="All of it is new.")
    workflow.erase(draft.briefing, number=1, reason="By order of a court.", by=None)


ENDS = [_by_hand, _in_the_trash, _with_an_emptied_trash, _with_its_maker, _with_their_role, _erased]


@pytest.mark.parametrize("end", ENDS)
def test_once_it_has_ended_it_answers_as_if_it_had_never_been(draft, editor, end):
    path = show(draft, editor)
    text = door(path)
    never_was = asked("/preview/unknown/")
    assert asked(text).status_code == 200

    end(draft, editor)

    for gone in (asked(path), asked(text)):
        assert gone.status_code == 404
        assert (gone.content, dict(gone.headers)) == (never_was.content, dict(never_was.headers))


def test_who_was_deactivated_meanwhile_makes_none(draft, editor):
    User.objects.filter(pk=editor.pk).update(is_active=False)  # behind the back of a request that is under way

    with pytest.raises(workflow.Refused, match="You may not show"):
        show(draft, editor)
    assert not DraftLink.objects.exists()


def test_it_ends_at_its_moment(draft, editor):
    ends_at = timezone.now() + WEEK
    path = show(draft, editor, ends_at=ends_at)

    assert asked(path, at=ends_at - timedelta(microseconds=1)).status_code == 200
    assert asked(path, at=ends_at).status_code == 404


def test_an_opening_counts_once_a_minute_and_only_that_of_the_text(draft, editor):
    path = show(draft, editor)
    text = door(path)
    assert openings() == 0

    Client().head(text)
    asked(text, HTTP_SEC_PURPOSE="prefetch;prerender")
    assert openings() == 0

    asked(text)
    asked(text)
    assert openings() == 1
    DraftLinkOpening.objects.update(at=timezone.now() - timedelta(minutes=2))
    asked(text)
    assert openings() == 2


def test_the_address_of_the_text_leads_to_the_first_page_after_an_hour_and_where_it_is_forged(
    draft, editor, monkeypatch
):
    path = show(draft, editor)
    other = show(draft, editor)
    text = door(path)

    for forged in (f"{path}?read=", f"{path}?read=x:y", f"{other}?{text.partition('?')[2]}"):
        assert asked(forged).headers["Location"] == forged.partition("?")[0]
    monkeypatch.setattr("briefings.views.draft_links.STEP", timedelta(seconds=-1))
    assert asked(text).headers["Location"] == path
    assert openings() == 0


def test_its_pictures_come_by_the_same_secret_and_no_other_picture_does(draft, editor):
    shown, other = picture_of(editor, "quokka"), picture_of(editor, "wombat")
    figure = FigureBlock(key=new_key("p"), image=working_copy.image_name(shown), alt="A quokka.")
    content = make_content("quokka", id=str(draft.briefing.uuid), blocks=(figure,))
    working_copy.write(draft, content, expected=draft.version, by=editor)
    path = show(draft, editor)

    page = asked(door(path)).content.decode()
    found = f"{path}{shown.uuid}/48.webp"
    assert found in page

    picture = asked(found)
    assert (picture.status_code, picture["Cache-Control"]) == (200, "no-store")
    assert picture["Content-Type"].startswith("image/")
    assert "/media/" not in page
    assert asked(found.replace(str(shown.uuid), str(other.uuid))).status_code == 404
    assert asked(found.replace(path, "/preview/unknown/")).status_code == 404
    _by_hand(draft, editor)
    assert asked(found).status_code == 404
    assert Image.objects.count() == 2


def test_no_other_public_address_may_read_editors_tables():
    assert set(ALSO) == {"readyz", "draft-link", "draft-link-picture"}
    assert not any(ALSO["draft-link"].fullmatch(table) for table in PUBLIC)


def test_under_embargo_it_says_so_to_whoever_makes_it_and_to_whoever_reads(draft, editor):
    until = timezone.now() + timedelta(days=2)
    Draft.objects.update(embargo_until=until, embargo_source="NATO")
    desk = Client()
    desk.force_login(editor)

    path = show(draft, editor)

    assert (
        "promised to NATO. Whoever gets the link"
        in desk.get(f"/admin/briefings/draft/{draft.pk}/show/").content.decode()
    )
    assert "Please publish nothing of it before." in asked(door(path)).content.decode()
    assert "Please publish nothing" not in asked(path).content.decode()
    Draft.objects.update(embargo_until=timezone.now())
    assert "Please publish nothing of it before." not in asked(door(path)).content.decode()


def test_a_translation_says_the_embargo_of_what_readers_do_not_have_yet(editor):
    original = make_draft("wombat", language="de")
    path = show(make_draft("quokka", translation_of=str(original.briefing.uuid)), editor)
    Draft.objects.filter(pk=original.pk).update(embargo_until=timezone.now() + timedelta(days=2))
    assert (
        "noch nichts" in (told := asked(door(path)).content.decode()) or "Please publish nothing of it before." in told
    )

    workflow.publish(original.briefing, by=None, override="They agreed.")

    assert "Please publish nothing of it before." not in asked(door(path)).content.decode()
