"""What the start page tells somebody: what is new, once, and nothing that a list beside it says or that is over."""

import pytest
from django.test import Client
from django.utils import timezone

from briefings import deliveries, workflow
from briefings.models import Comment, Delivery, Draft, User
from tests.making import make_draft

pytestmark = pytest.mark.django_db
SEEN = "/admin/briefings/delivery/seen/"


def start_page(client: Client) -> str:
    return client.get("/admin/").content.decode()


@pytest.fixture
def given(at_desk, staff) -> tuple[Client, Draft]:
    """Edda at her desk, to whom a draft was handed over."""
    edda = at_desk("edda", "editor")
    draft = make_draft("wombat", by=staff("wanda", "writer"))
    hand_over(draft)
    return edda, draft


def user(name: str) -> User:
    return User.objects.get(username=name)


def hand_over(draft: Draft) -> None:
    workflow.hand_over(draft.briefing, to=user("edda"), by=user("wanda"))


def test_the_start_page_tells_what_is_new_with_a_link_until_it_was_seen(given):
    edda, draft = given
    page = start_page(edda)
    assert "wanda handed “The wombat headline” over to you." in page
    assert f'href="/admin/briefings/draft/{draft.pk}/change/"' in page

    edda.post(SEEN, {"seen": str(Delivery.objects.get().pk)})

    assert "handed “" not in start_page(edda)


def test_all_that_was_shown_is_seen_at_once_and_nothing_that_came_since(given):
    edda, _draft = given
    hand_over(make_draft("quokka", by=user("wanda")))
    shown = " ".join(str(row.pk) for row in Delivery.objects.all())
    hand_over(make_draft("numbat", by=user("wanda")))

    edda.post(SEEN, {"seen": shown})

    page = start_page(edda)
    assert "handed “The numbat headline”" in page
    assert "handed “The quokka" not in page
    assert "handed “The wombat" not in page


def test_a_button_of_more_numbers_than_any_page_shows_takes_what_it_can(given):
    edda, _draft = given

    assert edda.post(SEEN, {"seen": " ".join(map(str, range(300_000)))}).status_code == 302


def test_nobody_takes_away_what_somebody_else_is_told(given, at_desk):
    edda, _draft = given

    at_desk("emil", "editor").post(SEEN, {"seen": str(Delivery.objects.get().pk)})

    assert "handed “" in start_page(edda)


def test_what_stands_in_a_list_of_what_waits_is_not_told_beside_it(at_desk, staff, settings):
    settings.SECOND_PERSON = "always"
    edda, wanda = at_desk("edda", "editor"), at_desk("wanda", "writer")
    cleo = staff("cleo", "chief")
    asked, back, alone = (
        make_draft("asked", by=user("wanda")),
        make_draft("back", by=user("wanda")),
        make_draft("alone", by=cleo),
    )
    workflow.submit(asked.briefing, by=user("wanda"))
    part = asked.sections.get().key
    workflow.comment(asked.briefing, text="@edda is it so?", by=user("wanda"), part=part)
    workflow.submit(back.briefing, by=user("wanda"))
    workflow.request_changes(back.briefing, by=cleo, note="No source.")
    workflow.publish(alone.briefing, by=cleo)

    assert told(user("edda")) == ["alone", "commented", "review"]
    assert told(user("wanda")) == ["sent back"]
    assert edda.get("/admin/").context["told"] == []
    assert wanda.get("/admin/").context["told"] == []


def told(who: User) -> list[str]:
    return [entry.kind for entry in deliveries.told(who)]


def test_what_the_lists_are_too_short_for_is_told(at_desk, staff):
    edda, wanda = at_desk("edda", "editor"), staff("wanda", "writer")
    for number in range(8):
        workflow.submit(make_draft(f"word-{number}", by=wanda).briefing, by=wanda)

    page = edda.get("/admin/").context

    assert len(page["waiting"][0].lines) + len(page["told"]) == 8
    assert len({line.words for line in page["waiting"][0].lines} & {entry.sentence for entry in page["told"]}) == 0


def _submitted(draft: Draft) -> None:
    workflow.submit(draft.briefing, by=user("wanda"))


def _sent_back(draft: Draft) -> None:
    _submitted(draft)
    workflow.request_changes(draft.briefing, by=user("cleo"), note="No source.")


def _commented(draft: Draft) -> None:
    workflow.comment(draft.briefing, text="Is it so?", by=user("cleo"))


def _published_alone(draft: Draft) -> None:
    make_draft("wombat", briefing=draft.briefing, by=user("cleo"))
    workflow.publish(draft.briefing, by=user("cleo"))


def _looked_at(draft: Draft) -> None:
    draft.refresh_from_db()
    workflow.look_at(draft.briefing, by=user("edda"), expected=draft.listed.alone_id)


@pytest.mark.parametrize(
    ("kind", "to", "begun", "over"),
    [
        ("review", "edda", _submitted, lambda draft: workflow.approve(draft.briefing, by=user("cleo"), expected=1)),
        ("sent back", "wanda", _sent_back, _submitted),
        ("commented", "wanda", _commented, lambda draft: workflow.resolve(Comment.objects.get(), by=user("wanda"))),
        ("alone", "edda", _published_alone, _looked_at),
    ],
)
def test_what_is_over_is_not_told_any_more(staff, settings, kind, to, begun, over):
    settings.SECOND_PERSON = "always"
    for name, role in (("wanda", "writer"), ("edda", "editor"), ("cleo", "chief")):
        staff(name, role)
    draft = make_draft("wombat", by=user("wanda"))

    begun(draft)
    assert kind in told(user(to))
    over(draft)

    assert kind not in told(user(to))


@pytest.mark.parametrize(
    "lost",
    [
        lambda: Draft.objects.update(trashed_at=timezone.now()),
        lambda: User.objects.get(username="edda").groups.clear(),
    ],
    ids=["trash", "no role"],
)
def test_nothing_of_a_draft_that_somebody_may_not_read_any_more_is_told(given, lost):
    edda, _draft = given
    assert "wombat" in start_page(edda)

    lost()

    assert "wombat" not in start_page(edda)


def test_the_start_page_costs_the_same_for_one_entry_and_for_many(given, django_assert_max_num_queries):
    edda, _draft = given
    start_page(edda)
    with django_assert_max_num_queries(40) as one:
        start_page(edda)
    for number in range(5):
        hand_over(make_draft(f"quokka {number}", by=user("wanda")))
    with django_assert_max_num_queries(len(one)):
        start_page(edda)
