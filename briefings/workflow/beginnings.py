"""Beginning a briefing with another: a copy of it, or what comes next in its story."""

from uuid import UUID, uuid4

from django.db import transaction

from briefings import working_copy
from briefings.content import BriefingContent, FAQEntry, QuoteBlock, SectionBlock, keys, new_key
from briefings.content.excerpts import by_digest
from briefings.models import Briefing, Draft, User
from briefings.workflow.permission import ask

EMBARGO = ("embargo_until", "embargo_source", "scheduling_note")
"""The columns of a draft that hold its embargo."""


def copy(briefing: Briefing, *, by: User | None, as_briefing: UUID) -> Draft:
    """A new draft with the text of the draft of `briefing`, under the id `as_briefing`. Sent twice, it is made once.

    Its parts have keys of their own, and it has no address yet. The embargo of the words comes with them. Raises
    Refused.
    """
    return _begin(briefing, by=by, as_briefing=as_briefing, detail="copied", text_of=copied, beside=EMBARGO)


def continue_story(briefing: Briefing, *, by: User | None, as_briefing: UUID) -> Draft:
    """A new draft that follows `briefing`, with its topics, sources, language and open questions. Raises Refused.

    Its speakers are on file, and are offered where one is named.
    """
    return _begin(briefing, by=by, as_briefing=as_briefing, detail="continued", text_of=continued, beside=())


def copied(content: BriefingContent, *, as_id: str) -> BriefingContent:
    """`content` as the text of another briefing."""
    sections = {section.key: new_key(keys.SECTION) for section in content.sections}
    sources = {source.id: str(uuid4()) for source in content.sources if source.id}
    blocks = []
    for block in content.blocks:
        changes = {"key": sections.get(block.key) or new_key(block.key[0])}
        if isinstance(block, QuoteBlock):
            changes |= {"section": sections.get(block.section or ""), "source": sources.get(block.source)}
        blocks.append(block.model_copy(update=changes))
    return content.model_copy(
        update={
            "id": as_id,
            "slug": None,
            "change": None,
            "first_published": None,
            "blocks": tuple(blocks),
            "faq": tuple(entry.model_copy(update={"key": new_key(keys.FAQ)}) for entry in content.faq),
            "sources": tuple(source.model_copy(update={"id": sources.get(source.id)}) for source in content.sources),
        }
    )


def continued(content: BriefingContent, *, as_id: str) -> BriefingContent:
    """What the next briefing on the story of `content` begins with; it is to be decided anew what is open."""
    questions = tuple(
        FAQEntry(key=new_key(keys.FAQ), question=entry.question) for entry in content.faq if entry.is_open
    )
    return BriefingContent(
        id=as_id,
        language=content.language,
        topics=content.topics,
        sources=tuple(source.model_copy(update={"id": str(uuid4())}) for source in content.sources),
        blocks=(SectionBlock(key=new_key(keys.SECTION)),),
        faq=questions,
        follows=content.id,
    )


@transaction.atomic
def _begin(
    briefing: Briefing, *, by: User | None, as_briefing: UUID, detail: str, text_of, beside: tuple[str, ...]
) -> Draft:
    ask("begin", by=by)
    ask("take along", by=by, briefing=briefing)
    draft = Draft.objects.select_related("briefing", "follows", "translation_of").get(briefing=briefing)
    made = Draft.objects.filter(briefing__uuid=as_briefing, owner=by).first()
    if made is not None:
        return made
    text = text_of(working_copy.read(draft), as_id=str(as_briefing))
    said = f"{detail} from {briefing.uuid}"
    kept = {name: getattr(draft, name) for name in beside}
    return working_copy.create(text, by=by, detail=said, excerpts=by_digest(draft.excerpts()), **kept)
