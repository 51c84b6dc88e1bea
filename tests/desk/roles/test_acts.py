"""The workflow's acts ask by themselves who may: whatever calls them, nobody gets past."""

import inspect
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.utils import timezone

from briefings import originals, workflow, working_copy
from briefings.models import Briefing, Comment, Delivery, Draft, DraftLink, Original, Person, StyleRule, Topic, User
from briefings.workflow import DeskMoments
from tests.desk.roles.on_file import published_alone
from tests.desk.roles.people import become, make_somebody
from tests.desk.roles.people_acts import PEOPLE_ACTS
from tests.desk.roles.rows import everything
from tests.desk.roles.staff_acts import STAFF_ACTS
from tests.making import DAY, LONG_AGO, NOON, SECOND, make_content, make_draft, make_edition
from tests.workflow.site_and_pages import place, publish, published, save, set_site

pytestmark = pytest.mark.django_db


def draft_of(user: User) -> Briefing:
    return make_draft("quokka", by=user).briefing


def submitted(user: User) -> Briefing:
    return workflow.submit(draft_of(user), by=None).briefing


def live(user: User) -> Briefing:
    return make_edition("quokka", live_from=LONG_AGO, by=user).briefing


def superseded(user: User) -> Briefing:
    return make_edition("numbat", briefing=live(user), live_from=LONG_AGO + SECOND, by=user).briefing


def two_live(user: User) -> list[Briefing]:
    return [live(user), make_edition("numbat", live_from=LONG_AGO, by=user).briefing]


def two_people(user: User) -> list[Person]:
    return [person(user), Person.objects.create(name="Numbat")]


def two_topics(user: User) -> list[Topic]:
    return [topic(user), Topic.objects.create(name="Numbats")]


def alone(_user: User) -> Briefing:
    return published_alone(make_somebody("chief", name="cleo").user, word="wombat").briefing


def person(user: User) -> Person:
    live(user)
    return Person.objects.get(name="quokka speaker")


def topic(user: User) -> Topic:
    make_edition("quokka", live_from=LONG_AGO, by=user, topics=("Quokkas",))
    return Topic.objects.get()


def pasted(_user: User) -> Original:
    """A draft that somebody else pasted."""
    noor = make_somebody("writer", name="noor").user
    return originals.keep(b"# Wombats\n\nWords about wombats.\n", by=noor, uuid=uuid4())


def pasted_and_draft(user: User) -> tuple[Original, Draft]:
    """A draft that the asker pasted themselves, and a briefing of nobody's."""
    original = pasted(user)
    Original.objects.filter(pk=original.pk).update(by=user)
    return original, make_draft("wombat")


def commented() -> Comment:
    return workflow.comment(make_draft("wombat").briefing, text="Look.", by=None)


def _in_the_trash() -> Briefing:
    return workflow.trash(make_draft("wombat").briefing, by=None).briefing


def mail(state: str, *, to: User) -> Delivery:
    return Delivery.objects.create(kind="review", channel="mail", to=to, state=state, created_at=NOON, next_at=NOON)


def show(briefing: Briefing, user: User) -> tuple[DraftLink, str]:
    end = timezone.now() + DAY
    return workflow.show_draft(briefing, by=user, for_whom="Forged", ends_at=end, expected=1, as_link=uuid4())


def shown(_user: User) -> DraftLink:
    """A link that somebody else made."""
    return show(make_draft("wombat").briefing, make_somebody("chief", name="cleo").user)[0]


def update(it: tuple[Original, Draft], user: User) -> object:
    original, draft = it
    text = working_copy.read(draft)
    new = text.model_copy(update={"lede": "Forged."})
    return originals.update_briefing(
        original, draft, base=text, new=new, chosen={}, expected=draft.version, by=user, save_id=uuid4()
    )


# By name: what it is done to, of the asker's own, and the act itself.
ACTS: dict[str, tuple[Callable[[User], object], Callable[[object, User], object]]] = {
    "submit": (lambda _: make_draft("wombat").briefing, lambda it, user: workflow.submit(it, by=user)),
    "approve": (submitted, lambda it, user: workflow.approve(it, by=user, expected=1)),
    "request_changes": (submitted, lambda it, user: workflow.request_changes(it, by=user, note="Forged.")),
    "correct_and_approve": (submitted, lambda it, user: workflow.correct_and_approve(it, by=user, expected=1)),
    "correct_and_hand_on": (submitted, lambda it, user: workflow.correct_and_hand_on(it, by=user, expected=1)),
    "hand_over": (
        lambda _: (make_draft("wombat").briefing, make_somebody("writer", name="heir").user),
        lambda it, user: workflow.hand_over(it[0], to=it[1], by=user),
    ),
    "comment": (
        lambda _: make_draft("wombat").briefing,
        lambda it, user: workflow.comment(it, text="Forged.", by=user),
    ),
    "resolve": (lambda _: commented(), lambda it, user: workflow.resolve(it, by=user)),
    "reopen": (lambda _: workflow.resolve(commented(), by=None), lambda it, user: workflow.reopen(it, by=user)),
    "publish": (draft_of, lambda it, user: workflow.publish(it, by=user)),
    "vouch": (draft_of, lambda it, user: workflow.vouch(it, quotes=["q"], reason="Forged.", by=user)),
    "copy": (
        lambda _: make_draft("wombat").briefing,
        lambda it, user: workflow.copy(it, by=user, as_briefing=uuid4()),
    ),
    "continue_story": (
        lambda _: make_draft("wombat").briefing,
        lambda it, user: workflow.continue_story(it, by=user, as_briefing=uuid4()),
    ),
    "trash": (lambda _: make_draft("wombat").briefing, lambda it, user: workflow.trash(it, by=user)),
    "plan": (lambda _: make_draft("wombat").briefing, lambda it, user: workflow.plan(it, moment=NOON, by=user)),
    "retopic": (lambda _: make_draft("wombat").briefing, lambda it, user: workflow.retopic(it, by=user, expected=1)),
    "look_at": (alone, lambda it, user: workflow.look_at(it, by=user, expected=it.draft.listed.alone_id)),
    "bring_back": (lambda _: _in_the_trash(), lambda it, user: workflow.bring_back(it, by=user)),
    "trash_filed": (lambda _: Topic.objects.create(name="Wombats"), lambda it, user: workflow.trash_filed(it, by=user)),
    "bring_back_filed": (
        lambda _: Topic.objects.create(name="Wombats", trashed_at=NOON),
        lambda it, user: workflow.bring_back_filed(it, by=user),
    ),
    "show_draft": (draft_of, show),
    "end_link": (shown, lambda it, user: workflow.end_link(it, by=user)),
    "give_up": (pasted, lambda it, user: originals.give_up(it, by=user)),
    "resume": (pasted, lambda it, user: originals.resume(it, by=user)),
    "send_again": (lambda user: mail("given up", to=user), lambda it, user: workflow.send_again(it, by=user)),
    "stop_sending": (lambda user: mail("failed", to=user), lambda it, user: workflow.stop_sending(it, by=user)),
    "set_rule": (lambda _: None, lambda _, user: workflow.set_rule(StyleRule(wrong="a", right="b"), by=user)),
    "delete_rule": (
        lambda _: StyleRule.objects.create(wrong="a", right="b"),
        lambda it, user: workflow.delete_rule(it, by=user),
    ),
    "call_off": (lambda user: make_edition(live_from=NOON, by=user), lambda it, user: workflow.call_off(it, by=user)),
    "reschedule": (
        lambda user: make_edition(live_from=NOON, by=user),
        lambda it, user: workflow.reschedule(it, by=user, live_from=NOON + SECOND),
    ),
    "flash": (lambda _: make_content("forged"), lambda it, user: workflow.flash(it, by=user)),
    "set_moments": (
        lambda _: make_draft("wombat").briefing,
        lambda it, user: workflow.set_moments(it, by=user, wanted=DeskMoments(NOON), opened=DeskMoments()),
    ),
    "take_embargo": (
        lambda _: make_draft("wombat").briefing,
        lambda it, user: workflow.take_embargo(
            it, scheduling_note="Embargo", embargo_until=NOON, embargo_source="", by=user
        ),
    ),
    "withdraw": (live, lambda it, user: workflow.withdraw(it, by=user, notice="Forged.")),
    "erase": (superseded, lambda it, user: workflow.erase(it, number=1, reason="Forged.", by=user)),
    "remove": (live, lambda it, user: workflow.remove(it, by=user)),
    "merge_into": (two_live, lambda it, user: workflow.merge_into(it[0], into=it[1], by=user)),
    "file_person": (person, lambda it, user: workflow.file_person(it, name="Forged", kind="public", by=user)),
    "rename_topic": (topic, lambda it, user: workflow.rename_topic(it, name="Forged", by=user)),
    "unite_people": (two_people, lambda it, user: workflow.unite_people(it[0], into=it[1], by=user)),
    "unite_topics": (two_topics, lambda it, user: workflow.unite_topics(it[0], into=it[1], by=user)),
    "keep": (lambda _: None, lambda _, user: originals.keep(b"# Forged\n\nWords.\n", by=user, uuid=uuid4())),
    "decide": (pasted, lambda it, user: originals.decide(it, originals.Change(roles={"0": "lede"}), by=user)),
    "read_afresh": (pasted, lambda it, user: originals.read_afresh(it, by=user)),
    "make_briefing": (pasted, lambda it, user: originals.make_briefing(it, by=user)),
    "update_briefing": (pasted_and_draft, update),
    **STAFF_ACTS,
    **PEOPLE_ACTS,
    "set_front": (live, lambda it, user: place(it, by=user)),
    "lead_with": (live, lambda it, user: workflow.lead_with(it, workflow.Lead(), by=user, expected="")),
    "set_site": (lambda _: None, lambda _, user: set_site(by=user)),
    "save_page": (lambda _: save(), lambda it, user: save(page=it, heading="Forged", by=user)),
    "publish_page": (lambda _: save(), lambda it, user: publish(it, by=user)),
    "take_down_page": (lambda _: published(), lambda it, user: workflow.take_down_page(it, by=user)),
    "order_pages": (
        lambda _: [published("contact").uuid, published("about").uuid],
        lambda it, user: workflow.order_pages(it[::-1], by=user),
    ),
}


def test_every_act_that_says_who_does_it_stands_here():
    acts = {
        name
        for module in (workflow, originals)
        for name in module.__all__
        if "by" in inspect.signature(getattr(module, name)).parameters
    }

    assert acts == set(ACTS)


GONE = ("deactivated", "no longer staff")
OF_THE_SITE = {"set_site", "save_page", "publish_page", "take_down_page", "order_pages", "set_rule", "delete_rule"}
OF_THE_SITE |= {"send_again", "stop_sending"}
OF_WRITERS = {"keep", "flash"}
REFUSED = {
    name: ("admin", "newcomer", *GONE)
    if name in OF_WRITERS
    else ("writer", "editor", "chief", "newcomer", *GONE)
    if name in STAFF_ACTS
    else ("writer", "editor", "newcomer", *GONE)
    if name in OF_THE_SITE
    else ("writer", "admin", "writer and admin", *GONE)
    for name in ACTS
}


@pytest.mark.parametrize("name", ACTS)
def test_who_may_not_do_an_act_is_refused_and_nothing_changes(name):
    user = make_somebody("newcomer").user
    prepare, act = ACTS[name]
    thing = prepare(user)
    before = everything()

    for role in REFUSED[name]:
        with pytest.raises(workflow.Refused, match=r"^You may not "):
            act(thing, become(user, role))

    become(user, "newcomer")
    assert everything() == before


@pytest.mark.parametrize("role", ["writer", "writer and admin"])
def test_a_writer_submits_what_they_began(role):
    user = make_somebody(role).user

    workflow.submit(draft_of(user), by=user)

    assert Draft.objects.get().state == "in-review"
