"""What a draft says about itself, as far as content takes it: address, topics, authors; findings about the rest."""

from briefings.content import PersonName, TopicName
from briefings.content.slugs import ascii_slug
from briefings.importing.content_limits import fits_line
from briefings.importing.findings import Finding, named
from briefings.importing.metadata import Metadata
from briefings.messages import Message

MOST = 50
"""Topics, and authors."""


def slug_of(metadata: Metadata) -> str | None:
    """The address that the draft wishes for, if it is one."""
    return metadata.slug if metadata.slug and metadata.slug == ascii_slug(metadata.slug, otherwise="") else None


def topics_of(metadata: Metadata) -> tuple[TopicName, ...]:
    """The topics, none twice."""
    topics: dict[str, TopicName] = {}
    for name in filter(fits_line, metadata.topics[:MOST]):
        slug = ascii_slug(name, otherwise="topic")
        topics.setdefault(slug, TopicName(name=name, slug=slug))
    return tuple(topics.values())


def authors_of(metadata: Metadata) -> tuple[PersonName, ...]:
    return tuple(PersonName(name=name) for name in filter(fits_line, metadata.authors[:MOST]))


def findings_of(metadata: Metadata) -> list[Finding]:
    """What an editor has to know about the front matter."""
    findings: list[Finding] = []
    if metadata.is_draft:
        sentence = Message("The draft says of itself that it is not to be published yet. Ask its writer first.")
        findings.append(Finding(code="says-draft", sentence=sentence))
    if metadata.slug and not slug_of(metadata):
        sentence = Message(
            "%(words)s cannot be the address. It may hold small letters a to z, digits and single hyphens "
            "only; without another it is made from the headline.",
            words=named(metadata.slug),
        )
        findings.append(Finding(code="slug-refused", sentence=sentence))
    too_many = [*metadata.topics[MOST:], *metadata.authors[MOST:]]
    if surplus := [name for name in (*metadata.topics, *metadata.authors) if not fits_line(name)] + too_many:
        sentence = Message(
            "The draft’s front matter has more than a briefing can hold: %(words)s.", words=named(", ".join(surplus))
        )
        findings.append(Finding(code="front-matter", sentence=sentence))
    return findings
