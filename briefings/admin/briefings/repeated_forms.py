"""A form that is sent once more: the save that it made before, and whether it says the same."""

from briefings import policy
from briefings.admin.briefings.posted_form import PostedForm
from briefings.content import BriefingContent, from_canonical
from briefings.models import Revision


def save_of(sent: PostedForm) -> Revision | None:
    """The save that this very form made before."""
    revisions = Revision.objects.select_related("text", "briefing__draft").filter(
        save_id=sent.save_id, briefing__draft__isnull=False
    )
    revision = revisions.filter(briefing__uuid=sent.before.id).first()
    return revision if revision and policy.may(sent.by, "write", revision.briefing) else None


def is_same(before: Revision, sent: PostedForm) -> bool:
    return before.text.text is not None and _say_the_same(from_canonical(before.text.text), sent.content)


def _say_the_same(saved: BriefingContent, sent: BriefingContent) -> bool:
    """Whether the texts are the same, apart from the ids that new names got when they were saved."""

    def bare(content: BriefingContent) -> BriefingContent:
        def no_id(person):
            return person.model_copy(update={"id": None, "kind": "private"}) if person else None

        return content.model_copy(
            update={
                "blocks": tuple(
                    block.model_copy(update={"person": no_id(block.person)}) if block.type == "quote" else block
                    for block in content.blocks
                ),
                "authors": tuple(no_id(author) for author in content.authors),
                "topics": tuple(topic.name.casefold() for topic in content.topics),
            }
        )

    return bare(saved) == bare(sent)
