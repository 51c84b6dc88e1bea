"""Comments at the desk: on a page of their own, beside the parts, and in the review."""

import json

import pytest

from briefings import workflow, working_copy
from briefings.models import Comment, Draft, User
from tests.desk.briefings.version_pages import where, write
from tests.desk.sheets import fields_of, messages, posted
from tests.making import make_draft

pytestmark = pytest.mark.django_db
JSON = {"Accept": "application/json"}


@pytest.fixture
def tom(at_desk):
    return at_desk("tom", "editor")


@pytest.fixture
def draft(staff):
    return make_draft("quokka", by=staff("wil", "writer"))


@pytest.fixture
def key(draft):
    return working_copy.read(draft).sections[0].key


def commented(client, draft, text, part=""):
    form = fields_of(client.get(where(draft, "comments"), {"part": part}), "comment_form")
    return posted(client, where(draft, "comments"), form | {"text": text, "do": "comment"})


def asked(client, draft, **fields):
    return json.loads(client.post(where(draft, "comments"), fields, headers=JSON).content)


def warned(client, draft):
    return client.get(where(draft, "change")).context["findings"]


def test_without_a_script_a_comment_is_written_resolved_and_opened_again_on_a_page(tom, draft, key):
    answer = commented(tom, draft, "@wil who said so?", part=key)

    assert messages(answer) == ["Commented."]
    comment = Comment.objects.get()
    assert (comment.part, comment.by.username) == (key, "tom")
    assert [str(user) for user in comment.addressees.all()] == ["wil"]
    for do, said, is_open in (("resolve", "Resolved.", False), ("reopen", "Open again.", True)):
        assert f'value="{do} {comment.pk}"' in tom.get(where(draft, "comments")).content.decode()
        answer = posted(tom, where(draft, "comments"), {"do": f"{do} {comment.pk}"})
        assert messages(answer) == [said]
        assert Comment.objects.open().exists() is is_open


def test_a_refused_comment_is_still_in_the_form_with_the_reason(tom, draft, key):
    answer = commented(tom, draft, "@nobody look", part=key)

    assert "“@nobody”" in answer.context["reasons"][0]
    form = fields_of(answer.page, "comment_form")
    assert (form["text"], form["part"]) == ("@nobody look", key)
    assert not Comment.objects.exists()


def test_it_stands_beside_its_part_on_the_writing_page_and_in_the_review_and_readers_get_none_of_it(tom, draft, key):
    workflow.publish(draft.briefing, by=None)
    commented(tom, draft, "Who says <b>so</b>?", part=key)
    commented(tom, draft, "All well.")

    for name in ("change", "changes"):
        page = tom.get(where(draft, name)).content.decode()
        thread = page.split(f'data-thread="{key}"')[1].split("commenting-link")[0]
        assert "Who says &lt;b&gt;so&lt;/b&gt;?" in thread
        assert "All well." in page.split('data-thread=""')[1].split("commenting-link")[0]
    for path in ("/briefings/quokka/", "/briefings/quokka.json", "/feeds/atom.xml"):
        assert "Who says" not in tom.get(path).content.decode()
    assert "Who says" not in working_copy.read(draft).model_dump_json()


def test_an_open_comment_is_a_warning_that_stops_nothing(tom, draft, key):
    commented(tom, draft, "Who says so?", part=key)
    commented(tom, draft, "All well?")

    found = warned(tom, draft)
    assert [(one.code, one.key, one.sentence) for one in found.others][:2] == [
        ("comment-open", key, "tom commented: “Who says so?”"),
        ("comment-open", "", "tom commented: “All well?”"),
    ]
    assert found.blocking == ()
    assert '<a href="#comments">tom commented: “All well?”</a>' in tom.get(where(draft, "change")).content.decode()
    for comment in Comment.objects.all():
        workflow.resolve(comment, by=None)
    assert "comment-open" not in {one.code for one in warned(tom, draft).others}


def test_a_comment_on_a_part_that_is_gone_is_listed_as_that(tom, draft, key):
    commented(tom, draft, "Who says so?", part=key)
    write(draft, blocks=())

    for name in ("change", "changes", "comments"):
        page = tom.get(where(draft, name)).content.decode()
        assert "A part that is gone" in page, name
        assert "Who says so?" in page, name
    assert [one.key for one in warned(tom, draft).others if one.code == "comment-open"] == [""]


def test_the_script_gets_the_thread_the_findings_and_the_names_of_those_who_may_read_it(tom, at_desk, draft, key):
    at_desk("noor", "writer")
    at_desk("ada", "admin")

    people = json.loads(tom.get(where(draft, "comments"), headers=JSON).content)["people"]
    answer = asked(tom, draft, do="comment", part=key, text="@wil look", standing="1")

    assert people == ["tom", "wil"]
    assert (answer["said"], answer["part"]) == ("Commented.", key)
    assert "@wil look" in answer["thread"]
    assert "tom commented: “@wil look”" in answer["standing"]
    assert asked(tom, draft, do="comment", text=" ") == {"reasons": ["Write the comment."]}
    number = Comment.objects.get().pk
    assert "One comment is open." in answer["open"]
    resolved = asked(tom, draft, do=f"resolve {number}")
    assert "One resolved comment" in resolved["thread"]
    assert "open" not in resolved["open"]


def test_a_comment_of_another_briefing_or_of_none_is_as_unknown(tom, draft):
    other = workflow.comment(make_draft("wombat").briefing, text="Look.", by=None)

    for do in (f"resolve {other.pk}", "resolve 77", "resolve", "forge 1", ""):
        assert tom.post(where(draft, "comments"), {"do": do}).status_code == 404, do
    assert Comment.objects.open().count() == 1


def test_a_comment_ends_no_approval_and_makes_no_version(tom, draft):
    workflow.approve(draft.briefing, by=None, expected=1)

    commented(tom, draft, "All well.")

    assert (Draft.objects.get().state, Draft.objects.get().version) == ("approved", 1)


def test_a_draft_is_handed_over_by_the_name_of_a_button(at_desk, draft):
    wil, noor = at_desk("wil"), at_desk("noor", "writer")
    at_desk("ada", "admin")
    page = wil.get(where(draft, "act", "hand-over"))
    assert [label for _value, label in page.context["form"]["to"].field.choices] == ["noor"]
    assert "You can then open it no more." in page.content.decode()
    form = {"expected": "1", "to": str(User.objects.get(username="noor").uuid), "note": "Finish it."}

    answer = posted(wil, where(draft, "act", "hand-over"), form)

    assert messages(answer) == ["Handed over."]
    assert answer.first.url == "/admin/briefings/draft/"
    assert str(Draft.objects.get().owner) == "noor"
    assert noor.get(where(draft, "change")).status_code == 200
    assert wil.get(where(draft, "change")).status_code == 302


def test_whoever_reads_every_draft_is_not_told_that_they_lose_it_and_stays_there(tom, draft):
    page = tom.get(where(draft, "act", "hand-over"))
    assert "You can then open it no more." not in page.content.decode()
    assert list(page.context["form"]["to"].field.choices)[-1][1] == "Nobody else: I take it over"

    forged = posted(tom, where(draft, "act", "hand-over"), {"expected": "1", "to": "nobody"})
    assert forged.context["form"].errors["to"]
    to = str(User.objects.get(username="tom").uuid)
    answer = posted(tom, where(draft, "act", "hand-over"), {"expected": "1", "to": to})

    assert answer.first.url == where(draft, "change")
    assert str(Draft.objects.get().owner) == "tom"
