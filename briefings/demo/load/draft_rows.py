"""What the desk has of a made briefing: its draft with all parts, and its revisions."""

from collections.abc import Iterator, Mapping

from django.db import models

from briefings.content import BriefingContent
from briefings.content.facts import to_columns
from briefings.models import (
    Byline,
    Draft,
    Figure,
    Image,
    Person,
    Quote,
    Section,
    Source,
    Topic,
    TopicUse,
)
from briefings.working_copy import draft_words
from briefings.working_copy.part_columns import (
    figure_columns,
    question_columns,
    quote_columns,
    section_columns,
    source_columns,
)
from faq.models import FAQItem

Filed = Mapping[str | None, Person | Topic | Image]
"""What is on file, by the id that content has."""


def draft_rows(
    draft: Draft, content: BriefingContent, *, filed: Filed, source_keys: Iterator[int]
) -> Iterator[models.Model]:
    """The parts of a draft that says `content`, none saved; it gets the facts of `content` itself."""
    for column, value in to_columns(content).items():
        setattr(draft, column, value)
    yield draft
    for ordering, author in enumerate(content.authors):
        yield Byline(draft_id=draft.pk, person_id=filed[author.id].pk, ordering=ordering)
    for ordering, topic in enumerate(content.topics):
        yield TopicUse(content_object_id=draft.pk, tag_id=filed[topic.id].pk, ordering=ordering)
    sources: dict[str | None, Source] = {}
    for ordering, note in enumerate(content.sources):
        columns = source_columns(note, ordering=ordering, excerpt="")
        sources[note.id] = Source(pk=next(source_keys), draft_id=draft.pk, uuid=note.id, **columns)
    yield from sources.values()
    places = {block.key: place for place, block in enumerate(content.blocks)}
    for section in content.sections:
        yield Section(parent_id=draft.pk, key=section.key, **section_columns(section, ordering=places[section.key]))
    for quote in content.quotes:
        columns = quote_columns(
            quote, ordering=places[quote.key], person=filed[quote.person.id], source=sources.get(quote.source)
        )
        yield Quote(parent_id=draft.pk, key=quote.key, **columns)
    for figure in content.figures:
        columns = figure_columns(figure, ordering=places[figure.key], image=filed[figure.image.id])
        yield Figure(parent_id=draft.pk, key=figure.key, **columns)
    for ordering, entry in enumerate(content.faq):
        yield FAQItem(parent_id=draft.pk, key=entry.key, **question_columns(entry, ordering=ordering))
    yield from draft_words.rows(draft.pk, content)
