"""Why readers see what they see: told of every address, and always what the site answers."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from briefings import workflow
from briefings.explanation import explain, explain_briefing
from briefings.explanation.explain import EXPLAINED
from tests.making import DAY, HOUR, LONG_AGO, NOON, SECOND, make_draft, make_edition
from tests.visibility import changing_site
from tests.visibility.card_addresses import card_path
from tests.visibility.surfaces import TABLE, walked

pytestmark = pytest.mark.django_db
NOT_KEPT = "The front door keeps nothing of it: Django answers each time."


def reasons(path, at=NOON, **more):
    return list(explain(path, at, **more).sentences)


def reason(path, at=NOON, **more):
    return reasons(path, at, **more)[0]


def test_every_public_address_is_explained():
    assert set(EXPLAINED) == {pattern for pattern in TABLE if pattern}


@pytest.fixture(scope="module")
def changing(module_db):
    changing_site.make_site()
    with walked() as surfaces:
        yield surfaces


def assert_explained(changing, at):
    told = set()
    for surface in changing:
        explanation, answer = explain(surface.path, at), changing.seen(at)[surface.path]
        assert explanation.status == answer.status, surface.path
        begins = {200: "Readers get ", 301: f"301 to {answer['Location']}", 404: "404, exactly as ", 410: "410: "}
        assert explanation.sentences[0].startswith((begins[answer.status], "200: it tells")), surface.path
        told.add((surface.pattern, answer.status))
    return told


@pytest.mark.slow
def test_what_is_explained_is_what_readers_get(db, changing):
    told = assert_explained(changing, changing_site.BACK)

    assert {("briefing", 410), ("briefing", 301), ("edition", 410), ("media", 404), ("topic", 404)} <= told


@pytest.mark.slow
@pytest.mark.parametrize("beside", [-SECOND, SECOND])
def test_so_it_is_around_each_moment_at_which_anything_changes(db, changing, beside):
    for moment in changing_site.changes():
        assert_explained(changing, moment + beside)


def test_a_live_briefing_and_the_next_change():
    briefing = make_edition("quokka", live_from=NOON).briefing
    make_edition("quokka", live_from=NOON + DAY, briefing=briefing)
    make_edition("quokka", live_from=NOON + 2 * DAY, briefing=briefing)

    assert reasons("https://news.example/briefings/quokka/", NOON + DAY + HOUR)[:2] == [
        "Readers get edition 2 (major change) since 2 June 2040, 12:00 UTC.",
        "The next change is on 3 June 2040, 12:00 UTC, when the scheduled edition begins.",
    ]
    assert reason("/briefings/quokka/v/2/", NOON + DAY) == (
        "Readers get edition 2 (major change) as it was published on 2 June 2040, 12:00 UTC."
    )
    assert reason("/briefings/quokka/v/3/", NOON + DAY) == (
        "404, exactly as for an unknown address: the briefing has 2 editions that have gone live."
    )


def test_a_scheduled_first_edition():
    make_edition("quokka", live_from=NOON + HOUR)

    assert reasons("/briefings/quokka/")[:2] == [
        "404, exactly as for an unknown address: an edition with this address is scheduled, and has not begun.",
        "The next change is on 1 June 2040, 13:00 UTC, when the scheduled edition begins.",
    ]


def test_a_draft_that_was_never_published():
    make_draft("quokka")

    assert reason("/briefings/quokka/") == (
        "404, exactly as for an unknown address: the briefing was never published; a draft has this slug."
    )


def test_what_nothing_ever_had():
    assert reason("/briefings/nowhere/") == (
        "404, exactly as for an unknown address: nothing has this address, and nothing ever had it."
    )
    assert reason("/nowhere/") == reason("/briefings/nowhere/")


def test_a_former_address():
    briefing = make_edition("wombat", live_from=NOON).briefing
    make_edition("quokka", live_from=NOON + DAY, briefing=briefing)

    assert reason("/briefings/wombat/", NOON + DAY) == (
        "301 to /briefings/quokka/: this was the address until 2 June 2040, 12:00 UTC."
    )
    assert reason("/briefings/quokka") == "301 to /briefings/quokka/: every address there ends with a slash."


def test_what_was_called_off_and_what_ended():
    workflow.call_off(make_edition("wombat", live_from=NOON), by=None)
    gone = make_edition("quokka", live_from=LONG_AGO).briefing
    workflow.withdraw(gone, by=None, notice="It was wrong.")
    later = timezone.now() + HOUR

    assert "called off before it began" in reason("/briefings/wombat/", NOON)
    assert reason("/briefings/quokka/", later).startswith(
        "Readers get the notice that the briefing was withdrawn, since "
    )
    assert "can be read no more" in reason("/briefings/quokka/v/1/", later)


def test_what_the_front_door_keeps(settings):
    make_edition("quokka", live_from=NOON)

    assert reasons("/briefings/quokka/", NOON + 400 * DAY)[-1] == (
        "The front door keeps it until anything on the site is published, changed or begins."
    )
    assert reasons("/", NOON - HOUR)[-1] == (
        "The front door keeps it until 1 June 2040, 12:00 UTC, and until anything is published or changed."
    )
    assert reasons("/?utm_source=x")[-1] == NOT_KEPT
    assert reasons("/readyz")[-1] == NOT_KEPT
    settings.FRONT_DOOR_BYTES = 0
    assert reasons("/")[-1] == NOT_KEPT


def test_another_site():
    assert reason("https://evil.example/briefings/quokka/") == (
        "This is no address of this site, which is at https://news.example."
    )


def test_on_the_desk_nothing_hidden_is_told_of_another_briefing():
    make_edition("quokka", live_from=NOON + HOUR, headline="The other secret")
    mine = make_draft("wombat", slug="quokka").briefing

    (explanation,) = explain_briefing(mine, NOON)

    assert explanation.sentences[0] == (
        "404, exactly as for an unknown address: the briefing was never published; a draft has this slug."
    )
    assert "13:00" not in " ".join(explanation.sentences)
    assert explain_briefing(mine, NOON) == explain_briefing(mine, NOON - DAY)


def test_a_writer_reads_it_of_a_draft_of_their_own_alone(at_desk):
    writer, other = at_desk("wil", "writer"), at_desk("mira", "editor")
    draft = make_draft("quokka", by=writer.get("/admin/").wsgi_request.user)

    assert "a draft has this slug" in writer.get(f"/admin/briefings/draft/{draft.pk}/readers/").content.decode()
    assert other.get(f"/admin/briefings/draft/{draft.pk}/readers/").status_code == 200
    stranger = at_desk("xenia", "writer").get(f"/admin/briefings/draft/{draft.pk}/readers/")
    assert stranger.status_code == 302


def test_the_desk_says_when_the_clock_stands_behind_the_record(at_desk, monkeypatch):
    make_edition("quokka")
    desk = at_desk("mira", "chief")
    assert "stands behind the record" not in desk.get("/admin/").content.decode()
    behind = timezone.now() - HOUR
    monkeypatch.setattr(timezone, "now", lambda: behind)

    assert "stands behind the record" in desk.get("/admin/").content.decode()


def said(*arguments):
    output = StringIO()
    call_command("explain", *arguments, stdout=output)
    return output.getvalue().splitlines()


def test_the_command_says_the_status_the_address_and_why():
    make_edition("quokka", live_from=NOON)

    assert said("/briefings/quokka/", "--at", "2040-06-01T14:00+01:00")[:2] == [
        "200 /briefings/quokka/",
        "Readers get edition 1 (first edition) since 1 June 2040, 12:00 UTC.",
    ]
    assert said("briefings/quokka/")[0] == "404 /briefings/quokka/"
    assert said("/?before=soon")[0] == "404 /?before=soon"
    with pytest.raises(CommandError, match="--at is “soon”"):
        said("/", "--at", "soon")


def test_of_a_share_card_it_is_told_whether_it_is_todays():
    first = make_edition("one", live_from=NOON)
    gone = make_edition("departed", live_from=NOON)
    today, of_gone = card_path(first, NOON), card_path(gone, NOON)
    make_edition("departed", briefing=gone.briefing, kind="withdrawn", live_from=NOON + HOUR)

    assert reason(today).startswith("Readers get the share card. Readers get edition 1 (first edition) since ")
    assert reason(today, NOON - HOUR).endswith("an edition with this address is scheduled, and has not begun.")
    assert "today’s share card has another address" in reason(f"/briefings/one/card-{'0' * 16}.png")
    assert "the briefing has ended, and has no share card any more" in reason(of_gone, NOON + HOUR)
