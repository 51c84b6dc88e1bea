"""Whose words a draft holds that nobody else has approved: nobody approves their own, whoever brought them back."""

from dataclasses import dataclass, field, replace

import pytest
from django.db import transaction

from briefings import workflow, working_copy
from briefings.content import from_canonical
from briefings.models import Briefing, Draft, Original, User
from briefings.workflow import Refused
from tests.workflow.making import make_content, make_draft, make_user, save

pytestmark = pytest.mark.django_db
THEIRS = {"lede": "Thirty-four states met, Mira wrote."}
OTHER = {"lede": "Nobody met, Jon wrote."}


@pytest.fixture
def ada():
    return make_user("Ada Kim", role="editor")


@pytest.fixture
def briefing(mira, jon, ada) -> Briefing:
    """Its first version is Mira’s; Jon wrote other words over hers, and Ada approved his."""
    briefing = make_draft(by=mira, **THEIRS).briefing
    save(briefing, by=jon, **OTHER)
    approve(briefing, by=ada)
    return briefing


def version(briefing: Briefing) -> int:
    return Draft.objects.get(briefing=briefing).version


def approve(briefing: Briefing, *, by: User) -> Draft:
    return workflow.approve(briefing, by=by, expected=version(briefing))


def send_back(briefing: Briefing, *, by: User | None = None) -> Draft:
    return workflow.request_changes(briefing, by=by, note="Not so.")


def restore(briefing: Briefing, number: int, *, by: User) -> None:
    text = from_canonical(briefing.revisions.get(version=number).text.text)
    draft = Draft.objects.get(briefing=briefing)
    working_copy.write(draft, text, expected=draft.version, by=by)


def refused(briefing: Briefing, *, by: User) -> str:
    with pytest.raises(Refused) as refusal:
        approve(briefing, by=by)
    [reason] = refusal.value.reasons
    return reason


def test_nobody_approves_their_own_words_that_a_colleague_restored(briefing, mira, jon):
    restore(briefing, 1, by=jon)

    assert refused(briefing, by=mira).startswith("Words that you saved on ")
    assert refused(briefing, by=mira).endswith(
        "in version 1 of “Allies pledge guarantees”, stand in this text again, and nobody has approved them yet. "
        "Somebody else has to."
    )
    assert approve(briefing, by=make_user("Cleo Ray")).state == "approved"


def test_it_matters_not_whether_they_were_restored_or_typed_anew_nor_whether_the_rest_is_another(briefing, mira, jon):
    body = "<p>A paragraph of Jon’s.</p><p>Thirty-four states met, Mira wrote.</p>"
    blocks = from_canonical(briefing.revisions.get(version=1).text.text).blocks
    save(briefing, by=jon, blocks=(blocks[0].model_copy(update={"body": body}),))

    assert refused(briefing, by=mira).startswith("Words that you saved on ")


def test_words_that_came_back_stay_theirs_when_a_colleague_has_changed_them_a_little(briefing, mira, jon):
    restore(briefing, 1, by=jon)
    save(briefing, by=jon, lede="Thirty-four states met, Mira wrote!")

    assert refused(briefing, by=mira).startswith("Words that you saved on ")


def test_once_somebody_approved_them_they_are_nobodys_own_even_if_they_went_and_came_back(briefing, mira, jon, ada):
    restore(briefing, 1, by=jon)
    approve(briefing, by=ada)
    save(briefing, by=jon, lede="Another.")
    approve(briefing, by=ada)
    restore(briefing, 1, by=jon)

    assert approve(briefing, by=mira).approved_by == mira


def test_whose_words_are_gone_may_approve_what_a_colleague_wrote(briefing, mira, jon):
    save(briefing, by=jon, headline="Another headline")

    assert approve(briefing, by=mira).approved_by == mira


def test_what_was_approved_and_sent_back_is_unapproved_for_all_who_wrote_it_whoever_saves_next(mira, jon, ada):
    briefing = make_draft(by=mira, **THEIRS).briefing
    save(briefing, by=jon, headline="Jon’s headline")
    approve(briefing, by=ada)
    send_back(briefing)
    save(briefing, by=ada, dateline="Paris")

    assert refused(briefing, by=mira).startswith("You saved version 1 ")
    assert refused(briefing, by=jon).startswith("You saved version 2 ")


def test_an_earlier_approval_stands_when_a_later_one_is_taken_back(briefing, mira, jon, ada):
    save(briefing, by=jon, headline="Jon’s headline")
    approve(briefing, by=ada)
    send_back(briefing)

    assert refused(briefing, by=jon).startswith("You saved version 3 ")
    assert approve(briefing, by=mira).approved_by == mira


def test_nobody_approves_their_own_words_in_a_copy_that_a_colleague_began(mira, jon):
    source = make_draft(by=mira, **THEIRS).briefing
    copied = workflow.copy(source, by=jon, as_briefing=make_content().id).briefing
    again = workflow.copy(copied, by=jon, as_briefing=make_content().id).briefing

    assert refused(copied, by=mira).startswith("Words that you saved on ")
    assert refused(again, by=mira).startswith("Words that you saved on ")


def test_a_copy_of_what_was_approved_holds_nobodys_own(mira, jon, ada):
    source = make_draft(by=mira, **THEIRS).briefing
    approve(source, by=ada)

    copied = workflow.copy(source, by=jon, as_briefing=make_content().id).briefing

    assert approve(copied, by=mira).approved_by == mira


def test_whoever_pasted_a_draft_does_not_approve_what_a_colleague_made_of_it(mira, jon):
    briefing = make_draft(by=jon).briefing
    revision = briefing.revisions.get()
    Original.objects.create(data=b"x", format="txt", by=mira, briefing=briefing, revision=revision)

    assert refused(briefing, by=mira) == (
        "You pasted what version 1 of “Allies pledge guarantees” was made from, and nobody has approved it yet. "
        "Somebody else has to."
    )


def test_handing_over_makes_nobody_the_writer_of_it_and_whoever_wrote_it_stays_so(mira, jon):
    briefing = make_draft(by=mira, **THEIRS).briefing
    workflow.hand_over(briefing, to=jon, by=mira)

    assert refused(briefing, by=mira).startswith("You saved version 1 ")
    assert approve(briefing, by=jon).approved_by == jon


def test_words_that_a_colleague_restored_after_the_submission_are_corrections_and_those_before_it_are_not(
    briefing, mira, jon, settings
):
    settings.REVIEWER_CORRECTIONS = "all"
    restore(briefing, 1, by=jon)
    workflow.submit(briefing, by=jon)
    assert workflow.refusals_of_correction(Draft.objects.get(), of=mira)[0].startswith("Words that you saved on ")

    save(briefing, by=jon, headline="Another headline")
    workflow.request_changes(briefing, by=None, note="Not so.")
    save(briefing, by=jon, **OTHER)
    approve(briefing, by=make_user("Cleo Ray"))
    save(briefing, by=jon, headline="A third headline")
    workflow.submit(briefing, by=jon)
    restore(briefing, 1, by=mira)

    assert workflow.refusals_of_correction(Draft.objects.get(), of=mira) == []


@dataclass(frozen=True)
class Story:
    """What came of the acts so far: the texts as sets of words, whose each word is, and which were approved."""

    texts: tuple[frozenset[str], ...] = ()
    whose: dict[str, str] = field(default_factory=dict)
    approved: tuple[int, ...] = ()
    is_approved: bool = False

    def unapproved(self) -> frozenset[str]:
        return self.texts[-1].difference(*(self.texts[number - 1] for number in self.approved))

    def saved(self, text: frozenset[str]) -> "Story":
        return replace(self, texts=(*self.texts, text), is_approved=False)


ACTS = ("mira writes", "jon writes", "jon restores the first", "mira restores the first", "ada approves", "sent back")


def _done(act: str, story: Story, briefing: Briefing, people: dict[str, User]) -> Story | None:
    """The act done to the briefing, and what the story is by then; None where it is refused or changes nothing."""
    who, _space, what = act.partition(" ")
    if what == "writes":
        word = f"{who} {len(story.texts)}"
        save(briefing, by=people[who], lede=word)
        return replace(story.saved(frozenset([word])), whose=story.whose | {word: who})
    if what == "restores the first":
        if story.texts[-1] == story.texts[0]:
            return None
        restore(briefing, 1, by=people[who])
        return story.saved(story.texts[0])
    if what == "approves" and not story.is_approved:
        approve(briefing, by=people[who])
        return replace(story, approved=(*story.approved, len(story.texts)), is_approved=True)
    if act == "sent back" and story.is_approved:
        send_back(briefing)
        return replace(story, approved=story.approved[:-1], is_approved=False)
    return None


def _walk(depth: int, story: Story, briefing: Briefing, people: dict[str, User], told: tuple[str, ...]) -> int:
    """Looks at what `told` came to, and goes on from there in every way. Returns the number of stories looked at."""
    draft, seen = Draft.objects.get(briefing=briefing), 1
    for name in ("mira", "jon"):
        theirs = {word for word in story.unapproved() if story.whose[word] == name}
        assert not theirs or workflow.own_work(draft, of=people[name]), (told, name, theirs)
    for act in ACTS if depth else ():
        with transaction.atomic():
            if then := _done(act, story, briefing, people):
                seen += _walk(depth - 1, then, briefing, people, (*told, act))
            transaction.set_rollback(True)
    return seen


def test_after_any_few_acts_nobody_may_approve_words_of_theirs_that_nobody_approved(mira, jon, ada):
    briefing = make_draft(by=mira, lede="mira 0", blocks=(), faq=(), topics=()).briefing
    people = {"mira": mira, "jon": jon, "ada": ada}
    begun = Story(texts=(frozenset(["mira 0"]),), whose={"mira 0": "mira"})
    begun = _done("jon writes", begun, briefing, people)

    assert _walk(3, begun, briefing, people, ()) > 100
