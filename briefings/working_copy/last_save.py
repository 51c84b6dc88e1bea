"""What a draft says, read from its last save: one text in the place of all its rows."""

from typing import Any

from briefings.content import BriefingContent, from_canonical
from briefings.content.facts import PLAIN_FACTS, from_columns
from briefings.models import Draft, Image, Person, Revision, Topic
from briefings.working_copy.reader import image_name, person_name, read, topic_name


def read_last_save(draft: Draft) -> tuple[BriefingContent, Revision | None]:
    """The content of the locked `draft`, the same as that of its rows, and the revision that keeps it.

    A revision keeps the names of its day; people, topics and pictures are named as they are on file now. The rows are
    read where the revision does not do: its text was erased, or somebody whom it names was merged into another.
    """
    revision = draft.briefing.revisions.select_related("text").filter(version=draft.version).first()
    kept = from_canonical(revision.text.text) if revision and revision.text.text is not None else None
    return (kept and _named_today(kept, draft)) or read(draft), revision


def _named_today(content: BriefingContent, draft: Draft) -> BriefingContent | None:
    """`content` with the names on file now; None where one of them is not on file, or was merged."""
    people_named = {quote.person.id for quote in content.quotes if quote.person} | {one.id for one in content.authors}
    topics_named = {topic.id for topic in content.topics}
    images_named = {figure.image.id for figure in content.figures if figure.image}
    people = {str(row.uuid): person_name(row) for row in _unmerged(Person, people_named)}
    topics = {str(row.uuid): topic_name(row) for row in _unmerged(Topic, topics_named)}
    images = {str(row.uuid): image_name(row) for row in Image.objects.filter(uuid__in=images_named)}
    if people.keys() < people_named or topics.keys() < topics_named or images.keys() < images_named:
        return None

    def named(block: Any) -> Any:
        if block.type == "quote" and block.person:
            return block.model_copy(update={"person": people[block.person.id]})
        if block.type == "figure" and block.image:
            return block.model_copy(update={"image": images[block.image.id]})
        return block

    named_today = {
        "blocks": tuple(named(block) for block in content.blocks),
        "authors": tuple(people[author.id] for author in content.authors),
        "topics": tuple(topics[topic.id] for topic in content.topics),
    }
    facts = from_columns({fact.name: getattr(draft, fact.name) for fact in PLAIN_FACTS})
    return BriefingContent.offered(**dict(content) | facts | named_today)


def _unmerged(model: type[Person | Topic], ids: set[str | None]) -> Any:
    return model.objects.filter(uuid__in=ids - {None}, merged_into=None)
