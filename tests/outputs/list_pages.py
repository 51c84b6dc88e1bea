"""The list of quotations, an index, and the pages of a person and of a topic with all that they tell."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.template.loader import render_to_string

from briefings.outputs.facts import Link, ListEntry, QuotationEntry, TopicFacts
from briefings.outputs.indexes import IndexEntry, LetterGroup
from briefings.outputs.metadata import of_lists
from briefings.outputs.overviews import OpenQuestion, PersonOverview, RoleHeld, TopicOverview
from briefings.outputs.paging import Paging
from briefings.outputs.quotation_choices import QuotationChoices
from tests.outputs.makers import LATER, PATH, SITE

PEOPLE = (
    Link(name="Володимир Зеленський", path="/people/volodimir-zelenskii/", slug="volodimir-zelenskii"),
    Link(name="أحمد الشرع", path="/people/ahmd-alshr/", slug="ahmd-alshr"),
)
TOPICS = (Link(name="Ukraine", path="/topics/ukraine/", slug="ukraine"),)
QUOTATIONS = tuple(
    QuotationEntry(
        words="as strong as anyone has ever seen, " * 4,
        role="Special Envoy for a great many matters of the Middle East and elsewhere",
        said_on=date(2026, 1, 6),
        headline="Allies pledge guarantees",
        path=f"{PATH}#q{letter * 8}",
        language=language,
        name="Steve Witkoff",
        page="/people/steve-witkoff/",
        translated_from="fr",
        updated=LATER.date(),
    )
    for letter, language in zip("abc", ("en", "ar", "uk"), strict=True)
)


@dataclass(frozen=True)
class Named:
    """Somebody by name and slug, as `public.names` has them."""

    name: str
    slug: str
    person_kind: str = "public"


def rendered(template: str, **context: Any) -> str:
    return render_to_string(template, {"site": SITE, **context})


def quotations_page() -> str:
    choices = QuotationChoices.of(
        PEOPLE, TOPICS, person=Named("Steve Witkoff", "steve-witkoff"), topic=None, month=date(2026, 1, 1)
    )
    shown = {"url": f"{SITE.url}/quotes/", "quotations": QUOTATIONS, "choices": choices, "paging": Paging(older="/x/")}
    return rendered("briefings/quotes.html", metadata=of_lists.quotes(SITE, **shown), **shown)


def people_page() -> str:
    entries = tuple(
        IndexEntry(name=one.name, path=one.path, newest=LATER.date(), letter=letter, role="Президент")
        for one, letter in zip(PEOPLE, "Зش", strict=True)
    )
    groups = tuple(LetterGroup(letter=one.letter, anchor=f"letter-{one.letter}", entries=(one,)) for one in entries)
    letters = [Link(name=one.letter, path=f"#letter-{one.letter}") for one in entries]
    metadata = of_lists.index(
        SITE, kind="person", url=f"{SITE.url}/people/", letter="", entries=entries, paging=Paging()
    )
    shown = {"kind": "person", "letter": "", "letters": letters, "groups": groups, "newest": entries}
    return rendered("briefings/index.html", metadata=metadata, paging=Paging(), **shown)


def person_page() -> str:
    roles = tuple(RoleHeld(role=f"Role {number}", first=date(2025, number, 1), last=LATER.date()) for number in (1, 2))
    overview = PersonOverview(roles=roles, topics=TOPICS, quoted_with=PEOPLE, is_cut=True)
    shown = {"url": f"{SITE.url}/people/steve-witkoff/", "quotations": QUOTATIONS, "paging": Paging()}
    metadata = of_lists.person(SITE, name="Steve Witkoff", **shown)
    person = Named("Steve Witkoff", "steve-witkoff")
    path = "/people/steve-witkoff/"
    return rendered("briefings/person.html", metadata=metadata, person=person, path=path, overview=overview, **shown)


def topic_page(topic: TopicFacts, entry: ListEntry) -> str:
    questions = tuple(
        OpenQuestion(question="What happens next? " * 5, path=f"{PATH}#faaaaaaaa", headline="Allies", language=language)
        for language in ("en", "ar")
    )
    overview = TopicOverview(newest=entry, questions=questions, people=PEOPLE)
    shown = {"topic": topic, "entries": (entry,), "paging": Paging()}
    metadata = of_lists.topic(SITE, url=f"{SITE.url}{topic.path}", **shown)
    return rendered("briefings/topic.html", metadata=metadata, overview=overview, quotes="/quotes/?topic=u", **shown)
