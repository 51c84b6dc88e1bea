"""A writer sends forms with more in them than the page offered: nothing moves but the words of their own draft."""

import pytest

from briefings import working_copy
from briefings.content import BriefingContent
from briefings.models import AuditEntry, CallOff, Draft, Edition, Quote, Revision, Section
from tests.desk.roles.lines import Gets
from tests.desk.roles.people import make_somebody
from tests.desk.roles.rows import everything, undone
from tests.desk.roles.table import LINES
from tests.desk.roles.things import SECRET, Things
from tests.desk.sheets import added, address, messages, opened, posted, sent
from tests.making import make_content, make_draft

pytestmark = pytest.mark.django_db
SAVE_ID = "12345678-1234-4234-8234-123456789abc"
ADD = "/admin/briefings/draft/add/"


@pytest.fixture
def writer():
    return make_somebody("writer")


@pytest.fixture
def own(writer):
    return make_draft("quokka", by=writer.user)


@pytest.fixture
def other():
    """Somebody else's draft, of whose save the asker has learned the id."""
    return working_copy.create(make_content(SECRET), by=make_somebody("writer", name="noor").user, save_id=SAVE_ID)


def reread(draft: Draft) -> BriefingContent:
    return working_copy.read(Draft.objects.get(pk=draft.pk))


def rows_of(draft: Draft) -> list[object]:
    """A draft with its parts and its saves."""
    rows = Draft.objects.filter(pk=draft.pk).values(), Revision.objects.filter(briefing=draft.briefing_id).values()
    return [*map(list, rows), reread(draft)]


def forge_nothing(fields, other):
    return fields


def forge_ids(fields, other):
    uuid, pk = str(other.briefing.uuid), str(other.pk)
    return fields | dict.fromkeys(("briefing", "uuid", "content"), uuid) | dict.fromkeys(("id", "pk", "draft"), pk)


def forge_standing(fields, other):
    chief = make_somebody("chief", name="cleo").user.pk
    by = dict.fromkeys(("owner", "saved_by", "approved_by", "by", "user"), str(chief))
    return fields | by | {"state": "approved", "approved_version": "2", "follows": str(other.briefing.uuid)}


def forge_buttons(fields, other):
    return fields | dict.fromkeys(("_remove", "_withdraw", "_call_off", "_saveasnew", "_popup", "_addanother"), "1")


def forge_save_id(fields, other):
    return fields | {"save_id": SAVE_ID}


def forge_keys(fields, other):
    theirs = reread(other)
    fields = added(fields, "section", key=theirs.sections[0].key, heading="Mine", body="<p>Mine.</p>", ordering="70")
    fields = added(fields, "quote", key=theirs.quotes[0].key, words="Mine", placement="apart", ordering="80")
    return added(fields, "question", key=theirs.faq[0].key, question="Mine?", answer="<p>Mine.</p>", ordering="90")


def forge_source(fields, other):
    theirs = reread(other).sources[0].id
    return added(fields, "source", uuid=theirs, title="Mine") | {"quote-0-source": theirs, "quote-1-source": theirs}


def forge_person(fields, other):
    theirs = reread(other).quotes[0].person.id
    return fields | {"quote-0-person": theirs, "quote-1-person": theirs, "quote-1-speaker": "Somebody new"}


FORGERIES = [
    forge_nothing,
    forge_ids,
    forge_standing,
    forge_buttons,
    forge_save_id,
    forge_keys,
    forge_source,
    forge_person,
]


@pytest.mark.parametrize("forge", FORGERIES)
def test_a_form_of_ones_own_draft_reaches_no_other_whatever_it_names(writer, own, other, forge):
    fields = forge(opened(writer.client, own) | {"lede": "Mine."}, other)
    before, theirs = rows_of(other), reread(other)

    answer = sent(writer.client, own, fields)

    assert messages(answer) == ["Saved."]
    assert rows_of(other) == before
    assert SECRET not in answer.content.decode().lower()
    draft, mine = Draft.objects.get(pk=own.pk), reread(own)
    assert (mine.id, mine.lede, mine.follows) == (str(own.briefing.uuid), "Mine.", None)
    assert (draft.owner, draft.saved_by, draft.state, draft.approved_version) == (
        writer.user,
        writer.user,
        "draft",
        None,
    )
    assert parts_of(mine).isdisjoint(parts_of(theirs))
    assert Draft.objects.count() == 2


def parts_of(content: BriefingContent) -> set[str | None]:
    """The ids of everything in it."""
    people = {quote.person.id for quote in content.quotes if quote.person}
    return {part.key for part in (*content.blocks, *content.faq)} | {source.id for source in content.sources} | people


@pytest.mark.parametrize("prefix", ["section", "quote", "question", "source"])
def test_a_number_of_parts_that_is_none_is_told_so_and_nothing_is_lost(writer, own, prefix):
    fields = opened(writer.client, own) | {"lede": "Mine."}
    before = everything()

    for count in ("-1", "abc", "", "\0") if prefix == "section" else ("abc",):
        forged = fields | {f"{prefix}-TOTAL_FORMS": count}
        saved = writer.client.post(address(own), forged | {"_save": "1"}).content.decode()
        arranged = writer.client.post(address(own), forged | {"_part": f"up {prefix}-0"})
        assert "Load the page again." in saved or "Parts of the text did not arrive" in saved, count
        assert "Mine." in saved, count
        assert arranged.status_code == 200, count

    assert everything() == before


def test_a_number_of_parts_that_is_too_large_is_told_so_and_nothing_is_lost(writer, own):
    fields = opened(writer.client, own) | {"lede": "Mine.", "source-TOTAL_FORMS": "99999999999999999999"}
    before = everything()

    page = writer.client.post(address(own), fields | {"_save": "1"}).content.decode()

    assert "These are more than 500 parts of one kind." in page
    assert "Mine." in page
    assert everything() == before


def test_any_number_orders_parts_and_none_is_lost(writer, own):
    fields = opened(writer.client, own)
    numbers = [name for name in fields if name.endswith("-ordering")]
    keys = sorted(part.key for part in reread(own).blocks)

    for ordering in ("-5", "99999999999999999999", ""):
        with undone():
            answer = sent(writer.client, own, fields | dict.fromkeys(numbers, ordering) | {"lede": "Mine."})
            assert messages(answer) == ["Saved."], ordering
            assert sorted(part.key for part in reread(own).blocks) == keys, ordering


def test_a_version_that_is_not_the_drafts_writes_nothing(writer, own):
    fields = opened(writer.client, own) | {"lede": "Mine."}
    before = everything()

    for version in ("", "2", "-1", "1.0", "²", "99999999999999999999", "\0"):
        answer = sent(writer.client, own, fields | {"version": version})
        assert answer.status_code == 200, version
        assert "Mine." in answer.content.decode(), version

    assert everything() == before


@pytest.mark.parametrize("more", [{}, {"_publish": "1"}, {"_part": "add section"}])
def test_a_new_briefing_cannot_take_the_id_of_somebody_elses_or_show_what_it_holds(writer, own, other, more):
    fields = opened(writer.client, None) | {"headline": "Mine", "briefing": str(other.briefing.uuid)}
    before = everything()

    for save_id in (fields["save_id"], SAVE_ID):
        for where in (ADD, f"{ADD}preview/"):
            answer = writer.client.post(where, fields | {"save_id": save_id} | more)
            assert answer.status_code == 200
            assert SECRET not in answer.content.decode().lower()

    assert everything() == before


def test_a_writer_merges_no_text_into_their_draft_but_the_one_that_the_page_signed_for_it():
    things = Things(make_somebody("writer"))
    where = f"/admin/briefings/draft/{things.names['own']}/merge/"
    mine, theirs = things.merging("own"), things.merging("other")["mine"]
    unsigned = mine["mine"].rpartition(":")[0]
    before = everything()

    for text in (theirs, unsigned, f"{unsigned}:{theirs.rpartition(':')[2]}", mine["mine"].replace("Forged", "F"), ""):
        answer = posted(things.asker.client, where, mine | {"mine": text})
        assert messages(answer) == ["This page came back incomplete, so nothing was saved. Go back and send it again."]
    assert SECRET not in answer.content.decode().lower()
    for version in ("-1", "99999999999999999999", "\0"):
        for name in ("theirs_version", "base_version"):
            with undone():
                assert things.asker.client.post(where, mine | {name: version}).status_code in (200, 302)

    assert everything() == before


def test_no_button_and_no_field_on_any_door_lets_a_writer_publish_approve_withdraw_or_call_off():
    things = Things(make_somebody("writer"))
    buttons = dict.fromkeys(("_publish", "_approve", "_withdraw", "_call_off", "_submit"), "1")
    panel = {"publish-change": "minor", "publish-when": "now", "publish-scheduled": "call-off", "act": "publish"}
    before = public_acts()

    for line in LINES:
        if things.asker.role in line.may and line.post == Gets.DONE and line.path != "logout/":
            form = things.filled_in(line.form, line.thing) | buttons | panel
            things.asker.client.post(line.address(things), form)

    assert public_acts() == before
    assert AuditEntry.objects.filter(by=things.asker.user).exists()


def public_acts() -> list[object]:
    drafts = Draft.objects.filter(state="approved")
    return [list(Edition.objects.values()), list(CallOff.objects.values()), list(drafts.values())]


def test_a_writer_who_asks_to_publish_is_told_that_they_may_not_and_that_the_text_is_saved(writer, own):
    answer = sent(writer.client, own, opened(writer.client, own) | {"lede": "Mine."}, _publish="1")

    page = answer.content.decode()
    assert "You may not publish this briefing. Ask an editor." in page
    assert "The text is saved." in page
    assert (reread(own).lede, Edition.objects.count()) == ("Mine.", 0)


def test_a_writer_submits_their_own_draft_and_no_other(writer, own, other):
    sent(writer.client, own, opened(writer.client, own), _submit="1")

    assert list(Draft.objects.order_by("pk").values_list("state", flat=True)) == ["in-review", "draft"]
    assert (Section.objects.count(), Quote.objects.count()) == (2, 4)
