"""The one maker of what tests need: content, drafts and editions, with explicit differences.

Everything that is made from a word holds that word in each of its parts, so that a test can ask where it shows.
"""

from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import uuid4

from django.db import transaction

from briefings import working_copy
from briefings.content import BriefingContent, Change, FAQEntry, PersonName, QuoteBlock, SectionBlock, TopicName
from briefings.content.briefing import SourceNote, Span
from briefings.content.keys import new_key
from briefings.content.slugs import ascii_slug
from briefings.models import Briefing, Draft, Edition, User
from briefings.workflow.publishing import slugs
from briefings.workflow.publishing.editions import append_edition, lock

# Ahead of any clock, so that what begins here can be called off, and topics named now have their name by then.
NOON = datetime(2040, 6, 1, 12, tzinfo=UTC)
# Behind any clock, so that what began here can be withdrawn and erased.
LONG_AGO = datetime(2020, 6, 1, 12, tzinfo=UTC)
TICK = timedelta(microseconds=1)
SECOND = timedelta(seconds=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def make_content(word: str = "ordinary", *, topics: tuple[str, ...] = (), **differences: Any) -> BriefingContent:
    """Content that is ready to publish and says `word` in every part but its topics, which are given by name."""
    section = new_key("s")
    values = {
        "id": str(uuid4()),
        "headline": f"The {word} headline",
        "slug": ascii_slug(word, otherwise="none"),
        "lede": f"The {word} lede.",
        "dateline": f"{word}-on-Sea",
        "blocks": (
            SectionBlock(key=section, heading=f"The {word} heading", body=f"<p>They said: “{word} words”.</p>"),
            make_quote(f"{word} words", speaker=f"{word} speaker", role=f"{word} minister", section=section),
            make_quote(f"{word} aside", speaker=f"{word} speaker", role=f"{word} minister"),
        ),
        "faq": (
            make_question(f"Is it {word}?", answer=f"<p>The {word} answer.</p>"),
            make_question(f"Will it be {word}?", open="shown", open_wording=f"The {word} wording."),
        ),
        "authors": (PersonName(name=f"{word} author", kind="public"),),
        "sources": (SourceNote(title=f"The {word} source", publisher=f"{word} press", url="https://source.example/"),),
        "topics": tuple(TopicName(name=name, slug=ascii_slug(name, otherwise="topic")) for name in topics),
    }
    return BriefingContent.offered(**values | differences)


def make_quote(
    words: str, *, speaker: str, role: str = "", section: str | None = None, kind: str = "public"
) -> QuoteBlock:
    """A confirmed quotation: in the text of the section with that key, or set off."""
    person = PersonName(name=speaker, kind=kind)
    return QuoteBlock(
        key=new_key("q"), spans=(Span(text=words),), person=person, role=role, section=section, confirmed=True
    )


def make_question(question: str, **differences: Any) -> FAQEntry:
    return FAQEntry(key=new_key("f"), question=question, **differences)


def make_draft(
    word: str = "ordinary", *, briefing: Briefing | None = None, by: User | None = None, **differences: Any
) -> Draft:
    """A draft on file, of a new briefing or as the next save of `briefing`'s."""
    if briefing is None:
        return working_copy.create(make_content(word, **differences), by=by)
    draft = Draft.objects.get(briefing=briefing)
    content = make_content(word, **{"id": str(briefing.uuid), **differences})
    working_copy.write(draft, content, expected=draft.version, by=by)
    return draft


def make_edition(
    word: str = "ordinary",
    *,
    live_from: datetime = NOON,
    briefing: Briefing | None = None,
    kind: str | None = None,
    change: Change | None = None,
    by: User | None = None,
    **differences: Any,
) -> Edition:
    """An edition live from any moment, past ones too: of a new briefing (first), or `briefing`'s next (major).

    The editions of one briefing are made in the order of their moments. Unless it is minor, a change says `word` in
    its note.
    """
    draft = make_draft(word, briefing=briefing, by=by, **differences)
    kind = kind or (Edition.Kind.FIRST if briefing is None else Edition.Kind.MAJOR)
    if change is None and kind not in (Edition.Kind.FIRST, Edition.Kind.MINOR):
        change = Change(note=f"The {word} note.")
    with transaction.atomic():
        locked = lock(draft.briefing)
        saved = working_copy.read(Draft.objects.get(pk=draft.pk))
        content = slugs.reserve(locked, saved.for_readers().model_copy(update={"change": change}))
        revision = locked.revisions.order_by("version").last()
        return append_edition(locked, content, kind=kind, live_from=live_from, by=by, revision=revision)
