"""A newer draft of a briefing: offered where it is like the last one, and taken part by part."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from briefings import originals, working_copy
from briefings.importing.likeness import alike, words_of
from briefings.models import Draft, Original, Revision
from tests.desk.pasted_drafts.pasting import DRAFT, HEADLINE, WORDS, Review, paste
from tests.desk.sheets import Fields, fields_of, messages, posted
from tests.making import make_question

pytestmark = pytest.mark.django_db
FIRST_HALF = DRAFT[: DRAFT.index("## What happens next")]
NEWER = DRAFT.replace("on 4 March", "on 11 March").replace("Talks begin", "The talks begin")


@pytest.fixture(scope="module")
def built(chief):
    """A briefing that a pasted draft became, its guess confirmed on the desk since."""
    paste(chief).sends("make")
    draft = Draft.objects.select_related("briefing", "follows").get()
    text = saved(draft)
    blocks = [
        block.model_copy(update={"confirmed": True, "role": "chair of the union"})
        if block.type == "quote" and block.words.startswith(WORDS[:20])
        else block
        for block in text.blocks
    ]
    faq = (text.faq[0], text.faq[1].model_copy(update={"open": "held"}))
    write(draft, blocks=tuple(blocks), faq=faq, slug="harbour")
    return draft


@pytest.fixture
def draft(db, built):
    return Draft.objects.select_related("briefing", "follows").get(pk=built.pk)


def saved(draft):
    return working_copy.read(Draft.objects.select_related("briefing", "follows").get(pk=draft.pk))


def write(draft, **differences):
    draft.refresh_from_db()
    content = saved(draft).model_copy(update=differences).with_quotes_located()
    working_copy.write(draft, content, expected=draft.version, by=None)


class Update:
    def __init__(self, pasted: Review, draft: Draft) -> None:
        self.client, self.draft = pasted.client, draft
        self.where = reverse("admin:briefings_original_update", args=[pasted.original.pk, draft.pk])
        self.page = self.client.get(self.where)

    @property
    def fields(self) -> Fields:
        return fields_of(self.page, "")

    def names(self, which: str = "new") -> list[str]:
        return [part.name for part in self.page.context[which]]

    def sends(self, **chosen: str):
        self.page = posted(self.client, self.where, {**self.fields, **chosen})
        return self.page


def test_a_newer_draft_is_offered_as_an_update_and_a_different_one_is_not(desk, draft):
    newer = paste(desk, NEWER)
    other = paste(desk, "# Something else\n\nA text about the rail fares in the north of the country.\n")

    assert newer.response.context["offered"] == [draft]
    assert f"Update “{HEADLINE}”" in newer.text
    assert "Make a new briefing" in newer.text
    assert other.response.context["offered"] == []


@pytest.mark.parametrize(("name", "is_offered"), [("harbour.md", True), ("another.md", False)])
def test_of_a_file_with_the_same_name_less_has_to_be_alike(desk, name, is_offered):
    new = "".join(f"\nA sentence that is new says in {n} other words what was decided on day {n}.\n" for n in range(6))
    assert 0.3 < alike(*([words_of(line) for line in text.splitlines()] for text in (DRAFT, FIRST_HALF + new))) < 0.5
    paste(desk, "", file=SimpleUploadedFile("harbour.md", DRAFT.encode())).sends("make")

    newer = paste(desk, "", file=SimpleUploadedFile(name, (FIRST_HALF + new).encode()))

    assert bool(newer.response.context["offered"]) is is_offered


def test_it_is_not_offered_to_whoever_may_not_write_that_briefing(at_desk, draft):
    assert paste(at_desk("noor", "writer"), NEWER).response.context["offered"] == []


def test_what_only_the_new_draft_changed_is_chosen_and_what_the_desk_changed_stays(desk, draft):
    before = saved(draft)
    update = Update(paste(desk, NEWER), draft)

    assert update.names() == ["Section “What happens next”"]
    assert [part.chosen for part in update.page.context["new"]] == ["mine"]
    assert {part.chosen for part in update.page.context["kept"]} == {"theirs"}
    update.sends()

    after = saved(draft)
    assert "The talks begin on 11 March" in after.sections[1].body
    assert [part.key for part in (*after.blocks, *after.faq)] == [part.key for part in (*before.blocks, *before.faq)]
    assert (after.quotes, after.faq, after.slug) == (before.quotes, before.faq, "harbour")
    revision, original = Revision.objects.last(), Original.objects.first()
    assert (revision.name, original.revision, original.briefing) == ("updated from a draft", revision, draft.briefing)


def test_nothing_is_written_before_the_editor_says_so(desk, draft):
    before = saved(draft)

    Update(paste(desk, NEWER), draft)

    assert saved(draft) == before


def test_where_both_changed_a_part_somebody_has_to_choose(desk, draft):
    write(draft, lede="The desk’s own lede.")
    update = Update(paste(desk, NEWER.replace("Ferry crews", "All ferry crews")), draft)
    assert update.page.context["undecided"] == 1

    refused = update.sends()
    assert "Choose one of the two, or combine them, wherever both changed." in refused.content.decode()
    assert saved(draft).lede == "The desk’s own lede."

    update.sends(**{"choose-lede": "theirs"})
    assert saved(draft).lede == "The desk’s own lede."
    assert "The talks begin" in saved(draft).sections[1].body


def test_a_part_that_the_new_draft_left_out_goes_unless_it_is_kept(desk, draft):
    section = saved(draft).sections[1]
    shorter = DRAFT[: DRAFT.index("## What happens next")] + DRAFT[DRAFT.index("## FAQ") :]
    update = Update(paste(desk, shorter), draft)
    assert update.names() == ["Section “What happens next”"]

    update.sends(**{f"choose-{section.key}": "theirs"})

    assert section in saved(draft).sections


def test_what_the_desk_added_is_kept(desk, draft):
    write(draft, faq=(*saved(draft).faq, make_question("Who pays?", answer="<p>The port.</p>")))

    Update(paste(desk, NEWER), draft).sends()

    assert [entry.question for entry in saved(draft).faq][-1] == "Who pays?"


def test_what_both_changed_is_combined_by_hand_and_each_side_is_marked(desk, draft):
    section = saved(draft).sections[1]
    body = section.body.replace("Talks begin", "Long talks begin")
    write(draft, blocks=tuple(b.model_copy(update={"body": body}) if b == section else b for b in saved(draft).blocks))
    update = Update(paste(desk, NEWER), draft)
    field = f"combined-{section.key}-body"
    assert "<ins>" in update.page.content.decode()
    assert "Long talks begin" in update.fields[field]
    assert "The talks begin on 11 March" in update.fields[field]

    update.sends(**{f"choose-{section.key}": "combined", field: "<p>The long talks begin.</p>"})

    assert saved(draft).sections[1].body == "<p>The long talks begin.</p>"


def test_a_save_meanwhile_shows_the_differences_again(desk, draft):
    update = Update(paste(desk, NEWER), draft)
    write(draft, lede="Meanwhile.")

    again = update.sends()

    assert "Somebody saved" in again.content.decode()
    assert "The talks begin" not in str(saved(draft))
    answer = update.sends()
    assert messages(answer) == ["Updated, with what you chose of both. Read it once more before you publish it."]
    assert saved(draft).lede == "Meanwhile."


def test_sent_twice_it_is_one_update(desk, draft):
    pasted = paste(desk, NEWER)
    fields = Update(pasted, draft).fields
    where = reverse("admin:briefings_original_update", args=[pasted.original.pk, draft.pk])
    count = Revision.objects.count()

    for _ in range(2):
        assert desk.post(where, fields, follow=True).status_code == 200

    assert Revision.objects.count() == count + 1


def test_a_third_draft_is_compared_with_what_the_second_said_and_not_with_the_desks_words(desk, draft):
    write(draft, lede="The desk’s own lede.")
    Update(paste(desk, NEWER), draft).sends()

    third = Update(paste(desk, NEWER.replace("before Easter comes", "by Easter")), draft)

    assert third.names() == ["Section “What happens next”"]
    assert "Lede" in third.names("kept")


def test_what_was_decided_about_the_last_draft_need_not_be_said_again(desk):
    pasted = paste(desk)
    pasted.sends("make", **{f"role-{pasted.line('From Thursday').address}": "unplaced"})

    newer = paste(desk, NEWER)

    assert newer.line("From Thursday").placed.role == "unplaced"


def test_a_newer_draft_is_pasted_from_the_writing_page_however_different_it_is(desk, draft):
    pasted = paste(
        desk, "# All of it anew\n\nNothing of what stood there before stands here.\n", query=f"?of={draft.pk}"
    )

    assert pasted.response.context["offered"] == [draft]
    assert "A newer draft of" in pasted.text


def test_a_briefing_that_was_never_pasted_has_nothing_to_compare_with(desk, draft):
    pasted = paste(desk, NEWER)
    Original.objects.exclude(pk=pasted.original.pk).update(briefing=None, revision=None)

    page = Update(pasted, draft).page

    assert page.status_code == 302
    assert originals.begin_update(pasted.original, draft.briefing) is None


@pytest.mark.parametrize("name", ["mine", "base"])
def test_a_text_that_was_changed_on_its_way_is_not_written(desk, draft, name):
    before = saved(draft)
    update = Update(paste(desk, NEWER), draft)

    answer = update.sends(**{name: update.fields[name].replace("11 March", "1 April")[:-1] + "x"})

    assert "This page came back incomplete" in messages(answer)[0]
    assert saved(draft) == before
