"""Every public page as HTML, without a database, and a reader that notices what browsers forgive."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache, partial
from html.parser import HTMLParser
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from briefings.content import BriefingContent, FAQEntry, PersonName, SourceNote
from briefings.content.richtext import paragraphs_to_html
from briefings.outputs.facts import BriefingFacts, ListEntry, TopicFacts
from briefings.outputs.languages import LanguageFront, of_fronts
from briefings.outputs.metadata import of_briefings, of_lists
from briefings.outputs.metadata.page_metadata import PageMetadata
from briefings.outputs.overviews import OpenQuestion
from briefings.outputs.page import parts
from briefings.outputs.paging import Paging
from briefings.outputs.related import Related, RelatedBriefing
from briefings.outputs.stories import Story, StoryBriefing, StoryMoment
from briefings.outputs.text_changes import for_readers
from briefings.outputs.wording import furniture_language
from tests.outputs import list_pages
from tests.outputs.makers import (
    CORRECTION,
    FIRST,
    LATER,
    PATH,
    SITE,
    make_briefing,
    make_content,
    make_edition,
    quote,
    section,
)

VOID = {"br", "img", "input", "link", "meta", "source"}
ERRORS = ("400", "403", "403_csrf", "404", "405", "500")
TOPIC = TopicFacts(name="Ukraine", path="/topics/ukraine/")
EDITIONS = (
    make_edition(),
    make_edition(
        2, kind="major", note="Adds what leaders said.", live_from=LATER, readable=False, erased_on=date(2026, 2, 1)
    ),
    make_edition(3, kind="correction", correction=CORRECTION, live_from=LATER),
)
ENTRY = ListEntry(
    headline=make_content().headline,
    path=PATH,
    lede=make_content().lede,
    published=FIRST,
    updated=LATER,
    topics=(TOPIC,),
    kind="correction",
    correction=CORRECTION,
)


def rendered(template: str, **context: Any) -> str:
    return render_to_string(template, {"site": SITE, **context})


def translated_page(briefing: BriefingFacts) -> str:
    """With lines that lead to the original and to another language."""
    original, arabic = (
        RelatedBriefing(headline="Allies pledge", path=f"/briefings/{language}/", language=language)
        for language in ("en", "ar")
    )
    page, beside = parts(briefing.content, as_of=briefing.live_from), Related(original=original, elsewhere=(arabic,))
    with override(furniture_language(briefing.content.language)):
        metadata = of_briefings.briefing(SITE, facts=briefing, page=page, related=beside)
        return rendered("briefings/briefing.html", briefing=briefing, page=page, related=beside, metadata=metadata)


def language_page() -> str:
    """The front page of a language beside others."""
    fronts = tuple(
        LanguageFront(language=language, path=path, feeds=f"/{language}/feeds/", is_here=language == "de")
        for language, path in (("en", "/"), ("ar", "/ar/"), ("de", "/de/"))
    )
    metadata = of_lists.home(
        SITE,
        url=f"{SITE.url}/de/",
        entries=(ENTRY,),
        paging=Paging(),
        language="de",
        alternates=of_fronts(fronts, SITE),
    )
    shown = {"entries": (ENTRY,), "paging": Paging(), "fronts": fronts, "shown_in": "de", "home": "/de/"}
    with override("de"):
        return rendered("briefings/home.html", metadata=metadata, **shown)


def briefing_page(briefing: BriefingFacts, template: str = "briefings/briefing.html") -> str:
    page = parts(briefing.content, as_of=briefing.live_from)
    made = {
        "briefings/briefing.html": partial(of_briefings.briefing, page=page),
        "briefings/gone.html": of_briefings.gone,
        "briefings/editions.html": of_briefings.editions,
    }[template]
    with override(furniture_language(briefing.content.language)):
        return rendered(template, briefing=briefing, page=page, metadata=made(SITE, facts=briefing))


def changes_page(was: BriefingContent, briefing: BriefingFacts) -> str:
    """What changed from the edition before the one of `briefing`, which says `was`."""
    facts = replace(briefing, path=f"{PATH}changes/{briefing.number - 1}/{briefing.number}/", as_published=True)
    shown = {"was": facts.editions[-2], "told": facts.notices[:1], "changes": for_readers(was, facts.content)}
    with override(furniture_language(facts.content.language)):
        metadata = of_briefings.changes(SITE, facts=facts, before=facts.number - 1)
        return rendered("briefings/changes.html", briefing=facts, metadata=metadata, **shown)


def story_page(language: str = "en") -> str:
    """A story of two briefings, the older one in Arabic, with a question and a correction."""
    words = {"sentence": "They met.", "published": FIRST}
    told = Story(
        path="/stories/older/",
        briefings=(
            StoryBriefing(headline="Older", path="/briefings/older/", language="ar", **words),
            StoryBriefing(headline="Newer", path=PATH, language=language, **words),
        ),
        questions=(OpenQuestion(question="When?", path=f"{PATH}#faaaaaaaa", headline="Newer", language=language),),
        moments=tuple(
            StoryMoment(moment=FIRST, headline="Newer", path=PATH, language=language, edition=edition)
            for edition in (None, *EDITIONS[2:])
        ),
        is_cut=True,
    )
    with override(furniture_language(language)):
        return rendered("briefings/story.html", story=told, metadata=of_lists.story(SITE, story=told))


def list_page(template: str, made: Callable[..., PageMetadata], path: str, *entries: ListEntry, **facts: Any) -> str:
    context = {"entries": entries, "paging": Paging(), **facts}
    return rendered(template, metadata=made(SITE, url=f"{SITE.url}{path}", **context), **context)


def long_content():
    """Everything a briefing may hold, at its longest."""
    sentence = "an occasion of number {} which nobody would ever forget, whatever the others may come to say about it"
    words = [sentence.format(number) for number in range(10)]
    source = "6f0d8c1e-2f5b-4a53-9a0e-0d6f2a4c9b12"
    return make_content(
        headline="Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft " + "and on " * 20,
        dateline="Paris",
        authors=(PersonName(name="Mira Novak"), PersonName(name="Jonas Weiß")),
        blocks=(
            section(paragraphs_to_html([f"It was “{one}”." for one in words] + [f"https://example.com/{'a' * 90}"])),
            *(
                quote(f"q{letter * 8}", one, source=source, said_on="2026-01-06", translated_from="fr")
                for letter, one in zip("abcdefghij", words, strict=True)
            ),
            quote("qzzzzzzzz", "Peace.\nIt is a virtue.", section=None),
            section("<p>No heading.</p><ul><li>one</li></ul>", key="sbbbbbbbb", heading=""),
        ),
        sources=(
            SourceNote(
                id=source, title="Declaration", publisher="Élysée", url="https://a.example/", read_on="2026-01-06"
            ),
            SourceNote(title="Notes of the meeting"),
        ),
    )


def arabic_content():
    return make_content(
        language="ar",
        headline="الحلفاء يتعهدون بضمانات أمنية ملزمة لأوكرانيا",
        lede="تعهد الحلفاء بضمانات أمنية.",
        blocks=(
            section("<p>يريد سلاما «عادلا ودائما» مع ضمانات.</p>", heading="ماذا قالوا"),
            quote("qaaaaaaaa", "عادلا ودائما"),
        ),
        faq=(FAQEntry(key="faaaaaaaa", question="ماذا بعد؟", open="shown"),),
    )


@cache
def public_pages() -> dict[str, str]:
    """Every page and state that a reader may meet, by name."""
    corrected = make_briefing(number=3, updated=LATER, editions=EDITIONS)
    withdrawn = replace(corrected, gone="withdrawn", notice="The account was wrong.")
    return {
        "briefing": briefing_page(make_briefing()),
        "corrected": briefing_page(corrected),
        "long": briefing_page(replace(corrected, content=long_content())),
        "arabic": briefing_page(replace(corrected, content=arabic_content())),
        "as published": briefing_page(replace(corrected, number=1, path=f"{PATH}v/1/", as_published=True)),
        "withdrawn": briefing_page(withdrawn, "briefings/gone.html"),
        "removed": briefing_page(replace(withdrawn, gone="removed"), "briefings/gone.html"),
        "editions": briefing_page(corrected, "briefings/editions.html"),
        "changes": changes_page(make_content(), replace(corrected, content=long_content())),
        "arabic changes": changes_page(make_content(), replace(corrected, content=arabic_content())),
        "story": story_page(),
        "home": list_page("briefings/home.html", of_lists.home, "/", ENTRY, replace(ENTRY, language="ar")),
        "translation": translated_page(
            replace(corrected, content=arabic_content().model_copy(update={"language": "fr"}))
        ),
        "language": language_page(),
        "empty home": list_page("briefings/home.html", of_lists.home, "/"),
        "topic": list_page("briefings/topic.html", of_lists.topic, TOPIC.path, ENTRY, topic=TOPIC),
        "topic with an overview": list_pages.topic_page(TOPIC, ENTRY),
        "quotations": list_pages.quotations_page(),
        "people": list_pages.people_page(),
        "person": list_pages.person_page(),
        "empty topic": list_page("briefings/topic.html", of_lists.topic, TOPIC.path, topic=TOPIC),
        **{name: rendered(f"{name}.html") for name in ERRORS},
    }


class Outline(HTMLParser):
    """What a page is made of: (tag, attributes) in order; a tag closed out of turn fails."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.opened: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()
        assert self.opened == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.opened.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.opened.pop() == tag, tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def all(self, tag: str, **wanted: str) -> list[dict[str, str]]:
        return [
            attributes
            for name, attributes in self.tags
            if name == tag and all(attributes.get(key) == value for key, value in wanted.items())
        ]

    @property
    def text(self) -> str:
        return " ".join("".join(self.words).split())
