"""The metadata of lists and of standing pages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext, pgettext

from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.descriptions import fitted, naming
from briefings.outputs.facts import Link, ListEntry, QuotationEntry, Site, TopicFacts
from briefings.outputs.indexes import IndexEntry
from briefings.outputs.languages import Alternate
from briefings.outputs.metadata.articles import image_data
from briefings.outputs.metadata.page_metadata import Node, PageMetadata, image_of_site
from briefings.outputs.metadata.structured_data import question, trail, website
from briefings.outputs.metadata.structured_data import questions as as_data
from briefings.outputs.paging import ArchiveYear, Paging
from briefings.outputs.questions import QuestionEntry, QuestionGroup
from briefings.outputs.quotation_choices import QuotationChoices
from briefings.outputs.stories import Story


def home(
    site: Site,
    *,
    url: str,
    entries: Iterable[ListEntry],
    paging: Paging,
    language: str = "",
    alternates: tuple[Alternate, ...] = (),
) -> PageMetadata:
    """Of the front page, or of that of another `language` of the site."""
    headlines = [entry.headline for entry in entries]
    if paging.until:
        name = gettext("Older briefings")
        words = [naming(gettext("Older briefings:"), headlines)]
        return _page(site, name, url=url, words=words, data=(), paging=paging, language=language)
    latest = naming(gettext("Latest briefings:"), headlines) if headlines else ""
    data = (website(site, logo=image_data(image_of_site(site))),) if url == f"{site.url}/" else None
    name, words = gettext("Latest briefings"), [site.tagline, latest]
    return _page(site, name, url=url, words=words, data=data, language=language, alternates=alternates)


def topic(site: Site, *, url: str, topic: TopicFacts, entries: Iterable[ListEntry], paging: Paging) -> PageMetadata:
    lead = gettext("Briefings on %(name)s:") % {"name": topic.name}
    return _of_entries(site, topic.name, lead, url=url, entries=entries, paging=paging)


def author(site: Site, *, url: str, name: str, entries: Iterable[ListEntry], paging: Paging) -> PageMetadata:
    lead = gettext("Briefings by %(name)s:") % {"name": name}
    return _of_entries(site, name, lead, url=url, entries=entries, paging=paging)


def story(site: Site, *, story: Story) -> PageMetadata:
    name = gettext("The story so far: %(headline)s") % {"headline": story.newest.headline}
    words = [naming(gettext("Told from its first briefing on:"), (one.headline for one in story.briefings))]
    url, language = f"{site.url}{story.path}", story.newest.language
    return _page(site, name, url=url, words=words, paging=Paging(), language=language)


def month(site: Site, *, url: str, month: date, entries: Iterable[ListEntry], paging: Paging) -> PageMetadata:
    name = wording.month(month)
    lead = gettext("Briefings first published in %(month)s:") % {"month": name}
    archived = Link(name=gettext("Archive"), path="/archive/")
    return _of_entries(site, name, lead, archived, url=url, entries=entries, paging=paging)


def person(site: Site, *, url: str, name: str, quotations: Iterable[QuotationEntry], paging: Paging) -> PageMetadata:
    lead = gettext("What %(name)s said, as quoted in our briefings:") % {"name": name}
    words = [naming(lead, (wording.quoted(said.words, said.language) for said in quotations))]
    return _page(site, name, url=url, words=words, paging=paging)


def quotes(
    site: Site, *, url: str, quotations: Iterable[QuotationEntry], choices: QuotationChoices, paging: Paging
) -> PageMetadata:
    """Of the list of quotations. What it is narrowed to has better pages for whoever searches: those of the people and
    topics.
    """
    name = gettext("Quotations")
    lead = gettext("What public figures, bodies and documents said, word for word, each with the role held then:")
    words = [naming(lead, (wording.quoted(said.words, said.language) for said in quotations))]
    if not choices.narrowed_to:
        return _page(site, name, url=url, words=words, paging=paging)
    narrowed = f"{name}: {' · '.join(choices.narrowed_to)}"
    above = Link(name=name, path="/quotes/")
    return replace(_page(site, narrowed, above, url=url, words=words, paging=paging), is_indexed=False)


def index(
    site: Site, *, kind: str, url: str, letter: str, entries: Iterable[IndexEntry], paging: Paging
) -> PageMetadata:
    """Of an index of people (`kind` person) or topics: its first page with the newest `entries`, or one of a letter."""
    if kind == "topic":
        top = Link(name=gettext("Topics"), path="/topics/")
        lead = gettext("Every topic of our briefings, by letter. The newest:")
        under = gettext("Topics of our briefings that begin with %(letter)s:")
    else:
        top = Link(name=gettext("People"), path="/people/")
        lead = gettext("All people, bodies and documents that our briefings quote, by letter. The newest:")
        under = gettext("People, bodies and documents in our briefings under %(letter)s:")
    names = [entry.name for entry in entries]
    if not letter:
        return _page(site, top.name, url=url, words=[naming(lead, names)], paging=paging)
    name = f"{top.name}: {wording.letter(letter)}"
    words = [naming(under % {"letter": wording.letter(letter)}, names)]
    return _page(site, name, top, url=url, words=words, paging=paging)


def archive(site: Site, *, url: str, years: Iterable[ArchiveYear]) -> PageMetadata:
    lead = gettext("All briefings by the month of their first publication.")
    months = [wording.month(one.first_day) for year in years for one in year.months]
    return _page(site, gettext("Archive"), url=url, words=[naming(lead, months)])


def search(site: Site, *, url: str, words: str) -> PageMetadata:
    """Of the search, which search engines leave out: they have searches of their own."""
    name = gettext("Search: %(words)s") % {"words": words} if words else pgettext("of all briefings", "Search")
    about = gettext("Search all briefings: what happened, what was said, and what readers ask.")
    return replace(_page(site, name, url=url, words=[about], data=()), is_indexed=False)


def corrections(site: Site, *, url: str, paging: Paging) -> PageMetadata:
    words = [gettext("Every correction, clarification and editor’s note, and what was withdrawn or removed.")]
    return _page(site, gettext("Corrections"), url=url, words=words, paging=paging)


def questions(
    site: Site,
    *,
    url: str,
    groups: Iterable[QuestionGroup],
    still_open: Iterable[QuestionEntry],
    paging: Paging,
) -> PageMetadata:
    """Of the answered questions; `still_open` are those that stand above them without an answer."""
    entries = [entry for group in groups for entry in group.entries]
    name = gettext("Questions and answers")
    words = [naming(gettext("What readers ask:"), (one.question for one in (*entries, *still_open)))]
    answered = (
        question(one.question, url=f"{site.url}{one.path}", answer=one.answer, inLanguage=one.language)
        for one in entries
    )
    way, data = trail(site, Link(name=name, path=url)), as_data(url, answered, inLanguage=site.language)
    return _page(site, name, url=url, words=words, paging=paging, data=(way, data) if data else (way,))


def open_questions(site: Site, *, url: str, entries: Iterable[QuestionEntry], paging: Paging) -> PageMetadata:
    lead = gettext("What readers ask and nobody knows yet:")
    words = [naming(lead, (entry.question for entry in entries))]
    above = Link(name=gettext("Questions and answers"), path="/faq/")
    return _page(site, gettext("Open questions"), above, url=url, words=words, paging=paging)


def feeds(site: Site, *, url: str) -> PageMetadata:
    words = [
        gettext("All feeds, of the site, of topics, people and authors and of corrections, and how to follow them.")
    ]
    return _page(site, gettext("Feeds"), url=url, words=words)


def standing_page(site: Site, *, url: str, heading: str, body: str, language: str) -> PageMetadata:
    return _page(site, heading, url=url, words=[plain_text(body)], language=language)


def _of_entries(
    site: Site, name: str, lead: str, *above: Link, url: str, entries: Iterable[ListEntry], paging: Paging
) -> PageMetadata:
    words = [naming(lead, (entry.headline for entry in entries))]
    return _page(site, name, *above, url=url, words=words, paging=paging)


def _page(
    site: Site,
    name: str,
    *above: Link,
    url: str,
    words: list[str],
    paging: Paging | None = None,
    language: str = "",
    data: tuple[Node, ...] | None = None,
    alternates: tuple[Alternate, ...] = (),
) -> PageMetadata:
    """With the way there as its `data`, unless it is given other; `above` are the pages between it and the front."""
    until = f" · {wording.until(paging.until)}" if paging and paging.until else ""
    return PageMetadata(
        site=site,
        name=f"{name}{until}",
        description=fitted(site.name, *words),
        url=url,
        language=language or site.language,
        image=image_of_site(site),
        data=(trail(site, *above, Link(name=name, path=url)),) if data is None else data,
        alternates=alternates,
    )
