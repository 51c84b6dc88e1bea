"""The metadata of a briefing's pages: its own, an edition as published, the list of editions, and its end."""

from django.utils.translation import gettext

from briefings.content.richtext import plain_text
from briefings.outputs import wording
from briefings.outputs.descriptions import fitted, naming
from briefings.outputs.facts import BriefingFacts, Link, Site
from briefings.outputs.languages import Alternate
from briefings.outputs.metadata import articles
from briefings.outputs.metadata.page_metadata import ArticleFacts, PageMetadata, ShareImage, image_of, image_of_site
from briefings.outputs.metadata.structured_data import stamp, trail
from briefings.outputs.page_parts import PageParts, SectionPart
from briefings.outputs.related import Related


def briefing(
    site: Site,
    *,
    facts: BriefingFacts,
    page: PageParts,
    card: ShareImage | None = None,
    related: Related | None = None,
) -> PageMetadata:
    """Of a briefing, or of one of its editions as published.

    Others show the `card` that is drawn of it beside a link; where there is none the page's first picture, or else the
    site's. The article's own picture is that first one, or else the card.
    """
    figure = page.first_figure
    first = image_of(figure.picture, site, alt=figure.alt) if figure else None
    image = card or first or image_of_site(site)
    description = fitted(site.name, *_opening(facts), " ".join(page.lede), *_beginnings(page))
    return PageMetadata(
        site=site,
        name=_name(facts, page),
        description=description,
        url=facts.url,
        language=page.language,
        image=image,
        article=ArticleFacts(
            published=stamp(facts.first_published),
            modified=stamp(facts.updated) if facts.is_updated else "",
            topics=tuple(topic.name for topic in page.topics),
            authors=page.authors,
        ),
        data=()
        if facts.as_published
        else articles.data(site, facts, page, description=description, image=first or image),
        is_indexed=not facts.as_published,
        alternates=_alternates(site, facts, related) if related else (),
    )


def _alternates(site: Site, facts: BriefingFacts, related: Related) -> tuple[Alternate, ...]:
    """The briefing in every language that has it, one of each; none where there is one alone."""
    urls = {facts.content.language: facts.url}
    for other in related.in_other_languages:
        urls.setdefault(other.language, f"{site.url}{other.path}")
    found = tuple(Alternate(language=language, url=url) for language, url in sorted(urls.items()))
    return found if len(found) > 1 else ()


def _name(facts: BriefingFacts, page: PageParts) -> str:
    if not facts.as_published:
        return page.headline
    values = {"headline": page.headline, "number": facts.number}
    return gettext("%(headline)s (edition %(number)s)") % values


def _opening(facts: BriefingFacts) -> tuple[str, ...]:
    """What an edition as published says of itself before its words."""
    if not facts.as_published:
        return ()
    values = {"number": facts.number, "moment": wording.moment(facts.live_from)}
    return (gettext("Edition %(number)s, as published on %(moment)s.") % values,)


def _beginnings(page: PageParts) -> tuple[str, ...]:
    """What stands below a lede that says little."""
    texts = (plain_text(block.body) for block in page.blocks if isinstance(block, SectionPart))
    return (*texts, *(one.question for one in page.questions))


def editions(site: Site, *, facts: BriefingFacts) -> PageMetadata:
    headline = facts.content.headline
    lead = gettext("Every edition, with what changed and when:")
    return PageMetadata(
        site=site,
        name=gettext("All editions: %(headline)s") % {"headline": headline},
        description=fitted(site.name, naming(lead, [headline]), *(one.note for one in reversed(facts.editions))),
        url=f"{facts.url}history/",
        language=facts.content.language,
        image=image_of_site(site),
        data=(
            trail(
                site,
                Link(name=headline, path=facts.live_path),
                Link(name=gettext("All editions"), path=facts.history_path),
            ),
        ),
    )


def changes(site: Site, *, facts: BriefingFacts, before: int) -> PageMetadata:
    """Of two editions compared: for readers, and for no search engine."""
    headline = facts.content.headline
    values = {"headline": headline, "before": before, "number": facts.number}
    lead = gettext("What changed from edition %(before)s to edition %(number)s, word by word:") % values
    return PageMetadata(
        site=site,
        name=gettext("What changed: %(headline)s (editions %(before)s and %(number)s)") % values,
        description=fitted(site.name, naming(lead, [headline])),
        url=f"{site.url}{facts.path}",
        language=facts.content.language,
        image=image_of_site(site),
        is_indexed=False,
    )


def gone(site: Site, *, facts: BriefingFacts) -> PageMetadata:
    """Of what was withdrawn or removed: nothing of its text, and no search engine keeps it."""
    return PageMetadata(
        site=site,
        name=wording.gone_headline(facts.gone, facts.content.headline),
        description=fitted(site.name, wording.gone(facts.gone), facts.notice),
        url=facts.url,
        language=facts.content.language,
        image=image_of_site(site),
        is_indexed=False,
    )
