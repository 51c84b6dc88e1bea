"""Pasted drafts of somebody, for the role tests."""

from uuid import uuid4

from briefings import originals
from briefings.models import Draft, Original, User


def pasted_by(user: User, word: str) -> Original:
    """A pasted draft that is being looked at."""
    text = f"# The {word} headline\n\nThe {word} lede stands here.\n\n## The {word} heading\n\nMore {word} words.\n"
    original = originals.keep(text.encode(), by=User.objects.get(username="noor"), uuid=uuid4())
    pk = original.pk + 50_000  # no draft's
    Original.objects.filter(pk=original.pk).update(id=pk, by=user)  # whose role may have been another, once
    return Original.objects.get(pk=pk)


def became(draft: Draft, original: Original) -> None:
    revision = draft.briefing.revisions.order_by("version").last()
    Original.objects.filter(pk=original.pk).update(briefing=draft.briefing, revision=revision)
