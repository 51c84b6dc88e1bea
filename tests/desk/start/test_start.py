"""What somebody finds after the login, by role: what waits for them, and nothing that they may not see."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from briefings import originals, workflow, working_copy
from briefings.content import FigureBlock, keys, new_key
from briefings.models import Draft, Image, User
from tests.documented import queries
from tests.making import LONG_AGO, NOON, make_draft, make_edition

pytestmark = pytest.mark.django_db
START = "/admin/"


def sections(client) -> dict[str, list[str]]:
    """By name, the words of the rows of each section that is shown; of groups, under their own names."""
    context = client.get(START).context
    shown = [section for part in ("waiting", "below", "beside", "of_the_site") for section in context[part]]
    flat = [one for section in shown for one in (section, *section.groups)]
    return {section.name: [line.words for line in section.lines] for section in flat if section.is_shown}


def section(client, name: str):
    return next(one for one in client.get(START).context["beside"] if one.name == name)


def picture_columns(word: str) -> dict[str, object]:
    names = {"token": word.ljust(22, "x"), "sha256": word.ljust(64, "0")}
    return names | {"width": 640, "height": 480, "widths": [320], "fallback": "jpg", "credit": "Photo: Mira"}


def figure(image: Image) -> FigureBlock:
    picture = working_copy.image_name(image)
    return FigureBlock(key=new_key(keys.FIGURE), image=picture, alt="Animals", caption="Animals dig.")


def user(name: str) -> User:
    return User.objects.get(username=name)


def change(draft: Draft, *, by: User | None, **values) -> None:
    draft.refresh_from_db()
    text = working_copy.read(draft).model_copy(update=values)
    working_copy.write(draft, text, expected=draft.version, by=by)


def test_a_text_to_review_waits_for_an_editor_who_did_not_write_it(at_desk):
    mira, otto = at_desk("mira", "editor"), at_desk("otto", "editor")
    draft = make_draft("quokka", by=user("mira"))
    workflow.submit(draft.briefing, by=user("mira"), note="Look at the numbers.")

    assert sections(otto)["to-review"] == ["The quokka headline"]
    assert "Look at the numbers." in otto.get(START).content.decode()
    assert "to-review" not in sections(mira)

    workflow.approve(draft.briefing, by=user("otto"), expected=1)
    assert sections(mira)["approved"] == ["The quokka headline"]
    workflow.publish(draft.briefing, by=user("otto"))
    assert "approved" not in sections(mira)


def test_their_own_words_that_a_colleague_restored_wait_for_somebody_else(at_desk):
    mira, otto, ida = (at_desk(name, "editor") for name in ("mira", "otto", "ida"))
    draft = make_draft("quokka", by=user("mira"), lede="Mira’s lede.")
    change(draft, by=user("otto"), lede="Otto’s lede.")
    workflow.approve(draft.briefing, by=user("ida"), expected=2)
    change(draft, by=user("otto"), lede="Mira’s lede.")
    workflow.submit(draft.briefing, by=user("otto"))

    assert sections(ida)["to-review"] == ["The quokka headline"]
    assert "to-review" not in sections(mira)
    assert "to-review" not in sections(otto)


def test_what_was_sent_back_waits_for_its_owner_with_the_note(at_desk):
    writer, editor = at_desk("wim", "writer"), at_desk("mira", "editor")
    draft = make_draft("quokka", by=user("wim"))
    workflow.submit(draft.briefing, by=user("wim"))
    workflow.request_changes(draft.briefing, by=user("mira"), note="No source.")

    assert sections(writer)["sent-back"] == ["The quokka headline"]
    assert "No source." in writer.get(START).content.decode()
    assert "sent-back" not in sections(editor)


def test_what_was_published_alone_waits_for_a_colleague_and_leaves_once_looked_at(at_desk, settings):
    settings.SECOND_PERSON = "always"
    chief, editor, writer = at_desk("cleo", "chief"), at_desk("mira", "editor"), at_desk("wim", "writer")
    draft = make_draft("quokka", by=user("cleo"))
    workflow.publish(draft.briefing, by=user("cleo"))
    act = f"/admin/briefings/draft/{draft.pk}/act/look-at/"

    assert sections(editor)["published-alone"] == ["The quokka headline"]
    assert act in editor.get(START).content.decode()
    assert "published-alone" not in sections(chief)
    assert "published-alone" not in sections(writer)
    form = editor.get(act).context["form"]
    answer = editor.post(act, {name: form[name].value() for name in form.fields})

    assert answer.headers["Location"] == START
    assert "published-alone" not in sections(editor)


def test_today_and_the_week_say_what_goes_out_what_is_planned_and_what_was_not_published(desk):
    now = timezone.now()
    for word, days in (("late", -1), ("soon", 3), ("far", 20)):
        workflow.plan(make_draft(word).briefing, moment=now + timedelta(days=days), by=None)
    make_edition("scheduled", live_from=now + timedelta(days=2))
    make_edition("distant", live_from=now + timedelta(days=30))
    published = make_edition("published", live_from=LONG_AGO).briefing
    workflow.plan(published, moment=now - timedelta(hours=1), by=None)

    update = make_edition("update", live_from=LONG_AGO).briefing
    workflow.plan(update, moment=now + timedelta(days=4), by=None)

    shown = sections(desk)

    assert shown["late"] == ["The late headline"]
    assert shown["later"] == ["The scheduled headline", "The soon headline", "The update headline"]
    assert shown["today"] == []


def test_what_is_mine_what_differs_and_open_questions_stand_beside(at_desk):
    editor, writer = at_desk("mira", "editor"), at_desk("wim", "writer")
    live = make_draft("live", by=user("mira"))
    workflow.publish(live.briefing, by=None)
    change(live, by=user("mira"), lede="Another lede.")
    make_draft("own", by=user("wim"))

    assert sections(editor)["mine"] == ["The live headline"]
    assert sections(editor)["changed"] == ["The live headline"]
    assert sections(editor)["questions"] == ["Will it be live?"]
    assert sections(writer)["mine"] == ["The own headline"]
    assert {"changed", "questions"} & sections(writer).keys() == set()


def test_comments_and_promises_stand_there_and_lead_to_all_of_them_and_what_was_pasted_waits(at_desk):
    editor, other = at_desk("mira", "editor"), at_desk("otto", "editor")
    draft = make_draft("quokka")
    workflow.comment(draft.briefing, text="@mira whose words?", by=user("otto"))
    promised = workflow.DeskMoments(embargo=workflow.Embargo(NOON, "NATO press office"))
    workflow.set_moments(draft.briefing, by=None, wanted=promised, opened=workflow.DeskMoments())
    originals.keep(b"# Wombats dig\n\nWords.\n", by=user("mira"), uuid=uuid4())

    shown, page = sections(editor), editor.get(START).content.decode()

    assert shown["comments"] == shown["embargoed"] == ["The quokka headline"]
    assert len(shown["pasted"]) == 1
    for words in ("@mira whose words?", "NATO press office", "/draft/?comments=me", "/draft/?embargo=on"):
        assert words in page
    assert {"comments", "pasted"} & sections(other).keys() == set()


def test_a_picture_whose_last_day_is_near_stands_there_while_a_draft_or_a_reader_has_it(at_desk):
    editor, writer = at_desk("mira", "editor"), at_desk("wim", "writer")
    today = timezone.localdate()
    for word, days in (("drafted", 3), ("public", 5), ("unused", 3), ("later", 40)):
        Image.objects.create(
            caption=f"The {word} picture", usable_until=today + timedelta(days=days), **picture_columns(word)
        )
    drafted, public, _unused, later = Image.objects.order_by("pk")
    make_draft("quokka", blocks=(figure(drafted), figure(later)))
    live = make_draft("wombat", blocks=(figure(public),))
    workflow.publish(live.briefing, by=None)
    change(live, by=None, blocks=())

    rows = {line.words: line.facts for line in section(editor, "pictures").lines}

    assert list(rows) == [str(drafted), str(public)]
    assert "in a draft" in rows[str(drafted)]
    assert "readers see it" in rows[str(public)]
    assert "pictures" not in sections(writer)


def test_a_translation_is_under_the_embargo_of_its_original_until_readers_have_that(at_desk):
    original = make_draft("quokka")
    Draft.objects.update(embargo_until=NOON, embargo_source="NATO press office")
    make_draft("wombat", language="de", translation_of=str(original.briefing.uuid))
    editor = at_desk("ed", "editor")

    def embargoed():
        listed = editor.get("/admin/briefings/draft/?embargo=on").context["page"].drafts
        return sections(editor)["embargoed"], sorted(draft.headline for draft in listed)

    both = ["The quokka headline", "The wombat headline"]
    assert embargoed() == (both, both)
    assert "NATO press office · the original’s" in editor.get("/admin/").content.decode()
    workflow.publish(original.briefing, by=None, override="They said so.")
    assert embargoed() == (both[:1], both[:1])


def test_what_was_published_last_is_there_to_lead_with_and_says_what_leads(at_desk):
    editor, writer = at_desk("mira", "editor"), at_desk("wim", "writer")
    drafts = [make_draft(word, by=user("wim")) for word in ("first", "second", "third")]
    for draft in drafts:
        workflow.publish(draft.briefing, by=None)
    make_edition("coming", live_from=timezone.now() + timedelta(days=2))
    workflow.withdraw(drafts[2].briefing, by=None, notice="Nobody met.")
    workflow.lead_with(drafts[0].briefing, workflow.Lead(), by=None, expected="")

    assert sections(editor)["published"] == ["The second headline", "The first headline"]
    assert "published" not in sections(writer)
    page = editor.get(START).content.decode()
    assert f"/admin/briefings/draft/{drafts[1].pk}/act/lead/" in page
    assert f"/admin/briefings/draft/{drafts[0].pk}/act/lead/" not in page
    assert "leads the front page" in page


def test_a_site_admin_finds_the_site_and_no_briefing(at_desk):
    make_edition("wombat", live_from=LONG_AGO)
    admin = at_desk("ada", "admin")

    assert sections(admin).keys() == {"state", "acts"}
    page = admin.get(START).content.decode()
    assert "wombat" not in page
    assert 'role="search"' not in page
    assert "All tables" in page
    assert page.index("<h2") < page.index("<h3")


@pytest.mark.parametrize("number", [1, 9])
def test_it_costs_the_same_for_little_and_for_much(at_desk, number, django_assert_num_queries):
    editor = at_desk("mira", "editor")
    for n in range(number):
        draft = make_draft(f"word-{n}", by=user("mira"))
        workflow.publish(draft.briefing, by=None)
        change(draft, by=user("mira"), lede="Another lede.")
        waiting = make_draft(f"waiting-{n}")
        workflow.submit(waiting.briefing, by=None)
        workflow.plan(waiting.briefing, moment=timezone.now() + timedelta(days=1), by=None)
        workflow.hand_over(make_draft(f"given-{n}").briefing, to=user("mira"), by=None)
    editor.get(START)

    with django_assert_num_queries(queries("first page of the desk")):
        editor.get(START)


def test_a_part_with_nothing_in_it_says_so_and_leads_to_no_list(at_desk):
    writer = at_desk("wim", "writer")
    assert "You have begun no briefing yet." in (empty := writer.get(START).content.decode())
    assert "All of them" not in empty

    make_draft("quokka", by=user("wim"))
    assert "All of them" in writer.get(START).content.decode()
