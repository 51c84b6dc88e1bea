"""A flash: two lines, one look, and out; what readers are told, until when, and who may."""

import json

import pytest

from briefings import workflow
from briefings.models import Draft, Edition
from briefings.readiness import blocking
from briefings.working_copy import read
from tests.desk.roles.people import make_somebody
from tests.desk.sheets import fields_of, messages, opened, posted
from tests.making import LONG_AGO, make_edition

pytestmark = pytest.mark.django_db
PAGE = "/admin/briefings/draft/flash/"
WORDS = {"headline": "Bridge falls", "lede": "The bridge fell at noon.", "topics": "Roads"}


def flashed(client, **words):
    """The form filled in, looked at and sent; the page that is looked at, and the answer."""
    form = fields_of(client.get(PAGE), "flash_form") | WORDS | words
    shown = client.post(PAGE, form)
    return shown, posted(client, PAGE, fields_of(shown, "flash_form") | {"_send": "1"})


def page(client):
    return client.get("/briefings/bridge-falls/").content.decode()


@pytest.fixture
def editor():
    return make_somebody("editor", name="ed").client


def test_it_goes_out_after_one_look_that_says_what_readers_get(editor):
    shown, answer = flashed(editor)

    said = shown.content.decode()
    assert all(words in said for words in ("Bridge falls", "The bridge fell at noon.", "Roads", "More follows."))
    assert "none is asked for here" in said
    assert "Embargo: none." in said
    assert messages(answer) == [
        "Published. Readers have it at /briefings/bridge-falls/, and are told that more follows until the next major "
        "edition."
    ]
    assert '<a href="/briefings/bridge-falls/">' in answer.content.decode()
    assert "More follows." in page(editor)


def test_lists_feeds_and_machines_are_told_as_well(editor):
    flashed(editor)

    for address in ("/", "/topics/roads/", "/feeds/rss.xml", "/feeds/atom.xml", "/feeds/feed.json"):
        assert "More follows." in editor.get(address).content.decode(), address
    assert '"creativeWorkStatus":"Incomplete"' in page(editor).replace('": "', '":"')
    item = json.loads(editor.get("/feeds/feed.json").content)["items"][0]
    assert item["summary"] == "The bridge fell at noon. More follows."


@pytest.mark.parametrize(("change", "stays"), [("minor", True), ("correction", True), ("major", False)])
def test_a_minor_change_and_a_correction_keep_it_and_a_major_one_ends_it(editor, change, stays):
    flashed(editor)
    draft = Draft.objects.get()
    told = {"publish-change": change, "publish-note": "New.", "publish-was_wrong": "One.", "publish-is_right": "Two."}

    posted(
        editor,
        f"/admin/briefings/draft/{draft.pk}/change/",
        opened(editor, draft)
        | told
        | {
            "lede": "The bridge fell at ten.",
            "_publish": "1",
        },
    )

    assert Edition.objects.count() == 2
    assert ("More follows." in page(editor)) is stays
    assert ("More follows." in editor.get("/").content.decode()) is stays


def test_after_a_major_edition_a_minor_one_does_not_bring_it_back(editor):
    flashed(editor)
    draft = Draft.objects.get()
    for lede, change, note in (("Two.", "major", "New."), ("Three.", "minor", "")):
        fields = opened(editor, draft) | {"publish-change": change, "publish-note": note, "lede": lede, "_publish": "1"}
        posted(editor, f"/admin/briefings/draft/{draft.pk}/change/", fields)

    assert Edition.objects.count() == 3
    assert "More follows." not in page(editor)


def test_it_is_said_in_the_language_of_the_briefing(editor):
    flashed(editor, language="de", headline="Brücke stürzt ein")

    told = editor.get("/briefings/brucke-sturzt-ein/").content.decode()

    assert "Mehr in Kürze." in told


def test_sent_twice_it_is_made_once(editor):
    shown, _answer = flashed(editor)

    again = posted(editor, PAGE, fields_of(shown, "flash_form") | {"_send": "1"})
    changed = posted(editor, PAGE, fields_of(shown, "flash_form") | {"_send": "1", "lede": "Otherwise."})

    assert Edition.objects.count() == Draft.objects.count() == 1
    assert messages(again) == ["This flash came twice. It was made once."]
    assert messages(changed)[1].startswith("It does not say what you sent just now.")


def test_an_id_of_somebody_elses_briefing_is_refused(editor):
    other = make_edition("wombat", live_from=LONG_AGO)
    form = fields_of(editor.get(PAGE), "flash_form") | WORDS | {"briefing": str(other.briefing.uuid), "_send": "1"}

    answer = editor.post(PAGE, form)

    assert "This briefing is on file already." in answer.content.decode()
    assert "Bridge falls" in answer.content.decode()


def test_without_a_lede_it_says_so_and_keeps_what_was_typed(editor):
    form = fields_of(editor.get(PAGE), "flash_form") | {"headline": "Bridge falls"}

    answer = editor.post(PAGE, form | {"_send": "1"})

    assert "Write a lede" in answer.content.decode()
    assert fields_of(answer, "flash_form")["headline"] == "Bridge falls"
    assert not Draft.objects.exists()


def test_what_is_changed_once_more_comes_back_as_it_was_typed(editor):
    shown, _none = fields_of(editor.get(PAGE), "flash_form") | WORDS, None

    back = editor.post(PAGE, shown | {"_edit": "1"})

    assert {name: fields_of(back, "flash_form")[name] for name in WORDS} == WORDS


@pytest.mark.parametrize(
    ("role", "rule", "says", "goes_out"),
    [
        ("editor", "off", "none is asked for here", True),
        ("editor", "except-minor", "submits it for review at once", False),
        ("editor", "always", "submits it for review at once", False),
        ("chief", "always", "you may publish alone", True),
        ("writer", "off", "Only editors publish", False),
    ],
)
def test_the_rule_is_said_before_and_kept(settings, role, rule, says, goes_out):
    settings.SECOND_PERSON = rule
    client = make_somebody(role).client

    shown, answer = flashed(client)

    assert says in shown.content.decode()
    assert Edition.objects.exists() is goes_out
    assert Draft.objects.get().state == ("draft" if goes_out else "in-review")
    assert ("Submitted for review." in messages(answer)[0]) is not goes_out


def test_once_approved_and_published_by_an_editor_it_is_a_flash_all_the_same(settings, editor):
    writer = make_somebody("writer").client
    flashed(writer)
    draft = Draft.objects.get()
    assert not blocking(read(draft))

    workflow.publish(draft.briefing, by=None)

    assert "More follows." in page(editor)


def test_a_restored_text_of_a_flash_says_nothing_of_it(editor):
    flashed(editor)
    draft = Draft.objects.get()

    assert not read(draft).more_follows
    assert editor.get(f"/admin/briefings/draft/{draft.pk}/versions/live/draft/").status_code == 200
