"""The index of drafts: written with each save, and brought up to date where a name changes or a text is erased.

The two rows of a draft are made with it and only changed from then on: of two who write one, the second waits.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from django.apps import apps
from django.db.models import F

from briefings.content import BriefingContent, from_canonical
from briefings.models import Byline, Draft, DraftWords, Person, Revision, Topic
from briefings.search_words import index_draft, index_names
from briefings.working_copy import listed_drafts

AT_ONCE = 200
"""So many drafts are held at a time."""
_NAMED = (("TopicUse", "content_object", "tag"), ("Quote", "parent", "person"), ("Byline", "draft", "person"))
"""Models by which a draft names something on file: their columns for the draft, and for what it names."""


def rows(draft: int, content: BriefingContent) -> list[DraftWords]:
    """The rows of a draft (its key) that says `content`."""
    speakers = [quote.person for quote in content.quotes if quote.person]
    names = dict.fromkeys(one.name for one in (*content.topics, *speakers, *content.authors))
    return [
        DraftWords.of_text(draft, index_draft(content)),
        DraftWords.of_names(draft, index_names(names, content.language)),
    ]


def write(wanted: Sequence[DraftWords]) -> None:
    """Write these rows in the place of those that are there. One query; two more where some are new."""
    if DraftWords.objects.bulk_update(wanted, ["words"]) < len(wanted):
        there = set(DraftWords.objects.filter(pk__in=[row.pk for row in wanted]).values_list("pk", flat=True))
        DraftWords.objects.bulk_create(row for row in wanted if row.pk not in there)


def remove(draft: int) -> None:
    """Delete the rows of a draft (its key) that is deleted."""
    DraftWords.objects.filter(pk__in=[DraftWords.of_text(draft, "").pk, DraftWords.of_names(draft, "").pk]).delete()


def index(drafts: Sequence[int]) -> None:
    """Write the rows of the drafts with these keys anew: of the text of their last save, as long as it is not erased,
    and of today's names.
    """
    revisions = Revision.objects
    for keys in _some(drafts):
        last = revisions.filter(briefing__draft__in=keys, version=F("briefing__draft__version"))
        texts = dict(last.exclude(text__text=None).values_list("briefing__draft", "text__text"))
        words = {key: index_draft(from_canonical(texts[key])) if key in texts else "" for key in keys}
        write([*(DraftWords.of_text(key, words[key]) for key in keys), *_rows_of_names(keys)])


def index_all() -> None:
    """Write the rows of every draft anew."""
    index(list(Draft.objects.order_by("pk").values_list("pk", flat=True)))


def index_name(thing: Topic | Person) -> None:
    """The name of a topic or a person changed: write the rows of names of all drafts that name it."""
    if isinstance(thing, Topic):
        drafts = {*thing.uses.values_list("content_object", flat=True)}
    else:
        drafts = {*thing.quotes.values_list("parent", flat=True)}
        drafts.update(Byline.objects.filter(person=thing).values_list("draft", flat=True))
    for keys in _some(sorted(drafts)):
        # A save that is under way is waited for, and its names are read then.
        places = [DraftWords.of_names(key, "").place for key in keys]
        list(DraftWords.objects.select_for_update().filter(pk__in=places).order_by("pk").values_list("pk"))
        write(_rows_of_names(keys))
        if isinstance(thing, Topic):
            listed_drafts.name_topics(keys)


def _rows_of_names(keys: Sequence[int]) -> list[DraftWords]:
    names: dict[int, set[str]] = defaultdict(set)
    for model, draft, thing in _NAMED:
        found = apps.get_model("briefings", model).objects.filter(**{f"{draft}__in": keys})
        for key, name in found.exclude(**{thing: None}).order_by().values_list(draft, f"{thing}__name"):
            names[key].add(name)
    languages = Draft.objects.filter(pk__in=keys).values_list("pk", "language")
    return [DraftWords.of_names(key, index_names(names[key], language)) for key, language in languages]


def _some(drafts: Sequence[int]) -> Iterator[Sequence[int]]:
    for start in range(0, len(drafts), AT_ONCE):
        yield drafts[start : start + AT_ONCE]
