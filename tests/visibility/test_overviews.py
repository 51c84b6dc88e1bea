"""What the pages of people and topics tell beside their lists."""

import re

from django.utils import timezone

from briefings.content import SectionBlock
from briefings.models import Person
from briefings.public import lists, most_named, person_overview, quotations
from briefings.workflow import file_person, unite_people
from tests.making import DAY, HOUR, LONG_AGO, NOON, make_question, make_quote
from tests.visibility.walking import walked_from

AT = NOON + 90 * DAY


def section(page: str, heading: str) -> str:
    """What stands under the heading with that id."""
    found = re.search(rf'<section class="overview" aria-labelledby="{heading}">(.*?)</section>', page, re.DOTALL)
    return found[1] if found else ""


def names(page: str, heading: str) -> list[str]:
    return re.findall(r"<li[^>]*><a [^>]*>(?:<bdi>)?([^<]*)", section(page, heading))


def quotes(*said: tuple[str, str], kind: str = "public", said_on: str | None = None) -> dict:
    """An edition of words by each speaker with a role."""
    made = (make_quote(f"Words of {name}", speaker=name, role=role, kind=kind) for name, role in said)
    return {"blocks": tuple(one.model_copy(update={"said_on": said_on}) for one in made), "authors": ()}


def test_a_person_has_roles_from_the_first_day_to_the_last_by_what_is_live(surfaces, make_edition):
    make_edition("one", live_from=NOON, **quotes(("Kim Doe", "mayor"), said_on="2040-05-02"))
    make_edition("two", live_from=NOON + DAY, **quotes(("Kim Doe", "mayor")))
    first = make_edition("three", live_from=NOON + 2 * DAY, **quotes(("Kim Doe", "wrong role")))
    make_edition("three", briefing=first.briefing, live_from=NOON + 3 * DAY, **quotes(("Kim Doe", "senator")))
    make_edition("four", live_from=AT + DAY, **quotes(("Kim Doe", "hidden role")))

    page = surfaces["/people/kim-doe/"].at(AT)

    roles = re.sub(r"<[^>]+>", "", section(page, "roles")).split("\n")
    assert [line.strip() for line in roles if "20" in line] == ["senator 3 June 2040mayor 2 May 2040 – 2 June 2040"]
    assert "wrong role" not in page
    assert "hidden role" not in page


def test_a_role_that_was_held_again_stands_there_again(surfaces, make_edition):
    for number, role in enumerate(("mayor", "senator", "mayor")):
        make_edition(f"no {number}", live_from=NOON + number * DAY, **quotes(("Kim Doe", role)))

    roles = re.findall(r"(mayor|senator)", section(surfaces["/people/kim-doe/"].at(AT), "roles"))

    assert roles == ["mayor", "senator", "mayor"]


def test_roles_of_the_newest_quotations_say_that_there_are_older_ones(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(person_overview, "QUOTATIONS", 1)
    make_edition("one", live_from=NOON, **quotes(("Kim Doe", "mayor")))
    assert "there are older ones" not in surfaces["/people/kim-doe/"].at(AT)

    make_edition("two", live_from=NOON + DAY, **quotes(("Kim Doe", "senator")))

    page = surfaces["/people/kim-doe/"].at(AT)
    assert "there are older ones" in page
    assert "mayor" not in section(page, "roles")


def test_a_person_has_topics_and_those_quoted_in_the_same_briefings_most_often_first(
    surfaces, make_edition, monkeypatch
):
    monkeypatch.setattr(most_named, "MOST", 2)
    both = (("Kim Doe", ""), ("Ann Other", ""))
    make_edition("one", topics=("wombats", "apes"), **quotes(*both, ("Zed Third", "")))
    make_edition("two", live_from=NOON + HOUR, topics=("wombats", "cats"), **quotes(*both, ("Bo Fourth", "")))
    make_edition("three", topics=("unicorns",), **quotes(("Uma Elsewhere", "")))

    page = surfaces["/people/kim-doe/"].at(AT)

    assert names(page, "on") == ["wombats", "apes"]
    assert names(page, "quoted-with") == ["Ann Other", "Bo Fourth"]


def test_nobody_private_or_merged_into_the_person_is_quoted_with_them(surfaces, make_edition):
    make_edition("one", live_from=LONG_AGO, **quotes(("Kim Doe", ""), ("Kimmy Doe", ""), ("Ann Other", "")))
    unite_people(Person.objects.get(name="Kimmy Doe"), into=Person.objects.get(name="Kim Doe"), by=None)
    at = timezone.now() + HOUR
    assert names(surfaces["/people/kim-doe/"].at(at), "quoted-with") == ["Ann Other"]

    file_person(Person.objects.get(name="Ann Other"), name="Ann Other", kind="private", by=None)

    assert "Ann Other" not in surfaces["/people/kim-doe/"].at(timezone.now() + HOUR)


def test_a_further_page_of_a_person_or_a_topic_is_its_list_alone(surfaces, make_edition, monkeypatch):
    monkeypatch.setattr(quotations, "ON_A_PAGE", 1)
    monkeypatch.setattr(lists, "LATEST", 1)
    for number in range(2):
        make_edition(f"no-{number}", live_from=NOON + number * DAY, topics=("marmots",), **quotes(("Kim Doe", "mayor")))

    for path in ("/people/kim-doe/", "/topics/marmots/"):
        first, *further = walked_from(path, surfaces.client, AT).values()
        assert 'class="overview"' in first, path
        assert further, path
        assert not any('class="overview"' in page for page in further), path


def test_a_topic_begins_with_its_newest_briefing_whatever_was_changed_since(surfaces, make_edition):
    old = make_edition("old", live_from=NOON, topics=("marmots",))
    make_edition("new", live_from=NOON + DAY, topics=("marmots",))
    make_edition("old", briefing=old.briefing, live_from=NOON + 2 * DAY, topics=("marmots",))

    page = surfaces["/topics/marmots/"].at(AT)

    stands = re.search(r'<div class="overview">(.*?)</div>', page, re.DOTALL)[1]
    assert "The new lede." in stands
    assert "The old lede." not in stands
    assert page.count("The new lede.</p>") == page.count("The old lede.</p>") == 1


def test_a_topic_has_what_is_open_in_its_live_briefings_and_nothing_else(surfaces, make_edition):
    held = make_question("Held back?", open="held")
    answered = make_question("Answered by now?", open="shown")
    first = make_edition("one", topics=("marmots",), faq=(make_question("Still open?", open="shown"), answered, held))
    make_edition("two", live_from=NOON + HOUR, topics=("marmots",), faq=(make_question("Newer?", open="shown"),))
    make_edition("three", live_from=AT + DAY, topics=("marmots",), faq=(make_question("Hidden?", open="shown"),))
    make_edition("four", topics=("wombats",), faq=(make_question("Elsewhere?", open="shown"),))
    assert names(surfaces["/topics/marmots/"].at(AT), "open") == ["Newer?", "Still open?", "Answered by now?"]

    still = first.briefing
    make_edition(
        "one",
        briefing=still,
        live_from=NOON + 2 * HOUR,
        topics=("marmots",),
        faq=(
            make_question("Still open?", open="shown"),
            answered.model_copy(update={"answer": "<p>Yes.</p>", "open": "undecided"}),
        ),
    )

    page = surfaces["/topics/marmots/"].at(AT)
    assert names(page, "open") == ["Newer?", "Still open?"]
    for path, key in re.findall(r'<a href="(/briefings/\w+/)#(f\w+)"', section(page, "open")):
        assert f'id="{key}"' in surfaces[path].at(AT)


def test_a_topic_has_those_who_are_quoted_and_leads_to_what_they_said(surfaces, make_edition):
    make_edition("one", topics=("marmots",), **quotes(("Kim Doe", "")))
    text = SectionBlock(key="sabcdefgh", heading="So", body="<p>Nothing said.</p>")
    make_edition("two", topics=("wombats",), blocks=(text,))

    page = surfaces["/topics/marmots/"].at(AT)

    assert names(page, "speakers") == ["Kim Doe"]
    assert 'href="/quotes/?topic=marmots"' in page
    assert page.count('<a href="/topics/marmots/rss.xml">RSS feed on marmots</a>') == 2
    assert "/quotes/?topic" not in surfaces["/topics/wombats/"].at(AT)
