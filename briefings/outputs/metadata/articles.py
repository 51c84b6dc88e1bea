"""What schema.org has words for on a briefing's page: the article, its quotations, its answered questions."""

from typing import Any

from briefings.outputs import wording
from briefings.outputs.attributions import Attribution
from briefings.outputs.facts import BriefingFacts, EditionFacts, Link, Site
from briefings.outputs.fulltext import note_text
from briefings.outputs.metadata.page_metadata import Node, ShareImage, image_of_site
from briefings.outputs.metadata.structured_data import (
    absolute,
    publisher,
    question,
    questions,
    stamp,
    thing,
    trail,
)
from briefings.outputs.page_parts import Author, PageParts


def data(
    site: Site, briefing: BriefingFacts, page: PageParts, *, description: str, image: ShareImage
) -> tuple[Node, ...]:
    """All of it, in the order of the page."""
    url = briefing.url
    topic = tuple(Link(name=one.name, path=one.path) for one in page.topics[:1])
    things = (
        trail(site, *topic, Link(name=page.headline, path=briefing.path)),
        _article(site, briefing, page, description=description, image=image),
        *(_quotation(site, said, page, url=url, anchor=anchor) for said, anchor in page.quotations),
        _questions(page, url=url),
    )
    return tuple(one for one in things if one)


def image_data(image: ShareImage, **more: Any) -> dict[str, Any]:
    return thing("ImageObject", url=image.url, width=image.width, height=image.height, **more)


def _article(
    site: Site, briefing: BriefingFacts, page: PageParts, *, description: str, image: ShareImage
) -> dict[str, Any]:
    return thing(
        "NewsArticle",
        **{"@id": briefing.url},
        mainEntityOfPage=briefing.url,
        headline=page.headline,
        description=description,
        image=image_data(image, **_told_of(page)) if image.is_wide else None,  # the site's own says nothing of it
        datePublished=stamp(briefing.first_published),
        dateModified=stamp(briefing.updated),
        author=[_author(site, author) for author in page.authors],
        publisher=publisher(site, logo=image_data(image_of_site(site))),
        dateline=briefing.content.dateline,
        inLanguage=page.language,
        articleSection=page.topics[0].name if page.topics else "",
        keywords=[topic.name for topic in page.topics],
        wordCount=page.word_count,
        isAccessibleForFree=True,
        creativeWorkStatus="Incomplete" if briefing.content.more_follows else "",
        correction=[_correction(briefing, edition) for edition in briefing.notices if _corrects(edition)],
    )


def _told_of(page: PageParts) -> dict[str, str]:
    """What the page says of its first picture."""
    figure = page.first_figure
    return {"caption": figure.caption, "creditText": figure.credit} if figure else {}


def _author(site: Site, author: Author) -> dict[str, Any]:
    kind = "Organization" if author.kind == "body" else "Person"
    return thing(kind, name=author.name, url=absolute(site, author.path))


def _corrects(edition: EditionFacts) -> bool:
    return edition.correction is not None or edition.kind == "correction"


def _correction(briefing: BriefingFacts, edition: EditionFacts) -> dict[str, Any]:
    anchor = edition.correction.key if edition.correction else f"notice-{edition.number}"
    return thing(
        "CorrectionComment",
        name=wording.label(edition),
        text=note_text(edition),
        datePublished=stamp(edition.live_from),
        url=f"{briefing.url}#{anchor}",
    )


def _quotation(site: Site, said: Attribution, page: PageParts, *, url: str, anchor: str) -> dict[str, Any]:
    """A treaty or a report is no speaker, so words are based on it."""
    by = "isBasedOn" if said.kind == "document" else "spokenByCharacter"
    return thing(
        "Quotation",
        url=f"{url}#{anchor}",
        text=said.words,
        inLanguage=page.language,
        dateCreated=said.said_on.isoformat() if said.said_on else "",
        isPartOf={"@id": url},
        **{by: _speaker(site, said) if said.name else None},
    )


def _speaker(site: Site, said: Attribution) -> dict[str, Any]:
    """Whoever said it, as the page says: with an address only where the page leads there."""
    kind = {"body": "Organization", "document": "CreativeWork"}.get(said.kind, "Person")
    role = "jobTitle" if kind == "Person" else "description"
    return thing(kind, name=said.name, url=absolute(site, said.path), **{role: said.role})


def _questions(page: PageParts, *, url: str) -> dict[str, Any] | None:
    """The questions that are answered; a question that is open has no place there."""
    answered = [one for one in page.questions if not one.open_wording]
    return questions(
        url,
        (question(one.question, url=f"{url}#{one.key}", answer=one.answer) for one in answered),
        inLanguage=page.language,
        isPartOf={"@id": url},
    )
